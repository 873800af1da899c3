import { asPerson, asSystem } from '@tieuchi/server/plugins/database.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { attach, jpeg, pdf, png, script } from '../../support/attached-files.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { fill, type OpenDraft } from '../../support/dog-households.ts'
import { noisyPacks } from '../../support/dog-noise.ts'
import { readPdf, standInOrder } from '../../support/pdf-text.ts'

const garden = { item: 'photogarde' }
const card = { item: 'cardvaccin', member: 'dog' }

onEachDatabase('A file attached to a submission', (kind) => {
  let running: RunningApp
  let officer: Client
  let viewer: Client
  let hill: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: noisyPacks })
    officer = await signInAs(running, 'harbour', 'harbour')
    viewer = await signInAs(running, 'viewer', 'harbour', 'viewer')
    hill = await signInAs(running, 'hill', 'hill')
  })
  afterAll(() => running.close())

  const draft = (date = '2026-12-01'): Promise<OpenDraft> => fill(officer, {
    household: { street: 'Đường Biển', garden_area: 20, fenced: true, barks_night: 'never' },
    members: [{ id: 'keeper', call_name: 'Ông Vườn', part: 'keeper' }, { id: 'dog', call_name: 'Vàng', part: 'dog', vaccinated: true }],
  }, { date })
  const list = async (id: string, client = officer) => (await client.send('GET', `/api/submissions/${id}/attachments`)).body
  const send = ({ id, version }: OpenDraft) => officer.send('POST', `/api/submissions/${id}/submit`, { version })

  it('comes back byte for byte under its name, as a file and never as a page', async () => {
    const { id } = await draft()
    const sent = await attach(officer, id, garden, 'C:\\\\ảnh vườn.PNG', png)
    expect(sent).toMatchObject({ status: 200, body: { item: 'photogarde', name: 'ảnh vườn.PNG', media_type: 'image/png', size: png.length, attached_by: { name: 'Cán bộ harbour' } } })
    expect(await list(id)).toEqual([sent.body])
    const { status, headers, content } = await viewer.send('GET', `/api/submissions/${id}/attachments/${sent.body.id}`)
    expect(status).toBe(200)
    expect(content.equals(png)).toBe(true)
    expect(headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'cache-control': 'no-store', 'content-disposition': "attachment; filename=\"anh-vuon.png\"; filename*=UTF-8''%E1%BA%A3nh%20v%C6%B0%E1%BB%9Dn.PNG" })
  })

  it('is taken by its content, not by its name', async () => {
    const { id } = await draft()
    expect(await attach(officer, id, card, 'so-tiem.jpg', pdf)).toMatchObject({ status: 200, body: { media_type: 'application/pdf', member: 'dog' } })
    const refused = await attach(officer, id, garden, 'vuon.jpg', script)
    expect(refused).toMatchObject({ status: 422, body: { code: 'attachment_wrong_content', detail: { vi: 'Nội dung của tệp “vuon.jpg” không phải là JPEG, PNG, WebP, dù tên tệp ghi thế nào. Hãy chụp ảnh hoặc chọn tệp khác.' } } })
    expect(await attach(officer, id, garden, 'vuon.pdf', pdf)).toMatchObject({ status: 422, body: { code: 'attachment_wrong_content' } })
    expect(await attach(officer, id, garden, 'trong.png', Buffer.alloc(0))).toMatchObject({ status: 422, body: { code: 'attachment_empty' } })
    expect(await attach(officer, id, garden, 'lon.png', Buffer.concat([png, Buffer.alloc(8 * 1024 * 1024)]))).toMatchObject({ status: 413, body: { code: 'attachment_too_large', detail: { vi: expect.stringContaining('“lon.png” lớn hơn 8 MB') } } })
    expect(await officer.send('POST', `/api/submissions/${id}/attachments?item=photogarde`, {})).toMatchObject({ status: 400, body: { code: 'attachment_expected' } })
    expect(await list(id)).toHaveLength(1)
  })

  it('is one however often it is sent, and no more than the form takes', async () => {
    const { id } = await draft()
    const [first, again] = [await attach(officer, id, garden, 'a.png', png), await attach(officer, id, garden, 'b.png', png)]
    expect(again.body).toEqual(first.body)
    expect(await attach(officer, id, garden, 'c.jpg', jpeg)).toMatchObject({ status: 200 })
    expect(await attach(officer, id, garden, 'd.png', Buffer.concat([png, Buffer.from('more')]))).toMatchObject({ status: 422, body: { code: 'attachments_too_many', detail: { en: expect.stringContaining('At most 2 files') } } })
    expect(await attach(officer, id, garden, 'a.png', png)).toMatchObject({ status: 200 })
    expect(await list(id)).toHaveLength(2)
  })

  it('stands only where the form asks for it', async () => {
    const { id } = await draft()
    for (const place of [{ item: 'nosuchitem' }, { item: 'cardvaccin' }, { item: 'photogarde', member: 'dog' }, { item: 'cardvaccin', member: 'gone' }]) {
      expect(await attach(officer, id, place, 'a.png', png), JSON.stringify(place)).toMatchObject({ status: 422, body: { code: 'attachment_place_unknown' } })
    }
  })

  it('that is needed must be there before sending; once sent all stay as they are', async () => {
    const open = await draft()
    expect(await send(open)).toMatchObject({ status: 422, body: { code: 'checks_failed', issues: [{ code: 'form_required', path: ['members', 1, 'cardvaccin'], message: { vi: 'Chưa đính kèm “Sổ tiêm phòng”; cần có trước khi gửi.' } }] } })
    const photo = (await attach(officer, open.id, garden, 'vườn.png', png)).body
    await attach(officer, open.id, card, 'sổ tiêm.pdf', pdf)
    expect(await send(open)).toMatchObject({ status: 200 })
    const frozen = { status: 409, body: { code: 'submission_frozen' } }
    expect(await attach(officer, open.id, garden, 'c.jpg', jpeg)).toMatchObject(frozen)
    expect(await officer.send('DELETE', `/api/submissions/${open.id}/attachments/${photo.id}`)).toMatchObject(frozen)
    const asHarbour = (statement: ReturnType<typeof sql>) => asPerson(running.database.db, { unit: { id: 'harbour' } }, (tx) => statement.execute(tx))
    expect((await asHarbour(sql`delete from attachments where submission_id = ${open.id}::uuid returning id`)).rows).toEqual([])
    await expect(asHarbour(sql`update attachments set name = 'x'`)).rejects.toThrow('permission denied')
    expect((await list(open.id)).map(({ name }: { name: string }) => name)).toEqual(['sổ tiêm.pdf', 'vườn.png'])

    const { text } = await readPdf((await officer.send('GET', `/api/submissions/${open.id}/form.pdf`)).content)
    expect(standInOrder(text, ['Ảnh khu vườn: vườn.png', 'Sổ tiêm phòng', 'sổ tiêm.pdf'])).toBeUndefined()
    const copy = (await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', household: open.household, copy_of: open.id })).body
    expect((await list(copy.id)).map(({ name }: { name: string }) => name)).toEqual(['sổ tiêm.pdf', 'vườn.png'])
    expect((await list(copy.id)).map(({ id }: { id: string }) => id)).not.toContain(photo.id)
  })

  it('goes with what it belongs to: when it is taken away, with its member, with the draft', async () => {
    const open = await draft()
    const photo = (await attach(officer, open.id, garden, 'a.png', png)).body
    const url = `/api/submissions/${open.id}/attachments/${photo.id}`
    expect(await officer.send('DELETE', url)).toMatchObject({ status: 204 })
    for (const method of ['DELETE', 'GET'] as const) expect(await officer.send(method, url)).toMatchObject({ status: 404, body: { code: 'attachment_not_found' } })

    await attach(officer, open.id, card, 'b.png', png)
    const { body: saved } = await officer.send('PUT', `/api/submissions/${open.id}/answers`, { version: open.version, answers: { household: { street: 'Đường Biển', barks_night: 'never' }, members: [{ id: 'keeper', call_name: 'Ông Vườn' }, { id: 'other', call_name: 'Mực', part: 'dog' }] } })
    await attach(officer, open.id, { item: 'cardvaccin', member: 'other' }, 'c.png', png)
    await attach(officer, open.id, { item: 'cardvaccin', member: 'keeper' }, 'd.png', png)
    expect(await send({ ...open, version: saved.version })).toMatchObject({ status: 200 })
    expect((await list(open.id)).map(({ name }: { name: string }) => name)).toEqual(['c.png', 'd.png'])

    const other = await draft()
    await attach(officer, other.id, garden, 'a.png', png)
    expect(await officer.send('DELETE', `/api/submissions/${other.id}`)).toMatchObject({ status: 204 })
    const { rows } = await asSystem(running.database.db, (tx) => sql`select 1 from attachments where submission_id = ${other.id}::uuid`.execute(tx))
    expect(rows).toEqual([])
  })

  it('is unknown to another commune, and no reader attaches or takes one away', async () => {
    const { id } = await draft()
    const photo = (await attach(officer, id, garden, 'a.png', png)).body
    const url = `/api/submissions/${id}/attachments`
    for (const answer of [await hill.send('GET', url), await hill.send('GET', `${url}/${photo.id}`), await hill.send('DELETE', `${url}/${photo.id}`), await attach(hill, id, garden, 'b.png', png)]) {
      expect(answer).toMatchObject({ status: 404, body: { code: 'submission_not_found' } })
    }
    for (const answer of [await viewer.send('DELETE', `${url}/${photo.id}`), await attach(viewer, id, garden, 'b.png', png)]) expect(answer).toMatchObject({ status: 403 })
    const asHill = (statement: ReturnType<typeof sql>) => asPerson(running.database.db, { unit: { id: 'hill' } }, (tx) => statement.execute(tx))
    expect((await asHill(sql`select id from attachments`)).rows).toEqual([])
    expect((await asHill(sql`delete from attachments returning id`)).rows).toEqual([])
    await expect(asHill(sql`insert into attachments (submission_id, item, name, media_type, size, sha256, content, attached_at, attached_by) values (${id}::uuid, 'photogarde', 'x', 'image/png', 1, 'x', '', now(), ${hill.id}::uuid)`)).rejects.toThrow('row-level security')
  })
})
