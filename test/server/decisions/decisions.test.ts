import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyDecision } from '@tieuchi/server/decisions/decision-proof.ts'
import { findDecision } from '@tieuchi/server/decisions/decision-queries.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { RuleBook } from '@tieuchi/server/policies/rule-book.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('A decision', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const ask = (body: object) => officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', input: dogAnswers('x', 20), ...body })
  const verify = (id: string) => asSystem(running.database.db, async (tx) => {
    const row = await findDecision(tx, id)
    if (row === undefined) throw new Error('No such decision')
    return verifyDecision(tx, new RuleBook(), row)
  })

  it('on answers sent along depends on the date, stores nothing and explains itself when asked', async () => {
    const count = async () => (await sql<{ n: number }>`select count(*) as n from decisions`.execute(running.database.db)).rows[0]?.n
    const before = await count()
    const old = await ask({ at: '2026-12-31', explain: true })
    const young = await ask({ at: '2027-01-01' })
    expect(old.body.layers.national.outcomes).toMatchObject([{ id: 'licence', state: 'determined', value: 'granted' }])
    expect(young.body.layers.national.outcomes).toMatchObject([{ id: 'licence', state: 'determined', value: 'refused' }])
    expect(JSON.stringify(old.body.explanations.national)).toContain('01/2026/QĐ-CHO')
    expect(young.body.explanations).toBeUndefined()
    expect(await count()).toBe(before)
  })

  it('is not made where an answer is missing; the question that can still decide is named', async () => {
    const { household, members } = dogAnswers('x', 20)
    const { body } = await ask({ at: '2026-12-01', input: { household: { fenced: household['fenced'] }, members } })
    expect(body.layers.national.outcomes).toMatchObject([{ state: 'undetermined', missing: [{ field: 'garden_area' }] }])
  })

  it('takes three dates apart: law of one day, unit of another', async () => {
    const moment = { law_at: '2027-01-01', facts_at: '2026-12-01', unit_at: '2026-12-01' }
    expect((await ask({ moment })).body).toMatchObject({ moment, layers: { national: { outcomes: [{ value: 'refused' }] } } })
  })

  it('needs exactly one way to say when', async () => {
    expect(await ask({})).toMatchObject({ status: 400, body: { issues: [{ path: ['at'] }] } })
    expect(await ask({ at: '2026-12-01', moment: { law_at: '2026-12-01', facts_at: '2026-12-01', unit_at: '2026-12-01' } })).toMatchObject({ status: 400 })
  })

  it('refuses input that does not fit the dictionary, naming place and value', async () => {
    const { status, body } = await ask({ at: '2026-12-01', input: { household: { garden_area: 'large' } } })
    expect(status).toBe(422)
    expect(body.issues[0]).toMatchObject({ path: ['household', 'garden_area'] })
    expect(body.issues[0].message.vi).toContain('large')
  })

  it('uses the attributes of the unit on the date, never those sent along', async () => {
    const input = { ...dogAnswers('x', 12), unit: { zone: 'town' } }
    expect((await ask({ at: '2026-12-01', input })).body.layers.national.outcomes[0].value).toBe('refused')
  })

  it('once stored recomputes to the same result, bit for bit', async () => {
    const { decision } = await decide(officer, dogAnswers('Kiểm Chứng', 20))
    expect(await verify(decision)).toEqual({ recomputes: true, intact: true, chained: true })
  })

  it('is chained to the one before it in its unit', async () => {
    await decide(officer, dogAnswers('Thứ Nhất', 20))
    await decide(officer, dogAnswers('Thứ Hai', 20))
    const rows = await running.database.db.selectFrom('decisions').select(['number', 'hash', 'previous_hash']).where('unit_id', '=', 'harbour').orderBy('number').execute()
    expect(rows.map(({ number }) => number)).toEqual(rows.map((_, index) => index + 1))
    expect(rows.slice(1).map((row) => row.previous_hash)).toEqual(rows.slice(0, -1).map((row) => row.hash))
  })

  it('that is the first on a household is told as the whole history, as any other is', async () => {
    const { household } = await decide(officer, dogAnswers('Lần Đầu', 20))
    const history = async () => (await sql<{ kept: boolean }>`
      select (r.days, r.decided_on, r.outcomes, r.results) = (h.days, h.decided_on, h.outcomes, h.results) as kept
      from recorded_histories r join histories_of(r.household_id, r.programme, '-infinity') h on h.known_from = r.known_from
      where r.household_id = ${household}::uuid`.execute(running.database.db)).rows
    expect(await history()).toEqual([{ kept: true }])
  })

  it('made at the same moment as others of its unit finds its own place in the chain', async () => {
    const drafts = await Promise.all(Array.from({ length: 6 }, (_, index) => fill(officer, dogAnswers(`Cùng Lúc ${index}`, 20))))
    const sent = await Promise.all(drafts.map(({ id, version }) => officer.send('POST', `/api/submissions/${id}/submit`, { version })))
    expect(sent.map(({ status }) => status)).toEqual(drafts.map(() => 200))
    for (const { body } of sent) expect(await verify(body.decision)).toEqual({ recomputes: true, intact: true, chained: true })
  })

  it('that was tampered with behind the program’s back no longer verifies', async () => {
    const { decision } = await decide(officer, dogAnswers('Bị Sửa', 20))
    const { db } = running.database
    await sql`alter table decisions disable trigger decisions_append_only`.execute(db)
    await sql`update decisions set layers = replace(layers::text, 'granted', 'refused')::jsonb where id = ${decision}::uuid`.execute(db)
    await sql`alter table decisions enable trigger decisions_append_only`.execute(db)
    expect(await verify(decision)).toMatchObject({ recomputes: false, intact: false })
  })

  it('is shown with the explanation of its outcome', async () => {
    const { id, decision } = await decide(officer, dogAnswers('Giải Thích', 20))
    const { body } = await officer.send('GET', `/api/decisions/${decision}`)
    expect(body).toMatchObject({ id: decision, submission: id, decided_at: '2026-12-01T02:00:00.000Z', hash: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(body.explanations.national[0]).toMatchObject({ kind: 'outcome', result: true })
  })
})
