import { boundOfLevel, checkRelease, diffReleases, entitlementPhrase, evaluate, explain, runCase, sentenceOfPiece, sentencesOfChanges, whyNot, type EntitlementPiece, type EntitlementResult, type HouseholdInput, type LogicPiece, type Parameter } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { assemblyOf, at, commonDocument, leaf, releaseOf, resultOf, text } from './fixture.ts'

const parameter = (title: string, value?: number): Parameter => ({ title: text(title), unit: 'VND/month', certainty: value === undefined ? 'open' : 'seen', ...(value !== undefined && { value }) })
const parameters = { base: parameter('Base', 500_000), undecided: parameter('Undecided') }

const grant: EntitlementPiece = {
  kind: 'entitlement', id: 'mooring_grant', title: { vi: 'Hỗ trợ neo đậu', en: 'Mooring grant' },
  conditions: { all: [leaf('hull_sound', 'equal', true), leaf('cargo', 'lessThanInclusive', 4)] },
  level: 0.7, level_unit: 'share', bound: 'at_least',
  amount: { multiply: [{ parameter: 'base' }, { fact: 'length' }] }, unit: 'VND/month',
  period: { every: 'month', at_most: 9 },
  citation: { document: 'Harbour Act', article: '7' },
}
const lesson: EntitlementPiece = { kind: 'entitlement', id: 'lesson', of: 'members', title: { vi: 'Học bơi', en: 'Swimming lessons' }, conditions: leaf('swims', 'equal', false) }

const entitledTo = async (pieces: readonly LogicPiece[], input: HouseholdInput): Promise<readonly EntitlementResult[]> => (await resultOf(assemblyOf(pieces, parameters), input)).entitlements

describe('a benefit', () => {
  it('is granted with level, amount and period, and says which comparisons decided', async () => {
    const [result] = await entitledTo([grant], { household: { hull_sound: true, cargo: 4, length: 2 } })
    expect(result).toMatchObject({
      id: 'mooring_grant', recipient: 'household', state: 'granted', level: 0.7, level_unit: 'share', bound: 'at_least',
      amount: 1_000_000, unit: 'VND/month', period: { every: 'month', at_most: 9 }, citation: { article: '7' }, missing: [],
    })
    expect(result?.reasons).toHaveLength(2)
  })

  it('that is refused is a record too, with what refused it and without an amount', async () => {
    const [result] = await entitledTo([grant], { household: { hull_sound: true, cargo: 5 } })
    expect(result).toMatchObject({ state: 'refused', missing: [] })
    expect(result?.reasons).toHaveLength(1)
    expect(result).not.toHaveProperty('amount')
    expect(result).not.toHaveProperty('period')
  })

  it('is neither granted nor refused from a blank', async () => {
    expect(await entitledTo([grant], { household: { cargo: 3 } })).toMatchObject([{ state: 'undetermined', missing: [{ field: 'hull_sound' }] }])
  })

  it('can be granted while its amount waits for an answer or for the law', async () => {
    const household = { hull_sound: true, cargo: 0 }
    const [waiting] = await entitledTo([grant], { household })
    expect(waiting).toMatchObject({ state: 'granted', missing: [{ field: 'length' }] })
    expect(waiting).not.toHaveProperty('amount')
    expect(await entitledTo([{ ...grant, amount: { parameter: 'undecided' } }], { household })).toMatchObject([{ state: 'granted', missing: [], open: ['undecided'] }])
  })

  it('of members is told for each of them', async () => {
    const members = [{ id: 'a', swims: true }, { id: 'b', swims: false }, { id: 'c' }]
    expect(await entitledTo([lesson], { members })).toMatchObject([
      { member: 'a', recipient: 'member', state: 'refused' },
      { member: 'b', state: 'granted' },
      { member: 'c', state: 'undetermined', missing: [{ field: 'swims', member: 'c' }] },
    ])
  })

  it('can be read by other pieces: whether it is granted, and how much', async () => {
    const reading: readonly LogicPiece[] = [
      grant, lesson,
      { kind: 'fact', id: 'learners', title: text('learners'), value: { count: 'members', where: leaf('lesson', 'equal', true) } },
      { kind: 'fact', id: 'yearly', title: text('yearly'), value: { multiply: [{ fact: 'mooring_grant', output: 'amount' }, 12] } },
    ]
    const { facts } = await resultOf(assemblyOf(reading, parameters), { household: { hull_sound: true, cargo: 1, length: 1 }, members: [{ id: 'a', swims: false }] })
    expect(facts).toMatchObject([{ id: 'learners', value: 1 }, { id: 'yearly', value: 6_000_000 }])
    const refused = await resultOf(assemblyOf(reading, parameters), { household: { hull_sound: false } })
    expect(refused.facts).toContainEqual(expect.objectContaining({ id: 'yearly', not_applicable: true }))
    expect(checkRelease(commonDocument, releaseOf([...reading, { kind: 'fact', id: 'wrong', title: text('wrong'), value: { fact: 'lesson', output: 'amount' }, of: 'members' }], parameters))).toMatchObject([{ code: 'unknown_output' }])
  })

  it('is explained from its conditions to its amount, and says in one sentence what it is', async () => {
    const evaluation = await evaluate(assemblyOf([grant], parameters), { input: { household: { hull_sound: true, cargo: 4, length: 2 } }, moment: at })
    expect(await explain(evaluation, 'mooring_grant')).toMatchObject({
      kind: 'entitlement', result: true, sentence: { vi: 'Hỗ trợ neo đậu: được hưởng', en: 'Mooring grant: granted' }, citation: { article: '7' },
      children: [{ kind: 'group' }, { sentence: { vi: 'Hỗ trợ neo đậu – mức hưởng: 70 %' } }, { sentence: { vi: 'Hỗ trợ neo đậu – số tiền: 1.000.000 đ/tháng' } }],
    })
    expect(sentenceOfPiece(evaluation.interpreter.assembly, 'mooring_grant')).toEqual({
      vi: 'Hỗ trợ neo đậu: được hưởng khi mục “Hull sound” là “có” và cargo ≤ 4; mức ít nhất 70 %, số tiền ít nhất base (500.000 đ/tháng) nhân với length, hằng tháng, tối đa 9 lần.',
      en: 'Mooring grant: granted when “Hull sound” is “yes” and cargo ≤ 4; level at least 70 %, amount at least base (500,000 VND/month) times length, every month, at most 9 times.',
    })
  })

  it('that is refused names the smallest change that would grant it', async () => {
    const evaluation = await evaluate(assemblyOf([grant], parameters), { input: { household: { hull_sound: true, cargo: 6 } }, moment: at })
    const answer = await whyNot(evaluation, 'mooring_grant', { value: true })
    expect(answer).toMatchObject({ kind: 'found', sets: [{ changes: [{ target: { field: 'cargo' }, from: 6, to: 4, direction: 'or_less' }], value: true }] })
    expect(answer.sentence.vi).toContain('được hưởng')
  })

  it('is expected by cases: whether, how much, and of each member', async () => {
    const given = { household: { hull_sound: true, cargo: 4, length: 1 }, members: [{ id: 'a', swims: false }] }
    const expected = { mooring_grant: 'granted', 'mooring_grant.amount': 500_000, 'mooring_grant.level': 0.7, lesson: { a: 'granted' } }
    const run = (wanted: Parameters<typeof runCase>[1]['expect']) => runCase(assemblyOf([grant, lesson], parameters), { id: 'caseaaaaaa', title: text('case'), moment: at, given, expect: wanted })
    expect(await run(expected)).toMatchObject({ passed: true, issues: [] })
    expect(await run({ lesson: { a: 'refused', b: 'granted' } })).toMatchObject({
      passed: false,
      issues: [
        { code: 'case-result-differs', path: ['expect', 'lesson', 'a'], message: { vi: '“Học bơi” phải là không được hưởng nhưng kết quả là được hưởng. Hãy sửa quy tắc, hoặc sửa ca kiểm thử nếu kết quả mong đợi ghi sai.' } },
        { code: 'case-name-unknown', path: ['expect', 'lesson', 'b'] },
      ],
    })
  })

  it('that changes is told part by part', () => {
    const after: EntitlementPiece = { ...grant, amount: { parameter: 'base' }, bound: 'exact', level_bound: 'at_most', period: { every: 'month', at_most: 10 } }
    const [before, now] = [releaseOf([grant], parameters), releaseOf([after], parameters)]
    expect(sentencesOfChanges(diffReleases(before, now), { common: commonDocument, before, after: now }).map(({ vi }) => vi)).toEqual([
      'Quyền lợi “Hỗ trợ neo đậu”: cách hiểu con số được hưởng “ít nhất” → “đúng bằng”',
      'Quyền lợi “Hỗ trợ neo đậu”: số tiền “base (500.000 đ/tháng) nhân với length” → “base (500.000 đ/tháng)”',
      'Quyền lợi “Hỗ trợ neo đậu”: số lần nhiều nhất “9” → “10”',
      'Quyền lợi “Hỗ trợ neo đậu”: thêm cách hiểu mức hưởng “nhiều nhất”',
    ])
  })
})

describe('what is said of a benefit', () => {
  const said = async (piece: EntitlementPiece, household: Record<string, number | boolean>) => {
    const assembly = assemblyOf([piece], parameters)
    const { entitlements: [result] } = await resultOf(assembly, { household })
    if (!result) throw new Error('The release has one entitlement')
    return entitlementPhrase(assembly, result)
  }

  it('is its level, amount and period where it is granted', async () => {
    expect(await said(grant, { hull_sound: true, cargo: 4, length: 2 })).toEqual({
      vi: 'được hưởng, mức ít nhất 70 %, số tiền ít nhất 1.000.000 đ/tháng, hằng tháng, tối đa 9 lần',
      en: 'granted, level at least 70 %, amount at least 1,000,000 VND/month, every month, at most 9 times',
    })
    expect(await said({ ...grant, bound: 'exact', period: { every: 'year', from: '2027-01-01', to: '2027-12-31' } }, { hull_sound: true, cargo: 4, length: 2 })).toMatchObject({
      vi: 'được hưởng, mức 70 %, số tiền 1.000.000 đ/tháng, hằng năm, từ 01/01/2027 đến 31/12/2027',
    })
  })

  it('may be exact of the level and a bound of the amount, or the other way round', async () => {
    const loan: EntitlementPiece = { ...grant, level: 6.24, level_unit: 'percent/year', level_bound: 'exact', bound: 'at_most' }
    expect(await said(loan, { hull_sound: true, cargo: 4, length: 2 })).toEqual({
      vi: 'được hưởng, mức 6,24 %/năm, số tiền nhiều nhất 1.000.000 đ/tháng, hằng tháng, tối đa 9 lần',
      en: 'granted, level 6.24 %/year, amount at most 1,000,000 VND/month, every month, at most 9 times',
    })
    expect(sentenceOfPiece(assemblyOf([loan], parameters), 'mooring_grant')).toMatchObject({ vi: expect.stringContaining('; mức 6,24 %/năm, số tiền nhiều nhất base (500.000 đ/tháng) nhân với length, hằng tháng') })
    expect(await said({ ...grant, level_bound: 'at_most', bound: 'exact' }, { hull_sound: true, cargo: 4, length: 2 })).toMatchObject({ vi: expect.stringContaining('mức nhiều nhất 70 %, số tiền 1.000.000 đ/tháng') })
  })

  it('is a bound of both where the rules say nothing of the level alone, and the result is the one recorded before they could', async () => {
    const [result] = await entitledTo([grant], { household: { hull_sound: true, cargo: 4, length: 2 } })
    expect(result).not.toHaveProperty('level_bound')
    expect(result && boundOfLevel(result)).toBe('at_least')
  })

  it('leaves no blank where the amount waits for an answer or for the law', async () => {
    expect(await said(grant, { hull_sound: true, cargo: 0 })).toMatchObject({ vi: expect.stringContaining('số tiền chưa có thông tin'), en: expect.stringContaining('amount not known') })
    expect(await said({ ...grant, amount: { parameter: 'undecided' } }, { hull_sound: true, cargo: 0 })).toMatchObject({ vi: expect.stringContaining('số tiền chưa được xác định trong văn bản') })
  })

  it('is no more than the state where it is refused or not decided', async () => {
    expect(await said(grant, { hull_sound: false })).toEqual({ vi: 'không được hưởng', en: 'refused' })
    expect(await said(grant, { cargo: 1 })).toEqual({ vi: 'chưa kết luận', en: 'undetermined' })
  })
})
