import { leafColumns, proposeReport, type ReportColumn, type ReportDocument, type SheetRow } from '@tieuchi/runtime'
import { drawnWorkbook } from '@tieuchi/server/excel/drawn-workbook.ts'
import { readGrids } from '@tieuchi/server/excel/grid-reading.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { reportSheet } from '@tieuchi/server/reports/report-excel.ts'
import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const text = (words: string) => ({ vi: words, en: words })

type Tree = readonly { readonly title: string; readonly percent: boolean; readonly decimals: number; readonly columns: Tree }[]

/** What a reader of the paper sees of the columns. */
const seen = (columns: readonly ReportColumn[]): Tree =>
  columns.map((column) => ({
    title: column.title.vi, columns: column.kind === 'group' ? seen(column.columns) : [],
    percent: column.title.vi.includes('%') || ('unit' in column && column.unit === 'percent'), decimals: 'decimals' in column ? (column.decimals ?? 0) : 0,
  }))

const rowOf = (document: ReportDocument, block: string, title: string, number?: string): SheetRow => ({
  id: block, block, keys: [], title: text(title), level: 0, parts: [], ...(number !== undefined && { number }),
  cells: Object.fromEntries(leafColumns(document).flatMap(({ column: { kind, id } }) => (kind === 'measure' || kind === 'formula' ? [[id, { value: 12, open: 0 }] as const] : []))),
})

/** A report as the program writes it to Excel, read back. */
const takenBack = async (document: ReportDocument, numbered: boolean): Promise<ReportDocument> => {
  const rows = [rowOf(document, 'total', 'Tổng cộng'), rowOf(document, 'units', 'Xã An Lão', numbered ? '1' : undefined), rowOf(document, 'units', 'Xã An Thái', numbered ? '2' : undefined)]
  const sheet = reportSheet({
    language: 'vi',
    unit: { id: 'u', code: '31', name: 'Xã An Biên', kind: 'commune', parents: ['Thành phố Hải Phòng'], parent_ids: ['p'], attributes: {} },
    report: { programme: { id: 'poverty', title: text('Rà soát') }, release: { hash: 'h', title: text('Chuẩn nghèo') }, unit: { id: 'u', name: 'Xã An Biên', kind: 'commune' }, from: '2026-01-01', to: '2026-12-31', local: [], by_place: false, document, rows },
  })
  const [grid] = await readGrids(await drawnWorkbook([sheet])) ?? []
  const found = grid && proposeReport(grid, () => false)
  if (!found || 'problem' in found) throw new Error(found?.problem.vi ?? 'The program writes Excel files')
  return found.report
}

const words = fc.array(fc.constantFrom('Hộ', 'nghèo', 'cận', 'khẩu', 'số', 'tỷ lệ', 'Tổng', 'dân tộc', 'đầu kỳ', 'cuối kỳ', 'thiếu hụt', 'STT', 'Đơn vị', '65 tuổi', 'nữ', '%'), { minLength: 2, maxLength: 5 }).map((all) => all.join(' '))
const source = { title: words.map(text) }
const id = fc.stringMatching(/^[a-z]{12}$/)

const { column: anyColumn } = fc.letrec<{ column: ReportColumn }>((tie) => ({
  column: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.record({ kind: fc.constant('measure' as const), id, ...source, measure: fc.constant({ count: 'households' as const }), unit: fc.constantFrom('households', 'percent'), decimals: fc.integer({ min: 0, max: 3 }) }),
    fc.record({ kind: fc.constant('open' as const), id, ...source }),
    fc.record({ kind: fc.constant('text' as const), id, ...source }),
    fc.record({ kind: fc.constant('group' as const), id, ...source, columns: fc.array(tie('column'), { minLength: 1, maxLength: 3 }) }),
  ),
}))

const report = fc.record({ title: words.map(text), code: fc.integer({ min: 1, max: 99 }).map((number) => text(`Mẫu số ${number}`)), columns: fc.array(anyColumn, { minLength: 1, maxLength: 5 }) })
  .map((parts): ReportDocument => ({ id: 'report', period: 'year', rows: [{ kind: 'total', id: 'total', title: text('Tổng cộng') }], signatures: [{ title: text('Người lập biểu') }, { title: text('Chủ tịch') }], ...parts }))

describe('A report form that the program wrote to Excel', () => {
  test('is taken over again with the same columns under the same heads, whatever they are', async () => {
    await fc.assert(fc.asyncProperty(report, fc.boolean(), async (document, numbered) => {
      const back = await takenBack(document, numbered)
      expect(seen(back.columns)).toEqual(seen(document.columns))
      expect(back.code).toEqual(document.code)
      expect(back.signatures?.map(({ title }) => title.vi)).toEqual(['Người lập biểu', 'Chủ tịch'])
      expect(back.rows.map(({ kind }) => kind)).toEqual(['total', 'units'])
    }), { numRuns: 100 })
  })

  const packs = readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))
  const forms = packs.programmes.flatMap(({ releases }) => releases.flatMap(({ folder, release }) => (release.reports ?? []).map((each) => [`${folder} ${each.id}`, each] as const)))

  test.each(forms)('is taken over again where it is one of the packs: %s', async (_name, document) => {
    const back = await takenBack(document, true)
    expect(seen(back.columns)).toEqual(seen(document.columns))
    expect(back.title.vi.toLocaleLowerCase('vi')).toBe(document.title.vi.toLocaleLowerCase('vi'))
    expect(back.signatures?.map(({ title }) => title.vi)).toEqual(document.signatures?.map(({ title }) => title.vi.replaceAll(/\s+/g, ' ')))
  })
})
