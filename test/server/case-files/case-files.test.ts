import type { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { deflateRawSync } from 'node:zlib'
import { read, utils, write } from '@e965/xlsx'
import { assemble, canonicalJson, hashDocument, type CaseDocument } from '@tieuchi/runtime'
import { caseSheets } from '@tieuchi/server/case-files/case-export.ts'
import { readCases } from '@tieuchi/server/case-files/case-import.ts'
import { excelFile } from '@tieuchi/server/excel/excel-file.ts'
import { readExcel } from '@tieuchi/server/excel/excel-reading.ts'
import { unpackedSize } from '@tieuchi/server/excel/unpacked-size.ts'
import { assemblePackRelease, dayOfRelease } from '@tieuchi/server/policies/pack-assembly.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { benefitPacks } from '../../support/dog-benefits.ts'
import { dogCommon } from '../../support/dog-licences.ts'
import { beginDraft, edit } from '../../support/drafting.ts'

const [first] = benefitPacks.programmes[0]?.releases ?? []
if (!first) throw new Error('The pack has a release')
const { release } = first
const cases: readonly CaseDocument[] = [
  ...release.cases,
  {
    id: 'casemany23', title: { vi: 'Hai chó', en: 'Two dogs' }, moment: { law_at: '2026-06-01', facts_at: '2026-05-01', unit_at: '2026-06-01' },
    given: { household: { garden_area: 12.5, fenced: false, street: '=1+1' }, members: [{ id: 'a', part: 'dog', vaccinated: false, born: '2024-05' }, { id: 'b', part: 'keeper', born: '1984-05-20' }], members_complete: false, history: [] },
    assume: { 'dog-licence.obstacle_count': 0 },
    expect: { licence: 'undetermined', fence_grant: 'granted', 'fence_grant.amount': 250_000, dog_count: 1, 'obstacles.open_garden': true, vaccination_offer: { a: 'granted' } },
  },
]

const assembly = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': { ...release, cases } } })

const bytesOf = (stream: Readable): Promise<Buffer> => buffer(stream)

/** A workbook of plain rows, as people would write it. */
const workbook = (sheets: Readonly<Record<string, readonly (readonly unknown[])[]>>): Buffer => {
  const book = utils.book_new()
  for (const [name, rows] of Object.entries(sheets)) utils.book_append_sheet(book, utils.aoa_to_sheet(rows.map((row) => [...row])), name)
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }))
}

describe('Cases as an Excel file', () => {
  it.each(['vi', 'en'] as const)('come back as they went, with all that has no column (%s)', async (language) => {
    const sheets = await readExcel(await bytesOf(excelFile(caseSheets(assembly, language))))
    expect(canonicalJson(readCases(assembly, sheets ?? []))).toBe(canonicalJson({ cases }))
  })

  it('come back as they went, of the pack with the most', async () => {
    const packs = readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))
    const [entry] = packs.programmes.flatMap(({ releases }) => releases).toSorted((a, b) => b.release.cases.length - a.release.cases.length)
    if (!entry) throw new Error('There are packs')
    const own = assemblePackRelease(packs, entry.release, dayOfRelease(entry, '2026-06-01'))
    const sheets = await readExcel(await bytesOf(excelFile(caseSheets(own, 'vi'))))
    expect(canonicalJson(readCases(own, sheets ?? []))).toBe(canonicalJson({ cases: entry.release.cases }))
  })

  it('are read as people write them, without diacritics too, and new ones are added', () => {
    const imported = readCases(assembly, [
      { name: 'Ca kiem thu', rows: [['Mã ca', 'Tên ca', 'Ngày xét', 'Diện tích vườn (m²)', 'Có rào', 'Vùng', 'Mong đợi: Giấy phép'], ['moi', 'Ca mới', '1/6/2026', '1.250,5', 'CO', 'pho', 'cap'], [undefined, 'Ca trống', new Date('2026-06-01')]] },
      { name: 'Thành viên', rows: [['Mã ca', 'Mã thành viên', 'Vai', 'Ngày sinh'], ['moi', undefined, 'chó', '5/2024']] },
    ])
    expect('cases' in imported && imported.cases.map(({ id: _id, ...each }) => each)).toEqual([
      { title: { vi: 'Ca mới', en: 'Ca mới' }, at: '2026-06-01', given: { household: { garden_area: 1250.5, fenced: true }, members: [{ id: 'm1', part: 'dog', born: '2024-05' }], unit: { zone: 'town' } }, expect: { licence: 'granted' } },
      { title: { vi: 'Ca trống', en: 'Ca trống' }, at: '2026-06-01', given: {}, expect: {} },
    ])
  })

  it('may expect what no case of the draft expected before', () => {
    const without = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': { ...release, cases: [] } } })
    const imported = readCases(without, [
      { name: 'Ca kiểm thử', rows: [['Mã ca', 'Tên ca', 'Ngày xét', 'Đường', 'Mong đợi: Vườn không rào', 'Mong đợi: Số chó'], ['moi', 'Ca mới', '1/6/2026', 'Ngõ Kín', 'có', 2]] },
    ])
    expect('cases' in imported && imported.cases.map(({ given, expect: expected }) => [given, expected])).toEqual([[{ household: { street: 'Ngõ Kín' } }, { 'obstacles.open_garden': true, dog_count: 2 }]])
  })

  it('tell every problem by sheet, row and column, and then none of them is taken over', () => {
    const imported = readCases(assembly, [
      { name: 'Ca kiểm thử', rows: [['Mã ca', 'Tên ca', 'Ngày xét', 'Diện tích vườn (m²)', 'Có rào', 'Màu', 'Mong đợi: Giấy phép'], ['a', 'Ca', '31/02/2026', 'rộng', 'hơi', 1, 'cho'], ['a', undefined, undefined]] },
      { name: 'Thành viên', rows: [['Mã ca', 'Mã thành viên', 'Vai'], ['b', 'x', 'mèo']] },
    ])
    expect('issues' in imported && imported.issues.map(({ message }) => message.vi)).toEqual([
      'Trang “Ca kiểm thử”, dòng 1: cột “Màu” không phải câu hỏi hay kết quả nào của bản nháp; hãy xoá cột hoặc sửa tên cột.',
      'Trang “Ca kiểm thử”, dòng 2, cột “Diện tích vườn (m²)”: “rộng” không phải là số; hãy ghi như 1500000 hoặc 4,5.',
      'Trang “Ca kiểm thử”, dòng 2, cột “Có rào”: “hơi” không phải là có hay không; hãy ghi “có” hoặc “không”, để trống nếu chưa biết.',
      'Trang “Ca kiểm thử”, dòng 2, cột “Mong đợi: Giấy phép”: “cho” không có trong danh mục; hãy ghi một trong: cấp; cấp có điều kiện; không cấp.',
      'Trang “Ca kiểm thử”, dòng 2, cột “Ngày xét”: “31/02/2026” không phải là ngày; hãy ghi như 31/12/2026.',
      'Trang “Thành viên”, dòng 2, cột “Vai”: “mèo” không có trong danh mục; hãy ghi một trong: người nuôi; chó.',
      'Trang “Ca kiểm thử”, dòng 3, cột “Mã ca”: mã ca “a” đã có ở dòng trên; hãy đặt mã khác hoặc để trống.',
      'Trang “Ca kiểm thử”, dòng 3, cột “Tên ca”: chưa ghi; hãy ghi vào ô này.',
      'Trang “Ca kiểm thử”, dòng 3, cột “Ngày xét”: chưa ghi; hãy ghi vào ô này.',
      'Trang “Thành viên”, dòng 2, cột “Mã ca”: không có ca nào mã “b” trong trang “Ca kiểm thử”; hãy ghi mã của một ca ở đó.',
    ])
  })

  it('tell of earlier decisions, dates and members what is wrong, by sheet, row and column', () => {
    const imported = readCases(assembly, [
      { name: 'Ca kiểm thử', rows: [['Mã ca', 'Tên ca', 'Ngày xét', 'Tình trạng hộ ngày', 'Danh sách thành viên', 'Quyết định trước đây', 'Cho sẵn: Số chó'], ['a', 'Ca', '1/6/2026', 'mai', 'chưa hỏi, chưa biết có ai', 'chua tung co quyet dinh nao', 'nhiều']] },
      { name: 'Thành viên', rows: [['Mã ca', 'Mã thành viên'], ['a', 'x']] },
      { name: 'Quyết định trước', rows: [['Mã ca', 'Về', 'Kết quả', 'Từ ngày', 'Theo quy định của'], ['a', 'Giấy phép', 'đuổi', '32/01/2026', 'xã'], ['b', 'Thuế', undefined, undefined], ['a', 'Giấy phép', 'cấp', '1/1/2026']] },
    ])
    expect('issues' in imported && imported.issues.map(({ message }) => message.vi)).toEqual([
      'Trang “Ca kiểm thử”, dòng 2, cột “Cho sẵn: Số chó”: “nhiều” không phải là số; hãy ghi như 1500000 hoặc 4,5.',
      'Trang “Ca kiểm thử”, dòng 2, cột “Tình trạng hộ ngày”: “mai” không phải là ngày; hãy ghi như 31/12/2026.',
      'Trang “Quyết định trước”, dòng 2, cột “Kết quả”: “đuổi” không có trong danh mục; hãy ghi một trong: cấp; cấp có điều kiện; không cấp.',
      'Trang “Quyết định trước”, dòng 2, cột “Theo quy định của”: “xã” không có trong danh mục; hãy ghi một trong: cả nước; địa phương.',
      'Trang “Quyết định trước”, dòng 2, cột “Từ ngày”: “32/01/2026” không phải là ngày; hãy ghi như 31/12/2026.',
      'Trang “Quyết định trước”, dòng 3, cột “Về”: “Thuế” không có trong danh mục; hãy ghi một trong: Giấy phép.',
      'Trang “Quyết định trước”, dòng 3, cột “Mã ca”: không có ca nào mã “b” trong trang “Ca kiểm thử”; hãy ghi mã của một ca ở đó.',
      'Trang “Quyết định trước”, dòng 3, cột “Từ ngày”: chưa ghi; hãy ghi vào ô này.',
      'Trang “Ca kiểm thử”, dòng 2, cột “Danh sách thành viên”: ca này có thành viên ở trang “Thành viên”; hãy ghi đã đủ hay chưa ghi hết, hoặc để trống.',
      'Trang “Ca kiểm thử”, dòng 2, cột “Quyết định trước đây”: ca này có quyết định ở trang “Quyết định trước”; hãy để trống ô này hoặc bỏ các dòng đó.',
    ])
  })

  it('say of a new case when it is looked at, what was decided before and what is given', () => {
    const imported = readCases(assembly, [
      { name: 'Ca kiểm thử', rows: [['Mã ca', 'Tên ca', 'Ngày xét', 'Địa bàn ngày', 'Biết đủ quyết định từ ngày', 'Cho sẵn: Số chó'], ['moi', 'Ca mới', '1/6/2026', '1/1/2026', '1/1/2020', 2]] },
      { name: 'Quyết định trước', rows: [['Mã ca', 'Về', 'Kết quả', 'Từ ngày', 'Đến ngày (nếu đã hết)', 'Theo quy định của'], ['moi', 'giay phep', 'cap', '1/1/2025', '31/12/2025', undefined], ['moi', 'Giấy phép', undefined, '1/1/2026', undefined, 'địa phương']] },
    ])
    expect('cases' in imported && imported.cases.map(({ id: _id, title: _title, ...each }) => each)).toEqual([{
      moment: { law_at: '2026-06-01', facts_at: '2026-06-01', unit_at: '2026-01-01' },
      given: { history: [{ programme: 'dog-licence', outcome: 'licence', layer: 'national', value: 'granted', from: '2025-01-01', to: '2025-12-31' }, { programme: 'dog-licence', outcome: 'licence', layer: 'local', from: '2026-01-01' }], history_from: '2020-01-01' },
      assume: { 'common.dog_count': 2 }, expect: {},
    }])
  })

  it('are not unpacked where that would take more room than a table needs', () => {
    const bytes = workbook({ a: [['x']] })
    expect(unpackedSize(bytes, 1_000_000)).toBeGreaterThan(1000)
    expect(unpackedSize(bytes, 100)).toBeUndefined()
    expect(unpackedSize(deflateRawSync(Buffer.alloc(1000)), 1_000_000)).toBeUndefined()
  })
})

onEachDatabase('Cases of a draft in Excel', (kind) => {
  let running: RunningApp
  let author: Client
  let draft: string

  beforeAll(async () => {
    running = await startApp(kind, { packs: benefitPacks })
    author = await signInAs(running, 'author', 'island', 'author')
    const begun = await beginDraft(author, hashDocument(release), '2026-06-01')
    draft = (await edit(author, begun, (document) => ({ ...document, release: { ...document.release, cases } }))).id
  })
  afterAll(() => running.close())

  const path = () => `/api/drafts/${draft}/cases/excel`

  it('are taken out and read again, by those who write; nothing of the draft is changed by it', async () => {
    const { content, headers } = await author.send('GET', `${path()}?language=vi`)
    expect(headers['content-disposition']).toBe('attachment; filename="ca-kiem-thu_dog-licence_2026-12-01.xlsx"')
    const book = read(content, { cellFormula: true })
    expect(book.SheetNames).toEqual(['Ca kiểm thử', 'Thành viên'])
    expect(Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet)).filter((cell) => cell.f !== undefined)).toEqual([])
    const file = content.toString('base64')
    const { body } = await author.send('POST', path(), { file })
    expect(canonicalJson(body.cases)).toBe(canonicalJson(cases))
    expect((await author.send('GET', `/api/drafts/${draft}`)).body.version).toBe(2)
    const auditor = await signInAs(running, 'auditor', 'island', 'auditor')
    expect(await auditor.send('POST', path(), { file })).toMatchObject({ status: 403 })
    expect(await auditor.send('GET', path())).toMatchObject({ status: 200 })
    expect(await (await signInAs(running, 'officer', 'harbour')).send('GET', path())).toMatchObject({ status: 403 })
  })

  it('are refused as a whole where the file is no table of cases', async () => {
    expect(await author.send('POST', path(), { file: Buffer.from('no file').toString('base64') })).toMatchObject({ status: 422, body: { code: 'excel_unreadable' } })
    const wrong = workbook({ 'Ca kiểm thử': [['Mã ca', 'Tên ca', 'Ngày xét'], ['a', 'Ca', 'hôm qua']] })
    const { status, body } = await author.send('POST', path(), { file: wrong.toString('base64') })
    expect([status, body.code, body.issues[0].message.en]).toEqual([422, 'case_file_wrong', 'Sheet “Ca kiểm thử”, row 2, column “As of”: “hôm qua” is no day; write it as 31/12/2026.'])
  })
})
