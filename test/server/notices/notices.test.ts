import { hashDocument } from '@tieuchi/runtime'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { takeStep, type StepName } from '@tieuchi/server/drafts/draft-life.ts'
import { addNotices, type News } from '@tieuchi/server/notices/notice-service.ts'
import { asPerson, asSystem } from '@tieuchi/server/plugins/database.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { beginDraft, edit, withChangelog } from '../../support/drafting.ts'

const [release] = dogReleases
const now = new Date('2026-12-01T02:00:00Z')

onEachDatabase('What people are told', (kind) => {
  let running: RunningApp
  let author: Client
  let colleague: Client
  let approver: Client
  let elsewhere: Client

  beforeAll(async () => {
    running = await startApp(kind)
    author = await signInAs(running, 'author', 'island', 'author')
    colleague = await signInAs(running, 'colleague', 'island', 'author')
    approver = await signInAs(running, 'approver', 'island', 'approver')
    elsewhere = await signInAs(running, 'elsewhere', 'harbour', 'approver')
  })
  afterAll(() => running.close())

  const noticesOf = async (client: Client) => (await client.send('GET', '/api/notices')).body
  const person = ({ id }: Client) => ({ person: { id, login: 'x', name: `Cán bộ ${id === approver.id ? 'approver' : 'author'}` }, unit: { id: 'island' }, permissions: [] })
  /** A step past the gate, which takes longer and is not the matter here. */
  const step = (client: Client, id: string, name: StepName, version: number, reason?: string) =>
    asPerson(running.database.db, person(client), (tx) => takeStep(tx, { signedIn: person(client), now, today: '2026-12-01' }, id, name, { version, ...(reason && { reason }) }))
  const finished = (subject: string): News => ({ kind: 'impact_finished', subject, title: release.release.title, at: now })

  it('of a draft: those who approve in its area that it was sent, those who wrote it what became of it, nobody what they did themselves', async () => {
    const { id, version } = await edit(colleague, await beginDraft(author, hashDocument(release.release)), withChangelog)
    await step(author, id, 'send', version)
    const sent = { kind: 'draft_sent', subject: id, title: release.release.title, actor: 'Cán bộ author', at: now.toISOString(), read: false }
    expect(await noticesOf(approver)).toMatchObject({ unread: 1, notices: [sent] })
    for (const other of [author, colleague, elsewhere]) expect(await noticesOf(other)).toEqual({ unread: 0, notices: [] })

    await step(approver, id, 'return', version, 'Thiếu căn cứ')
    await step(author, id, 'send', version)
    await step(approver, id, 'approve', version)
    for (const writer of [author, colleague]) {
      expect(await noticesOf(writer)).toMatchObject({ unread: 2, notices: [{ kind: 'draft_approved' }, { kind: 'draft_returned', actor: 'Cán bộ approver', reason: 'Thiếu căn cứ' }] })
    }
    expect((await noticesOf(approver)).unread).toBe(2)
  })

  it('is theirs alone: nobody else reads it, marks it or writes it', async () => {
    await asSystem(running.database.db, (tx) => addNotices(tx, [elsewhere.id], finished('one')))
    const [{ id }] = (await noticesOf(elsewhere)).notices
    expect(await author.send('POST', '/api/notices/read', { ids: [id] })).toMatchObject({ status: 204 })
    expect(await noticesOf(elsewhere)).toMatchObject({ unread: 1, notices: [{ subject: 'one', read: false }] })
    const asAuthor = <T>(statement: ReturnType<typeof sql<T>>) => asPerson(running.database.db, person(author), async (tx) => (await statement.execute(tx)).rows)
    expect(await asAuthor(sql`select from notices where person_id <> ${author.id}::uuid`)).toEqual([])
    expect(await asAuthor(sql`update notices set read_at = now() where person_id <> ${author.id}::uuid returning id`)).toEqual([])
    for (const statement of [sql`delete from notices`, sql`update notices set kind = 'x'`, sql`insert into notices (person_id, kind, subject, title, happened_at) values (${author.id}::uuid, 'x', 'x', '{}', now())`]) {
      await expect(asAuthor(statement)).rejects.toThrow('permission denied')
    }
    const nobody = await asPerson(running.database.db, { unit: { id: 'island' } }, (tx) => sql`select from notices`.execute(tx))
    expect(nobody.rows).toEqual([])
  })

  it('is marked as read notice by notice', async () => {
    await asSystem(running.database.db, async (tx) => {
      for (const subject of ['two', 'three']) await addNotices(tx, [elsewhere.id], finished(subject))
    })
    const { notices } = await noticesOf(elsewhere)
    expect(notices.map(({ subject }: { subject: string }) => subject)).toEqual(['three', 'two', 'one'])
    await elsewhere.send('POST', '/api/notices/read', { ids: [notices[0].id, notices[2].id] })
    const after = await noticesOf(elsewhere)
    expect([after.unread, after.notices.map(({ read }: { read: boolean }) => read)]).toEqual([1, [true, false, true]])
  })

  it('is told exactly if the transaction commits', async () => {
    const before = await noticesOf(elsewhere)
    const undone = asPerson(running.database.db, person(author), async (tx) => {
      await addNotices(tx, [elsewhere.id], finished('undone'))
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    expect(await noticesOf(elsewhere)).toEqual(before)
  })
})
