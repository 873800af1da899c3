import type { Answer, Answers, CommonDocument, FieldSchema, HistoryEntry, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
import fc from 'fast-check'

const numbersNear = (limits: readonly number[], { type, minimum = 0, maximum = Number.MAX_SAFE_INTEGER }: FieldSchema): fc.Arbitrary<number> => {
  const near = limits.flatMap((limit) => [limit - 1, limit, limit + 1]).filter((number) => number >= minimum && number <= maximum && (type === 'number' || Number.isInteger(number)))
  return fc.constantFrom(...(near.length > 0 ? near : [minimum]))
}

const days = fc.integer({ min: 0, max: 90 * 365 }).map((ago) => new Date(Date.UTC(2026, 11, 31 - ago)).toISOString().slice(0, 10))

/** Any answer a dictionary field may have; numbers lie on and beside the limits given. */
const answerTo = (common: CommonDocument, schema: FieldSchema, limits: readonly number[]): fc.Arbitrary<Answer> => {
  const codes = common.lists.find(({ id }) => id === schema['x-list'])?.entries.map(({ code }) => code) ?? []
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') return numbersNear(limits, schema)
  if (schema.type === 'array') return fc.subarray(codes)
  if (schema.format === 'personal-number') return fc.constantFrom('030074000123', '031201004567')
  if (schema.format !== undefined) return days
  return codes.length > 0 ? fc.constantFrom(...codes) : fc.constantFrom('Thôn 1', 'Thôn 2')
}

const group = (common: CommonDocument, fields: Readonly<Record<string, FieldSchema>>, limits: readonly number[]): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([id, schema]) => [id, answerTo(common, schema, limits)])))

/** Households with every question of a dictionary answered, up to four members. */
export const completeHouseholds = (common: CommonDocument, limits: readonly number[]): fc.Arbitrary<HouseholdInput> => {
  const { household, members, unit } = common.dictionary.properties
  return fc.record({
    household: group(common, household.properties, limits),
    unit: group(common, unit.properties, limits),
    members: fc.array(group(common, members.items.properties, limits), { minLength: 1, maxLength: 4 }).map((list) => list.map((member, index): MemberAnswers => ({ ...member, id: `m${index}` }))),
  })
}

/** The day from which on a history is known that is known in part. */
const historySince = '2024-01-01'

/** Names of the questions answered: `field`, `member field`, `history` as a whole, and what was before a day. */
export const questionsOf = ({ household = {}, unit = {}, members = [], history }: HouseholdInput): readonly string[] => [
  ...(history ? ['history', 'history before'] : []),
  ...Object.keys(household),
  ...Object.keys(unit),
  ...members.flatMap((member) => Object.keys(member).filter((name) => name !== 'id').map((name) => `${member.id} ${name}`)),
]

const without = (answers: Answers, drop: (question: string) => boolean, prefix = ''): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => name === 'id' || !drop(prefix + name)))

const reaches = (day: string) => ({ to }: HistoryEntry): boolean => to === undefined || to >= day

const partOfHistory = ({ history }: HouseholdInput, drop: (question: string) => boolean): Pick<HouseholdInput, 'history' | 'history_from'> => {
  if (!history || drop('history')) return {}
  return drop('history before') ? { history: history.filter(reaches(historySince)), history_from: historySince } : { history }
}

/** The same household with some questions unanswered. */
export const removeAnswers = (whole: HouseholdInput, drop: (question: string) => boolean): HouseholdInput => ({
  household: without(whole.household ?? {}, drop),
  unit: without(whole.unit ?? {}, drop),
  ...partOfHistory(whole, drop),
  members: (whole.members ?? []).map((member) => ({ ...without(member, drop, `${member.id} `), id: member.id })),
})

const memberLike = ({ members = [] }: HouseholdInput, index: number): Answers => members[index % Math.max(1, members.length)] ?? {}

const completedHistory = (answered: HouseholdInput, other: HouseholdInput): Pick<HouseholdInput, 'history'> => {
  const since = answered.history_from
  if (!answered.history) return other.history ? { history: other.history } : {}
  return { history: since === undefined ? answered.history : [...answered.history, ...(other.history ?? []).filter((entry) => !reaches(since)(entry))] }
}

/** A household that agrees with `answered` wherever that has an answer, and with `other` elsewhere. */
export const completedBy = (answered: HouseholdInput, other: HouseholdInput): HouseholdInput => ({
  household: { ...other.household, ...answered.household },
  unit: { ...other.unit, ...answered.unit },
  ...completedHistory(answered, other),
  members: (answered.members ?? []).map((member, index) => ({ ...memberLike(other, index), ...member })),
})
