import type { Answers } from '@tieuchi/runtime'
import { caseDefaults } from './case-defaults.ts'
import { CaseProblem } from './case-problem.ts'

/** What a group of social assistance says of a person, and of where they live. */
export interface SocialGroup {
  readonly member?: Answers
  readonly unit?: Answers
  /** Age where the case gives none; absent: that of any person; `null`: the group does not tell, so it is unknown. */
  readonly age?: number | null
}

const { ages, benefit: { socialAges } } = caseDefaults

interface NamedGroup extends SocialGroup {
  readonly names: readonly string[]
}

const groups: readonly NamedGroup[] = [
  { names: ['single_parent', 'poor_single_parent', 'lone_parent'], member: { single_parent: true, children_raised: caseDefaults.benefit.children } },
  { names: ['child_without_support', 'child_no_support', 'child_without_parental_support', 'unsupported_child'], member: { without_parental_support: true }, age: null },
  { names: ['student_without_support', 'child_without_support_student', 'child_without_support_studying', 'child_without_support_16_22', 'without_support_16_22', 'unsupported_student'], member: { without_parental_support: true, studying: 'upper_secondary' }, age: null },
  { names: ['hiv_child', 'child_hiv'], member: { hiv: true }, age: null },
  { names: ['hiv_adult', 'adult_hiv', 'hiv'], member: { hiv: true, stable_income: false } },
  { names: ['elderly_no_support', 'elderly_without_support', 'elder_no_support', 'elder_without_support', 'elderly_nobody_to_support'], member: { nobody_to_support: true }, age: null },
  { names: ['elderly_80_no_pension', 'elderly_no_pension', 'elderly_80_without_pension', 'elder_80_no_pension', 'elderly_without_pension', 'elder_no_pension'], member: { pension: false }, age: socialAges.oldest },
  { names: ['elderly_minority', 'elderly_75_80', 'elderly_75_80_minority', 'elderly_minority_75_80', 'elderly_75_80_minority_mountain', 'elderly_75_80_hard_area', 'elderly_75_80_very_hard_area', 'elderly_hard_area', 'elderly_very_hard_area'], unit: { very_hard_area: true }, age: socialAges.hardArea },
  { names: ['elderly_in_community', 'elderly_cared_in_community', 'elderly_cared_for_in_community', 'elderly_community_care', 'cared_in_community', 'cared_for_in_community'], member: { cared_for_in_community: true, nobody_to_support: true }, age: ages.elder },
  { names: ['child_under_3', 'child_under_3_hard_area', 'child_under_3_very_hard_area', 'child_under3', 'child_under3_hard_area', 'child_below_3', 'child_below_3_hard_area', 'young_child_hard_area'], unit: { very_hard_area: true }, age: socialAges.smallChild },
  { names: ['serious_injury', 'seriously_injured', 'injury', 'emergency_injury'], member: { serious_injury: true } },
  { names: ['death', 'death_by_disaster', 'disaster_death', 'emergency_death'], member: { deceased: true, died_by_disaster: true } },
  { names: ['rice', 'lacks_food', 'hunger', 'emergency_rice', 'emergency_food'], member: { lacks_food: true } },
  { names: ['burial', 'receiver', 'monthly_receiver'], member: { deceased: true, monthly_social_assistance: true } },
  { names: ['social_pension', 'elderly'], member: { pension: false }, age: null },
  { names: ['none', 'other', 'adult'] },
]

const byName = new Map(groups.flatMap((group) => group.names.map((name) => [name, group] as const)))

/** A disability is named by its degree and, perhaps, by whose it is, in any order. */
function disabilityIn(words: readonly string[]): SocialGroup | undefined {
  if (!words.some((word) => word.startsWith('disab'))) return undefined
  const severe = words.some((word) => word.startsWith('sever'))
  const level = severe ? (words.some((word) => ['very', 'extremely', 'especially', 'exceptionally'].includes(word)) ? 'very_severe' : 'severe') : words.some((word) => word.startsWith('mild')) ? 'mild' : undefined
  const age = words.includes('child') ? ages.child : words.some((word) => word.startsWith('elder')) ? ages.elder : undefined
  return { ...(level !== undefined && { member: { disability_level: level } }), ...(age !== undefined && { age }) }
}

const groupOrThrow = (name: string): SocialGroup => {
  const group = byName.get(name) ?? disabilityIn(name.split('_'))
  if (!group) throw new CaseProblem(`group is “${name}”; expected one of ${[...byName.keys()].join(', ')}, a disability, or several joined by “_and_”`)
  return group
}

/** What one or several groups say together; `single_parent_and_severely_disabled` is two. */
export function socialGroup(names: readonly string[]): SocialGroup {
  const parts = names.flatMap((name) => (byName.has(name) ? [name] : name.split(/_and_|\+|,\s*/))).map(groupOrThrow)
  const told = parts.flatMap(({ age }) => (age === undefined ? [] : [age]))
  return {
    member: Object.assign({}, ...parts.map(({ member }) => member)) as Answers,
    unit: Object.assign({}, ...parts.map(({ unit }) => unit)) as Answers,
    ...(told[0] !== undefined && { age: told.find((age) => age !== null) ?? null }),
  }
}
