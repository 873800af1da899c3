import { assemble, checkRelease, diffReleases, evaluate, explainResults, lintRelease, proseOfPiece, readFormula, sayExtensions, sentenceOfExpression, sentencesOfChanges, typeOfFact, writeFormula, noAdditions, type Condition, type Expression, type HouseholdInput, type LogicPiece, type Release } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, it } from 'vitest'
import { installSample } from '../../support/installed-sample.ts'
import { at, commonDocument, releaseOf, text } from '../fixture.ts'

const swims: Condition = { id: 'aaaaaaaaaa', fact: 'swims', operator: 'equal', value: true }
const most: Expression = { aggregate: 'sample.majority', over: 'members', where: swims }
const second: Expression = { aggregate: 'sample.secondGreatest', over: 'members', value: { fact: 'voyages' }, where: swims }
const earlier: Expression = { aggregate: 'sample.secondGreatest', over: 'history', outcome: 'boats.second', value: { fact: 'value' } }

const logic: readonly LogicPiece[] = [
  { kind: 'fact', id: 'most_swim', title: text('Most swim'), value: most },
  { kind: 'fact', id: 'second_voyages', title: text('Second voyages'), value: second },
  { kind: 'outcome', id: 'able', title: text('Able'), from: 'most_swim' },
  { kind: 'outcome', id: 'second', title: text('Second'), from: 'second_voyages' },
]

const release: Release = { ...releaseOf(logic), extensions: { sample: '1.2.0' } }
const assembled = () => assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: release } })

type Member = NonNullable<HouseholdInput['members']>[number]

const crew = (...members: readonly (readonly [swims: boolean | undefined, voyages: number | undefined])[]): readonly Member[] =>
  members.map(([swimming, voyages], index) => ({ id: `m${index}`, sailor: `Sailor ${index}`, ...(swimming !== undefined && { swims: swimming }), ...(voyages !== undefined && { voyages }) }))

const evaluateCrew = (members: readonly Member[], complete = true) => evaluate(assembled(), { input: { household: {}, members, ...(!complete && { members_complete: false }) }, moment: at })

const resultsOf = async (members: readonly Member[], complete = true) => {
  const { result } = await evaluateCrew(members, complete)
  return result.outcomes.map((outcome) => (outcome.state === 'determined' ? outcome.value : outcome.state === 'undetermined' ? outcome.missing : 'not applicable'))
}

describe('An aggregate of a package that is installed', () => {
  installSample()

  it('comes to what its own form says', async () => {
    expect(await resultsOf(crew([true, 3], [true, 7], [false, 9]))).toEqual([true, 3])
    expect(await resultsOf(crew([true, 7], [true, 7], [true, 2], [false, 9]))).toEqual([true, 7])
    expect(await resultsOf(crew([true, 7], [false, 9]))).toEqual([false, 'not applicable'])
  })

  it('leaves open what members of whom too little is known may change, and asks for it', async () => {
    expect(await resultsOf(crew([true, 3], [true, undefined], [false, 9]))).toEqual([true, [{ field: 'voyages', member: 'm1' }]])
    expect(await resultsOf(crew([true, 3], [true, 7], [undefined, 9]))).toEqual([true, [{ field: 'swims', member: 'm2' }]])
    const [able, greatest] = await resultsOf(crew([true, 3], [true, 7]), false)
    expect([able, greatest]).toEqual([[{ field: 'members' }], [{ field: 'members' }]])
  })

  it('is read as a sentence, over members and over earlier decisions', () => {
    expect(sentenceOfExpression(assembled(), most)).toEqual({ vi: 'có quá nửa số thành viên mà mục “Swims” là “có”', en: 'more than half of the members are such that “Swims” is “yes”' })
    expect(sentenceOfExpression(assembled(), second)).toEqual({ vi: 'voyages lớn thứ hai trong các thành viên mà mục “Swims” là “có”', en: 'the second greatest voyages among the members where “Swims” is “yes”' })
    expect(sentenceOfExpression(assembled(), earlier).en).toBe('the second greatest second among the earlier decisions on second')
    expect(proseOfPiece(assembled(), 'most_swim').text.vi).toBe('Most swim khi có quá nửa số thành viên mà mục “Swims” là “có”.')
  })

  it('stands in the explanation with the members who count and what was taken of them', async () => {
    const said = JSON.stringify(await explainResults(await evaluateCrew(crew([true, 3], [true, 7], [false, 9])), { placeOf: () => undefined } as never))
    expect(said).toContain('Sailor 0')
    expect(said).toContain('Sailor 1')
    expect(said).not.toContain('Sailor 2')
    expect(said).toContain('Voyages: 7')
  })

  it.each([
    ['vi', most, 'QUÁ NỬA THÀNH VIÊN([Swims] = CÓ)'],
    ['en', most, 'MOST MEMBERS([Swims] = YES)'],
    ['vi', second, 'LỚN THỨ HAI THÀNH VIÊN([Voyages]; [Swims] = CÓ)'],
    ['en', second, 'SECOND GREATEST OF MEMBERS([Voyages]; [Swims] = YES)'],
    ['vi', earlier, 'LỚN THỨ HAI QUYẾT ĐỊNH TRƯỚC([Second #boats.second]; [Second #value])'],
  ] as const)('is written in formulas and read back: %s', (language, expression, words) => {
    const formula = writeFormula(assembled(), expression, language)
    expect(formula).toBe(words)
    expect(readFormula(assembled(), formula, language, { freshId: () => 'aaaaaaaaaa' })).toEqual({ expression })
  })

  it('has its type, and takes values of the type it can', () => {
    expect(typeOfFact(assembled(), { fact: 'most_swim' })).toBe('boolean')
    expect(typeOfFact(assembled(), { fact: 'second_voyages' })).toBe('number')
    const ofText: Release = { ...release, logic: [{ kind: 'fact', id: 'tried', title: text('tried'), value: { aggregate: 'sample.secondGreatest', over: 'members', value: { fact: 'role' } } }] }
    expect(lintRelease(commonDocument, ofText).map(({ code }) => code)).toContain('expression_type')
  })

  it('stands in sound documents that say which package they use', () => {
    expect(validateDocument('release', structuredClone(release))).toEqual([])
    expect(checkRelease(commonDocument, release)).toEqual([])
    const { extensions: _extensions, ...silent } = release
    const draft = { format: 1, programme: { format: 1, id: 'boats', title: text('boats'), depends_on: [] }, release: silent, additions: noAdditions } as const
    expect(sayExtensions(draft).release).toEqual(release)
  })

  it('is refused without what it takes, and over earlier decisions without their outcome', () => {
    const codes = (value: object) => checkRelease(commonDocument, { ...release, logic: [{ kind: 'fact', id: 'tried', title: text('tried'), value: value as Expression }] }).map(({ code }) => code)
    expect(codes({ aggregate: 'sample.majority', over: 'members' })).toEqual(['aggregate_parts'])
    expect(codes({ aggregate: 'sample.secondGreatest', over: 'members', where: swims })).toEqual(['aggregate_parts'])
    expect(codes({ aggregate: 'sample.withinMonths', over: 'members', where: swims })).toEqual(['extension_name'])
    const shapes = (value: object) => validateDocument('release', { ...structuredClone(release), logic: [{ kind: 'fact', id: 'tried', title: text('tried'), value }] }).length
    expect([shapes({ ...earlier }), shapes({ aggregate: 'sample.majority', over: 'history', where: swims }), shapes({ aggregate: 'count', over: 'members' })].map((count) => count > 0)).toEqual([false, true, true])
  })

  it('is told by its sentence where two releases are compared', () => {
    const later: Release = { ...release, logic: [{ kind: 'fact', id: 'most_swim', title: text('Most swim'), value: { any: 'members', where: swims } }, ...logic.slice(1)] }
    const [change] = sentencesOfChanges(diffReleases(release, later), { common: commonDocument, before: release, after: later })
    expect(change?.vi).toContain('“có quá nửa số thành viên mà mục “Swims” là “có”” → “có ít nhất một thành viên mà mục “Swims” là “có””')
  })
})

describe('Rules that use an aggregate of a package that is not installed', () => {
  it('are refused with its name, judge nobody, and can still be read', async () => {
    expect(checkRelease(commonDocument, release)).toMatchObject([{ code: 'extension_missing', path: ['logic', 0, 'value', 'aggregate'] }, { code: 'extension_missing' }])
    await expect(resultsOf([])).rejects.toMatchObject({ name: 'MissingExtension', packages: ['sample'] })
    expect(sentenceOfExpression(assembled(), second).vi).toContain('[sample.secondGreatest]')
  })
})
