import { hashDocument } from '@tieuchi/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { beginDraft, edit, makeReady, withChangelog, withGarden } from '../../support/drafting.ts'

const base = hashDocument(dogReleases[1].release)

onEachDatabase('Drafts', (kind) => {
  let running: RunningApp
  let author: Client
  let colleague: Client
  let approver: Client
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind, { withJobs: true })
    author = await signInAs(running, 'author', 'island', 'author')
    colleague = await signInAs(running, 'colleague', 'island', 'author')
    approver = await signInAs(running, 'approver', 'island', 'approver')
    officer = await signInAs(running, 'officer', 'harbour')
  })
  afterAll(() => running.close())

  describe('being written', () => {
    it('begin as a copy of a release, without its summary, and are listed', async () => {
      const draft = await beginDraft(author, base, '2028-01-01')
      expect(draft.document).toMatchObject({ valid_from: '2028-01-01', release: { title: dogReleases[1].release.title, changelog: { vi: '', en: '' } } })
      expect((await author.send('GET', '/api/drafts?programme=dog-licence')).body).toContainEqual(expect.objectContaining({ id: draft.id, state: 'draft', version: 1, base, valid_from: '2028-01-01' }))
    })

    it('begin from nothing under an id that is free', async () => {
      const asked = { programme: 'cat-licence', title: { vi: 'Giấy phép nuôi mèo', en: 'Cat licence' } }
      expect(await author.send('POST', '/api/drafts', asked)).toMatchObject({ status: 200, body: { document: { programme: { id: 'cat-licence', title: asked.title }, release: { logic: [] } } } })
      expect(await author.send('POST', '/api/drafts', { ...asked, programme: 'dog-licence' })).toMatchObject({ status: 409, body: { code: 'programme_exists' } })
    })

    it('are begun by accounts of a province, for they are national law', async () => {
      const local = await signInAs(running, 'local', 'harbour', 'author')
      expect(await local.send('POST', '/api/drafts', { programme: 'dog-licence', from: base })).toMatchObject({ status: 403, body: { code: 'scope_too_wide' } })
    })

    it('are kept version by version, byte for byte, and can go back to any', async () => {
      const first = await beginDraft(author, base)
      const second = await edit(author, first, withGarden(40))
      const third = await edit(author, second, withGarden(50))
      expect((await author.send('GET', `/api/drafts/${first.id}/versions/2`)).body).toEqual(second.document)
      expect(await author.send('POST', `/api/drafts/${first.id}/restore`, { version: third.version, from: 1 })).toMatchObject({ status: 200, body: { version: 4 } })
      const { body } = await author.send('GET', `/api/drafts/${first.id}`)
      expect(JSON.stringify(body.document)).toBe(JSON.stringify(first.document))
      expect((await author.send('GET', `/api/drafts/${first.id}/versions`)).body).toMatchObject([{ version: 4, restored_from: 1 }, { version: 3 }, { version: 2 }, { version: 1 }])
    })

    it('are never overwritten unseen: the second of two hears who was faster', async () => {
      const draft = await beginDraft(author, base)
      await edit(colleague, draft, withGarden(60))
      const late = await author.send('PUT', `/api/drafts/${draft.id}/document`, { version: draft.version, document: withGarden(70)(draft.document) })
      expect(late).toMatchObject({ status: 409, body: { code: 'draft_changed' } })
      expect(late.body.detail.vi).toContain('Cán bộ colleague')
      expect((await author.send('GET', `/api/drafts/${draft.id}`)).body).toMatchObject({ version: 2, document: { release: { parameters: { least_garden: { values: { field: 60 } } } } } })
    })

    it('take a save sent twice as one', async () => {
      const draft = await beginDraft(author, base)
      const save = { version: 1, document: withGarden(33)(draft.document) }
      const send = () => author.send('PUT', `/api/drafts/${draft.id}/document`, save)
      expect([await send(), await send()]).toMatchObject([{ status: 200, body: { version: 2 } }, { status: 200, body: { version: 2 } }])
    })

    it('are out of reach of those who neither write, approve nor audit', async () => {
      const draft = await beginDraft(author, base)
      expect(await officer.send('GET', `/api/drafts/${draft.id}`)).toMatchObject({ status: 403 })
      expect(await approver.send('PUT', `/api/drafts/${draft.id}/document`, { version: 1, document: draft.document })).toMatchObject({ status: 403 })
    })
  })

  describe('on their way into force', () => {
    it('pass the gate, are approved by a second person, and are law on their day without a restart', async () => {
      const begun = await beginDraft(author, base, '2028-01-01')
      const written = await edit(author, begun, (document) => withGarden(12)(withChangelog(document)))
      const wrong = await author.send('POST', `/api/drafts/${written.id}/send`, { version: written.version })
      expect(wrong).toMatchObject({ status: 422, body: { code: 'gate_not_passed' } })
      expect(wrong.body.issues.map(({ code }: { code: string }) => code)).toContain('gate_cases')
      const mended = await edit(author, written, (document) => ({ ...document, release: { ...document.release, cases: document.release.cases.map((each) => ({ ...each, expect: { licence: 'granted' } })) } }))
      const ready = await makeReady(author, mended)
      expect(await author.send('POST', `/api/drafts/${ready.id}/send`, { version: ready.version })).toMatchObject({ status: 200, body: { state: 'in_review' } })
      expect(await author.send('POST', `/api/drafts/${ready.id}/approve`, { version: ready.version })).toMatchObject({ status: 403 })
      expect(await approver.send('POST', `/api/drafts/${ready.id}/publish`, { version: ready.version, valid_from: '2028-01-01', reason: 'x' })).toMatchObject({ status: 422, body: { code: 'gate_not_passed' } })
      expect(await approver.send('POST', `/api/drafts/${ready.id}/approve`, { version: ready.version })).toMatchObject({ status: 200, body: { state: 'approved' } })
      expect((await approver.send('GET', `/api/drafts/${ready.id}/gate`)).body).toMatchObject({ passed: true })
      const published = await approver.send('POST', `/api/drafts/${ready.id}/publish`, { version: ready.version, valid_from: '2028-01-01', reason: 'Quyết định 1' })
      expect(published).toMatchObject({ status: 200, body: { state: 'published' } })
      const licenceOn = async (at: string) => (await officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at, input: dogAnswers('x', 20) })).body.layers.national.outcomes[0].value
      expect([await licenceOn('2027-12-31'), await licenceOn('2028-01-01')]).toEqual(['refused', 'granted'])
      expect(await author.send('PUT', `/api/drafts/${ready.id}/document`, { version: ready.version, document: begun.document })).toMatchObject({ status: 409, body: { code: 'draft_closed' } })
      expect((await approver.send('GET', `/api/drafts/${ready.id}`)).body.events.map(({ kind: event }: { kind: string }) => event)).toEqual(['created', 'sent', 'approved', 'published'])
    })

    it('lose their approval with any change, and go back with a reason', async () => {
      const ready = await makeReady(author, await edit(author, await beginDraft(author, base, '2029-01-01'), withChangelog))
      const stepTo = (client: Client, name: string, version: number, more: object = {}) => client.send('POST', `/api/drafts/${ready.id}/${name}`, { version, ...more })
      expect(await stepTo(author, 'send', ready.version)).toMatchObject({ status: 200 })
      expect(await stepTo(approver, 'return', ready.version, { reason: 'Thiếu căn cứ' })).toMatchObject({ status: 200, body: { state: 'draft' } })
      await stepTo(author, 'send', ready.version)
      await stepTo(approver, 'approve', ready.version)
      const changed = await edit(author, ready, (document) => ({ ...document, release: { ...document.release, changelog: { vi: 'Khác.', en: 'Other.' } } }))
      expect((await author.send('GET', `/api/drafts/${ready.id}`)).body).toMatchObject({ state: 'draft', events: expect.arrayContaining([expect.objectContaining({ kind: 'returned', reason: 'Thiếu căn cứ' }), expect.objectContaining({ kind: 'approval_voided' })]) })
      expect(await stepTo(approver, 'publish', changed.version, { valid_from: '2029-01-01', reason: 'x' })).toMatchObject({ status: 422 })
    })

    it('can be withdrawn again: from then on no rules are in force', async () => {
      const withdrawal = { programme: 'dog-licence', scope: 'national', valid_from: '2031-01-01', reason: 'Bãi bỏ' }
      expect(await author.send('POST', '/api/publications/withdraw', withdrawal)).toMatchObject({ status: 403 })
      expect(await approver.send('POST', '/api/publications/withdraw', withdrawal)).toMatchObject({ status: 204 })
      expect(await officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at: '2031-06-01', input: {} })).toMatchObject({ status: 422, body: { code: 'no_rules_in_force' } })
      expect(await approver.send('POST', '/api/publications/withdraw', withdrawal)).toMatchObject({ status: 422, body: { code: 'nothing_to_withdraw' } })
    })
  })

  describe('talked about', () => {
    it('carry comments on a change, answered and settled', async () => {
      const { id } = await beginDraft(author, base)
      const change = { change: 'parameters/least_garden/values/field', sentence: { vi: 'Vườn: 30 → 40', en: 'Garden: 30 → 40' } }
      const { body: [asked] } = await approver.send('POST', `/api/drafts/${id}/comments`, { ...change, body: 'Căn cứ nào?' })
      const { body: both } = await author.send('POST', `/api/drafts/${id}/comments`, { ...change, body: 'Điều 2.', answers: asked.id })
      expect(both).toMatchObject([{ body: 'Căn cứ nào?', person: { name: 'Cán bộ approver' } }, { body: 'Điều 2.', answers: asked.id }])
      expect((await author.send('POST', `/api/drafts/${id}/comments/${asked.id}/settle`)).body[0]).toMatchObject({ resolved_by: { name: 'Cán bộ author' } })
    })
  })
})
