import type { Answer, Answers, CommonDocument, FieldSchema, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
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

/** Any household a dictionary allows, with any answers missing; members have UUIDs or ids of their own. */
export const anyHousehold = (common: CommonDocument): fc.Arbitrary<HouseholdInput> => {
  const { household, members, unit } = common.dictionary.properties
  const ids = fc.oneof(fc.uuid(), fc.stringMatching(/^[a-z]{1,3}$/))
  const member = fc.tuple(group(common, members.items.properties), ids).map(([answers, id]): MemberAnswers => ({ ...answers, id }))
  return fc.record({
    household: group(common, household.properties),
    unit: group(common, unit.properties),
    members: fc.uniqueArray(member, { maxLength: 4, selector: ({ id }) => id }),
  }, { requiredKeys: ['members'] })
}

/** Households of which columns hold a part only, or nothing. */
export const openHousehold = (common: CommonDocument): fc.Arbitrary<HouseholdInput> =>
  anyHousehold(common).chain((whole) => fc.constantFrom<HouseholdInput>(
    { ...whole, members_complete: false },
    { ...whole, history: [] },
    { ...whole, history: [{ programme: 'harbours', layer: 'national', outcome: 'berth', value: 'north', from: '2025-01-01' }], history_from: '2024-01-01' },
    { household: whole.household ?? {} },
  ))
