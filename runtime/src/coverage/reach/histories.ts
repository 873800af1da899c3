import { isLeaf, operandsOf } from '../../conditions/condition-tree.ts'
import type { Answer, HistoryEntry } from '../../documents/input-document.ts'
import type { Recorded } from '../../documents/logic-document.ts'
import { isHistoryFieldId, type HistoryFieldId } from '../../release/history-fields.ts'
import { referencesOfPiece, type Reference } from '../../release/references.ts'
import { addDays, addMonths, isDay, type Day } from '../../values/day.ts'
import { isExact, toNumber } from '../../values/number.ts'
import { sameScalar, toAnswer, toScalar, type Scalar } from '../../values/value.ts'
import type { Reach } from './reach.ts'

type Entries = readonly HistoryEntry[]

const mostHistories = 400
const mostEntries = 10
const mostMonths = 1200

/** An outcome of which earlier decisions are read, and the constants their fields are compared with. */
interface ReadOutcome {
  readonly outcome: string
  readonly values: readonly Scalar[]
  readonly constants: Readonly<Record<HistoryFieldId, readonly Scalar[]>>
}

/**
 * Lists of earlier decisions worth trying, the plainest first; those on `outcome` in the most ways, those on every other
 * outcome the release reads, and all where none is named, as none or one in force. `want` is what is to come out of them: a number is tried as so many
 * decisions, and as so many months or years before the day in question.
 */
export function* historiesFor(reach: Reach, outcome?: string, want?: Scalar): Generator<Entries> {
  const outcomes = outcomesRead(reach)
  const main = outcome === undefined ? undefined : (outcomes.find((each) => each.outcome === outcome) ?? readOutcome(reach, outcome, []))
  const others = outcomes.filter((each) => each !== main)
  let left = mostHistories
  for (const rest of productOf(others.map((each) => [[], ...inForce(reach, each)]))) {
    for (const own of main ? waysOf(reach, main, want) : [[]]) {
      if (left === 0) return
      left -= 1
      yield [...own, ...rest]
    }
  }
}

/** One decision in force for each value, and none at all. */
const inForce = (reach: Reach, read: ReadOutcome): readonly Entries[] => read.values.map((value) => [entryOf(read, value, addMonths(reach.moment.facts_at, -12))])

/** A decision in force; none; one since or until each telling day; several in a row; one after another, the second since each telling day. */
function* waysOf(reach: Reach, read: ReadOutcome, want: Scalar | undefined): Generator<Entries> {
  const { facts_at: today } = reach.moment
  yield* inForce(reach, read)
  yield []
  const days = tellingDays(reach, read, want)
  for (const day of days) for (const value of read.values) yield [entryOf(read, value, day)]
  for (const day of days) for (const value of read.values) yield [entryOf(read, value, addMonths(day, -12), day)]
  for (const value of read.values) yield* inARow(read, value, today, want)
  for (const day of [addMonths(today, -12), ...days.filter((each) => each < today)]) yield* oneAfterAnother(read, day)
  for (const standard of read.constants.standard) for (const value of read.values) yield [{ ...entryOf(read, value, addMonths(today, -12)), standard: String(toAnswer(standard)) }]
}

/** A decision of a year, and another in force since a day, for every two values. */
function* oneAfterAnother(read: ReadOutcome, day: Day): Generator<Entries> {
  for (const first of read.values) {
    for (const second of read.values) yield [entryOf(read, first, addMonths(day, -12), addDays(day, -1)), entryOf(read, second, day)]
  }
}

/** As many decisions as wanted, each of a year; otherwise two to four. */
function* inARow(read: ReadOutcome, value: Scalar, today: Day, want: Scalar | undefined): Generator<Entries> {
  const wanted = isExact(want) ? toNumber(want) : 0
  const counts = Number.isInteger(wanted) && wanted > 1 && wanted <= mostEntries ? [wanted] : [2, 3, 4]
  for (const count of counts) {
    yield Array.from({ length: count }, (_entry, index) => {
      const from = addMonths(today, -12 * (count - index))
      return index === count - 1 ? entryOf(read, value, from) : entryOf(read, value, from, addDays(addMonths(from, 12), -1))
    })
  }
}

/** Days on which conditions on decisions turn: those compared with, and those so many months or years ago. */
const tellingDays = ({ moment: { facts_at: today } }: Reach, { constants }: ReadOutcome, want: Scalar | undefined): readonly Day[] => {
  const compared = [...constants.from, ...constants.to, ...constants.decided_on].filter((day): day is Day => typeof day === 'string' && isDay(day))
  const number = isExact(want) ? toNumber(want) : 0
  const months = [number, number * 12].filter((each) => Number.isInteger(each) && each > 0 && each <= mostMonths)
  const around = [...compared, ...months.map((each) => addMonths(today, -each))].flatMap((day) => [day, addDays(day, -1), addDays(day, 1)])
  return [...new Set([...around, today])].filter((day) => day <= today)
}

const entryOf = ({ outcome, constants }: ReadOutcome, value: Scalar, from: Day, to?: Day): HistoryEntry => {
  const [programme = '', id = ''] = outcome.split('.')
  const [standard] = constants.standard
  return { programme, layer: 'national', outcome: id, value: toAnswer(value) as Answer, from, ...(to !== undefined && { to }), decided_on: from, ...(standard !== undefined && { standard: String(toAnswer(standard)) }) }
}

const known = new WeakMap<Reach['assembly'], readonly ReadOutcome[]>()

/** The outcomes of which the release's logic reads earlier decisions, in document order. */
const outcomesRead = (reach: Reach): readonly ReadOutcome[] => {
  const before = known.get(reach.assembly)
  if (before) return before
  const references = [...reach.assembly.pieces.values()].flatMap(({ piece }) => referencesOfPiece(piece, []))
  const names = [...new Set(references.flatMap((reference) => (reference.kind === 'fact' && readsRecorded(reference.reference) ? [reference.reference.fact] : [])))]
  const found = names.map((name) => readOutcome(reach, name, references))
  known.set(reach.assembly, found)
  return found
}

/** Whether a reference reads an outcome as a decision recorded it. */
export const readsRecorded = ({ fact, as }: { readonly fact: string; readonly as?: 'recorded' | 'computed' }): boolean => fact.includes('.') && as !== 'computed'

const readOutcome = (reach: Reach, outcome: string, references: readonly Reference[]): ReadOutcome => {
  const constants: Record<HistoryFieldId, Scalar[]> = { value: [], from: [], to: [], decided_on: [], standard: [] }
  for (const reference of references) {
    if (reference.kind !== 'leaf' || !isOn(reference.history, outcome) || !isLeaf(reference.leaf) || !('fact' in reference.leaf)) continue
    const { fact, value } = reference.leaf
    if (isHistoryFieldId(fact)) constants[fact].push(...operandsOf(value).flatMap((operand) => (typeof operand === 'object' ? [] : [toScalar(operand)])))
  }
  const values = [...constants.value, ...reach.candidates({ fact: outcome })]
  return { outcome, constants, values: values.filter((value, index) => values.findIndex((other) => sameScalar(other, value)) === index) }
}

const isOn = (recorded: Recorded | undefined, outcome: string): boolean => recorded?.outcome === outcome

function* productOf(choices: readonly (readonly Entries[])[]): Generator<Entries> {
  const [first, ...rest] = choices
  if (!first) {
    yield []
    return
  }
  for (const own of first) for (const more of productOf(rest)) yield [...own, ...more]
}
