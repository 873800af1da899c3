import { evaluate, momentAt, type Answers, type MemberAnswers } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { parsePast } from '@tieuchi/server/demo/past-description.ts'
import { generatePast } from '@tieuchi/server/demo/register-generator.ts'
import { parseDescription } from '@tieuchi/server/demo/register-description.ts'
import type { HouseholdPast } from '@tieuchi/server/demo/register-past.ts'
import type { RecordedSpell } from '@tieuchi/server/demo/spell-timeline.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)
const request = { at: '2026-11-27', now: new Date('2026-11-27T03:00:00Z') }
const told = [...generatePast(packs, { ...request, households: 2500 })].flatMap(({ past, input }) => (past ? [{ past, input }] : []))
const pasts = told.map(({ past }) => past)
const description = parseDescription(packs.demo, packs.common)

const holding = <Value, Spell extends RecordedSpell<Value>>(spells: readonly Spell[], day: string): readonly Spell[] =>
  spells.filter(({ superseded_at: superseded, valid_from: from, valid_to: to }) => superseded === null && (from === null || from <= day) && (to === null || day <= to))

const onDay = ({ household, members }: HouseholdPast, day: string) => ({
  household: holding<Answers, RecordedSpell<Answers>>(household, day)[0]?.value, members: holding<MemberAnswers, HouseholdPast['members'][number]>(members, day).map(({ value }) => value),
})

const classOn = async (past: HouseholdPast, day: string): Promise<unknown> => {
  const rules = resolvePackRules(packs, { programme: 'poverty', at: day })
  if (isIssue(rules) || !rules.assemblies.national) throw new Error(`No rules on ${day}`)
  const { household, members } = onDay(past, day)
  if (household === undefined) return 'not there'
  const { result } = await evaluate(rules.assemblies.national, { input: { household, members, unit: { area_type: 'rural' } }, moment: momentAt(day) })
  return result.outcomes[0]?.value ?? 'undetermined'
}

const days = ['2025-07-15', '2025-12-05', '2026-11-10'] as const

describe('the past of the made-up register', () => {
  it('is the same each time, and that of a smaller register is its beginning', () => {
    expect([...generatePast(packs, { ...request, households: 60 })].map(({ past }) => past)).toEqual(pasts.slice(0, 60))
    expect(new Set(pasts.map(({ id }) => id)).size).toBe(pasts.length)
  })

  it('ends in the register as it is drawn, with answers that the dictionary allows on every day', () => {
    for (const { past, input } of told) expect(onDay(past, request.at)).toEqual(input)
    for (const day of days) expect(pasts.flatMap((past) => checkInput(packs.common, { ...onDay(past, day), household: onDay(past, day).household ?? {} }))).toEqual([])
  })

  it('has households that come to every other class, fall back, and are poor for the first time', async () => {
    const others = pasts.filter(({ household }) => new Set(household.map(({ value }) => value)).size > 1)
    const ways = new Set(await Promise.all(others.map(async (past) => (await Promise.all(days.map((day) => classOn(past, day)))).map((name) => (name === 'average' || name === 'above_average' ? 'neither' : name)).join(' '))))
    for (const way of ['poor poor neither', 'poor poor near_poor', 'near_poor near_poor neither', 'near_poor near_poor poor', 'neither neither poor', 'neither neither near_poor', 'poor neither poor', 'near_poor neither near_poor']) expect([...ways]).toContain(way)
  }, 120_000)

  it('tells of poor and near-poor households of each review why they are, by each of the causes, and of some in which group of policies they are', async () => {
    const codes = packs.common.lists.find(({ id }) => id === 'poverty_cause')?.entries.map(({ code }) => code) ?? []
    expect(codes).toHaveLength(8)
    for (const day of days) {
      const hard = pasts.filter((past) => Number(onDay(past, day).household?.['income_per_person'] ?? Infinity) <= 1_500_000)
      const classes = await Promise.all(hard.map((past) => classOn(past, day)))
      const listed = hard.filter((_past, index) => classes[index] === 'poor' || classes[index] === 'near_poor').map((past) => onDay(past, day))
      const causes = listed.map(({ household }) => household?.['poverty_causes'])
      expect(causes.filter((each) => Array.isArray(each) && each.length > 0).length).toBeGreaterThan(listed.length * 0.9)
      expect([...new Set(causes.flatMap((each) => (Array.isArray(each) ? each : [])))].toSorted()).toEqual(codes.toSorted())
      for (const answer of [true, false]) expect(listed.some(({ household }) => household?.['no_working_capacity'] === answer)).toBe(true)
      expect(listed.some(({ members }) => members.some((member) => member['merit'] === true))).toBe(true)
    }
  }, 120_000)

  it('has people who are born, join, leave and die, households that move, are new and are split off', () => {
    const people = pasts.flatMap(({ members }) => members)
    expect(new Set(people.map(({ began }) => began))).toEqual(new Set([null, 'born', 'joined']))
    expect(new Set(people.map(({ ended }) => ended))).toEqual(new Set([null, 'left', 'died']))
    expect(pasts.some(({ household }) => new Set(household.map(({ unit_id: unit }) => unit)).size > 1)).toBe(true)
    expect(pasts.some(({ household }) => household.every(({ valid_from: from }) => from !== null))).toBe(true)
    const split = pasts.flatMap(({ members }, index) => members.filter(({ value, ended }) => value.id === 's1' && ended === 'left').map(({ value, valid_to: last }) => ({ value, last, next: pasts[index + 1] })))
    expect(split.length).toBeGreaterThan(0)
    for (const { value, last, next } of split) {
      if (!next) continue
      expect(next.members[0]?.value).toMatchObject({ full_name: value['full_name'], relation_to_head: 'head' })
      expect(next.household.every(({ valid_from: from }) => from !== null && last !== null && from > last)).toBe(true)
    }
  })

  it('knew each thing from the day on which it was entered, not before', () => {
    for (const { household, members } of pasts) for (const { recorded_at: recorded, superseded_at: superseded } of [...household, ...members]) {
      expect(recorded.getTime()).toBeLessThanOrEqual(request.now.getTime())
      if (superseded) expect(superseded.getTime()).toBeGreaterThan(recorded.getTime())
    }
  })

  it('is refused for answers outside the dictionary, a role nobody describes, a day that is none, and a wrong form', () => {
    const past = parsePast(packs.past, packs.common, description)
    const refused = (changed: object) => () => parsePast({ ...past, ...changed }, packs.common, description)
    expect(refused({ answers: { well_off: [{ set: 'shoe_size', cases: [{ draw: { value: 40 } }] }] } })).toThrow('shoe_size')
    expect(refused({ joined: [{ role: 'stranger', chance: 1, from: '2026-01-01', to: '2026-01-02' }] })).toThrow('stranger')
    expect(refused({ recorded: '2026-02-30' })).toThrow('2026-02-30')
    expect(refused({ reviews: {} })).toThrow('demo/past.json')
  })
})
