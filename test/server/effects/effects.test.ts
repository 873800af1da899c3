import { hashDocument, type DraftDocument } from '@tieuchi/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { beginDraft, edit, makeReady, withChangelog, withGarden, type Drafting } from '../../support/drafting.ts'

const base = hashDocument(dogReleases[0].release)

/** Cases expect what comes of gardens of 40 m² in the fields. */
const refusing = (document: DraftDocument): DraftDocument =>
  ({ ...document, release: { ...document.release, cases: document.release.cases.map((each) => ({ ...each, expect: { licence: 'refused' } })) } })

onEachDatabase('What a publication would change of what was decided', (kind) => {
  let running: RunningApp
  let author: Client
  let approver: Client
  let harbour: Client
  let hill: Client

  beforeAll(async () => {
    running = await startApp(kind, { withJobs: true })
    author = await signInAs(running, 'author', 'island', 'author')
    approver = await signInAs(running, 'approver', 'island', 'approver')
    harbour = await signInAs(running, 'harbour', 'harbour')
    hill = await signInAs(running, 'hill', 'hill')
    await decideFor(harbour, 'Lê Văn Hẹp', '2026-06-01')
    await decideFor(harbour, 'Lê Văn Rộng', '2026-06-02')
    await decideFor(harbour, 'Lê Văn Cũ', '2026-02-01')
    await decideFor(hill, 'Trần Thị Đồi', '2026-08-01')
    await decideFor(hill, 'Trần Thị Sau', '2027-02-01')
  })
  afterAll(() => running.close())

  const gardens: Readonly<Record<string, number>> = { 'Lê Văn Hẹp': 20, 'Lê Văn Rộng': 50, 'Lê Văn Cũ': 20, 'Trần Thị Đồi': 30, 'Trần Thị Sau': 30, 'Phạm Mới': 22 }
  const answersOf = (name: string) => dogAnswers(name, gardens[name] ?? 0)
  const decideFor = (client: Client, name: string, date: string) => decide(client, answersOf(name), { date })

  const written = async (): Promise<Drafting> => edit(author, await beginDraft(author, base, '2026-05-01'), (document) => refusing(withGarden(40)(withChangelog(document))))
  const effectsOf = async (client: Client, { id }: Drafting, query: string) => (await client.send('GET', `/api/drafts/${id}/effects?${query}`)).body

  it('is listed by commune with household, day and both results, for the days of the publication alone', async () => {
    const list = await effectsOf(approver, await written(), 'valid_from=2026-05-01')
    expect(list).toMatchObject({ valid_from: '2026-05-01', valid_to: '2026-12-31', checked: 3, differing: 2 })
    expect(list.decisions).toMatchObject([
      { label: 'Lê Văn Hẹp', unit: { name: 'Xã Bến Cảng', code: '90001' }, programme: 'dog-licence', law_at: '2026-06-01' },
      { label: 'Trần Thị Đồi', unit: { name: 'Xã Trên Đồi' }, law_at: '2026-08-01' },
    ])
    expect(list.decisions[0].changes).toEqual([{
      layer: 'national', kind: 'outcome', id: 'licence', title: { vi: 'Giấy phép', en: 'Licence' }, list: 'licence',
      before: { state: 'determined', value: 'granted' }, after: { state: 'determined', value: 'refused' },
    }])
  })

  it('comes in pages of one list', async () => {
    const draft = await written()
    const [whole, first, second] = [await effectsOf(approver, draft, 'valid_from=2026-05-01'), await effectsOf(approver, draft, 'valid_from=2026-05-01&limit=1'), await effectsOf(approver, draft, 'valid_from=2026-05-01&limit=1&offset=1')]
    expect([...first.decisions, ...second.decisions]).toEqual(whole.decisions)
    expect([first.seen, second.seen, first.differing]).toEqual([whole.seen, whole.seen, 2])
  })

  it('names no decision outside the reader’s area', async () => {
    const local = await signInAs(running, 'auditor', 'hill', 'auditor')
    const list = await effectsOf(local, await written(), 'valid_from=2026-05-01')
    expect(list.decisions.map(({ label }: { label: string }) => label)).toEqual(['Trần Thị Đồi'])
    expect(await harbour.send('GET', `/api/drafts/${(await written()).id}/effects?valid_from=2026-05-01`)).toMatchObject({ status: 403 })
  })

  it('is empty for a draft that says the same', async () => {
    const same = await edit(author, await beginDraft(author, base, '2026-05-01'), withChangelog)
    expect(await effectsOf(approver, same, 'valid_from=2026-05-01')).toMatchObject({ checked: 3, differing: 0, decisions: [] })
  })

  it('cannot be told of a draft with errors, which are named', async () => {
    const broken = await edit(author, await beginDraft(author, base), (document) => ({ ...document, release: { ...document.release, parameters: {} } }))
    const answer = await approver.send('GET', `/api/drafts/${broken.id}/effects?valid_from=2026-05-01`)
    expect(answer).toMatchObject({ status: 422, body: { code: 'draft_unsound' } })
    expect(answer.body.issues.length).toBeGreaterThan(0)
  })

  it.each([['2026-02-30', 422, 'invalid_date'], ['2026-13', 400, 'invalid_request']])('refuses the day %s', async (day, status, code) => {
    expect(await approver.send('GET', `/api/drafts/${(await written()).id}/effects?valid_from=${day}`)).toMatchObject({ status, body: { code } })
  })

  it('must have been looked at, as it is now, before the draft is published; then the law of those days is another and decisions stay', async () => {
    const ready = await makeReady(author, await written())
    expect(await author.send('POST', `/api/drafts/${ready.id}/send`, { version: ready.version })).toMatchObject({ status: 200 })
    expect(await approver.send('POST', `/api/drafts/${ready.id}/approve`, { version: ready.version })).toMatchObject({ status: 200 })
    const publish = (seen?: string) => approver.send('POST', `/api/drafts/${ready.id}/publish`, { version: ready.version, valid_from: '2026-05-01', reason: 'Đính chính', ...(seen !== undefined && { seen }) })
    const { seen: early } = await effectsOf(approver, ready, 'valid_from=2026-05-01')

    const unseen = await publish()
    expect(unseen).toMatchObject({ status: 409, body: { code: 'effects_not_seen' } })
    expect(unseen.body.detail.vi).toContain('2 quyết định')
    await decideFor(hill, 'Phạm Mới', '2026-09-01')
    expect(await publish(early)).toMatchObject({ status: 409, body: { code: 'effects_changed' } })

    const list = await effectsOf(approver, ready, 'valid_from=2026-05-01')
    expect(list.differing).toBe(3)
    expect(await publish(list.seen)).toMatchObject({ status: 200, body: { state: 'published' } })
    for (const { decision, label, law_at: at, unit, changes } of list.decisions) {
      const stored = await approver.send('GET', `/api/decisions/${decision}`)
      const anew = await approver.send('POST', '/api/decisions', { programme: 'dog-licence', unit: unit.code, at, input: answersOf(label) })
      expect([stored.body.layers.national.outcomes[0].value, anew.body.layers.national.outcomes[0].value]).toEqual([changes[0].before.value, changes[0].after.value])
    }
    const [line] = (await approver.send('GET', '/api/trail?action=release.published')).body
    expect(line.new.effects).toEqual({ checked: 4, differing: 3, seen: list.seen })
  })

  it('is asked before a withdrawal too: decisions would have no rules', async () => {
    const days = { valid_from: '2027-01-01', programme: 'dog-licence' }
    const list = (await approver.send('GET', `/api/publications/withdrawal-effects?valid_from=${days.valid_from}&programme=${days.programme}`)).body
    expect(list).toMatchObject({ differing: 1, decisions: [{ label: 'Trần Thị Sau', changes: [], problem: { en: 'No rules would be in force on that day.' } }] })
    const withdraw = (more: object) => approver.send('POST', '/api/publications/withdraw', { ...days, scope: 'national', reason: 'Bãi bỏ', ...more })
    expect(await withdraw({})).toMatchObject({ status: 409, body: { code: 'effects_not_seen' } })
    expect(await withdraw({ seen: list.seen })).toMatchObject({ status: 204 })
    expect(await author.send('GET', `/api/publications/withdrawal-effects?valid_from=${days.valid_from}&programme=${days.programme}`)).toMatchObject({ status: 403 })
  })
})
