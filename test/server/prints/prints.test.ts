import { canonicalJson, hashDocument } from '@tieuchi/runtime'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { insertPublication, insertRelease } from '@tieuchi/server/policies/policy-queries.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inject, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { beginDraft, edit } from '../../support/drafting.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, fill } from '../../support/dog-households.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { sensitivePacks } from '../../support/dog-secrets.ts'
import { readPdf, standInOrder } from '../../support/pdf-text.ts'

const answers = {
  household: { street: 'Đường Biển', garden_area: 20, fenced: true, telephone: '0912345678' },
  members: [
    { id: 'keeper', call_name: 'Trần Thị Bến', part: 'keeper', owner_number: '030185001234' },
    { id: 'dog', call_name: 'Vàng', part: 'dog', born: '2024-05', vaccinated: true },
  ],
}

const dogForm = sensitivePacks.programmes[0]?.releases[0]
const released = dogForm ? hashDocument(dogForm.release) : ''

onEachDatabase('A paper', (kind) => {
  let running: RunningApp
  let officer: Client
  let viewer: Client
  let hill: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: sensitivePacks })
    officer = await signInAs(running, 'harbour', 'harbour')
    viewer = await signInAs(running, 'viewer', 'harbour', 'viewer')
    hill = await signInAs(running, 'hill', 'hill')
  })
  afterAll(() => running.close())

  const print = async (client: Client, url: string) => {
    const answer = await client.send('GET', url)
    expect(answer.status, JSON.stringify(answer.body).slice(0, 400)).toBe(200)
    expect(answer.headers['content-type']).toBe('application/pdf')
    return { ...(await readPdf(answer.content)), content: answer.content, name: String(answer.headers['content-disposition']) }
  }
  const form = (id: string, query = '') => `/api/submissions/${id}/form.pdf${query}`
  const explanation = (id: string, query = '') => `/api/submissions/${id}/explanation.pdf${query}`
  const blank = (query = '', name = 'application', release = released) => `/api/releases/${release}/forms/${name}/blank.pdf${query}`

  it('of a draft bears the unit of its date, every question in order, the answers as written, and that it is a draft', async () => {
    const { id } = await fill(officer, answers)
    const { pages, text, name } = await print(officer, form(id))
    expect(name).toBe('attachment; filename="don-xin-nuoi-cho-tran-thi-ben-2026-12-01.pdf"')
    expect(pages).toHaveLength(1)
    expect(standInOrder(text, [
      'TỈNH ĐẢO', 'ỦY BAN NHÂN DÂN', 'XÃ BẾN CẢNG', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc', 'Bến Cảng, ngày …… tháng …… năm', 'ĐƠN XIN NUÔI CHÓ', '(BẢN NHÁP, CHƯA GỬI)',
      'Hộ: Trần Thị Bến', 'Xã Bến Cảng, Tỉnh Đảo', 'Ngày tham chiếu: 01/12/2026', 'Quy định nuôi chó 2026', 'Căn cứ: 01/2026/QĐ-CHO',
      'I. NƠI Ở', '1 Đường Đường Biển', '2 Diện tích vườn 20 m²', '3 Có rào có', '4 Điện thoại 0912345678', 'II. NGƯỜI VÀ CHÓ', 'Tên gọi', 'Vai', 'Ngày sinh', 'Đã tiêm phòng', 'Số định danh',
      '1 Trần Thị Bến người nuôi', '–', '030185001234', '2 Vàng chó 05/2024 có',
      'NGƯỜI KHAI', 'CÁN BỘ RÀ SOÁT', 'CHỦ TỊCH', `Mã phiếu ${id.slice(0, 8).toUpperCase()} · lần lưu 2`, 'Trang 1/1',
    ])).toBeUndefined()
    expect(text).not.toContain('KẾT QUẢ')
  })

  it('of what was sent bears its day and result, and why a check was passed', async () => {
    const draft = await fill(officer, { ...answers, household: { ...answers.household, garden_area: 5000 } })
    const sent = await officer.send('POST', `/api/submissions/${draft.id}/submit`, { version: draft.version, reasons: { checkpark2: 'Đã đo lại vườn' } })
    expect(sent.status).toBe(200)
    const { text } = await print(officer, form(draft.id))
    expect(standInOrder(text, ['Bến Cảng, ngày 01 tháng 12 năm 2026', '5.000 m²', 'III. NỘI DUNG CẦN XEM LẠI', 'Vườn rất rộng; hãy ghi lý do.', 'Lý do: Đã đo lại vườn', 'IV. KẾT QUẢ', 'Giấy phép: cấp', 'NGƯỜI KHAI'])).toBeUndefined()
    expect(text).not.toContain('BẢN NHÁP')
  })

  it('is the same file for the same state, and another once something is different', async () => {
    const { id, version } = await fill(officer, answers)
    const [first, again] = [await print(officer, form(id)), await print(officer, form(id))]
    expect(again.content.equals(first.content)).toBe(true)
    await officer.send('PUT', `/api/submissions/${id}/answers`, { version, answers: { ...answers, household: { street: 'Đường Núi' } } })
    const other = await print(officer, form(id))
    expect(other.content.equals(first.content)).toBe(false)
    expect(other.text).toContain('1 Đường Đường Núi 2 Diện tích vườn chưa trả lời')
  })

  it('shows sensitive answers to those who keep the files, masked to readers, who may not ask for them', async () => {
    const { id } = await fill(officer, answers)
    const masked = async (client: Client, query: string) => {
      const { text } = await print(client, form(id, query))
      expect(text).toContain('•••••••••234')
      expect(text).toContain('3 Có rào (đã che)')
      expect(text).toContain('Thông tin nhạy cảm đã được che.')
      for (const secret of ['030185001234', '0912345678']) expect(text).not.toContain(secret)
    }
    await masked(viewer, '')
    await masked(officer, '?sensitive=masked')
    expect(await viewer.send('GET', form(id, '?sensitive=open'))).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
    expect(await viewer.send('GET', explanation(id, '?sensitive=open'))).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
  })

  it('that explains is one page with the result, why by which article, and what is missing', async () => {
    const { id } = await fill(officer, { household: { street: 'Đường Biển', garden_area: 20 }, members: answers.members })
    const { pages, text, name, typeSize } = await print(officer, explanation(id))
    expect(typeSize).toBe(10.5)
    expect(name).toContain('giai-thich-ket-qua-tran-thi-ben-2026-12-01.pdf')
    expect(pages).toHaveLength(1)
    expect(standInOrder(text, [
      'XÃ BẾN CẢNG', 'GIẢI THÍCH KẾT QUẢ', 'Kết quả tạm tính của bản nháp, chưa gửi', 'Giấy phép: chưa kết luận, có thể là cấp; cấp có điều kiện', 'Còn thiếu câu trả lời: Có rào', 'Vì sao',
      'Diện tích vườn ≥ Vườn tối thiểu · trả lời 20 m² · so với Vườn tối thiểu: 15 m² (01/2026/QĐ-CHO, Điều 2)', 'Trang 1/1',
    ])).toBeUndefined()
    expect(text).not.toContain('dòng chi tiết không in')
    const sent = await decide(officer, answers)
    const stored = (await print(officer, explanation(sent.id))).text
    expect(standInOrder(stored, ['Kết quả đã gửi ngày 01/12/2026', 'Giấy phép: cấp', 'Thông tin nhạy cảm đã được che.', 'Vì sao', 'không: Vườn không rào (01/2026/QĐ-CHO, Điều 3)', 'Có rào: không · trả lời (đã che)'])).toBeUndefined()
    expect((await print(officer, explanation(sent.id, '?sensitive=open'))).text).toContain('Có rào: không · trả lời có')
  })

  it('speaks English where asked', async () => {
    const { id } = await fill(officer, answers)
    expect(standInOrder((await print(officer, form(id, '?language=en'))).text, ['SOCIALIST REPUBLIC OF VIET NAM', 'APPLICATION', '(DRAFT, NOT SENT)', 'Street', 'Page 1/1'])).toBeUndefined()
    expect((await print(officer, explanation(id, '?language=en'))).text).toContain('Licence: granted')
    expect(await officer.send('GET', form(id, '?language=fr'))).toMatchObject({ status: 400 })
  })

  it('of a submission is as unknown to another commune as if there were none, and needs a person', async () => {
    const { id } = await fill(officer, answers)
    for (const url of [form(id), explanation(id)]) {
      expect(await hill.send('GET', url)).toMatchObject({ status: 404, body: { code: 'submission_not_found' } })
      expect(await inject(running.app, { method: 'GET', url })).toMatchObject({ status: 401 })
      expect(await viewer.send('GET', url)).toMatchObject({ status: 200 })
    }
  })

  it('is found again by the code at its foot, by those who may see it', async () => {
    const { id } = await fill(officer, answers)
    const code = id.slice(0, 8)
    for (const written of [code, code.toUpperCase()]) {
      expect(await officer.send('GET', `/api/papers/${written}`)).toMatchObject({ status: 200, body: [{ id, label: 'Trần Thị Bến', reference_date: '2026-12-01' }] })
    }
    expect((await hill.send('GET', `/api/papers/${code}`)).body).toEqual([])
    expect(await officer.send('GET', '/api/papers/zzzzzzzz')).toMatchObject({ status: 400 })
  })

  it('to be filled by hand has every way to answer and no answer', async () => {
    await fill(officer, answers)
    const { text, name } = await print(officer, blank())
    expect(name).toContain('don-xin-nuoi-cho-trang-xa-ben-cang-2026-12-01.pdf')
    expect(standInOrder(text, [
      'TỈNH ĐẢO', 'XÃ BẾN CẢNG', 'ĐƠN XIN NUÔI CHÓ', 'Quy định nuôi chó 2026', '1 Đường', '2 Diện tích vườn', 'm²', '3 Có rào □ Có □ Không', '4 Điện thoại', 'Tên gọi (*)', 'Vai', 'Đã tiêm phòng',
      '□ người nuôi □ chó', '(4) Chỉ ghi khi vai là “chó”.', 'NGƯỜI KHAI', `Phiếu trắng · bộ quy định ${released.slice(0, 8)} · ngày 01/12/2026`,
    ])).toBeUndefined()
    for (const answer of ['Trần Thị Bến', 'Đường Biển', 'Vàng', '0912345678', '2024']) expect(text).not.toContain(answer)
    expect((await print(officer, blank('?members=30'))).text).toContain(' 30 ')
  })

  it('to be filled by hand is headed by a unit of the reader’s area as on the day', async () => {
    const island = await signInAs(running, 'island', 'island')
    expect((await print(island, blank('?unit=90002'))).text).toContain('XÃ TRÊN ĐỒI')
    expect((await print(island, blank('?unit=90003&at=2025-06-30'))).text).toContain('XÃ CẢNG CŨ')
    expect(await island.send('GET', blank('?unit=90003'))).toMatchObject({ status: 404, body: { code: 'unit_not_found' } })
    expect(await officer.send('GET', blank('?unit=90002'))).toMatchObject({ status: 404, body: { code: 'unit_not_found' } })
    expect(await officer.send('GET', blank('', 'no_such_form'))).toMatchObject({ status: 404, body: { code: 'form_not_found' } })
    expect(await officer.send('GET', blank('', 'application', '0'.repeat(64)))).toMatchObject({ status: 404, body: { code: 'release_not_found' } })
    expect(await officer.send('GET', blank('?at=2026-02-30'))).toMatchObject({ status: 422, body: { code: 'invalid_date' } })
    expect(await officer.send('GET', blank('?members=0'))).toMatchObject({ status: 400 })
  })

  it('of what was sent stays as it was when newer rules appear', async () => {
    const { id } = await decide(officer, answers, { date: '2027-03-01' })
    const before = [await print(officer, form(id)), await print(officer, explanation(id))]
    const [, { release }] = dogReleases
    const next = { ...release, title: { vi: 'Quy định nuôi chó sửa đổi', en: 'Rules on dogs, amended' }, forms: release.forms.map((each) => ({ ...each, title: { vi: 'Đơn mới', en: 'New' } })) }
    const hash = hashDocument(next)
    await asSystem(running.database.db, async (tx) => {
      await insertRelease(tx, { hash, programme: 'dog-licence', scope: 'national', body: canonicalJson(next) })
      await insertPublication(tx, { programme: 'dog-licence', scope: 'national', release: hash, valid_from: '2027-01-01', reason: 'Test', published_by: 'test' })
    })
    const after = [await print(officer, form(id)), await print(officer, explanation(id))]
    expect(after.map(({ text }) => text)).toEqual(before.map(({ text }) => text))
    expect((await print(officer, blank('?at=2027-03-01', 'application', hash))).text).toContain('ĐƠN MỚI')
  })

  it('of a form that is still being written says so, and is refused with what is wrong while the draft has errors', async () => {
    const author = await signInAs(running, 'writer', 'island', 'author')
    const draft = await beginDraft(author, released, '2028-01-01')
    const paper = (name = 'application') => `/api/drafts/${draft.id}/forms/${name}/blank.pdf`
    const { text, name } = await print(author, paper())
    expect(name).toBe('attachment; filename="don-xin-nuoi-cho-ban-nhap-tinh-dao-2028-01-01.pdf"')
    expect(standInOrder(text, ['TỈNH ĐẢO', 'ĐƠN XIN NUÔI CHÓ', '(BẢN NHÁP, CHƯA BAN HÀNH)', 'I. NƠI Ở', 'Diện tích vườn', 'Phiếu trắng của bản nháp, phiên bản 1 · ngày 01/01/2028'])).toBeUndefined()
    expect(await author.send('GET', paper('nothing'))).toMatchObject({ status: 404, body: { code: 'form_not_found' } })
    expect(await officer.send('GET', paper())).toMatchObject({ status: 403 })
    await edit(author, draft, (document) => ({ ...document, release: { ...document.release, forms: document.release.forms.map((each) => ({ ...each, sections: each.sections.map((section) => ({ ...section, items: [{ kind: 'field', field: 'gone' }, ...section.items] })) })) } }))
    expect(await author.send('GET', paper())).toMatchObject({ status: 422, body: { code: 'draft_form_unsound', issues: expect.arrayContaining([expect.objectContaining({ code: 'unknown_fact' })]) } })
  })
})
