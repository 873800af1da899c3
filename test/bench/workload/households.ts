import type { Answer, Answers, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
import { householdAssets, unitOf } from './household-answers.ts'
import { memberAnswers, type Role } from './member-answers.ts'
import { chance, randomFrom, weighted, type Random } from './random.ts'

export interface HouseholdOptions {
  /** Day on which ages are taken; birthdays gather around it. */
  readonly day: string
  /** Share of answers taken away, from 0 to 1. The unit's attributes and who belongs to the household stay known. */
  readonly missing?: number
  readonly seed?: number
}

/** 4,2 members on average. */
const sizes = { 1: 5, 2: 10, 3: 17, 4: 27, 5: 21, 6: 12, 7: 5, 8: 3 } as const

const roles: readonly Role[] = ['head', 'spouse', 'child', 'child', 'parent', 'child', 'grandchild', 'grandchild']

/** The made-up household of a number: the same for the same seed, whatever was made before. */
export const householdAt = (index: number, { day, missing = 0, seed = 2022 }: HouseholdOptions): HouseholdInput => {
  const random = randomFrom(seed * 1_000_003 + index)
  const size = Number(weighted(random, sizes))
  const unit = unitOf(random)
  const members = roles.slice(0, size).map((role, position): MemberAnswers => ({ id: `m${position + 1}`, ...memberAnswers(random, role, day) }))
  const whole: HouseholdInput = { household: householdAssets(random, size, unit), members, unit }
  return missing === 0 ? whole : withoutSome(whole, missing, randomFrom(seed * 7_000_003 + index))
}

/** Households in order, one at a time: a register need not be held to be read. */
export function* householdsFrom(count: number, options: HouseholdOptions): Generator<HouseholdInput> {
  for (let index = 0; index < count; index += 1) yield householdAt(index, options)
}

const withoutSome = ({ household = {}, members = [], unit = {} }: HouseholdInput, share: number, random: Random): HouseholdInput => ({
  household: thinned(household, share, random),
  members: members.map((member): MemberAnswers => ({ ...thinned(member, share, random), id: member.id })),
  unit,
})

const thinned = (answers: Answers, share: number, random: Random): Answers =>
  Object.fromEntries(Object.entries(answers).flatMap(([name, answer]) => (chance(random, share) ? partly(name, answer, random) : [[name, answer]])))

/** Of a birth date often the year alone is known. */
const partly = (name: string, answer: Answer, random: Random): readonly (readonly [string, Answer])[] =>
  name === 'birth_date' && typeof answer === 'string' && chance(random, 0.5) ? [[name, answer.slice(0, 4)]] : []
