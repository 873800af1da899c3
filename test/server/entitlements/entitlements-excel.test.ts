import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { aidPacks } from '../../support/dog-aid.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('Entitlements of an area as an Excel file', (kind) => {
  let running: RunningApp
  let island: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: aidPacks({ local: true }) })
    island = await signInAs(running, 'island', 'island', 'auditor')
    const [harbour, hill] = [await signInAs(running, 'harbour', 'harbour'), await signInAs(running, 'hill', 'hill')]
    const { household, members: [keeper, dog] } = dogAnswers('Nguyễn Văn Á', 20, 'Thôn 10')
    await decide(harbour, { household, members: [{ id: 'keeper', ...keeper, owner_number: '030184000123' }, { id: 'dog', ...dog }] }, { date: '2026-02-10' })
    await decide(harbour, dogAnswers('Trần Thị Bé', 5, 'Thôn 2'), { date: '2026-02-10' })
    await decide(hill, dogAnswers('=1+1', 30, '+Thôn 1'), { date: '2026-09-01' })
    await fill(hill, dogAnswers('Lê Văn Nháp', 30, 'Thôn 3'), { date: '2026-09-01' })
  })
  afterAll(() => running.close())

  const take = async (client: Client, asked: string) => {
    const { status, headers, content } = await client.send('GET', `/api/entitlements.xlsx?${asked}`)
    expect(status).toBe(200)
    const book = read(content, { cellDates: true, cellFormula: true })
    const rowsOf = (sheet: string) => utils.sheet_to_json<unknown[]>(book.Sheets[sheet] ?? {}, { header: 1, UTC: true })
    return { book, rowsOf, name: /filename="([^"]+)"/.exec(String(headers['content-disposition']))?.[1] }
  }

  it('sums up each benefit by unit: how many are granted, open and refused, and what comes every month', async () => {
    const { name, rowsOf } = await take(island, 'at=2026-12-01')
    expect(name).toBe('quyen-loi_tinh-dao_2026-12-01.xlsx')
    const [head, ...rows] = rowsOf('Theo chính sách và địa bàn')
    expect(head).toEqual(['Chính sách', 'Khoản hưởng', 'Người hưởng', 'Xã, phường', 'Được hưởng', 'Chưa kết luận', 'Không được hưởng', 'Số tiền mỗi tháng (đ)', 'Số tiền là', 'Được hưởng, chưa rõ số tiền'])
    expect(rows).toEqual([
      ['Hỗ trợ nuôi chó', 'Thức ăn cho chó', 'hộ', 'Xã Bến Cảng', 1, 0, 1, 250_000, 'đúng bằng', 0],
      ['Hỗ trợ nuôi chó', 'Thức ăn cho chó', 'hộ', 'Xã Trên Đồi', 1, 1, 0, 250_000, 'đúng bằng', 0],
      ['Hỗ trợ nuôi chó', 'Khám cho chó', 'thành viên', 'Xã Bến Cảng', 1, 0, 3, undefined, undefined, 0],
      ['Hỗ trợ nuôi chó', 'Khám cho chó', 'thành viên', 'Xã Trên Đồi', 1, 0, 1, undefined, undefined, 0],
    ])
  })

  it('has a row for what is granted or open, with terms, article and why, and neither formulas nor personal numbers', async () => {
    const { rowsOf, book } = await take(island, 'at=2026-12-01')
    const [, ...rows] = rowsOf('Từng khoản')
    expect(rows).toEqual([
      [1, 'Xã Bến Cảng', 'Thôn 10', 'Nguyễn Văn Á', 'cả hộ', 'Hỗ trợ nuôi chó', 'Thức ăn cho chó', 'Được hưởng', undefined, 250_000, 'đ/tháng', 'hằng tháng', 'số tiền 250.000 đ/tháng, hằng tháng', '03/2026/QĐ-CHO, Điều 2', expect.stringContaining('Giấy phép')],
      [2, 'Xã Bến Cảng', 'Thôn 10', 'Nguyễn Văn Á', 'Vàng', 'Hỗ trợ nuôi chó', 'Khám cho chó', 'Được hưởng', '80 %', undefined, undefined, 'hằng năm', 'mức ít nhất 80 %, hằng năm, tối đa 2 lần', '03/2026/QĐ-CHO, Điều 3', expect.stringContaining('Đã tiêm phòng: có')],
      expect.arrayContaining([3, 'Xã Trên Đồi', '+Thôn 1', '=1+1', 'cả hộ']),
      expect.arrayContaining([4, 'Xã Trên Đồi', '+Thôn 1', '=1+1', 'Vàng']),
      expect.arrayContaining([5, 'Xã Trên Đồi', 'Thôn 3', 'Lê Văn Nháp', '1 khoản chờ quyết định', 'Chưa kết luận', 'Chưa ghi nhận quyết định nào làm căn cứ; hãy rà soát hộ trước.']),
    ])
    expect(rows[4]).toHaveLength(rows[0]?.length ?? 0)
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.entries(sheet).filter(([address]) => !address.startsWith('!')).map(([, cell]) => cell))
    expect(cells.filter((cell) => cell.f !== undefined)).toEqual([])
    expect(JSON.stringify(cells)).not.toContain('030184000123')
  })

  it('is of the day that was asked for, in English too, and says so', async () => {
    const { rowsOf } = await take(island, 'at=2026-02-09&language=en')
    expect(rowsOf('By benefit and area').slice(1).map(([, title, , unit, granted, open]) => [title, unit, granted, open])).toEqual([['Dog feed', 'Xã Bến Cảng', 0, 2], ['Dog feed', 'Xã Trên Đồi', 0, 2]])
    expect(Object.fromEntries(rowsOf('About').map(([item, value]) => [item, value]))).toMatchObject({ Area: 'Tỉnh Đảo', Households: 4, 'By the rules and decisions in force on': new Date('2026-02-09') })
    expect((await island.send('GET', '/api/entitlements.xlsx?at=2026-02-30')).body).toMatchObject({ code: 'invalid_date' })
  })

  it('is told of the reader’s area alone, and noted in the trail', async () => {
    const { rowsOf } = await take(await signInAs(running, 'hill', 'hill'), 'at=2026-12-01')
    expect(rowsOf('Từng khoản').slice(1).map(([, unit]) => unit)).toEqual(['Xã Trên Đồi', 'Xã Trên Đồi', 'Xã Trên Đồi'])
    const { body } = await island.send('GET', '/api/trail?action=entitlements.exported')
    expect(JSON.stringify(body)).toContain('01/12/2026')
  })
})
