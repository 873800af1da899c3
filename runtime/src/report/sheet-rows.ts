import type { CodeList } from '../documents/common-document.ts'
import type { CodesBlock, ConditionsBlock, HouseholdsBlock, Numbering, ReportDocument, RowBlock } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'
import { listOfFact, typeOfFact } from '../release/value-types.ts'
import { addAmounts, nothing, type Amount, type FiguresOfRow, type RowKeys } from './report-figures.ts'
import type { BlockQuestion, Figure } from './asked-figures.ts'
import type { ListedHousehold, Names } from './report-names.ts'
import { assembleReport, type ReportParts, type ReportSpan } from './report-rules.ts'

/** A unit that has a row. */
export interface SheetUnit {
  readonly id: string
  readonly name: Text
}

/** The units a report is made of. */
export interface SheetUnits {
  /** Those that have rows, in their order; none where the register's places take their part. */
  readonly below: readonly SheetUnit[]
  /** The one among them that a unit of the register lies in. */
  readonly above: ReadonlyMap<string, string>
}

/** What was counted for the columns of one end. */
export interface CountedColumns {
  readonly question: { readonly blocks: readonly BlockQuestion[] }
  readonly rows: readonly FiguresOfRow[]
}

/** A row before its columns are put together: what its households add up to, by column; of a share what it is a part of, by `column among`. */
export interface PlainRow {
  /** Stays the same while the report and the units do. */
  readonly id: string
  readonly level: number
  readonly number?: string
  readonly title: Text
  readonly block: string
  /** What the row is told apart by, from the outside in. */
  readonly keys: RowKeys
  readonly unit?: string
  /** Of a block of members: which row. */
  readonly member?: string
  /** Of a list of names: who it is, and what is known of it by column. */
  readonly listed?: Pick<ListedHousehold, 'household' | 'values'>
  /** Behind a list of names: of how many households it cannot be told whether they stand in it. */
  readonly notTold?: number
  /** Rows that add up to this one, by their ids; none where they need not. */
  readonly parts: readonly string[]
  readonly amounts: ReadonlyMap<string, Amount>
}

export interface RowsAsked extends ReportParts {
  readonly report: ReportDocument
  readonly span: ReportSpan
  readonly units: SheetUnits
  readonly counted: readonly CountedColumns[]
  /** Who stands in its lists of names, where it has any. */
  readonly names?: Names | undefined
}

const text = (vi: string, en: string): Text => ({ vi, en })
const notKnown = text('Chưa xác định', 'Not known')
const yesNo = [['true', text('Có', 'Yes')], ['false', text('Không', 'No')]] as const

/** All rows of a report, each followed by those within it. */
export const rowsOfReport = (asked: RowsAsked): readonly PlainRow[] => new RowWriter(asked).rows()

/** A place among the blocks: within which keys and which unit. */
interface Within {
  readonly level: number
  readonly keys: RowKeys
  readonly unit?: string
  readonly id: string
}

class RowWriter {
  readonly #asked: RowsAsked
  readonly #lists: ReturnType<typeof assembleReport>
  readonly #found: ReadonlyMap<string, readonly FoundRow[]>

  constructor(asked: RowsAsked) {
    this.#asked = asked
    this.#lists = assembleReport(asked, asked.report.logic ?? [], asked.span)
    const found = asked.counted.flatMap(({ question, rows }) => {
      const figures = new Map(question.blocks.map((block) => [block.block, block.figures]))
      return rows.map((row): FoundRow => ({ ...row, figures: figures.get(row.block) ?? [] }))
    })
    this.#found = Map.groupBy(found, ({ block }) => block)
  }

  rows(): readonly PlainRow[] {
    const { rows } = this.#asked.report
    const all = rows.map((block) => this.#block(block, { level: 0, keys: [], id: '' }))
    return withSums(rows, all).flat()
  }

  #block(block: RowBlock, within: Within): readonly PlainRow[] {
    if (block.kind === 'total') return [this.#row(block, within, { id: block.id, title: block.title })]
    if (block.kind === 'units') return this.#units(block, within)
    if (block.kind === 'households') return this.#households(block, within)
    return block.kind === 'codes' ? this.#codes(block, within) : this.#conditions(block, within)
  }

  #units(block: RowBlock & { readonly kind: 'units' }, within: Within): readonly PlainRow[] {
    const { below } = this.#asked.units
    if (below.length === 0) return this.#keyed(block, within, this.#valuesIn(block.id, within).map((value) => [value, value === null ? notKnown : text(value, value)] as const))
    const there = below.filter(({ id }) => within.keys.length === 0 || this.#foundIn(block.id, { ...within, unit: id }).length > 0)
    return there.flatMap(({ id, name }, index) => {
      const inside = { ...within, level: within.level + 1, unit: id, id: `${within.id}${block.id}:${id}/` }
      return this.#withInner(block, inside, this.#row(block, { ...within, unit: id }, { id: inside.id, title: name, ...numbered(block.numbering, index) }))
    })
  }

  #codes(block: CodesBlock, within: Within): readonly PlainRow[] {
    const values = this.#valuesIn(block.id, within)
    const titles = this.#titlesOf(block)
    const shown = block.codes ?? [...titles.keys()].filter((code) => titles.size <= fewCodes || values.includes(code))
    const rest = block.codes || block.of === 'head' ? [] : values.filter((value) => value !== null && !titles.has(value))
    return this.#keyed(block, within, [...shown, ...rest, ...(values.includes(null) ? [null] : [])].map((code) => [code, code === null ? notKnown : (titles.get(code) ?? text(code, code))] as const))
  }

  #titlesOf({ fact }: CodesBlock): ReadonlyMap<string, Text> {
    const list: CodeList | undefined = this.#lists.lists.get(listOfFact(this.#lists, { fact }) ?? '')
    if (!list) return new Map(typeOfFact(this.#lists, { fact }) === 'boolean' ? yesNo : [])
    const { from, to } = this.#asked.span
    return new Map(list.entries.filter(({ valid_from: first, valid_to: last }) => (first === undefined || first <= to) && (last === undefined || last >= from)).map(({ code, title }) => [code, title]))
  }

  #conditions(block: ConditionsBlock, within: Within): readonly PlainRow[] {
    if (block.of !== 'members') return this.#keyed(block, within, block.conditions.map(({ id, title }) => [id, title] as const))
    return block.conditions.map(({ id, title }, index) => this.#row(block, within, { id: `${within.id}${block.id}:${id}`, title, member: id, ...numbered(block.numbering, index) }))
  }

  /** Those of whom it cannot be told whether they stand in the list come as one row behind it. */
  #households(block: HouseholdsBlock, within: Within): readonly PlainRow[] {
    const there = (this.#asked.names?.listed ?? []).filter((each) => each.block === block.id && isWithin(each, within, this.#asked.units))
    const names = there.filter(({ certain }) => certain).toSorted((a, b) => a.place.localeCompare(b.place, 'vi') || a.title.vi.localeCompare(b.title.vi, 'vi') || a.household.localeCompare(b.household))
    const place = { level: within.level, block: block.id, keys: within.keys, parts: [], ...(within.unit !== undefined && { unit: within.unit }) }
    const rows = names.map(({ household, title, amounts, values }, index): PlainRow => ({
      ...place, id: `${within.id}${block.id}:${household}`, title, listed: { household, values }, ...numbered(block.numbering, index), amounts: this.#named(block, amounts),
    }))
    const open = there.length - names.length
    return open === 0 ? rows : [...rows, { ...place, id: `${within.id}${block.id}:`, title: notTold(open), notTold: open, amounts: new Map() }]
  }

  #named({ id }: HouseholdsBlock, amounts: readonly Amount[]): ReadonlyMap<string, Amount> {
    const [, ...figures] = this.#asked.names?.question.blocks.find(({ block }) => block === id)?.figures ?? []
    return new Map(figures.map((figure, index) => [nameOf(figure), amounts[index] ?? nothing]))
  }

  #keyed(block: RowBlock, within: Within, keys: readonly (readonly [key: string | null, title: Text])[]): readonly PlainRow[] {
    return keys.flatMap(([key, title], index) => {
      const inside = { ...within, level: within.level + 1, keys: [...within.keys, key], id: `${within.id}${block.id}:${key ?? ''}/` }
      return this.#withInner(block, inside, this.#row(block, { ...within, keys: inside.keys }, { id: inside.id, title, ...numbered(block.numbering, index) }))
    })
  }

  #withInner(block: RowBlock, inside: Within, row: PlainRow): readonly PlainRow[] {
    const inner = 'rows' in block && block.rows ? block.rows : []
    const blocks = inner.map((each) => this.#block(each, inside))
    const [only] = inner
    const parts = inner.length === 1 && only && addsUp(only) ? (blocks[0] ?? []).filter(({ level }) => level === inside.level) : []
    return [{ ...row, parts: parts.map(({ id }) => id) }, ...blocks.flat()]
  }

  #row(block: RowBlock, within: Within, told: Pick<PlainRow, 'id' | 'title'> & Partial<Pick<PlainRow, 'number' | 'member'>>): PlainRow {
    const amounts = new Map<string, Amount>()
    for (const { figures, amounts: added } of this.#foundIn(block.id, within)) {
      for (const [index, figure] of figures.entries()) {
        if (told.member !== undefined && figure.row !== told.member) continue
        const name = nameOf(figure)
        amounts.set(name, addAmounts(amounts.get(name) ?? nothing, added[index] ?? nothing))
      }
    }
    return { ...told, level: within.level, block: block.id, keys: within.keys, parts: [], ...(within.unit !== undefined && { unit: within.unit }), amounts }
  }

  #foundIn(block: string, { keys, unit }: Pick<Within, 'keys' | 'unit'>): readonly FoundRow[] {
    return (this.#found.get(block) ?? []).filter((row) => keys.every((key, index) => row.keys[index] === key) && (unit === undefined || this.#asked.units.above.get(row.unit) === unit))
  }

  /** What a block's own key was found to be. */
  #valuesIn(block: string, within: Within): readonly (string | null)[] {
    const values = new Set(this.#foundIn(block, within).map(({ keys }) => keys[within.keys.length] ?? null))
    return [...values].toSorted((a, b) => (a === null ? 1 : b === null ? -1 : a.localeCompare(b, 'vi')))
  }
}

/** Whether a household of a list stands within the blocks around it. */
const isWithin = ({ keys: own, unit: lies }: ListedHousehold, { keys, unit }: Within, { above }: SheetUnits): boolean =>
  keys.every((key, index) => own[index] === key) && (unit === undefined || above.get(lies) === unit)

const notTold = (count: number): Text => text(`Chưa xác định được: ${count} hộ`, `Not told yet: ${count} ${count === 1 ? 'household' : 'households'}`)

/** So many codes have a row each, whether anything is counted in it or not. */
const fewCodes = 30

type FoundRow = FiguresOfRow & { readonly figures: readonly Figure[] }

const nameOf = ({ column, part }: Figure): string => (part === undefined ? column : `${column} ${part}`)

/** Blocks whose rows have each household once, so that what is around them is their sum. */
const addsUp = (block: RowBlock): boolean => block.kind === 'units'

/** The row of everything is the sum of the rows by unit that follow it. */
const withSums = (blocks: readonly RowBlock[], rows: readonly (readonly PlainRow[])[]): readonly (readonly PlainRow[])[] =>
  rows.map((own, index) => {
    const next = blocks[index + 1]
    const following = rows[index + 1] ?? []
    const outer = following.filter(({ level }) => level === 0)
    const [first] = own
    return blocks[index]?.kind === 'total' && first && next && (addsUp(next) || isPartition(next)) ? [{ ...first, parts: outer.map(({ id }) => id) }] : own
  })

/** All codes of something that has one value stand in a partition when the one of the unknown stands among them. */
const isPartition = (block: RowBlock): boolean => block.kind === 'codes' && block.rows !== undefined

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX']

const numbers: Readonly<Record<Numbering, (index: number) => string>> = {
  roman: (index) => romans[index] ?? String(index + 1),
  arabic: (index) => String(index + 1),
  letter: (index) => (index < 26 ? String.fromCodePoint(97 + index) : String(index + 1)),
}

const numbered = (numbering: Numbering | undefined, index: number): { readonly number?: string } => (numbering ? { number: numbers[numbering](index) } : {})
