import { addDays, type Answer, type Answers, type CommonDocument, type FieldSchema, type HistoryEntry, type HouseholdInput, type MemberAnswers } from '@tieuchi/runtime'
import fc from 'fast-check'

const twoDigits = (number: number): string => String(number).padStart(2, '0')

/** Days, months and years of any century, 29 February among them. */
const dates: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })).map(([year, month, day]) => `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`),
  fc.tuple(fc.integer({ min: 1850, max: 2070 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${twoDigits(month)}`),
  fc.integer({ min: 1850, max: 2070 }).map(String),
  fc.constantFrom('2000-02-29', '2024-02-29', '1900-02-28', '2026-12-31', '2026-01-01'),
)

/** Numbers as people enter them: small, large, negative where allowed, with decimals where allowed. */
const numbers = ({ type, minimum = -999_999_999_999_999, maximum = 999_999_999_999_999 }: FieldSchema): fc.Arbitrary<number> => {
  const whole = fc.oneof(fc.integer({ min: -20, max: 300 }), fc.maxSafeInteger()).map((number) => Math.max(minimum, Math.min(maximum, number % 1_000_000_000_000_000)) + 0)
  const decimal = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 6 })).map(([units, places]) => Math.max(minimum, Math.min(maximum, units / 10 ** places)))
  return type === 'integer' ? whole : fc.oneof(whole, decimal)
}

const answerTo = ({ lists }: CommonDocument, schema: FieldSchema): fc.Arbitrary<Answer> => {
  const codes = lists.find(({ id }) => id === schema['x-list'])?.entries.map(({ code }) => code) ?? []
  if (schema.type === 'boolean') return fc.boolean()
  if (schema.type === 'integer' || schema.type === 'number') return numbers(schema)
  if (schema.type === 'array') return fc.shuffledSubarray(codes)
  if (schema.format === 'personal-number') return fc.stringMatching(/^\d{12}$/)
  if (schema.format !== undefined) return dates
  return codes.length > 0 ? fc.constantFrom(...codes) : fc.string({ unit: 'grapheme', maxLength: 12 })
}

const group = (common: CommonDocument, fields: Readonly<Record<string, FieldSchema>>): fc.Arbitrary<Answers> =>
  fc.record(Object.fromEntries(Object.entries(fields).map(([id, schema]) => [id, answerTo(common, schema)])), { requiredKeys: [] }).map((answers) => JSON.parse(JSON.stringify(answers)))

const day = fc.integer({ min: 0, max: 3000 }).map((after) => addDays('2018-02-27', after))

/** Earlier decisions of any kind, on the household or on a member. */
const entry: fc.Arbitrary<HistoryEntry> = fc.record({
  programme: fc.constantFrom('harbours', 'guild'),
  outcome: fc.constantFrom('berth', 'rank'),
  layer: fc.constantFrom('national' as const, 'local'),
  value: fc.oneof(fc.constantFrom<Answer[]>('north', '', true, false, '2020-02-29'), fc.integer({ min: -9, max: 9 }), fc.constant(1.25)),
  from: day,
  to: day,
  decided_on: day,
  standard: fc.constantFrom('first', 'second'),
  member: fc.constantFrom('a', 'b'),
}, { requiredKeys: ['programme', 'outcome', 'layer', 'from'] }).map((each) => JSON.parse(JSON.stringify(each)))

const history: fc.Arbitrary<Pick<HouseholdInput, 'history' | 'history_from'>> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({}) },
  { weight: 2, arbitrary: fc.record({ history: fc.array(entry, { maxLength: 4 }) }) },
  { weight: 1, arbitrary: fc.record({ history: fc.array(entry, { maxLength: 4 }), history_from: day }) },
)

/** Any household a dictionary allows, with any answers missing and any history; members have UUIDs or ids of their own. */
export const anyHousehold = (common: CommonDocument): fc.Arbitrary<HouseholdInput> => {
  const { household, members, unit } = common.dictionary.properties
  const ids = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z]{1,3}$/))
  const member = fc.tuple(group(common, members.items.properties), ids).map(([answers, id]): MemberAnswers => ({ ...answers, id }))
  const whole = fc.record({
    household: group(common, household.properties),
    unit: group(common, unit.properties),
    members: fc.uniqueArray(member, { maxLength: 4, selector: ({ id }) => id }),
  }, { requiredKeys: ['members'] })
  return fc.tuple(whole, history).map(([answers, earlier]) => ({ ...answers, ...earlier }))
}

/** Households that no columns hold. */
export const openHousehold = (common: CommonDocument): fc.Arbitrary<HouseholdInput> =>
  anyHousehold(common).chain((whole) => fc.constantFrom<HouseholdInput>(
    { ...whole, members_complete: false },
    { ...whole, history: [{ programme: 'harbours', layer: 'national', outcome: 'berth', value: ['north', 'south'], from: '2025-01-01' }] },
    { household: whole.household ?? {} },
  ))
