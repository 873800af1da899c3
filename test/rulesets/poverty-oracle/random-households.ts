import { addDays, type Answer, type Answers, type HouseholdInput, type MemberAnswers } from '@tieuchi/runtime'
import fc from 'fast-check'
import { questionsOf, removeAnswers } from '../../support/dictionary-households.ts'
import { randomDecisions, undatedSome } from './random-decisions.ts'

/** A household with every answer, and what is known of it. */
export interface RandomHousehold {
  readonly on: string
  readonly whole: HouseholdInput
  readonly known: HouseholdInput
}

/** Amounts that some standard draws a line at, and their neighbours. */
const beside = (amounts: readonly number[]): readonly number[] => amounts.flatMap((amount) => [amount - 1, amount, amount + 1])

const incomes = beside([700_000, 900_000, 1_000_000, 1_300_000, 1_500_000, 1_950_000, 2_000_000, 2_200_000, 2_250_000, 2_800_000, 3_000_000])
const points = beside([120, 140, 150, 175])
const ages = [3, 6, 12, 16, 18, 30, 31]

/** Answers that speak against deprivation, and all others; `hardship` of 100 are of the others. */
const answer = <Value extends Answer>(hardship: number, fine: readonly Value[], others: readonly Value[]): fc.Arbitrary<Value> =>
  fc.oneof({ weight: 100 - hardship, arbitrary: fc.constantFrom(...fine) }, { weight: hardship, arbitrary: fc.constantFrom(...others) })

const birthday = (on: string, years: number): string => {
  const day = `${String(Number(on.slice(0, 4)) - years).padStart(4, '0')}${on.slice(4)}`
  return addDays(day, 0)
}

/** On a birthday that counts, a day before and after it, the same known by month or year alone, or any other day. */
const birthDates = (on: string): fc.Arbitrary<string> => {
  const near = fc.tuple(fc.constantFrom(...ages), fc.constantFrom(-1, 0, 1)).map(([years, days]) => addDays(birthday(on, years), days))
  return fc.oneof(
    { weight: 12, arbitrary: near },
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 90 * 365 }).map((days) => addDays(on, -days)) },
    { weight: 1, arbitrary: near.map((day) => day.slice(0, 7)) },
    { weight: 1, arbitrary: near.map((day) => day.slice(0, 4)) },
  )
}

const levels = ['none', 'preschool', 'primary', 'lower_secondary', 'elementary_vocational', 'intermediate_vocational', 'college', 'postgraduate']

/** Of what takes several answers to count as deprivation. */
const twice = (hardship: number): number => Math.min(95, hardship * 2)

const memberAnswers = (on: string, hardship: number): fc.Arbitrary<Answers> =>
  fc.record({
    birth_date: birthDates(on),
    working_age: fc.boolean(),
    able_and_willing_to_work: fc.boolean(),
    job: answer(hardship, ['wage_contract', 'other_work'], ['none', 'wage_no_contract']),
    monthly_social_allowance: answer(hardship, [false], [true]),
    stunted: answer(hardship, [false], [true]),
    underweight: answer(hardship, [false], [true]),
    health_insurance: answer(hardship, [true], [false]),
    studying: answer(twice(hardship), ['upper_secondary', 'university'], levels),
    highest_completed: answer(twice(hardship), ['upper_secondary', 'university'], levels.filter((level) => level !== 'preschool')),
    on_the_job_certified: answer(hardship, [true, false], [false]),
    uses_internet: fc.boolean(),
  })

const oldIndicators = ['health_services', 'health_insurance', 'adult_education', 'child_school', 'housing_quality', 'housing_area', 'water', 'toilet', 'telecom', 'info_means']

const devices = ['tv', 'radio', 'desktop_computer', 'telephone', 'laptop', 'tablet', 'smartphone']

const householdAnswers = (hardship: number): fc.Arbitrary<Answers> =>
  fc.record({
    income_method: fc.constantFrom('survey', 'survey', 'score'),
    income_per_person: fc.constantFrom(...incomes),
    income_points: fc.constantFrom(...points),
    walls_durable: answer(twice(hardship), [true], [false]),
    columns_durable: answer(twice(hardship), [true], [false]),
    roof_durable: answer(twice(hardship), [true], [false]),
    water_source: answer(hardship, ['piped', 'drilled_well', 'protected_dug_well', 'protected_spring', 'rainwater', 'bottled'], ['other']),
    toilet_type: answer(hardship, ['septic', 'pour_flush', 'improved_pit', 'double_vault'], ['other', 'none']),
    domestic_waste_handled: answer(hardship, [true], [false]),
    agri_livelihood: fc.boolean(),
    escape_confirmed: answer(25, [true], [false]),
    information_devices: fc.oneof({ weight: 100 - hardship, arbitrary: fc.subarray(devices) }, { weight: hardship, arbitrary: fc.constant([]) }),
    ...Object.fromEntries(oldIndicators.map((indicator) => [`standard_2016_${indicator}`, answer(hardship, [false], [true])])),
  })

/** Floor area per person around the least there should be, in hundredths of a square metre. */
const areas = [600, 799, 800, 801, 2_000]

const wholeHouseholds = (on: string, hardship: number): fc.Arbitrary<HouseholdInput> =>
  fc.record({
    household: householdAnswers(hardship),
    members: fc.array(memberAnswers(on, hardship), { minLength: 0, maxLength: 5 }),
    area: fc.constantFrom(...areas),
    area_type: fc.constantFrom('rural', 'urban'),
    history: randomDecisions(on),
  }).map(({ household, members, area, area_type, history }) => ({
    household: { ...household, floor_area: area * Math.max(1, members.length) / 100 },
    members: members.map((each, index): MemberAnswers => ({ ...each, id: `m${index + 1}` })),
    unit: { area_type },
    history,
  }))

/** How much is known of who the members are: all of them, not the last of them, nothing. */
const withMembers: Readonly<Record<'all' | 'some' | 'none', (input: HouseholdInput) => HouseholdInput>> = {
  all: (input) => input,
  some: ({ members = [], ...input }) => ({ ...input, members: members.slice(0, -1), members_complete: false }),
  none: ({ members: _members, ...input }) => input,
}

const mostQuestions = 100

const partOf = (whole: HouseholdInput, left: readonly boolean[], members: keyof typeof withMembers): HouseholdInput => {
  const unanswered = new Set(questionsOf(whole).filter((_question, index) => left[index % left.length]))
  const { history, ...rest } = withMembers[members](removeAnswers(whole, (question) => unanswered.has(question)))
  return { ...rest, ...(history && { history: undatedSome(history, left) }) }
}

const chance = (percent: number): fc.Arbitrary<boolean> => fc.integer({ min: 0, max: 99 }).map((roll) => roll >= 100 - percent)

const howMuch = fc.oneof(
  { weight: 20, arbitrary: fc.constant('all' as const) },
  { weight: 2, arbitrary: fc.constant('some' as const) },
  { weight: 1, arbitrary: fc.constant('none' as const) },
)

/** Households on or beside what the law counts, with no answer, one in fifty, one in ten or one in four missing. */
export const randomHouseholds = (days: readonly string[]): fc.Arbitrary<RandomHousehold> =>
  fc.tuple(fc.constantFrom(...days), fc.constantFrom(3, 15, 50), fc.constantFrom(0, 2, 10, 10, 25)).chain(([on, hardship, percent]) =>
    fc.record({ whole: wholeHouseholds(on, hardship), left: fc.array(chance(percent), { minLength: mostQuestions, maxLength: mostQuestions }), members: howMuch })
      .map(({ whole, left, members }) => ({ on, whole, known: partOf(whole, left, members) })))
