import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { canonicalJson, type Assembly, type CaseDocument } from '@tieuchi/runtime'
import { caseSheets } from '@tieuchi/server/case-files/case-export.ts'
import { readCases } from '@tieuchi/server/case-files/case-import.ts'
import { excelFile } from '@tieuchi/server/excel/excel-file.ts'
import { readExcel } from '@tieuchi/server/excel/excel-reading.ts'
import { assemblePackRelease, dayOfRelease } from '@tieuchi/server/policies/pack-assembly.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomCase } from './random-cases.ts'

const packs = readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))
const entries = packs.programmes.flatMap(({ releases }) => releases)

/** The rules of a release, with other cases. */
const withCases = ({ release, ...entry }: (typeof entries)[number], cases: readonly CaseDocument[]): Assembly =>
  assemblePackRelease(packs, { ...release, cases }, dayOfRelease({ ...entry }, '2026-06-01'))

/** Groups of answers with nothing in them say no more than none; so does that the members are complete. */
const plain = (cases: readonly CaseDocument[]): readonly CaseDocument[] => cases.map(({ given: { household, unit, members_complete: complete, ...given }, ...rest }) => ({
  ...rest,
  given: { ...given, ...(household && Object.keys(household).length > 0 && { household }), ...(unit && Object.keys(unit).length > 0 && { unit }), ...(complete === false && { members_complete: false }) },
}))

const throughExcel = async (from: Assembly, to: Assembly, language: 'vi' | 'en') => readCases(to, (await readExcel(await buffer(excelFile(caseSheets(from, language))))) ?? [])

describe('Cases out to Excel and in again', () => {
  it.each(entries.map((entry) => [entry.folder, entry] as const))('are the same in a draft that has none of them: %s', async (_folder, entry) => {
    const { cases } = entry.release
    for (const language of ['vi', 'en'] as const) {
      expect(await throughExcel(withCases(entry, cases), withCases(entry, []), language)).toEqual({ cases: plain(cases) })
    }
    expect(canonicalJson(await throughExcel(withCases(entry, cases), withCases(entry, cases), 'vi'))).toBe(canonicalJson({ cases }))
  })

  it.each(['poverty/2027', 'vocational-training/2026-01', 'housing/2026-01', 'tuition/2026-01'])('are the same whatever they hold: %s', async (folder) => {
    const entry = entries.find((each) => each.folder === folder)
    if (!entry) throw new Error(`${folder} is gone`)
    const none = withCases(entry, [])
    await fc.assert(fc.asyncProperty(fc.uniqueArray(randomCase(none), { minLength: 1, maxLength: 5, selector: ({ id }) => id }), fc.constantFrom('vi', 'en' as const), async (cases, language) => {
      expect(await throughExcel(withCases(entry, cases), none, language)).toEqual({ cases: plain(cases) })
    }), { numRuns: 25 })
  }, 60_000)
})
