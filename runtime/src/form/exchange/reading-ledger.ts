import { oncePer } from '../../documents/once-per.ts'
import type { Text } from '../../documents/text.ts'
import type { Cell, ExchangePart, Path } from './cell.ts'
import type { ImportNote, ImportNoteCode } from './import-note.ts'
import { unreadWords } from './unread-words.ts'

/** What is known of a place: all of it is accounted for, or some of what lies below. */
interface Mark {
  settled: boolean
  readonly below: Map<string, Mark>
}

const newMark = (): Mark => ({ settled: false, below: new Map() })

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null

const entriesOf = (value: object): readonly (readonly [string | number, unknown])[] => (Array.isArray(value) ? value.map((each: unknown, index) => [index, each] as const) : Object.entries(value))

/** Keeps account of what of the documents was taken, so that nothing is passed over without a word. */
export class ReadingLedger {
  readonly #marks: Readonly<Record<ExchangePart, Mark>> = { schema: newMark(), uiSchema: newMark() }
  readonly #notes = new Map<string, ImportNote>()

  /** Everything at a place is accounted for. */
  take(cell: Cell): void {
    this.#markOf(cell).settled = true
  }

  /** A place was looked into: what nobody takes there is told thing by thing. */
  enter(cell: Cell): void {
    this.#markOf(cell)
  }

  /** Says something of a place, which is read on. */
  note({ part, path, value }: Cell, code: ImportNoteCode, message: Text): void {
    const name = JSON.stringify([part, code, path, message.en])
    if (!this.#notes.has(name)) this.#notes.set(name, { code, document: part, path, value, message })
  }

  /** Says that something was left out, with all that lies below. */
  leave(cell: Cell, code: ImportNoteCode, message: Text): void {
    this.note(cell, code, message)
    this.take(cell)
  }

  /** Everything said, and everything that nobody took: in the order of the documents, the schema first. */
  close(documents: Readonly<Record<ExchangePart, unknown>>): readonly ImportNote[] {
    return (['schema', 'uiSchema'] as const).flatMap((part) => {
      const said = [...this.#notes.values()].filter(({ document }) => document === part)
      return inOrder([...said, ...unread({ part, path: [], value: documents[part] }, this.#marks[part])], documents[part])
    })
  }

  #markOf({ part, path }: Cell): Mark {
    return path.reduce<Mark>((above, step) => {
      const found = above.below.get(String(step)) ?? newMark()
      above.below.set(String(step), found)
      return found
    }, this.#marks[part])
  }
}

/** An option of rjsf has a meaning of its own, the group of them none. */
const isOpen = (path: Path): boolean => path.length === 0 || path.at(-1) === 'ui:options'

const unread = (cell: Cell, mark: Mark | undefined): readonly ImportNote[] => {
  const { part, path, value } = cell
  const entries = isHolder(value) ? entriesOf(value) : []
  const saysNothing = isHolder(value) && entries.length === 0 && (mark !== undefined || path.length === 0)
  if (mark?.settled || saysNothing) return []
  if (entries.length > 0 && (isOpen(path) || mark)) {
    return entries.flatMap(([step, each]) => unread({ part, path: [...path, step], value: each }, mark?.below.get(String(step))))
  }
  return [{ code: 'unsupported', document: part, path, value, message: unreadWords(cell) }]
}

const stepNumbers = oncePer((holder: object): ReadonlyMap<string, number> => new Map(Object.keys(holder).map((name, index) => [name, index])))

/** Where a place stands in its document, step by step; what is no longer there stands last. */
const positionOf = (path: Path, document: unknown): readonly number[] => {
  let holder = document
  return path.map((step) => {
    if (!isHolder(holder)) return Number.POSITIVE_INFINITY
    const position = stepNumbers(holder).get(String(step))
    holder = position === undefined ? undefined : Object.values(holder)[position]
    return position ?? Number.POSITIVE_INFINITY
  })
}

const inOrder = (notes: readonly ImportNote[], document: unknown): readonly ImportNote[] =>
  notes.map((note) => ({ note, position: positionOf(note.path, document) })).toSorted((a, b) => comparePositions(a.position, b.position)).map(({ note }) => note)

const comparePositions = (a: readonly number[], b: readonly number[]): number => {
  const step = a.findIndex((each, index) => each !== b[index])
  if (step === -1) return a.length - b.length
  return (a[step] ?? 0) - (b[step] ?? -1)
}
