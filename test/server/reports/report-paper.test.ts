import type { ReportDocument, SheetCell, SheetRow } from '@tieuchi/runtime'
import { layOut } from '@tieuchi/server/prints/print-engine.ts'
import { reportPaper } from '@tieuchi/server/reports/report-print.ts'
import { expect, it } from 'vitest'
import { readPdf } from '../../support/pdf-text.ts'

const text = (words: string) => ({ vi: words, en: words })

const byName: ReportDocument = {
  id: 'by_name', title: text('Danh sách'), period: 'year',
  rows: [{ kind: 'households', id: 'names', numbering: 'arabic' }],
  columns: [
    { kind: 'measure', id: 'listed', title: text('Số hộ'), measure: { count: 'households' } },
    { kind: 'value', id: 'born', title: text('Ngày sinh'), fact: 'born', of: 'head' },
    { kind: 'value', id: 'sex', title: text('Giới tính'), fact: 'sex', of: 'head' },
    { kind: 'value', id: 'lacks', title: text('Chỉ số thiếu hụt'), fact: 'lacks' },
    { kind: 'text', id: 'remarks', title: text('Ghi chú') },
  ],
}

const said = (words: string): SheetCell => ({ open: 0, words: text(words) })
const lacks = 'Việc làm; Người phụ thuộc; Dinh dưỡng; Bảo hiểm y tế; Chất lượng nhà ở; Diện tích nhà ở bình quân đầu người'

const rows = Array.from({ length: 64 }, (_row, index): SheetRow => ({
  id: `names:${index}`, block: 'names', keys: [], level: 0, number: String(index + 1), household: String(index), parts: [], title: text('Nguyễn Hoàng Minh Khánh Phượng'),
  cells: { listed: { value: 1, open: 0 }, born: said('12/05/1984'), sex: said('Nữ'), lacks: said(lacks) },
}))

it('a list of names gives its longest words the room they need, and has its heads on every page', async () => {
  const paper = reportPaper({
    language: 'vi',
    unit: { id: 'u', code: '31', name: 'Xã An Biên', kind: 'commune', parents: ['Thành phố Hải Phòng'], parent_ids: ['p'], attributes: {} },
    report: { programme: { id: 'poverty', title: text('Rà soát') }, release: { hash: 'h', title: text('Chuẩn nghèo') }, local: [], unit: { id: 'u', name: 'Xã An Biên', kind: 'commune' }, from: '2026-01-01', to: '2026-12-31', by_place: false, document: byName, rows },
  }, new Date('2027-01-05T03:00:00Z'))
  expect(paper.landscape).toBe(true)
  const { pages } = await readPdf(await (await layOut(paper)).toPdf())
  for (const page of pages.slice(0, -1)) expect(page).toContain('Chỉ số thiếu hụt')
  // Two lines each; in a column as narrow as one of figures it would be eight.
  expect(pages.length).toBeLessThan(6)
})
