import { read, utils, type WorkBook } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { excelFile } from '@tieuchi/server/excel/excel-file.ts'
import { password, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('A list taken out as an Excel file', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
    await decide(officer, dogAnswers('Nguyễn Văn Á', 20, 'Thôn 10'))
    await decide(officer, dogAnswers('=HYPERLINK("x")', 5, '+Thôn 2'))
    const { household, members } = dogAnswers('Trần Thị Số', 20, 'Thôn 1')
    await fill(officer, { household, members: [{ id: 'keeper', call_name: 'Trần Thị Số', part: 'keeper', owner_number: '030184000123' }, ...members.slice(1)] })
  })
  afterAll(() => running.close())

  const take = async (path: string, login = 'harbour'): Promise<{ readonly book: WorkBook; readonly name: string; readonly content: Buffer }> => {
    const session = await running.app.inject({ method: 'POST', url: '/api/session', payload: { login, password } })
    const [cookie] = session.cookies
    const response = await running.app.inject({ method: 'GET', url: path, cookies: { [cookie?.name ?? '']: cookie?.value ?? '' } })
    expect(response.statusCode).toBe(200)
    expect(response.headers['content-type']).toContain('spreadsheetml')
    const name = /filename="([^"]+)"/.exec(String(response.headers['content-disposition']))?.[1] ?? ''
    return { book: read(response.rawPayload, { cellDates: true, cellFormula: true, cellNF: true }), name, content: response.rawPayload }
  }

  const rowsOf = (book: WorkBook, sheet: string) => utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, UTC: true })

  it('has every household as narrowed and sorted, with words for codes, real days and numbers, and says what it is', async () => {
    const { book, name } = await take('/api/households/excel?programme=dog-licence&sort=place')
    expect(name).toBe('danh-sach-ho_xa-ben-cang_2026-12-01.xlsx')
    const [head, ...rows] = rowsOf(book, 'Danh sách hộ')
    expect(head).toEqual(['STT', 'Chủ hộ', 'Xã, phường', 'Nơi ở', 'Số người', 'Kết quả', 'Kết quả theo ngày', 'Tình trạng', 'Ngày tham chiếu', 'Sửa lần cuối', 'Phiếu gửi sau cho ngày sớm hơn', 'Ghi chú'])
    expect(rows.map(([number, label, , place]) => [number, label, place])).toEqual([[1, '=HYPERLINK("x")', '+Thôn 2'], [2, 'Trần Thị Số', 'Thôn 1'], [3, 'Nguyễn Văn Á', 'Thôn 10']])
    expect(rows[2]).toEqual([3, 'Nguyễn Văn Á', 'Xã Bến Cảng', 'Thôn 10', 2, 'cấp', new Date('2026-12-01'), 'đã gửi', new Date('2026-12-01'), new Date('2026-12-01T09:00:00Z')])
    expect(rows[1]?.slice(4, 9)).toEqual([2, undefined, undefined, 'nháp', new Date('2026-12-01')])
    const about = Object.fromEntries(rowsOf(book, 'Thông tin').map(([key, value]) => [key, value]))
    expect(about).toMatchObject({ 'Địa bàn': 'Xã Bến Cảng', 'Chương trình': 'Giấy phép nuôi chó', 'Số dòng': 3, 'Sắp xếp': 'Nơi ở', 'Người lập': 'Cán bộ harbour' })
  })

  it('never holds a formula, whatever a name begins with, and no personal number', async () => {
    const { book } = await take('/api/households/excel?programme=dog-licence')
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.entries(sheet).filter(([address]) => !address.startsWith('!')).map(([, cell]) => cell))
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([])
    expect(cells.find((cell) => cell.v === '=HYPERLINK("x")')?.t).toBe('s')
    expect(JSON.stringify(cells)).not.toContain('030184000123')
  })

  it('has only what the list shows, in English too', async () => {
    const { book } = await take('/api/households/excel?programme=dog-licence&result=refused&search=hyperlink&language=en')
    expect(rowsOf(book, 'Households').slice(1).map(([, label, , , , result]) => [label, result])).toEqual([['=HYPERLINK("x")', 'refused']])
    expect(Object.fromEntries(rowsOf(book, 'About').map(([key, value]) => [key, value]))).toMatchObject({ Result: 'refused', 'Words searched': 'hyperlink', Rows: 1 })
  })

  it('holds submissions with who changed them and what they stand for', async () => {
    const { book, name } = await take('/api/submissions/excel?sort=name')
    expect(name).toBe('phieu-ra-soat_xa-ben-cang_2026-12-01.xlsx')
    const [head, ...rows] = rowsOf(book, 'Phiếu rà soát')
    expect(head).toContain('Người sửa lần cuối')
    expect(rows.map((row) => row[1])).toEqual(['=HYPERLINK("x")', 'Nguyễn Văn Á', 'Trần Thị Số'])
    expect(rows[1]).toEqual([2, 'Nguyễn Văn Á', 'Xã Bến Cảng', 'Thôn 10', 'Giấy phép nuôi chó', 'đã gửi', new Date('2026-12-01'), 'cấp', 'kết quả hiện hành', undefined, 'Cán bộ harbour', new Date('2026-12-01T09:00:00Z')])
  })

  it('stays within the reader’s area and is noted in the trail: who, what filter, how many', async () => {
    await signInAs(running, 'hill', 'hill')
    expect(rowsOf((await take('/api/households/excel?programme=dog-licence', 'hill')).book, 'Danh sách hộ').length).toBe(1)
    const island = await signInAs(running, 'island', 'island', 'administrator')
    const { body } = await island.send('GET', '/api/trail?action=list.exported')
    expect(body[0]).toMatchObject({ subject: 'list households', person: { name: 'Cán bộ hill' }, new: { filter: { vi: 'Chương trình: Giấy phép nuôi chó', en: 'Programme: Dog licence' }, rows: 0 } })
    expect(body).toContainEqual(expect.objectContaining({ subject: 'list households', new: { filter: { vi: 'Chương trình: Giấy phép nuôi chó; Từ tìm kiếm: hyperlink; Kết quả: không cấp', en: 'Programme: Dog licence; Words searched: hyperlink; Result: refused' }, rows: 1 } }))
    expect((await running.app.inject({ method: 'GET', url: '/api/households/excel?programme=dog-licence' })).statusCode).toBe(401)
  })
})

it('An Excel file begins before its last row is known, and waits for who reads it', async () => {
  let asked = 0
  const rows = function* () {
    for (; asked < 200_000; asked += 1) yield [asked, `Dòng ${asked} ${'x'.repeat(50)}`]
  }
  const file = excelFile([{ name: 'Danh sách', columns: [{ title: 'Số', width: 8 }, { title: 'Chữ', width: 30 }], rows: rows() }])
  const { value } = await file[Symbol.asyncIterator]().next()
  expect(value.length).toBeGreaterThan(0)
  expect(asked).toBeLessThan(200_000)
  file.destroy()
})
