import { analyseTable, assemble, checkRelease, conditionPhrase, diffReleases, evaluate, explainResults, installExtension, logicHash, readFormula, sayExtensions, sentenceOf, sentencesOfChanges, writeFormula, noAdditions, type Expression, type Leaf, type LogicPiece, type Release, type TablePiece } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, it } from 'vitest'
import { extension } from '../../extension-sample/extension.ts'
import { installSample } from '../../support/installed-sample.ts'
import { at, commonDocument, releaseOf, text } from '../fixture.ts'

const near: Leaf = { id: 'aaaaaaaaaa', fact: 'built_on', operator: 'sample.withinMonths', value: ['2026-01-15', { parameter: 'most_months' }] }

const table: TablePiece = {
  kind: 'table', id: 'ages', title: text('ages'), hit: 'first', inputs: ['built_on'], outputs: ['age'],
  rows: [{ id: 'bbbbbbbbbb', when: [{ 'sample.withinMonths': ['2026-01-15', 6] }], then: ['new'] }, { id: 'cccccccccc', when: [null], then: ['old'] }],
}

const logic: readonly LogicPiece[] = [
  { kind: 'condition', id: 'newly_built', title: text('Newly built'), conditions: near },
  { kind: 'fact', id: 'new_ones', title: text('new'), value: { if: near, then: 1, else: 0 } },
  table,
  { kind: 'outcome', id: 'age', title: text('Age'), from: 'ages' },
]

const parameters: Release['parameters'] = { most_months: { title: { vi: 'Số tháng tối đa', en: 'Most months' }, unit: 'months', value: 6, certainty: 'seen' } }
const release: Release = { ...releaseOf(logic, parameters), extensions: { sample: '1.2.0' } }
const assembled = () => assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: release } })

const resultOn = async (builtOn: string | undefined) => {
  const { result } = await evaluate(assembled(), { input: { household: builtOn === undefined ? {} : { built_on: builtOn } }, moment: at })
  const [outcome] = result.outcomes
  return outcome?.state === 'determined' ? outcome.value : outcome?.missing
}

describe('A comparison of a package that is installed', () => {
  installSample()

  it('decides as its own form says, and says what is missing', async () => {
    expect(await resultOn('2026-07-15')).toBe('new')
    expect(await resultOn('2025-07-15')).toBe('new')
    expect(await resultOn('2026-08-15')).toBe('old')
    expect(await resultOn('2026-07')).toBe('new')
    expect(await resultOn('2026-08')).toMatchObject([{ field: 'built_on' }])
    expect(await resultOn(undefined)).toMatchObject([{ field: 'built_on' }])
  })

  it('is read as a sentence, with its places in their own units', () => {
    expect(sentenceOf(assembled(), { ...near, value: ['2026-01-15', 6] })).toEqual({ vi: 'Built on cách 15/01/2026 không quá 6 tháng', en: 'Built on is within 6 months of 15/01/2026' })
    expect(conditionPhrase(assembled(), near).vi).toBe('built on cách 15/01/2026 không quá số tháng tối đa (6 tháng)')
  })

  it('stands in the explanation with what it compared', async () => {
    const evaluation = await evaluate(assembled(), { input: { household: { built_on: '2026-07-15' } }, moment: at })
    const said = JSON.stringify(await explainResults(evaluation, { placeOf: () => undefined } as never))
    expect(said).toContain('Built on cách 15/01/2026 không quá 6 tháng')
    expect(said).toContain('15/07/2026')
  })

  it('is written in formulas in both languages and read back', () => {
    const expression: Expression = { if: near, then: 1, else: 0 }
    for (const [language, words] of [['vi', 'CÁCH KHÔNG QUÁ ("15/01/2026"; [Số tháng tối đa])'], ['en', 'WITHIN MONTHS OF ("15/01/2026"; [Most months])']] as const) {
      const formula = writeFormula(assembled(), expression, language)
      expect(formula).toContain(words)
      expect(readFormula(assembled(), formula, language, { freshId: () => near.id })).toMatchObject({ expression })
    }
  })

  it('stands in sound documents that say which package they use, in which version', () => {
    expect(validateDocument('release', structuredClone(release))).toEqual([])
    expect(checkRelease(commonDocument, release)).toEqual([])
    const { extensions: _extensions, ...silent } = release
    const draft = { format: 1, programme: { format: 1, id: 'boats', title: text('boats'), depends_on: [] }, release: silent, additions: noAdditions } as const
    expect(sayExtensions(draft).release).toEqual(release)
    expect(sayExtensions({ ...draft, release: { ...release, logic: [] } }).release).not.toHaveProperty('extensions')
  })

  it('has its package told where two releases are compared', () => {
    const later: Release = { ...release, extensions: { sample: '1.3.0' } }
    expect(sentencesOfChanges(diffReleases(release, later), { common: commonDocument, before: release, after: later })).toEqual([
      { vi: 'Bản quy định: các gói mở rộng được dùng sample 1.2.0 → sample 1.3.0', en: 'Release: packages of code used sample 1.2.0 → sample 1.3.0' },
    ])
  })

  it('takes what stands in its places, and nothing else', () => {
    const codes = (value: unknown) => checkRelease(commonDocument, { ...release, logic: [{ kind: 'condition', id: 'tried', title: text('tried'), conditions: { ...near, value } as Leaf }] }).map(({ code }) => code)
    expect(codes(['2026-01-15', { fact: 'cargo' }])).toEqual([])
    expect(codes([6, 6])).toEqual(['value_type'])
    expect(codes(['2026-01-15', '2026-01-15'])).toEqual(['value_type'])
    expect(codes([{ fact: 'cargo' }, 6])).toEqual(['operator_type'])
  })

  it('covers in a table what it certainly covers, and no more is claimed', () => {
    expect(analyseTable(assembled(), 'ages').findings).toEqual([])
  })
})

describe('Rules of a package that is not installed', () => {
  it('are refused with the package and what to do, and judge nobody', async () => {
    const [issue] = checkRelease(commonDocument, release)
    expect(issue).toMatchObject({ code: 'extension_missing', path: ['logic', 0, 'conditions', 'operator'] })
    expect(issue?.message.vi).toContain('gói mở rộng “sample”')
    await expect(resultOn('2026-07-15')).rejects.toMatchObject({ name: 'MissingExtension', packages: ['sample'], text: { vi: expect.stringContaining('chưa cài') } })
  })

  it('can still be read', () => {
    expect(sentenceOf(assembled(), near).vi).toContain('[sample.withinMonths]')
  })

  it('have another logic hash under another version of the package', () => {
    const hashes = ['1.2.0', '1.3.0'].map((version) => {
      const takeAway = installExtension({ ...extension, version })
      const hash = logicHash(assembled())
      takeAway()
      return hash
    })
    expect(new Set(hashes).size).toBe(2)
  })
})
