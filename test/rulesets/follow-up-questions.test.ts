import { formSet, formState, momentAt, type Answers, type Assembly } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)
const at = '2026-11-27'

const rulesOf = (programme: string): readonly Assembly[] => {
  const rules = resolvePackRules(packs, { programme, at })
  return isIssue(rules) ? [] : [rules.assemblies.national]
}

const [review] = rulesOf('poverty')
if (!review) throw new Error(`No review on ${at}`)
const set = formSet(review, 'household_review', packs.programmes.flatMap(({ document: { id } }) => (id === 'poverty' || id === 'common' ? [] : rulesOf(id))))

/** Which of some questions the review of a household of one person asks, with the pages of all policies in it. */
const asked = async (questions: readonly string[], household: Answers, member: Answers = {}): Promise<readonly string[]> => {
  const { hidden } = await formState(set, { household, members: [{ id: 'a', ...member }] }, momentAt(at))
  return questions.filter((name) => !hidden.includes(`household.${name}`) && !hidden.includes(`members.a.${name}`))
}

describe('a question of a benefit that follows another', () => {
  it.each([
    [['housing_work'], 'housing_need', true, false],
    [['hardship'], 'housing_damage', 'severe', 'none'],
    [['monthly_electricity'], 'social_policy_household', true, false],
  ] as const)('of the household is asked once that is answered so: %s after %s', async (questions, gate, opening, closing) => {
    expect(await Promise.all([{}, { [gate]: opening }, { [gate]: closing }].map((household) => asked(questions, household)))).toEqual([[], questions, []])
  })

  it.each([
    [['children_raised'], 'single_parent', true, false],
    [['died_by_disaster', 'single_parents_child'], 'deceased', true, false],
    [['going_to_work_abroad'], 'working_age', true, false],
    [['joins_voluntary_insurance'], 'compulsory_social_insurance', false, true],
    [['hiv'], 'stable_income', false, true],
    [['school_type'], 'studying', 'college', 'none'],
  ] as const)('of a member is asked once that is answered so: %s after %s', async (questions, gate, opening, closing) => {
    const member = { birth_date: '1985-03-01', sex: 'female' }
    expect(await Promise.all([{}, { [gate]: opening }, { [gate]: closing }].map((answers) => asked(questions, {}, { ...member, ...answers })))).toEqual([[], questions, []])
  })

  it('about orphans is for pupils, and asked of whoever may be one', async () => {
    expect(await Promise.all([{}, { studying: 'primary' }, { studying: 'none' }].map((answers) => asked(['orphan'], {}, { birth_date: '2004-03-01', ...answers })))).toEqual([['orphan'], ['orphan'], []])
  })

  it('about training is for persons of the age for it, and asked of whoever may be', async () => {
    const questions = ['vocational_training_need', 'training_distance']
    expect(await asked(questions, {}, { birth_date: '1985-03-01', sex: 'female' })).toEqual(questions)
    expect(await asked(questions, {}, { birth_date: '1940', sex: 'female', working_age: false })).toEqual([])
    expect(await asked(questions, {})).toEqual(questions)
  })
})
