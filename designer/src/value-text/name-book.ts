import type { SingleOperand } from '@tieuchi/runtime'
import { foldedWord, quoted, unquoted } from './masked-text.ts'
import type { NamedOperand, ValueContext } from './value-context.ts'

/** A title on one line. */
const plain = (title: string): string => title.normalize('NFC').trim().replaceAll(/\s+/g, ' ')

const keyOf = (title: string): string => foldedWord(plain(title))

/** The same for the same value: literals apart from what is read. */
export const operandKey = (operand: SingleOperand): string => JSON.stringify(operand)

/** The names of one place, to find what they stand for and to write it. */
export interface NameBook {
  /** Those a text can mean; more than one where it does not tell them apart. */
  readonly find: (text: string) => readonly NamedOperand[]
  /** The ways a value can be written, the shortest first; none where it has no name here. */
  readonly writings: (operand: SingleOperand) => readonly string[]
}

const tagged = /^(.*?) ?\[([^[\]]+)\]$/s

class Names implements NameBook {
  readonly #byKey: ReadonlyMap<string, readonly NamedOperand[]>
  readonly #byOperand: ReadonlyMap<string, NamedOperand>

  constructor(names: readonly NamedOperand[]) {
    this.#byKey = Map.groupBy(names, ({ title }) => keyOf(title))
    this.#byOperand = new Map(names.toReversed().map((name) => [operandKey(name.operand), name]))
  }

  readonly find = (text: string): readonly NamedOperand[] => {
    const found = this.#titled(unquoted(text) ?? text)
    if (found.length > 0) return found
    const [, title = '', tag] = tagged.exec(text) ?? []
    return tag === undefined ? [] : (this.#byKey.get(keyOf(unquoted(title) ?? title)) ?? []).filter((name) => name.tag === tag)
  }

  readonly writings = (operand: SingleOperand): readonly string[] => {
    const name = this.#byOperand.get(operandKey(operand))
    if (!name) return []
    const title = plain(name.title)
    const whole = [title, quoted(title)].filter((text) => this.#titled(unquoted(text) ?? text).length === 1)
    return [...whole, `${quoted(title)} [${name.tag}]`]
  }

  /** Titles that differ by diacritics alone are told apart by them. */
  #titled(title: string): readonly NamedOperand[] {
    const all = this.#byKey.get(keyOf(title)) ?? []
    if (all.length < 2) return all
    const exact = all.filter((name) => plain(name.title) === plain(title))
    return exact.length > 0 ? exact : all
  }
}

const books = new WeakMap<ValueContext, NameBook>()

/** The names that can be written in a place: the entries of its list, parameters, facts. */
export const nameBookOf = (context: ValueContext): NameBook => {
  const kept = books.get(context)
  if (kept) return kept
  const book = new Names([...(context.entries ?? []), ...context.names])
  books.set(context, book)
  return book
}
