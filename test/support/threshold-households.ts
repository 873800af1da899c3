import { addDays, isDay, typeOfFact, type Answer, type Answers, type Assembly, type FieldSchema, type HistoryEntry, type HouseholdInput, type MemberAnswers } from '@tieuchi/runtime'
import fc from 'fast-check'
import { thresholdsOf, type Thresholds } from '@tieuchi/runtime/agreement'

/**
 * Households for comparing two executions of the same rules: answers lie on and beside the values that rules compare with, birth
 * dates on and beside birthdays that decide, some answers are missing, and now and then there is something a fast execution may
 * stumble over: more decimals, larger numbers, half-known dates, lists of members that may go on.
 */
export const householdsBesideThresholds = (assembly: Assembly, day: string, results: Results = {}): fc.Arbitrary<HouseholdInput> => {
  const making: Making = { assembly, day, results, thresholds: thresholdsOf(assembly) }
  const { household, members, unit } = assembly.common.dictionary.properties
  return fc.record({
    household: answersTo(making, household.properties),
    unit: answersTo(making, unit.properties),
    members: fc.oneof({ weight: 8, arbitrary: fc.array(answersTo(making, members.items.properties), { maxLength: 5 }) }, { weight: 1, arbitrary: fc.array(answersTo(making, members.items.properties), { minLength: 6, maxLength: 12 }) }),
    history: historyOf(making),
    share: fc.constantFrom(0, 0, 0, 0.05, 0.1, 0.3, 0.7, 1),
    luck: fc.noShrink(fc.integer()),
    whole: fc.integer({ min: 0, max: 24 }),
  }).map(({ household: answers, unit: attributes, members: list, history, share, luck, whole }) => {
    const kept = keeper(share, luck)
    return {
      household: kept(answers),
      unit: kept(attributes),
      ...(whole === 0 ? {} : { members: list.map((member, index): MemberAnswers => ({ ...kept(member), id: `m${index}` })) }),
      ...(whole === 1 && { members_complete: false }),
      ...history,
    }
  })
}

/** What earlier decisions on an outcome may have found, where that is no code of a list. */
export type Results = Readonly<Record<string, readonly Answer[]>>

interface Making {
  readonly assembly: Assembly
  readonly results: Results
  readonly day: string
  readonly thresholds: Thresholds
}

/** Leaves answers out by a share, the same ones for the same luck. */
const keeper = (share: number, luck: number) => {
  let state = luck >>> 0
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return (answers: Answers): Answers => (share === 0 ? answers : Object.fromEntries(Object.entries(answers).filter(() => next() >= share)))
}

const answersTo = (making: Making, fields: Readonly<Record<string, FieldSchema>>): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([id, schema]) => [id, answerTo(making, id, schema)])))

const answerTo = (making: Making, id: string, schema: FieldSchema): fc.Arbitrary<Answer> => {
  const codes = making.assembly.lists.get(schema['x-list'] ?? '')?.entries.map(({ code }) => code) ?? []
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') return numberFor(making, id, schema)
  if (schema.type === 'array') return codes.length > 0 ? fc.subarray([...codes]) : fc.constant([])
  if (schema.format === 'personal-number') return fc.constantFrom('030074000123', '031201004567', '001399999999', '079812000000')
  if (schema.format !== undefined) return dateFor(making, schema)
  const free = ['Thôn 1', 'toString', ...making.thresholds.texts]
  return codes.length > 0 ? fc.constantFrom(...codes) : fc.constantFrom(...free)
}

const fits = ({ type, minimum = -Infinity, maximum = Infinity }: FieldSchema) => (number: number): boolean =>
  number >= minimum && number <= maximum && Math.abs(number) <= 999_999_999_999_999 && (type === 'number' || Number.isInteger(number)) && String(Math.abs(number)).replace('.', '').replace(/^0+/, '').length <= 15

/** A decimal without what doubles add to it. */
const decimal = (number: number): number => Number(number.toPrecision(15))

const someOf = (numbers: readonly number[], schema: FieldSchema): readonly number[] => numbers.map(decimal).filter(fits(schema))

const numberFor = ({ thresholds }: Making, id: string, schema: FieldSchema): fc.Arbitrary<number> => {
  const around = (numbers: readonly number[]) => numbers.flatMap((number) => [number, number - 1, number + 1, number - 0.0001, number + 0.0001, number - 0.5])
  const own = someOf(around(thresholds.ofFact.get(id) ?? []), schema)
  const any = someOf(around(thresholds.numbers.flatMap((number) => [1, 2, 3, 4].map((times) => number * times))), schema)
  const least = schema.minimum ?? -5
  const plain = someOf([least, least + 1, least + 2, least + 7, 0, 3, 100, schema.maximum ?? 12_345_678], schema)
  const rare = someOf([33.3333, 45.5, 0.1, 0.123456, 1_234_567.890123, 1_000_000_000_000, 999_999_999_999_999, 7_000_000_000_000], schema)
  const pools = [[6, own], [3, any], [3, plain], [0.4, rare]] as const
  const choices = pools.flatMap(([weight, numbers]) => (numbers.length > 0 ? [{ weight: weight * 10, arbitrary: fc.constantFrom(...numbers) }] : []))
  return choices.length > 0 ? fc.oneof(...choices) : fc.constant(least)
}

const yearsBefore = (day: string, years: number): string => {
  const moved = `${String(Number(day.slice(0, 4)) - years).padStart(4, '0')}${day.slice(4)}`
  return isDay(moved) ? moved : `${moved.slice(0, 4)}-03-01`
}

const dateFor = ({ day, thresholds }: Making, { format }: FieldSchema): fc.Arbitrary<string> => {
  const ages = thresholds.numbers.filter((number) => Number.isInteger(number) && number >= 0 && number <= 120)
  const birthdays = fc.tuple(fc.constantFrom(0, 1, 18, ...ages), fc.integer({ min: -1, max: 1 })).map(([years, days]) => addDays(yearsBefore(day, years), days))
  const months = fc.tuple(fc.constantFrom(0, 1, 6, ...ages), fc.integer({ min: -1, max: 1 })).map(([count, days]) => addDays(day, -Math.round(count * 30.4) + days))
  const named = fc.tuple(fc.constantFrom(day, '2020-02-29', ...thresholds.days), fc.integer({ min: -1, max: 1 })).map(([each, days]) => addDays(each, days))
  const days = fc.oneof({ weight: 5, arbitrary: birthdays }, { weight: 1, arbitrary: months }, { weight: 2, arbitrary: named }, { weight: 1, arbitrary: fc.integer({ min: 0, max: 36_000 }).map((ago) => addDays(day, -ago)) })
  return format === 'partial-date' ? fc.tuple(days, fc.constantFrom(10, 10, 10, 10, 10, 10, 7, 4)).map(([each, length]) => each.slice(0, length)) : days
}

type PartOfHistory = Pick<HouseholdInput, 'history' | 'history_from'>

/** Decisions on the outcomes that the rules look back to. */
const historyOf = ({ assembly, day, results, thresholds }: Making): fc.Arbitrary<PartOfHistory> => {
  if (thresholds.outcomes.length === 0) return fc.constantFrom<PartOfHistory>({}, { history: [] })
  const begun = fc.oneof(fc.integer({ min: -400, max: 3000 }).map((ago) => addDays(day, -ago)), fc.constantFrom(day, addDays(day, 1), addDays(day, -1), ...thresholds.days))
  const entry = fc.constantFrom(...thresholds.outcomes).chain((outcome) => fc.record({
    value: fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 20, arbitrary: fc.constantFrom<Answer[]>(...(results[outcome] ?? resultsOf(assembly, outcome, thresholds))) }, { weight: 1, arbitrary: fc.constantFrom<Answer>(true, 4, 'elsewhere', '2020-01-01', ['a']) }),
    layer: fc.constantFrom('national' as const, 'national', 'local'),
    from: begun,
    length: fc.option(fc.integer({ min: 0, max: 1500 }), { freq: 3 }),
    decided: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 3 }),
    standard: fc.option(fc.constantFrom('first', 'second')),
    member: fc.option(fc.constantFrom('m0', 'm1', 'm9'), { freq: 2 }),
  }).map(({ value, layer, from, length, decided, standard, member }): HistoryEntry => {
    const [programme = '', name = ''] = outcome.split('.')
    return {
      programme, outcome: name, layer, from, ...(value !== undefined && { value }),
      ...(length !== null && { to: addDays(from, length) }), ...(decided !== null && { decided_on: addDays(from, -decided) }),
      ...(standard !== null && { standard }), ...(member !== null && { member }),
    }
  }))
  const listed = fc.array(entry, { maxLength: 5 })
  return fc.oneof(
    { weight: 6, arbitrary: fc.record({ history: listed }) },
    { weight: 2, arbitrary: fc.record({ history: listed, history_from: begun }) },
    { weight: 1, arbitrary: fc.constant({}) },
  )
}

const resultsOf = (assembly: Assembly, name: string, { texts, numbers }: Thresholds): Answer[] => {
  const [programme = '', outcome = ''] = name.split('.')
  const owner = programme === assembly.programme ? assembly : assembly.dependencies.get(programme)
  const piece = owner?.pieces.get(outcome)?.piece
  const codes = piece?.kind === 'outcome' ? owner?.lists.get(piece.list ?? '')?.entries.map(({ code }) => code) : undefined
  if (codes && owner && typeOfFact(owner, { fact: outcome }) === 'list') return [[], codes.slice(0, 1), codes.slice(1, 3).toReversed(), codes]
  return codes ?? (owner && typeOfFact(owner, { fact: outcome }) === 'boolean' ? [true, false] : ['', ...texts, ...numbers.slice(0, 4), true, false])
}
