import { fileURLToPath } from 'node:url'
import { questionsOf, type FormDocument, type Release } from '@tieuchi/runtime'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { databaseKinds } from '../../support/databases.ts'
import { averageThenPoor } from '../../support/households.ts'
import { layeredPacks } from '../../support/dog-overlays.ts'
import { dogAnswers, fill } from '../../support/dog-households.ts'
import { readPdf, standInOrder } from '../../support/pdf-text.ts'

const packs = readPacks(fileURLToPath(new URL('../../../rulesets', import.meta.url)))

const person = (number: number) => {
  const year = number === 0 ? '1961' : number % 3 === 0 ? '2018' : String(1970 + number)
  return {
    id: `m${number}`, full_name: `Nguyễn Văn ${number + 1}`, relation_to_head: number === 0 ? 'head' : 'child', sex: 'male', birth_date: year, ethnicity: '01',
    personal_number: `030${year < '2000' ? 0 : 2}${year.slice(2)}${100000 + number}`, working_age: year !== '2018', ...(number % 4 !== 0 && { health_insurance: number % 5 !== 0, uses_internet: false }),
  }
}

const people = (size: number) => Array.from({ length: size }, (_person, number) => person(number))

describe('Papers by the real packs', () => {
  let running: RunningApp
  let present: Client
  let former: Client

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { packs })
    present = await signInAs(running, 'present', 'hai-phong-2025-11086')
    former = await signInAs(running, 'former', 'tu-ky-11083')
  })
  afterAll(() => running.close())

  const open = async (officer: Client, date: string, members: ReturnType<typeof people>): Promise<string> => {
    const { body } = await officer.send('POST', '/api/submissions', { programme: 'poverty', reference_date: date })
    const saved = await officer.send('PUT', `/api/submissions/${body.id}/answers`, { version: 1, answers: { household: { ...averageThenPoor.household, village: 'Thôn Đông' }, members } })
    expect(saved.status, JSON.stringify(saved.body).slice(0, 400)).toBe(200)
    return body.id
  }
  const print = async (officer: Client, url: string) => {
    const { status, content } = await officer.send('GET', url)
    expect(status).toBe(200)
    return readPdf(content)
  }
  const releaseOn = async (at: string): Promise<{ readonly hash: string; readonly form: FormDocument }> => {
    const programme = (await present.send('GET', `/api/programmes?at=${at}`)).body.find(({ id }: { id: string }) => id === 'poverty')
    const release: Release = (await present.send('GET', `/api/releases/${programme.in_force.release}`)).body
    const [form] = release.forms
    if (!form) throw new Error('The release has a form')
    return { hash: programme.in_force.release, form }
  }
  const labelsOf = (asking: FormDocument): readonly string[] => {
    const { household: asked, members } = packs.common.dictionary.properties
    const label = (field: string) => (asked.properties[field] ?? members.items.properties[field])?.['x-label'].vi ?? field
    return questionsOf(asking).map(({ item: { field } }) => label(field))
  }

  it.each(['2025-12-01', '2027-01-01'])('ask every question of the form of %s in its order, filled and blank', async (date) => {
    const { hash, form } = await releaseOn(date)
    const filled = await print(present, `/api/submissions/${await open(present, date, people(5))}/form.pdf`)
    expect(standInOrder(filled.text, labelsOf(form))).toBeUndefined()
    expect(filled.pages.length).toBeLessThanOrEqual(8)
    expect(standInOrder(filled.text, ['1.900.000 đ/người/tháng', 'Tổng điểm A không áp dụng', '1 Nguyễn Văn 1 Chủ hộ', '030061100000', 'Không có nhà tiêu'])).toBeUndefined()
    const blank = await print(present, `/api/releases/${hash}/forms/${form.id}/blank.pdf?at=${date}`)
    expect(blank.pages.length).toBeGreaterThanOrEqual(3)
    expect(standInOrder(blank.text, labelsOf(form))).toBeUndefined()
    expect(standInOrder(blank.text, ['Chỉ ghi khi cách xác định thu nhập là “Khảo sát thu nhập”', '(2) Quan hệ với chủ hộ: 1. Chủ hộ; 2. Vợ, chồng', '(ghi bằng chữ)', '□ Nước máy', '□ Không có nhà tiêu'])).toBeUndefined()
  })

  it.each(['2026-11-28', '2027-01-01'])('leave no heading of the form of %s, nor what is said below it, at the foot of a page', async (date) => {
    const { hash, form } = await releaseOn(date)
    const filled = await print(present, `/api/submissions/${await open(present, date, people(5))}/form.pdf`)
    const blank = await print(present, `/api/releases/${hash}/forms/${form.id}/blank.pdf?at=${date}`)
    const foot = String.raw`(?:Mã phiếu|Phiếu trắng) `
    const remarks = String.raw`(?: (?:Theo|Chỉ ghi|Ghi đủ) [^□]*?\.)*`
    expect([...filled.pages, ...blank.pages].flatMap((page) => new RegExp(String.raw`[IVX]+\. [\p{Lu}, ]{4,}${remarks} ${foot}`, 'u').exec(page)?.[0] ?? [])).toEqual([])
  })

  it.each([[1, '2022-06-01'], [8, '2026-06-01'], [30, '2025-12-01'], [30, '2027-01-01']])('explain a household of %i by the rules of %s on exactly one page', async (size, date) => {
    const id = await open(date < '2025-07-01' ? former : present, date, people(size))
    const { pages, text, typeSize } = await print(date < '2025-07-01' ? former : present, `/api/submissions/${id}/explanation.pdf`)
    expect(pages).toHaveLength(1)
    expect(standInOrder(text, ['Phân loại hộ:', 'Vì sao', 'Thu nhập bình quân đầu người ≤', 'trả lời 1.900.000 đ/người/tháng', 'Trang 1/1'])).toBeUndefined()
    expect(typeSize).toBeGreaterThanOrEqual(7.5)
    if (size === 30) expect(text).toMatch(/Còn (?:\d{1,3}|\d{1,3}(?:\.\d{3})+) dòng chi tiết không in ở đây \(chỗ có dấu “…”\): Phân loại hộ \((?:\d{1,3}|\d{1,3}(?:\.\d{3})+)\)/)
  })

  it('of a household of 30 name each member in each table under a head that is repeated', async () => {
    const { pages, text } = await print(present, `/api/submissions/${await open(present, '2027-01-01', people(30))}/form.pdf`)
    expect(pages.length).toBeGreaterThan(3)
    expect(text.split('Nguyễn Văn 30').length - 1).toBeGreaterThanOrEqual(4)
    expect(text.split('STT').length - 1).toBeGreaterThan(6)
  })

  it('bear the units that were there on the date', async () => {
    const head = async (officer: Client, date: string) => (await print(officer, `/api/submissions/${await open(officer, date, people(1))}/form.pdf`)).text.slice(0, 400)
    expect(standInOrder(await head(former, '2025-06-30'), ['HUYỆN TỨ KỲ', 'XÃ ĐẠI SƠN', 'Đại Sơn, ngày', 'Xã Đại Sơn, Huyện Tứ Kỳ, Tỉnh Hải Dương'])).toBeUndefined()
    expect(standInOrder(await head(present, '2025-07-01'), ['THÀNH PHỐ HẢI PHÒNG', 'XÃ ĐẠI SƠN', 'Xã Đại Sơn, Thành phố Hải Phòng'])).toBeUndefined()
  })
})

describe('Papers where local rules are in force', () => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    const [kind] = databaseKinds()
    if (!kind) throw new Error('No database to run on')
    running = await startApp(kind, { packs: layeredPacks })
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  it('tell both results, whose each is, and do not explain twice what is the same', async () => {
    const { id } = await fill(officer, dogAnswers('Hai Tầng', 13))
    const { pages, text } = await readPdf((await officer.send('GET', `/api/submissions/${id}/explanation.pdf`)).content)
    expect(pages).toHaveLength(1)
    expect(standInOrder(text, [
      'Quy định địa phương: Quy định nuôi chó của đảo, 05/2026/NQ-ĐẢO', 'Chuẩn quốc gia', 'Giấy phép: không cấp', 'Quy định của tỉnh Đảo', 'Giấy phép: cấp',
      'Vì sao: Chuẩn quốc gia', 'Vườn tối thiểu: 15 m²', 'Vì sao: Quy định của tỉnh Đảo', 'Vườn tối thiểu: 12 m² · theo quy định của tỉnh Đảo (05/2026/NQ-ĐẢO, Điều 1)',
    ])).toBeUndefined()
    const form = await readPdf((await officer.send('GET', `/api/submissions/${id}/form.pdf`)).content)
    expect(form.text).toContain('Quy định địa phương: Quy định nuôi chó của đảo')
  })
})
