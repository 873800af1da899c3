import { utils, write, type WorkSheet } from '@e965/xlsx'

type Values = readonly (string | number | undefined)[]

/** A form as somebody drew it in Excel: rows of values from A1, ranges merged as `B2:D2`, number formats by cell, and what is hidden, from 0. */
export interface DrawnForm {
  readonly rows: readonly Values[]
  readonly merged?: readonly string[]
  readonly formats?: Readonly<Record<string, string>>
  readonly hiddenRows?: readonly number[]
  readonly hiddenColumns?: readonly number[]
}

const hide = (places: readonly number[]): readonly { readonly hidden: boolean }[] => Array.from({ length: Math.max(-1, ...places) + 1 }, (_place, index) => ({ hidden: places.includes(index) }))

const sheetOf = ({ rows, merged = [], formats = {}, hiddenRows = [], hiddenColumns = [] }: DrawnForm): WorkSheet => {
  const sheet = utils.aoa_to_sheet(rows.map((row) => [...row]))
  sheet['!merges'] = merged.map((range) => utils.decode_range(range))
  if (hiddenRows.length > 0) sheet['!rows'] = [...hide(hiddenRows)]
  if (hiddenColumns.length > 0) sheet['!cols'] = [...hide(hiddenColumns)]
  for (const [place, format] of Object.entries(formats)) sheet[place] = { ...(sheet[place] ?? { t: 'z' }), z: format }
  return sheet
}

/** Its Excel file, with a sheet for each form, written by another library than the program's. */
export const excelForm = (...forms: readonly DrawnForm[]): Buffer => {
  const workbook = utils.book_new()
  for (const [index, form] of forms.entries()) utils.book_append_sheet(workbook, sheetOf(form), `Trang ${index + 1}`)
  return write(workbook, { type: 'buffer', bookType: 'xlsx', cellStyles: true, sheetStubs: true } as const) as Buffer
}

const none = undefined

/** The movements of poor households as a province sends them out: three lines of heads, capitals, a line of numbers, areas, units, who signs. */
export const movements: DrawnForm = {
  rows: [
    ['UBND XÃ AN LÃO', none, none, none, none, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
    ['BAN CHỈ ĐẠO', none, none, none, none, 'Độc lập - Tự do - Hạnh phúc'],
    [],
    [none, none, none, none, none, none, none, 'Mẫu số 7.2'],
    ['TỔNG HỢP DIỄN BIẾN HỘ NGHÈO'],
    ['TRONG NĂM 2026'],
    [none, none, none, none, none, none, none, 'Đơn vị tính: hộ'],
    ['STT', 'Khu vực/Đơn vị', 'Tổng số hộ dân cư', 'Hộ nghèo đầu kỳ', none, 'Diễn biến', none, none, 'Ghi chú'],
    [none, none, none, 'Số hộ', 'Tỷ lệ (%)', 'Giảm', none, 'Tăng'],
    [none, none, none, none, none, 'Thoát nghèo', 'Khác'],
    ['A', 'B', '(1)', '(2)', '(3)=(2)/(1)', '(4)', '(5)', '(6)', '(7)'],
    ['I', 'Khu vực thành thị'],
    [1, 'Phường Đồ Sơn', 1200, 24],
    [2, 'Phường …'],
    ['II', 'Khu vực nông thôn'],
    [1, 'Xã An Lão'],
    ['Tổng cộng'],
    [],
    [none, none, none, none, none, none, '…, ngày … tháng … năm 2026'],
    ['NGƯỜI LẬP BIỂU', none, none, none, none, none, 'TM. ỦY BAN NHÂN DÂN'],
    [none, none, none, none, none, none, 'CHỦ TỊCH'],
    ['(Ký, ghi rõ họ tên)', none, none, none, none, none, '(Ký tên, đóng dấu)'],
  ],
  merged: [
    'A1:E1', 'F1:I1', 'A2:E2', 'F2:I2', 'H4:I4', 'A5:I5', 'A6:I6', 'H7:I7',
    'A8:A10', 'B8:B10', 'C8:C10', 'D8:E8', 'F8:H8', 'I8:I10', 'D9:D10', 'E9:E10', 'F9:G9', 'H9:H10', 'A17:B17', 'G19:I19', 'A20:C20', 'G20:I20', 'G21:I21', 'A22:C22', 'G22:I22',
  ],
  formats: { E12: '0.00%', E13: '0.00%' },
}
