import type { Condition, LeafColumn, LogicPiece, Measure, ReportDocument, RowBlock, Text } from '@tieuchi/runtime'
import { byNothing, byYears, type Picked, type Pivot } from './pivot.ts'
import { codedThings, columnThings, rowThings, type Thing, type Things, type ThingValue } from './pivot-things.ts'

const text = (vi: string, en: string): Text => ({ vi, en })
const total = text('Tổng số', 'Total')
const ofHead = text(' của chủ hộ', ' of the head')

/** The column of everything, beside those of codes. */
export const wholeColumn = 'whole'

const lower = (word: string): string => word.charAt(0).toLocaleLowerCase('vi') + word.slice(1)

/** What a thing is called, the head said where it is the head's. */
export const thingTitle = ({ kind, title }: Thing): Text => (kind === 'head' ? text(title.vi + ofHead.vi, title.en + ofHead.en) : title)

const letters = 26

/** Ids that conditions need; the same for the same document, so that it is counted once. */
const conditionId = (number: number): string => `pivot${[4, 3, 2, 1, 0].map((place) => String.fromCodePoint(97 + (Math.floor(number / letters ** place) % letters))).join('')}`

const all = (conditions: readonly Condition[]): Condition | undefined => (conditions.length > 1 ? { all: conditions } : conditions[0])

/** Writes the conditions and facts of a table. */
class ConditionWriter {
  readonly #things: Things
  readonly #logic: LogicPiece[] = []
  #ids = 0

  constructor(things: Things) {
    this.#things = things
  }

  get logic(): readonly LogicPiece[] {
    return this.#logic
  }

  /** That something is one of these codes. */
  condition(thing: Thing, codes: readonly string[]): Condition {
    const leaves = codes.map((code) => this.#leaf(thing, code))
    const any: Condition = leaves.length === 1 && leaves[0] ? leaves[0] : { any: leaves }
    return thing.kind === 'head' ? this.#ofHead(any) : any
  }

  /** Of what was picked a condition each. */
  picked(some: readonly Picked[]): readonly Condition[] {
    return some.flatMap(({ thing: id, codes }) => {
      const thing = this.#things.things.find((each) => each.id === id)
      return thing ? [this.condition(thing, codes)] : []
    })
  }

  /** Rows, one for each code. */
  rows(thing: Thing): RowBlock {
    const { kind, fact, title, list } = thing
    if (kind === 'units') return { kind: 'units', id: 'rows' }
    if (kind === 'own') return { kind: 'conditions', id: 'rows', of: 'members', conditions: thing.codes.map(({ code, title: name }, index) => ({ id: `row_${index}`, title: name, where: this.condition(thing, [code]) })) }
    if (kind === 'head') return { kind: 'codes', id: 'rows', fact, of: 'head' }
    if (kind !== 'result') return { kind: 'codes', id: 'rows', fact }
    this.#logic.push({ kind: 'fact', id: 'row_result', title, value: { fact }, ...(list !== undefined && { list }) })
    return { kind: 'codes', id: 'rows', fact: 'row_result' }
  }

  #leaf({ fact, many, truth }: Thing, code: string): Condition {
    this.#ids += 1
    return { id: conditionId(this.#ids), fact, operator: many ? 'contains' : 'equal', value: truth ? code === 'true' : code }
  }

  #ofHead(where: Condition): Condition {
    const { field, value } = this.#things.register.head
    this.#ids += 2
    const fact = `head_${this.#ids}`
    this.#logic.push({ kind: 'fact', id: fact, title: total, value: { any: 'members', where: { all: [{ id: conditionId(this.#ids), fact: field, operator: 'equal', value }, where] } } })
    return { id: conditionId(this.#ids - 1), fact, operator: 'equal', value: true }
  }
}

interface Chosen {
  readonly rows: Thing
  /** Codes in columns; absent where a figure stands alone. */
  readonly columns: Thing | undefined
  readonly value: ThingValue | undefined
}

/** What is picked, found among what there is; undefined where something is not there or still to be picked. */
const findChosen = ({ rows: rowId, columns: columnId, counted, measure, value: fact, part, where: filters }: Pivot, things: Things): Chosen | undefined => {
  const rows = rowThings(things, counted).find(({ id }) => id === rowId)
  const alone = columnId === byYears || columnId === byNothing
  const columns = alone ? undefined : columnThings(things, counted).find(({ id }) => id === columnId)
  const value = measure === 'sum' ? valuesOf(things, counted).find((each) => each.fact === fact) : undefined
  const picked = [...filters, ...(measure === 'share' && alone && part ? [part] : [])]
  const known = picked.every(({ thing }) => codedThings(things, counted).some(({ id }) => id === thing))
  if (!rows || (!alone && !columns) || (measure === 'sum' && !value) || (measure === 'share' && alone && !part) || !known) return undefined
  return { rows, columns, value }
}

/** What can be added up of what is counted. */
export const valuesOf = ({ values }: Things, counted: Pivot['counted']): readonly ThingValue[] => values.filter(({ of }) => (of === 'members') === (counted === 'members'))

const countedWords = { households: text('Số hộ', 'Households'), members: text('Số người', 'Persons') } as const
const shareWords = { households: text('Tỷ lệ hộ', 'Share of households'), members: text('Tỷ lệ người', 'Share of persons') } as const

const joined = (words: readonly Text[], vi: string, en: string): Text => text(words.map((word) => word.vi).join(vi), words.map((word) => word.en).join(en))

/** What was picked, in words. */
export const pickedTitle = ({ thing: id, codes }: Picked, { things }: Pick<Things, 'things'>): Text => {
  const thing = things.find((each) => each.id === id)
  const title = thing ? thingTitle(thing) : text(id, id)
  const names = joined(codes.map((code) => thing?.codes.find((each) => each.code === code)?.title ?? text(code, code)), ' hoặc ', ' or ')
  return text(`${title.vi}: ${names.vi}`, `${title.en}: ${names.en}`)
}

const measureTitle = ({ counted, measure, part }: Pivot, { columns, value }: Chosen, things: Things): Text => {
  if (value) return text(`Tổng ${lower(value.title.vi)}`, `Sum of ${lower(value.title.en)}`)
  if (measure !== 'share') return countedWords[counted]
  const of = !columns && part ? pickedTitle(part, things) : undefined
  return of ? text(`${shareWords[counted].vi} (${of.vi})`, `${shareWords[counted].en} (${of.en})`) : shareWords[counted]
}

/** Says everything that was picked, for it stands alone on paper. */
const titleOf = (pivot: Pivot, chosen: Chosen, things: Things): Text => {
  const measured = measureTitle(pivot, chosen, things)
  const [by, and] = [thingTitle(chosen.rows), chosen.columns && thingTitle(chosen.columns)]
  const of = joined(pivot.where.map((picked) => pickedTitle(picked, things)), '; ', '; ')
  return text(
    `${measured.vi} theo ${lower(by.vi)}${and ? ` và ${lower(and.vi)}` : ''}${of.vi === '' ? '' : ` – ${of.vi}`}`,
    `${measured.en} by ${lower(by.en)}${and ? ` and ${lower(and.en)}` : ''}${of.en === '' ? '' : ` – ${of.en}`}`,
  )
}

const where = (conditions: readonly Condition[]): { readonly where?: Condition } => {
  const condition = all(conditions)
  return condition ? { where: condition } : {}
}

/** How figures are written. */
const writing = ({ measure }: Pivot, { value }: Chosen): Pick<Extract<LeafColumn, { readonly kind: 'measure' }>, 'unit' | 'decimals'> => {
  if (measure === 'share') return { unit: 'percent', decimals: 1 }
  return { ...(value?.unit !== undefined && { unit: value.unit }), ...(value && !value.whole && { decimals: 2 }) }
}

/** Writes a table as the report form that is counted. */
class PivotWriter {
  readonly #pivot: Pivot
  readonly #chosen: Chosen
  readonly #conditions: ConditionWriter

  constructor(pivot: Pivot, chosen: Chosen, things: Things) {
    this.#pivot = pivot
    this.#chosen = chosen
    this.#conditions = new ConditionWriter(things)
  }

  document(title: Text): ReportDocument {
    const [block, columns] = [this.#conditions.rows(this.#chosen.rows), this.#columns()]
    const { logic } = this.#conditions
    return { id: 'exploration', title, period: 'year', ...(logic.length > 0 && { logic }), rows: [{ kind: 'total', id: 'total', title: total }, block], columns }
  }

  #columns(): readonly LeafColumn[] {
    const { counted, measure, part } = this.#pivot
    const { columns, value } = this.#chosen
    if (columns) return [this.#whole(), ...columns.codes.map(({ code, title }, index) => this.#column(`code_${index}`, title, [this.#conditions.condition(columns, [code])]))]
    const isShare = measure === 'share'
    return [this.#column('figure', isShare ? shareWords[counted] : (value?.title ?? countedWords[counted]), isShare && part ? this.#conditions.picked([part]) : [])]
  }

  /** Beside shares stands how many they are shares of. */
  #whole(): LeafColumn {
    const { counted, measure, where: filters } = this.#pivot
    return measure === 'share' ? { kind: 'measure', id: wholeColumn, title: total, measure: { count: counted, ...where(this.#conditions.picked(filters)) } } : this.#column(wholeColumn, total, [])
  }

  #column(id: string, title: Text, conditions: readonly Condition[]): LeafColumn {
    return { kind: 'measure', id, title, ...writing(this.#pivot, this.#chosen), measure: this.#measure(conditions) }
  }

  #measure(conditions: readonly Condition[]): Measure {
    const { counted, measure, where: filters } = this.#pivot
    const { value } = this.#chosen
    const [among, part] = [this.#conditions.picked(filters), all(conditions)]
    if (measure === 'share' && part) {
      const whole = all(among)
      return { share: counted, where: part, ...(whole && { among: whole }) }
    }
    const holding = where([...among, ...conditions])
    return value ? { sum: counted, value: { fact: value.fact }, ...holding } : { count: counted, ...holding }
  }
}

/** The table as a report form; undefined where something is still to be picked. */
export const pivotDocument = (pivot: Pivot, things: Things): ReportDocument | undefined => {
  const chosen = findChosen(pivot, things)
  return chosen && new PivotWriter(pivot, chosen, things).document(titleOf(pivot, chosen, things))
}
