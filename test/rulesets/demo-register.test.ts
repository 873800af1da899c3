import { evaluate, formDemands, formSet, momentAt } from '@tieuchi/runtime'
import { checkInput } from '@tieuchi/runtime/validation/server'
import { generateRegister } from '@tieuchi/server/demo/register-generator.ts'
import { drawRegister } from '@tieuchi/server/demo/register-drawing.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import { describe, expect, it } from 'vitest'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)
const at = '2026-11-01'
const register = [...generateRegister(packs, { households: 1100, at })]

const rulesAt = (day: string) => {
  const rules = resolvePackRules(packs, { programme: 'poverty', at: day })
  if (isIssue(rules) || !rules.assemblies.national) throw new Error(`No rules on ${day}`)
  return rules.assemblies.national
}

describe('the made-up register', () => {
  it('is the same each time, and a smaller one is its beginning', () => {
    expect([...generateRegister(packs, { households: 50, at })]).toEqual(register.slice(0, 50))
    expect([...generateRegister(packs, { households: 50, at, seed: 7 })]).not.toEqual(register.slice(0, 50))
  })

  it('lives in the six communes of the day', () => {
    expect([...new Set(register.map(({ unit }) => unit))].toSorted()).toEqual(['11074', '11086', '11113', '11131', '11140', '11146'].map((code) => `hai-phong-2025-${code}`))
  })

  it('answers only what the dictionary asks, with values it allows', () => {
    expect(register.flatMap(({ input }) => checkInput(packs.common, input))).toEqual([])
  })

  it('has one head in each household, birth dates before the day, and papers that agree', async () => {
    const states = await Promise.all(register.slice(0, 300).map(({ input }) => formDemands(formSet(rulesAt(at), 'household_review'), input, momentAt(at))))
    expect(states.flatMap(({ issues, unanswered }) => [...issues, ...unanswered])).toEqual([])
  })

  it('leaves some questions unanswered and some people without a number', () => {
    const people = register.flatMap(({ input }) => input.members ?? [])
    expect(people.some((person) => person['personal_number'] === undefined)).toBe(true)
    expect(people.some((person) => person['health_insurance'] === undefined)).toBe(true)
  })

  it('has classes near those of the Red River delta', { timeout: 120_000 }, async () => {
    const assembly = rulesAt(at)
    const values = await Promise.all(register.map(async ({ input }) => {
      const { result } = await evaluate(assembly, { input: { ...input, unit: { area_type: 'rural' } }, moment: momentAt(at) })
      return String(result.outcomes[0]?.value ?? 'undetermined')
    }))
    const share = (value: string) => values.filter((each) => each === value).length / values.length
    expect(share('poor')).toBeGreaterThan(0.006)
    expect(share('poor')).toBeLessThan(0.025)
    expect(share('near_poor')).toBeGreaterThan(0.01)
    expect(share('near_poor')).toBeLessThan(0.035)
    expect(share('undetermined')).toBeLessThan(0.03)
  })
})

describe('a description of another register', () => {
  const request = { households: 20, seed: 1, communes: [{ id: 'one' }], common: packs.common, at }
  const small = {
    format: 1, seed: 1, lists: { names: { An: 1 } }, latent: [], roles: { person: [{ set: 'full_name', cases: [{ draw: { text: [{ list: 'names' }] } }] }] }, everyone: [], household: [],
    rosters: [{ weight: 1, members: [{ role: 'person', count: { '2': 1 } }] }],
  }

  it('is drawn as it says', () => {
    expect([...drawRegister(small, request)].map(({ input }) => input)).toEqual(Array.from({ length: 20 }, () => ({ household: {}, members: [{ full_name: 'An', id: 'm1' }, { full_name: 'An', id: 'm2' }] })))
  })

  it('is refused for a field outside the dictionary, a role nobody describes, and a wrong form', () => {
    expect(() => [...drawRegister({ ...small, everyone: [{ set: 'shoe_size', cases: [{ draw: { value: 40 } }] }] }, request)]).toThrow('shoe_size')
    expect(() => [...drawRegister({ ...small, rosters: [{ weight: 1, members: [{ role: 'stranger' }] }] }, request)]).toThrow('stranger')
    expect(() => [...drawRegister({ ...small, rosters: [] }, request)]).toThrow('rosters')
  })
})
