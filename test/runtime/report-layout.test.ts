import { checkReports, leafColumns, noAdditions, proposeReport, type DraftDocument, type GridCell, type ReportDocument, type SheetGrid } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const words = fc.constantFrom('STT', 'TT', 'Đơn vị', 'Nội dung', 'A', 'B', '(1)', '1', '2', '3', '(3)=(1)+(2)', '%', 'Tỷ lệ (%)', '(hộ)', 'Số hộ', 'Hộ', 'Xã An Lão', 'Tổng cộng', 'I', 'II', '…', 'TỔNG HỢP', 'Mẫu số 7.2', 'Người lập biểu', '(Ký tên)', 'Ghi chú: x', '…, ngày … tháng … năm …', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', '', 'constructor', '_', '9 tháng')
const cell = fc.record({
  row: fc.integer({ min: 1, max: 12 }), column: fc.integer({ min: 1, max: 8 }),
  rows: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }), columns: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  text: words, number: fc.boolean(), format: fc.option(fc.constantFrom('0.00%', '#,##0', '0.0000000000', '@'), { nil: undefined }),
}).map(({ rows, columns, format, ...rest }): GridCell => ({ ...rest, ...(rows !== undefined && { rows }), ...(columns !== undefined && { columns }), ...(format !== undefined && { format }) }))
const few = fc.uniqueArray(fc.integer({ min: 1, max: 8 }), { maxLength: 3 })
/** The corner of a table and its line of numbers, so that not everything is no form. */
const bones: readonly GridCell[] = [...['STT', 'Đơn vị', 'Số hộ'].map((text, index) => ({ row: 4, column: index + 1, text })), ...['A', 'B', '1', '2', '3'].map((text, index) => ({ row: 7, column: index + 1, text }))]
const anyGrid = fc.record({ cells: fc.array(cell, { maxLength: 60 }), boned: fc.boolean(), hiddenRows: few, hiddenColumns: few })
  .map(({ cells, boned, ...hidden }): SheetGrid => ({ name: 'Trang 1', cells: boned ? [...cells, ...bones] : cells, ...hidden }))

const draftWith = (report: ReportDocument): DraftDocument => ({ format: 1, programme: dogProgramme, release: { ...dogReleases[0].release, reports: [report] }, additions: noAdditions })

describe('Whatever stands in a sheet', () => {
  it('it is told to be no form, or gives a report form that can be kept and counted, with no column lost or twice', () => {
    let forms = 0
    fc.assert(fc.property(anyGrid, (grid) => {
      const found = proposeReport(grid, () => false)
      if ('problem' in found) return
      forms += 1
      const draft = draftWith(found.report)
      expect(validateDocument('draft', draft)).toEqual([])
      expect(checkReports(dogCommon, draft.release, {})).toEqual([])
      const ids = leafColumns(found.report).map(({ column: { id } }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      expect(found.notes.every(({ message }) => message.vi !== '' && message.en !== '')).toBe(true)
    }), { numRuns: 1000 })
    expect(forms).toBeGreaterThan(100)
  })

  it('a head in one line gives a column for each of its titles, in their order', () => {
    fc.assert(fc.property(fc.array(fc.stringMatching(/^[a-z]{3,9}( [a-z]{2,9}){0,2}$/), { minLength: 1, maxLength: 20 }), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 3 }), (titles, down, over) => {
      const cells = ['STT', 'Nhóm', ...titles].map((text, index): GridCell => ({ row: down + 1, column: over + index + 1, text }))
      const found = proposeReport({ name: 'Trang 1', cells }, () => false)
      expect('report' in found && found.report.columns.map(({ title }) => title.vi)).toEqual(over < 3 ? titles : false)
    }))
  })
})
