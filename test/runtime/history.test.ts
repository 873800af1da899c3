import { checkRelease, coverageOf, evaluate, explain, type Condition, type Expression, type FactResult, type HistoryEntry, type HouseholdInput, type LogicPiece } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { assemblyOf, at, commonDocument, leaf, outcomeOf, releaseOf, resultOf, text } from './fixture.ts'

const berth = { outcome: 'harbours.berth' } as const

const decision = (value: string, from: string, to?: string, more: Partial<HistoryEntry> = {}): HistoryEntry =>
  ({ programme: 'harbours', outcome: 'berth', layer: 'national', value, from, ...(to !== undefined && { to }), ...more })

/** North until 2023, then south until 2025, north again since; judged on 01/06/2026. */
const history = [decision('north', '2020-01-01', '2022-12-31'), decision('south', '2023-01-01', '2025-05-31'), decision('north', '2025-06-01')]

const north = leaf('value', 'equal', 'north')

const factOf = async (value: Expression, input: HouseholdInput): Promise<FactResult | undefined> =>
  (await resultOf(assemblyOf([{ kind: 'fact', id: 'measured', title: text('measured'), value }]), input)).facts[0]

const countOf = (where: Condition, input: HouseholdInput) => factOf({ count: 'history', ...berth, where }, input)

describe('earlier decisions', () => {
  it('are counted where a condition holds of one and the same decision', async () => {
    expect(await countOf(north, { history })).toMatchObject({ value: 2, missing: [] })
    expect(await countOf({ all: [north, leaf('to', 'lessThan', '2024-01-01')] }, { history })).toMatchObject({ value: 1 })
    expect(await countOf({ all: [leaf('value', 'equal', 'south'), leaf('to', 'lessThan', '2024-01-01')] }, { history })).toMatchObject({ value: 0 })
  })

  it('of other outcomes, of the other layer, or begun after the day are not meant', async () => {
    const others = [decision('north', '2026-06-02'), decision('north', '2024-01-01', '2024-02-01', { layer: 'local' }), decision('north', '2024-01-01', '2024-02-01', { outcome: 'fee' })]
    expect(await countOf(north, { history: others })).toMatchObject({ value: 0 })
    expect(await factOf({ count: 'history', ...berth, layer: 'local', where: north }, { history: others })).toMatchObject({ value: 1 })
  })

  it('give sums, extremes, shares and truths', async () => {
    const months: Expression = { monthsBetween: [{ fact: 'from' }, { moment: 'facts_at' }] }
    expect(await factOf({ max: 'history', ...berth, value: months }, { history })).toMatchObject({ value: 77 })
    expect(await factOf({ min: 'history', ...berth, value: months, where: north }, { history })).toMatchObject({ value: 12 })
    expect(await factOf({ sum: 'history', ...berth, value: 1 }, { history })).toMatchObject({ value: 3 })
    expect(await factOf({ share: 'history', ...berth, where: north }, { history: history.slice(0, 2) })).toMatchObject({ value: 0.5 })
    expect(await factOf({ any: 'history', ...berth, where: leaf('value', 'equal', 'south') }, { history })).toMatchObject({ value: true })
    expect(await factOf({ all: 'history', ...berth, where: north }, { history })).toMatchObject({ value: false })
    expect(await factOf({ none: 'history', ...berth, where: leaf('value', 'equal', 'east') }, { history })).toMatchObject({ value: true })
  })

  it('give what the latest that counts says, whatever the order they are listed in', async () => {
    const last = (value: Expression, where?: Condition): Expression => ({ last: 'history', ...berth, value, ...(where && { where }) })
    const shuffled = [history[2], history[0], history[1]].filter((entry) => entry !== undefined)
    expect(await factOf(last({ fact: 'value' }), { history: shuffled })).toMatchObject({ value: 'north' })
    expect(await factOf(last({ fact: 'to' }, leaf('value', 'equal', 'south')), { history: shuffled })).toMatchObject({ value: '2025-05-31' })
    expect(await factOf(last({ fact: 'value' }, leaf('value', 'equal', 'east')), { history })).toMatchObject({ not_applicable: true })
  })

  it('that left their outcome open are there, and what they say is not known', async () => {
    const { value: _value, ...open } = decision('north', '2026-01-01')
    const decided = [...history.slice(0, 2), decision('north', '2025-06-01', '2025-12-31'), open]
    expect(await countOf(north, { history: decided })).toMatchObject({ from: 2, to: 3, missing: [{ field: 'history' }] })
    const now: LogicPiece = { kind: 'outcome', id: 'now', title: text('now'), from: { fact: 'harbours.berth' } }
    expect((await resultOf(assemblyOf([now]), { history: decided })).outcomes).toMatchObject([{ state: 'undetermined', missing: [{ field: 'history' }] }])
  })

  it('that have not ended reach beyond every day', async () => {
    expect(await countOf(leaf('to', 'greaterThanInclusive', '2099-01-01'), { history })).toMatchObject({ value: 1 })
  })
})

describe('a history nobody entered', () => {
  it('is unknown, and an empty one is “never”', async () => {
    const unknown = await countOf(north, {})
    expect(unknown).toMatchObject({ from: 0, missing: [{ field: 'history' }] })
    expect(unknown).not.toHaveProperty('to')
    expect(await countOf(north, { history: [] })).toMatchObject({ value: 0, missing: [] })
    expect(await factOf({ any: 'history', ...berth, where: north }, {})).not.toHaveProperty('value')
    expect(await factOf({ last: 'history', ...berth, value: 1 }, {})).toMatchObject({ missing: [{ field: 'history' }] })
  })

  it('plays no part where no decision could count', async () => {
    const never = { all: [north, leaf('hull_sound', 'equal', true)] }
    expect(await countOf(never, { household: { hull_sound: false } })).toMatchObject({ value: 0, missing: [] })
    expect(await countOf(never, {})).toMatchObject({ missing: expect.arrayContaining([{ field: 'hull_sound' }]) })
  })
})

describe('a history that is complete from a day on', () => {
  const part = { history: history.slice(1), history_from: '2023-01-01' }

  it('is certain about decisions that reach that day, and open about earlier ones', async () => {
    expect(await countOf({ all: [north, leaf('to', 'greaterThanInclusive', '2023-06-01')] }, part)).toMatchObject({ value: 1, missing: [] })
    expect(await countOf(north, part)).toMatchObject({ from: 1, missing: [{ field: 'history' }] })
    expect(await factOf({ any: 'history', ...berth, where: north }, part)).toMatchObject({ value: true, missing: [] })
  })

  it('knows the latest decision, but not one that would be earlier', async () => {
    expect(await factOf({ last: 'history', ...berth, value: { fact: 'value' } }, part)).toMatchObject({ value: 'north', missing: [] })
    const east = await factOf({ last: 'history', ...berth, value: { fact: 'value' }, where: leaf('value', 'equal', 'east') }, part)
    expect(east).toMatchObject({ missing: [{ field: 'history' }] })
    expect(east).not.toHaveProperty('value')
  })

  it('leaves a recorded outcome unknown before that day', async () => {
    const berthOn = async (day: string) => (await resultOf(assemblyOf([{ kind: 'outcome', id: 'now', title: text('now'), from: { fact: 'harbours.berth' } }]), part, { moment: { ...at, facts_at: day } })).outcomes[0]
    expect(await berthOn('2024-01-01')).toMatchObject({ state: 'determined', value: 'south' })
    expect(await berthOn('2022-12-31')).toMatchObject({ state: 'undetermined', missing: [{ field: 'history' }] })
  })
})

describe('decisions on members', () => {
  const members = [{ id: 'a', sailor: 'Ann' }, { id: 'b', sailor: 'Bo' }]
  const licences = [decision('north', '2024-01-01', undefined, { member: 'a' })]
  const logic: readonly LogicPiece[] = [
    { kind: 'fact', id: 'licences', of: 'members', title: text('licences'), value: { count: 'history', ...berth } },
    { kind: 'fact', id: 'licensed', title: text('licensed'), value: { count: 'members', where: leaf('licences', 'greaterThan', 0) } },
    { kind: 'outcome', id: 'own', of: 'members', title: text('own'), from: { fact: 'harbours.berth' } },
  ]

  it('belong to the member they name, and to nobody else', async () => {
    const result = await resultOf(assemblyOf(logic), { members, history: licences })
    expect(result.facts.find(({ id }) => id === 'licensed')).toMatchObject({ value: 1 })
    expect(result.member_outcomes).toMatchObject({ a: [{ state: 'determined', value: 'north' }], b: [{ state: 'not_applicable' }] })
  })
})

describe('what reads earlier decisions', () => {
  const count: LogicPiece = { kind: 'fact', id: 'norths', title: text('norths'), value: { count: 'history', ...berth, where: north } }

  it('is explained decision by decision, those not listed among them', async () => {
    const evaluation = await evaluate(assemblyOf([count, outcomeOf('norths')]), { input: { history: history.slice(1), history_from: '2023-01-01' }, moment: at })
    const [counted] = (await explain(evaluation, 'norths_outcome')).children
    expect((await explain(evaluation, 'norths_outcome')).children).toMatchObject([
      { kind: 'entry', result: true, sentence: { vi: 'Quyết định từ 01/06/2025 đến chưa kết thúc: north' } },
      { kind: 'entry', result: 'unknown', sentence: { en: 'Earlier decisions that are not listed' } },
    ])
    expect(counted?.children).toMatchObject([{ kind: 'leaf', read: { vi: 'north' } }])
  })

  it('may read a decision only inside the aggregate, and no piece may take its names', () => {
    expect(checkRelease(commonDocument, releaseOf([count]))).toEqual([])
    expect(checkRelease(commonDocument, releaseOf([{ ...count, value: { fact: 'value' } }]))).toMatchObject([{ code: 'unknown_fact', params: { fact: 'value' } }])
    expect(checkRelease(commonDocument, releaseOf([{ ...count, id: 'from' }]))).toMatchObject([{ code: 'reserved_id' }])
    expect(checkRelease(commonDocument, releaseOf([{ ...count, value: { count: 'history', ...berth, where: leaf('swims', 'equal', true) } }]))).toMatchObject([{ code: 'member_read_of_household' }])
  })
})

describe('a share of earlier decisions', () => {
  it('compared with a limit is covered like any number, without asking members about decisions', async () => {
    const logic: readonly LogicPiece[] = [
      { kind: 'fact', id: 'north_share', title: text('share'), value: { share: 'history', ...berth, where: north, among: leaf('to', 'greaterThan', '2021-01-01') } },
      { kind: 'rules', id: 'signs', title: text('signs'), rules: [{ id: 'mostly_north', title: text('mostly north'), conditions: leaf('north_share', 'greaterThan', 0.5), event: { type: 'sign' } }] },
    ]
    const input: HouseholdInput = { history, members: [{ id: 'a' }] }
    const coverage = await coverageOf(assemblyOf(logic), [{ id: 'aaaaaaaaaa', title: text('case'), at: '2026-06-01', given: input }])
    expect(coverage.rules).toMatchObject([{ path: 'signs/mostly_north', true: ['aaaaaaaaaa'] }])
  })
})
