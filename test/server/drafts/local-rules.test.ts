import { hashDocument, type DraftDocument } from '@tieuchi/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { layeredPacks, openReleases } from '../../support/dog-overlays.ts'
import { beginDraft, edit, makeReady, withChangelog, type Drafting } from '../../support/drafting.ts'

const base = hashDocument(openReleases[1]?.release)

/** Localities may no longer set a garden of their own. */
const closed = (document: DraftDocument): DraftDocument => {
  const { least_garden: garden } = document.release.parameters
  if (!garden) throw new Error('The release has a smallest garden')
  return { ...document, release: { ...document.release, parameters: { least_garden: { ...garden, overridable: false } } } }
}

const onDays = (valid_from: string, valid_to: string) => (document: DraftDocument): DraftDocument => ({ ...document, valid_from, valid_to })

onEachDatabase('Local rules under a new national release', (kind) => {
  let running: RunningApp
  let author: Client
  let approver: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: layeredPacks, withJobs: true })
    author = await signInAs(running, 'author', 'island', 'author')
    approver = await signInAs(running, 'approver', 'island', 'approver')
  })
  afterAll(() => running.close())

  const written = async (change: (document: DraftDocument) => DraftDocument): Promise<Drafting> => edit(author, await beginDraft(author, base), (document) => change(withChangelog(document)))
  const itemOf = async ({ id }: Drafting) => (await author.send('GET', `/api/drafts/${id}/gate`)).body.items.find((item: { id: string }) => item.id === 'local_rules')

  it('are tried in every combination of the days it is proposed for', async () => {
    expect(await itemOf(await written(onDays('2028-01-01', '2028-12-31')))).toMatchObject({ state: 'met', sentence: { en: 'Tried with 2 sets of local rules; all still apply.' } })
    expect(await itemOf(await written(onDays('2026-08-01', '2026-12-31')))).toMatchObject({ state: 'met', sentence: { en: 'Tried with 1 set of local rules; all still apply.' } })
    expect(await itemOf(await written(onDays('2026-01-01', '2026-06-30')))).toMatchObject({ state: 'met', sentence: { vi: 'Không có quy định địa phương nào trong thời gian này.' } })
  }, 60_000)

  it('that no longer fit keep it from being sent, each named with the place', async () => {
    const draft = await makeReady(author, await written((document) => closed(onDays('2028-01-01', '2028-12-31')(document))))
    const item = await itemOf(draft)
    expect(item).toMatchObject({ state: 'failed', remedy: { vi: expect.stringContaining('đề nghị địa phương') } })
    expect(item.issues.map(({ path, message }: { path: unknown; message: { vi: string } }) => [path, message.vi])).toContainEqual([expect.arrayContaining(['parameters', 'least_garden']), expect.stringContaining('Quy định nuôi chó của đảo')])
    expect(await author.send('POST', `/api/drafts/${draft.id}/send`, { version: draft.version })).toMatchObject({ status: 422, body: { code: 'gate_not_passed', issues: [{ code: 'gate_local_rules' }] } })
  })

  it('keep it from being published for other days than were looked at', async () => {
    const draft = await makeReady(author, await written((document) => closed(onDays('2026-01-01', '2026-06-30')(document))))
    for (const [client, step] of [[author, 'send'], [approver, 'approve']] as const) expect(await client.send('POST', `/api/drafts/${draft.id}/${step}`, { version: draft.version })).toMatchObject({ status: 200 })
    const publish = (valid_from: string, valid_to: string) => approver.send('POST', `/api/drafts/${draft.id}/publish`, { version: draft.version, valid_from, valid_to, reason: 'x' })
    const refused = await publish('2026-06-01', '2026-07-01')
    expect(refused).toMatchObject({ status: 422, body: { code: 'local_rules_conflict' } })
    expect(refused.body.issues.length).toBeGreaterThan(0)
    expect(await publish('2026-06-01', '2026-06-30')).toMatchObject({ status: 200, body: { state: 'published' } })
  }, 60_000)
})
