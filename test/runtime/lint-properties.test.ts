import { fileURLToPath } from 'node:url'
import { assemble, evaluate, formSet, formState, lintRelease, RowConflict, type Assembly, type Condition, type Evaluation, type FieldItem, type HouseholdInput, type Issue, type LogicPiece, type Release } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { completeInput, householdCondition, parameters, randomLogic } from './arbitraries.ts'
import { edited, randomRelease } from './difference-edits.ts'
import { at, commonDocument, leaf, releaseOf, text } from './fixture.ts'

const packs = readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url)))
const poverty = packs.programmes.flatMap(({ releases }) => releases.map(({ release }) => release))

const fits = (release: Release): boolean => validateDocument('release', JSON.parse(JSON.stringify(release))).length === 0

const assemblyOf = (release: Release): Assembly => assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: release } })

const evaluated = (release: Release, input: HouseholdInput): Promise<Evaluation> => evaluate(assemblyOf(release), { input, moment: at })

/** Tables that say of themselves that one row holds, besides those of other policies. */
const perhapsUnique = fc.tuple(randomLogic, fc.boolean()).map(([logic, unique]): readonly LogicPiece[] =>
  logic.map((piece): LogicPiece => {
    if (piece.kind === 'entitlement') return { ...piece, unit: 'count' }
    return unique && piece.kind === 'table' && piece.hit === 'first' ? { ...piece, hit: 'unique' } : piece
  }))

/** Some of the answers. */
const partialInput = fc.tuple(completeInput, fc.array(fc.constantFrom('hull_sound', 'engine_sound', 'leased', 'rent', 'cargo', 'length', 'gear', 'built_on'))).map(([input, left]): HouseholdInput => ({
  ...input, household: Object.fromEntries(Object.entries(input.household).filter(([field]) => !left.some((each) => each === field))),
}))

/** Names that lead astray: a word of the document in the place of another. */
const astray = (release: Release): fc.Arbitrary<Release> =>
  fc.tuple(fc.nat(), fc.nat()).map(([from, to]) => {
    const words = [...JSON.stringify(release.logic).matchAll(/"(?:fact|parameter|countEvents|condition|from|list|by)":"([a-z_]+)"/g)]
    const [old, other] = [words[from % Math.max(1, words.length)]?.[1], words[to % Math.max(1, words.length)]?.[1]]
    return { ...release, logic: JSON.parse(JSON.stringify(release.logic).replaceAll(`"${old}"`, `"${other}"`)) as Release['logic'] }
  })

describe('the lint of any release', () => {
  it('never throws on what fits the schema, however unsound', () => {
    const draft = fc.oneof(randomRelease, fc.constantFrom(...poverty)).chain((release) => fc.oneof(edited(release), astray(release), edited(release).filter(fits).chain(astray)))
    let unsound = 0
    fc.assert(fc.property(draft.filter(fits), fc.constantFrom('alone', 'nobody', 'itself'), (release, company) => {
      const common = release.programme === 'boats' ? commonDocument : packs.common
      const others = company === 'alone' ? undefined : company === 'nobody' ? {} : { ships: release, [release.programme]: release }
      const issues = lintRelease(common, release, others, { today: '2026-11-24', period: { valid_from: '2026-01-01' }, depends_on: [] })
      unsound += issues.some(({ severity }) => severity === 'error') ? 1 : 0
      for (const { message, path } of issues) expect([message.vi, message.en].join(), path.join('/')).not.toMatch(/\[object|undefined/)
    }), { numRuns: 100 })
    expect(unsound).toBeGreaterThan(10)
  })

  it('evaluates without throwing where no error is found, but for rows that were said to overlap', async () => {
    let free = 0
    await fc.assert(fc.asyncProperty(perhapsUnique, partialInput, async (logic, input) => {
      const release = releaseOf(logic, parameters)
      const issues = lintRelease(commonDocument, release)
      if (issues.some(({ severity }) => severity === 'error')) return
      free += 1
      try {
        await evaluated(release, input)
      } catch (error) {
        if (!(error instanceof RowConflict)) throw error
        expect(issues).toContainEqual(expect.objectContaining({ code: 'table_overlap', params: expect.objectContaining({ table: error.table }) }))
      }
    }), { numRuns: 250 })
    expect(free).toBeGreaterThan(20)
  })
})

const partAt = (document: unknown, path: Issue['path']): unknown => path.reduce<unknown>((part, key) => (part as Readonly<Record<string | number, unknown>>)[key], document)

const claims = ['condition_impossible', 'condition_always', 'outside_limits', 'condition_redundant']

/** The condition at a place, and its group without it. */
const claimed = (release: Release, { path }: Issue): { readonly condition: Condition; readonly group?: Condition; readonly rest?: Condition } => {
  const condition = partAt(release, path) as Condition
  const index = path.at(-1)
  if (typeof index !== 'number') return { condition }
  const group = partAt(release, path.slice(0, -2)) as Condition
  const others = (partAt(release, path.slice(0, -1)) as readonly Condition[]).filter((_other, place) => place !== index)
  return { condition, group, rest: path.at(-2) === 'all' ? { all: others } : { any: others } }
}

describe('what the lint says of conditions', () => {
  it('is borne out by every household', async () => {
    const found: Record<string, number> = {}
    await fc.assert(fc.asyncProperty(fc.array(householdCondition, { minLength: 1, maxLength: 3 }), randomLogic, fc.array(completeInput, { minLength: 3, maxLength: 3 }), async (conditions, logic, inputs) => {
      const checked: LogicPiece = { kind: 'rules', id: 'checked', title: text('checked'), rules: conditions.map((each, index) => ({ id: `rule_${index}`, title: text('rule'), conditions: each, event: { type: 'holds' } })) }
      const release = releaseOf([checked, ...logic], parameters)
      const issues = lintRelease(commonDocument, release).filter(({ code, path }) => claims.includes(code) && path[0] === 'logic' && path[1] === 0)
      for (const issue of issues) {
        found[issue.code] = (found[issue.code] ?? 0) + 1
        const { condition, group, rest } = claimed(release, issue)
        for (const input of inputs) {
          const { interpreter } = await evaluated(release, input)
          const truth = async (each: Condition) => (await interpreter.judge(each, {})).truth
          if (issue.code === 'condition_redundant' && group && rest) expect(await truth(group)).toBe(await truth(rest))
          else expect(await truth(condition)).toBe(issue.code === 'condition_always' || issue.params['holds'] === true)
        }
      }
    }), { numRuns: 200 })
    for (const code of claims) expect(found[code], code).toBeGreaterThan(0)
  })
})

const hideable = ['hull_sound', 'engine_sound', 'cargo', 'length', 'rent'] as const

const readsField = (condition: Condition, field: string): boolean => JSON.stringify(condition).includes(`"${field}"`)

const without = (input: HouseholdInput, field: string): HouseholdInput => ({ ...input, household: Object.fromEntries(Object.entries(input.household ?? {}).filter(([name]) => name !== field)) })

describe('a question that a form hides', () => {
  it('is never what alone keeps a result open, unless the lint said so', async () => {
    let [hidden, warned, decisive] = [0, 0, 0]
    const scenario = fc.constantFrom(...hideable).chain((field) => fc.record({
      field: fc.constant(field),
      visible: householdCondition.filter((condition) => !readsField(condition, field) && !/crew_count|voyage_sum|score/.test(JSON.stringify(condition))),
      logic: randomLogic,
      inputs: fc.array(completeInput, { minLength: 4, maxLength: 4 }),
    }))
    await fc.assert(fc.asyncProperty(scenario, async ({ field, visible, logic, inputs }) => {
      const item: FieldItem = { kind: 'field', field, visible }
      const release: Release = { ...releaseOf(logic, parameters), forms: [{ kind: 'form', id: 'boat', title: text('boat'), sections: [{ id: 'aaaaaaaaaa', title: text('part'), items: [item] }] }] }
      const issues = lintRelease(commonDocument, release)
      if (issues.some(({ severity, code }) => severity === 'error' && !code.startsWith('unit'))) return
      const said = issues.some(({ code }) => code === 'hidden_but_needed')
      for (const input of inputs) {
        const state = await formState(formSet(assemblyOf(release), 'boat'), without(input, field), at)
        const { result } = await evaluated(release, without(input, field))
        if (!state.hidden.includes(`household.${field}`)) continue
        hidden += 1
        const open = [...result.outcomes, ...result.entitlements, ...result.rules].some(({ missing }) => missing.some((question) => question.field === field))
        if (open) expect(said).toBe(true)
        decisive += open ? 1 : 0
        warned += said ? 1 : 0
      }
    }), { numRuns: 200 })
    expect(hidden).toBeGreaterThan(50)
    expect(decisive).toBeGreaterThan(5)
    expect(warned).toBeLessThan(hidden)
  })

  it('may be hidden where something else has decided, or until the question it follows is answered', () => {
    const member = (visible: Condition): Release => ({
      ...releaseOf([
        { kind: 'fact', id: 'age', of: 'members', title: text('age'), value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } },
        { kind: 'fact', id: 'safe', of: 'members', title: text('safe'), value: { if: { any: [leaf('age', 'lessThan', 4), leaf('swims', 'equal', true)] }, then: true, else: false } },
        { kind: 'fact', id: 'unsafe', title: text('unsafe'), value: { if: leaf('hull_sound', 'equal', true), then: { count: 'members', where: leaf('safe', 'equal', false) }, else: 0 } },
        { kind: 'outcome', id: 'count', title: text('count'), from: 'unsafe' },
      ]),
      forms: [{ kind: 'form', id: 'boat', title: text('boat'), sections: [{ id: 'aaaaaaaaaa', title: text('part'), items: [{ kind: 'roster', id: 'bbbbbbbbbb', columns: ['swims'], items: [{ kind: 'field', field: 'swims', visible }] }] }] }],
    })
    const codes = (visible: Condition) => lintRelease(commonDocument, member(visible)).filter(({ code }) => code === 'hidden_but_needed')
    expect(codes(leaf('age', 'greaterThanInclusive', 4))).toEqual([])
    expect(codes({ all: [leaf('age', 'greaterThanInclusive', 4), leaf('hull_sound', 'equal', true)] })).toEqual([])
    const answered: Condition = { ...leaf('hull_sound', 'equal', true), operator: 'isKnown' }
    expect(codes({ all: [answered, leaf('hull_sound', 'equal', true), leaf('age', 'greaterThanInclusive', 4)] })).toEqual([])
    expect(codes({ all: [answered, leaf('hull_sound', 'equal', false)] })).toHaveLength(1)
    expect(codes({ all: [answered, leaf('age', 'greaterThanInclusive', 4)] })).toHaveLength(1)
    expect(codes(leaf('age', 'greaterThan', 4))).toMatchObject([{ path: ['forms', 0, 'sections', 0, 'items', 0, 'items', 0, 'visible'], message: { en: expect.stringContaining('age: 4') } }])
  })
})
