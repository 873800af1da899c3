import { checkReports, leafColumns, noAdditions, proposeReport, type ProposedReport, type ReportColumn, type SheetGrid } from '@tieuchi/runtime'
import { readGrids } from '@tieuchi/server/excel/grid-reading.ts'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { describe, expect, test } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../../support/dog-licences.ts'
import { excelForm, movements, type DrawnForm } from '../../support/excel-forms.ts'

const none = undefined

const gridsOf = async (...forms: readonly DrawnForm[]): Promise<readonly SheetGrid[]> => {
  const grids = await readGrids(excelForm(...forms))
  if (!grids) throw new Error('The file is one of Excel')
  return grids
}

const proposed = async (form: DrawnForm): Promise<ProposedReport> => {
  const [grid] = await gridsOf(form)
  const found = grid && proposeReport(grid, () => false)
  if (!found || 'problem' in found) throw new Error(found?.problem.vi ?? 'There is a sheet')
  return found
}

type Titles = readonly (string | readonly [string, Titles])[]

const titlesOf = (columns: readonly ReportColumn[]): Titles => columns.map((column) => (column.kind === 'group' ? [column.title.vi, titlesOf(column.columns)] : column.title.vi))

const saidOf = ({ notes }: ProposedReport): readonly string[] => notes.map(({ code, place }) => `${code} ${place}`)

describe('An official form of three lines of heads', () => {
  test('gives title, code, period, columns under their heads, rows and who signs', async () => {
    const { report } = await proposed(movements)
    expect(titlesOf(report.columns)).toEqual(['Tổng số hộ dân cư', ['Hộ nghèo đầu kỳ', ['Số hộ', 'Tỷ lệ']], ['Diễn biến', [['Giảm', ['Thoát nghèo', 'Khác']], 'Tăng']], 'Ghi chú'])
    expect(report).toMatchObject({ title: { vi: 'Tổng hợp diễn biến hộ nghèo trong năm 2026' }, code: { vi: 'Mẫu số 7.2' }, period: 'year', signatures: [{ title: { vi: 'Người lập biểu' } }, { title: { vi: 'TM. Ủy ban nhân dân\nChủ tịch' } }] })
    expect(leafColumns(report).map(({ column: { id, kind, ...rest } }) => [kind, id, 'unit' in rest ? rest.unit : undefined, 'decimals' in rest ? rest.decimals : undefined, rest.note?.vi])).toEqual([
      ['open', 'tong_so_ho_dan_cu', none, none, none], ['open', 'so_ho', none, none, none], ['open', 'ty_le', 'percent', 2, 'Biểu ghi: (3)=(2)/(1)'],
      ['open', 'thoat_ngheo', none, none, none], ['open', 'khac', none, none, none], ['open', 'tang', none, none, none], ['open', 'ghi_chu', none, none, none],
    ])
    expect(report.rows).toEqual([{ kind: 'units', id: 'units', numbering: 'arabic' }, { kind: 'total', id: 'total', title: { vi: 'Tổng cộng', en: 'Tổng cộng' } }])
  })

  test('tells what was not taken over, with its place, and nothing that every official paper has', async () => {
    expect(saidOf(await proposed(movements))).toEqual(['row B12', 'row B15', 'figures C13'])
    expect((await proposed(movements)).notes[0]?.message.vi).toBe('Dòng “I Khu vực thành thị” chưa lấy: hãy thêm dòng theo danh mục hoặc theo điều kiện.')
  })

  test.each<[string, DrawnForm]>([
    ['as it is', movements],
    ['with columns called like facts and fields', { rows: [['STT', 'Đơn vị', 'dog count', 'garden area', 'Garden area', 'constructor', '1', '%'], ['A', 'B', 1, 2, 3, 4, 5, 6], [1, 'Xã A']] }],
  ])('is a report form that the program can keep, %s', async (_how, form) => {
    const { report } = await proposed(form)
    const document = { format: 1, programme: dogProgramme, release: { ...dogReleases[0].release, reports: [report] }, additions: noAdditions }
    expect(validateDocument('draft', document)).toEqual([])
    expect(checkReports(dogCommon, document.release, {})).toEqual([])
  })
})

/** Two lines of heads, nothing merged, no line of numbers. */
const unmerged: DrawnForm = {
  rows: [
    ['Tổng hợp hộ nghèo theo thôn'],
    [],
    ['STT', 'Thôn', 'Tổng số hộ', 'Hộ nghèo', none, 'Hộ cận nghèo', none],
    [none, none, none, 'Số hộ', '%', 'Số hộ', '%'],
    [1, 'Thôn 1', 30, 2, 6.5],
    [2, 'Thôn 2', 40, 1, 2.5],
    [none, 'Cộng', 70],
  ],
  formats: { E5: '0.0', G5: '0.0' },
}

describe('A form in which nothing is merged', () => {
  test('has each title over the columns up to the next title', async () => {
    const { report, notes } = await proposed(unmerged)
    expect(report.title.vi).toBe('Tổng hợp hộ nghèo theo thôn')
    expect(titlesOf(report.columns)).toEqual(['Tổng số hộ', ['Hộ nghèo', ['Số hộ', '%']], ['Hộ cận nghèo', ['Số hộ', '%']]])
    expect(leafColumns(report).map(({ column }) => [column.id, 'decimals' in column ? column.decimals : none])).toEqual([['tong_so_ho', undefined], ['so_ho', undefined], ['cot_3', 1], ['so_ho_2', undefined], ['cot_5', 1]])
    expect(report.rows.map(({ kind }) => kind)).toEqual(['units', 'total'])
    expect(notes.map(({ code }) => code)).toEqual(['figures'])
  })

  test('is the same with a line of numbers, and with blank lines above the head', async () => {
    const numbered: DrawnForm = { rows: [[], [], ...unmerged.rows.slice(0, 4), ['A', 'B', 1, 2, 3, 4, 5], ...unmerged.rows.slice(4)] }
    expect(titlesOf((await proposed(numbered)).report.columns)).toEqual(titlesOf((await proposed(unmerged)).report.columns))
  })
})

describe('A form', () => {
  const simple = (change: Partial<DrawnForm>): DrawnForm => ({ rows: [['STT', 'Nội dung', 'Số hộ', 'Số khẩu'], ['A', 'B', 1, 2], [1, 'Thiếu đất sản xuất'], [2, 'Có người ốm đau']], ...change })

  test('of one line of heads has no groups; rows that name no unit and no total are told', async () => {
    const found = await proposed(simple({}))
    expect(titlesOf(found.report.columns)).toEqual(['Số hộ', 'Số khẩu'])
    expect(found.report.rows).toEqual([{ kind: 'total', id: 'total', title: { vi: 'Tổng cộng', en: 'Total' } }])
    expect(saidOf(found)).toEqual(['row B3', 'row B4', 'no_rows ', 'no_title '])
  })

  test('loses the columns and rows that are hidden, and says which', async () => {
    const found = await proposed(simple({ hiddenColumns: [2], hiddenRows: [3] }))
    expect(titlesOf(found.report.columns)).toEqual(['Số khẩu'])
    expect(saidOf(found)).toEqual(['row B3', 'no_rows ', 'no_title ', 'hidden_columns ', 'hidden_rows '])
    expect(found.notes.map(({ message }) => message.vi)).toContain('Cột ẩn C không lấy; nếu cần, hãy bỏ ẩn rồi chọn lại tệp.')
  })

  test('whose first column numbers nothing has one column of names', async () => {
    const { report } = await proposed({ rows: [['Chỉ tiêu', 'Đầu kỳ', 'Cuối kỳ'], ['A', 1, 2], ['Tổng số', 5, 6]] })
    expect(titlesOf(report.columns)).toEqual(['Đầu kỳ', 'Cuối kỳ'])
    expect(report.rows).toEqual([{ kind: 'total', id: 'total', title: { vi: 'Tổng số', en: 'Tổng số' } }])
  })

  test('has columns of words among its figures and behind them', async () => {
    const { report } = await proposed({ rows: [['STT', 'Chỉ tiêu', 'Đơn vị tính', 'Số lượng', 'Ghi chú'], ['A', 'B', 'C', 1, 'D'], ['Tổng cộng']], merged: ['A3:B3'] })
    expect(titlesOf(report.columns)).toEqual(['Đơn vị tính', 'Số lượng', 'Ghi chú'])
  })

  test('has the unit that stands below a head in its title', async () => {
    const { report } = await proposed({ rows: [['STT', 'Đơn vị', 'Tổng số', 'Trong đó'], [none, none, '(hộ)', 'Nữ', 'Trẻ em'], ['A', 'B', 1, 2, 3], [1, 'Xã A']], merged: ['A1:A2', 'B1:B2', 'D1:E1'] })
    expect(titlesOf(report.columns)).toEqual(['Tổng số (hộ)', ['Trong đó', ['Nữ', 'Trẻ em']]])
  })

  test('has a name for each column that it numbers, and says which had none', async () => {
    const found = await proposed({ rows: [['STT', 'Đơn vị', 'Hộ nghèo', none, 'Khác'], ['A', 'B', 1, 2, 3], [1, 'Xã A']], merged: ['C1:D1'] })
    expect(titlesOf(found.report.columns)).toEqual([['Hộ nghèo', ['Cột 1', 'Cột 2']], 'Khác'])
    expect(saidOf(found).filter((said) => said.startsWith('untitled'))).toEqual(['untitled_column C2', 'untitled_column D2'])
  })

  test('in English is read too', async () => {
    const { report } = await proposed({ rows: [['POOR HOUSEHOLDS BY UNIT'], [], ['No.', 'Unit', 'Households', 'Members'], ['A', 'B', '1', '2'], ['1', 'Commune A'], ['Total'], [], ['Prepared by', none, 'On behalf of the committee'], ['(sign)', none, '(sign)']], merged: ['A6:B6'] })
    expect(titlesOf(report.columns)).toEqual(['Households', 'Members'])
    expect(report.rows.map(({ kind }) => kind)).toEqual(['units', 'total'])
    expect(report.signatures?.map(({ title }) => title.en)).toEqual(['Prepared by', 'On behalf of the committee'])
  })

  test('of a quarter says so in its title', async () => {
    const period = async (title: string) => (await proposed(simple({ rows: [[title], [], ...simple({}).rows] }))).report.period
    expect(await Promise.all(['BÁO CÁO QUÝ II NĂM 2026', 'BÁO CÁO 6 THÁNG ĐẦU NĂM 2026', 'BÁO CÁO THÁNG 6 NĂM 2026', 'BÁO CÁO NĂM 2026'].map(period))).toEqual(['quarter', 'half_year', 'month', 'year'])
  })

  test('has its title where it is widest, not what issues it', async () => {
    const titled = async (rows: DrawnForm['rows'], merged: readonly string[]) => (await proposed(simple({ rows: [...rows, [], ...simple({}).rows], merged }))).report
    expect((await titled([['UBND THÀNH PHỐ HẢI PHÒNG'], ['HUYỆN AN LÃO'], [], ['TỔNG HỢP'], ['KẾT QUẢ RÀ SOÁT'], ['(Kèm theo báo cáo)']], ['A1:B1', 'A2:B2', 'A4:D4', 'A5:D5', 'A6:D6'])).title.vi).toBe('Tổng hợp kết quả rà soát')
    expect(await titled([['Biểu số 3a: Kết quả cấp thẻ']], ['A1:D1'])).toMatchObject({ title: { vi: 'Kết quả cấp thẻ' }, code: { vi: 'Biểu số 3a' } })
  })

  test('goes on behind the titles of its parts, and behind rows that sound like those who sign', async () => {
    const found = await proposed({
      rows: [...simple({}).rows.slice(0, 2), ['I. Khu vực thành thị'], [1, 'Cán bộ lập biểu'], [2, 'Trường hợp khác'], ['II. Khu vực nông thôn'], [1, 'Xã An Lão'], ['Tổng cộng I + II'], ['Số liệu đến hết năm'], [], ['Người lập biểu']],
      merged: ['A3:D3', 'A6:D6', 'A8:B8', 'A9:D9'],
    })
    expect(found.report.rows.map(({ kind }) => kind)).toEqual(['units', 'total'])
    expect(saidOf(found)).toEqual(['row A3', 'row B4', 'row B5', 'row A6', 'no_title ', 'text_below A9'])
    expect(found.report.signatures?.map(({ title }) => title.vi)).toEqual(['Người lập biểu'])
  })

  test('of many other rows tells the first and how many more', async () => {
    const found = await proposed(simple({ rows: [...simple({}).rows.slice(0, 2), ...Array.from({ length: 100 }, (_row, index) => [index + 1, `Nhóm ${index + 1}`])] }))
    expect(found.notes.map(({ code }) => code).filter((code) => code === 'row')).toHaveLength(30)
    expect(found.notes.find(({ code }) => code === 'more_rows')?.message.vi).toBe('Và 70 dòng khác nữa chưa lấy.')
  })

  test('takes an id that no report has', async () => {
    const [grid] = await gridsOf(movements)
    const found = grid && proposeReport(grid, (id) => id === 'tong_hop_dien_bien_ho_ngheo_trong_nam_2026')
    expect(found && 'report' in found && found.report.id).toBe('tong_hop_dien_bien_ho_ngheo_trong_nam_2026_2')
  })

  test('of several sheets has each of them', async () => {
    expect((await gridsOf(unmerged, movements)).map(({ name }) => name)).toEqual(['Trang 1', 'Trang 2'])
  })
})

describe('A sheet that is no form', () => {
  const problemOf = async (form: DrawnForm): Promise<string | undefined> => {
    const [grid] = await gridsOf(form)
    const found = grid && proposeReport(grid, () => false)
    return found && 'problem' in found ? found.problem.vi : undefined
  }

  test('says where no head was found and what to do', async () => {
    expect(await problemOf({ rows: [['Kính gửi: Ủy ban nhân dân thành phố'], ['Thực hiện kế hoạch năm 2026.']] })).toMatch(/^Trang tính “Trang 1” không có đầu bảng nhận ra được\. Hãy đặt ô “STT”/)
    expect(await problemOf({ rows: [['']] })).toMatch(/không có đầu bảng/)
  })

  test('says that a table has no columns of figures', async () => {
    expect(await problemOf({ rows: [[], ['STT', 'Họ và tên'], [1, 'Nguyễn Văn A']] })).toMatch(/^Bảng ở ô A2 của trang tính “Trang 1” không có cột nào sau cột tên dòng/)
  })

  test.each<[string, Buffer]>([
    ['a text', Buffer.from('không phải Excel')],
    ['a table with commas', Buffer.from('STT,Đơn vị,Số hộ\n1,Xã A,5\n')],
    ['nothing', Buffer.alloc(0)],
    ['longer than a form', excelForm({ rows: Array.from({ length: 2_001 }, (_row, index) => [index + 1, 'Xã A']) })],
    ['wider than a form', excelForm({ rows: [Array.from({ length: 201 }, (_column, index) => index + 1)] })],
    ['merged further than a form', excelForm({ rows: [['Tổng hợp']], merged: ['A1:CV2000'] })],
  ])('is not read where it is %s', async (_what, content) => {
    expect(await readGrids(content)).toBeUndefined()
  })
})
