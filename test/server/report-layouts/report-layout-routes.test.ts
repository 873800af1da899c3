import { hashDocument, proposeReport } from '@tieuchi/runtime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { beginDraft } from '../../support/drafting.ts'
import { excelForm, movements } from '../../support/excel-forms.ts'

onEachDatabase('An official form sent as an Excel file', (kind) => {
  let running: RunningApp
  let author: Client
  let id: string
  const send = (client: Client, file: Buffer, draft = id) => client.send('POST', `/api/drafts/${draft}/report-layouts`, { file: file.toString('base64') })

  beforeAll(async () => {
    running = await startApp(kind)
    author = await signInAs(running, 'soan', 'island', 'author')
    id = (await beginDraft(author, hashDocument(dogReleases[0].release), '2026-06-01')).id
  })
  afterAll(() => running.close())

  test('comes back as cells of which a report form can be made; the draft stays as it is', async () => {
    const { status, body } = await send(author, excelForm(movements))
    expect(status).toBe(200)
    const found = proposeReport(body.sheets[0], () => false)
    expect('report' in found && found.report.title.vi).toBe('Tổng hợp diễn biến hộ nghèo trong năm 2026')
    expect((await author.send('GET', `/api/drafts/${id}`)).body.version).toBe(1)
  })

  test('is refused with what to do where it is no Excel file', async () => {
    const { status, body } = await send(author, Buffer.from('STT,Đơn vị,Số hộ\n'))
    expect([status, body.code, body.detail.vi]).toEqual([422, 'excel_unreadable', 'Tệp này không phải tệp Excel (.xlsx) đọc được, hoặc quá lớn. Hãy lưu lại thành .xlsx rồi thử lại.'])
  })

  test('is refused where it is larger than any form', async () => {
    expect((await send(author, Buffer.alloc(4 * 1024 * 1024))).status).toBe(413)
  })

  test('is read only for a draft that is there, by one who may write it', async () => {
    expect((await send(author, excelForm(movements), '00000000-0000-4000-8000-000000000000')).status).toBe(404)
    expect((await send(await signInAs(running, 'officer', 'harbour'), excelForm(movements))).status).toBe(403)
  })
})
