import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { asPerson } from '@tieuchi/server/plugins/database.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../support/app.ts'
import { onEachDatabase } from '../support/databases.ts'
import { decide, dogAnswers, fill, type OpenDraft } from '../support/dog-households.ts'

onEachDatabase('An officer of one commune', (kind) => {
  let running: RunningApp
  let harbour: Client
  let hill: Client
  let island: Client
  let draft: OpenDraft
  let decided: OpenDraft & { readonly decision: string }

  beforeAll(async () => {
    running = await startApp(kind)
    harbour = await signInAs(running, 'harbour', 'harbour')
    hill = await signInAs(running, 'hill', 'hill')
    island = await signInAs(running, 'island', 'island', 'administrator')
    draft = await fill(harbour, dogAnswers('Trần Thị Bến', 20))
    decided = await decide(harbour, dogAnswers('Lê Văn Cảng', 20))
  })
  afterAll(() => running.close())

  const asHill = <T>(statement: ReturnType<typeof sql<T>>) => asPerson(running.database.db, { unit: { id: 'hill' } }, (tx) => statement.execute(tx))

  it('does not list the households of another, which the province does', async () => {
    const url = '/api/households?programme=dog-licence'
    expect((await hill.send('GET', url)).body.total).toBe(0)
    expect((await harbour.send('GET', url)).body.total).toBe(2)
    expect((await island.send('GET', url)).body.total).toBe(2)
  })

  it('can open nothing of another by its address', async () => {
    for (const url of [`/api/submissions/${draft.id}`, `/api/submissions/${decided.id}`, `/api/decisions/${decided.decision}`]) {
      expect(await hill.send('GET', url)).toMatchObject({ status: 404 })
      expect(await island.send('GET', url)).toMatchObject({ status: 200 })
    }
  })

  it('cannot start, save, re-date or send for a household of another', async () => {
    const { id, version, household } = draft
    expect(await hill.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', household })).toMatchObject({ status: 404, body: { code: 'household_not_found' } })
    expect(await hill.send('PUT', `/api/submissions/${id}/answers`, { version, answers: dogAnswers('x', 1) })).toMatchObject({ status: 404 })
    expect(await hill.send('PUT', `/api/submissions/${id}/date`, { version, reference_date: '2027-01-01' })).toMatchObject({ status: 404 })
    expect(await hill.send('POST', `/api/submissions/${id}/submit`, { version })).toMatchObject({ status: 404 })
    expect((await harbour.send('GET', `/api/submissions/${id}`)).body).toMatchObject({ version, state: 'draft' })
  })

  it('cannot decide in another’s unit, which looks as unknown as one that never was', async () => {
    const request = (unit: string) => ({ programme: 'dog-licence', unit, at: '2026-12-01', input: dogAnswers('x', 20) })
    const foreign = await hill.send('POST', '/api/decisions', request('90001'))
    const unknown = await hill.send('POST', '/api/decisions', request('12345'))
    expect(foreign).toMatchObject({ status: 404, body: { code: 'unit_not_found' } })
    expect(foreign.body.detail.vi.replace('90001', '12345')).toBe(unknown.body.detail.vi)
    expect(await hill.send('POST', '/api/decisions', request('90002'))).toMatchObject({ status: 200 })
    expect(await island.send('POST', '/api/decisions', request('90001'))).toMatchObject({ status: 200 })
  })

  it('cannot register a household in another’s unit', async () => {
    expect(await hill.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', unit: '90001' })).toMatchObject({ status: 404, body: { code: 'unit_not_found' } })
  })

  it.each(['households', 'household_reviews', 'household_spells', 'member_spells', 'submissions', 'decisions'])('reads no row of %s by SQL', async (table) => {
    const mine = await asPerson(running.database.db, { unit: { id: 'harbour' } }, (tx) => sql`select * from ${sql.table(table)}`.execute(tx))
    expect(mine.rows.length).toBeGreaterThan(0)
    expect((await asHill(sql`select * from ${sql.table(table)}`)).rows).toEqual([])
  })

  it('changes no row of another by SQL', async () => {
    const changes = [
      sql`update households set label = 'x' returning id`,
      sql`update submissions set answers = '{}' returning id`,
      sql`update household_spells set superseded_at = now() returning id`,
      sql`update member_spells set superseded_at = now() returning id`,
    ]
    for (const change of changes) expect((await asHill(change)).rows).toEqual([])
    const renaming = sql<{ renamed: boolean }>`select name_household(${draft.household}::uuid, 'x', null, 'x', 'x', '{}', 1, '2026-12-01') as renamed`
    expect((await asHill(renaming)).rows).toEqual([{ renamed: false }])
    expect((await asPerson(running.database.db, { unit: { id: 'harbour' } }, (tx) => renaming.execute(tx))).rows).toEqual([{ renamed: true }])
  })

  it('deletes nothing of another by route or SQL, and of its own only drafts and households nothing is known of', async () => {
    expect(await hill.send('DELETE', `/api/submissions/${draft.id}`)).toMatchObject({ status: 404, body: { code: 'submission_not_found' } })
    const deletions = [sql`delete from submissions returning id`, sql`delete from households returning id`]
    for (const deletion of deletions) expect((await asHill(deletion)).rows).toEqual([])
    const asHarbour = <T>(statement: ReturnType<typeof sql<T>>) => asPerson(running.database.db, { unit: { id: 'harbour' } }, async (tx) => (await statement.execute(tx)).rows)
    expect(await asHarbour(sql`delete from households returning id`)).toEqual([])
    expect(await asHarbour(sql`delete from submissions where id = ${decided.id}::uuid returning id`)).toEqual([])
    const other = await fill(harbour, dogAnswers('Xoá Bằng Câu Lệnh', 20))
    expect(await asHarbour(sql`delete from submissions where id = ${other.id}::uuid returning id`)).toEqual([{ id: other.id }])
    expect(await asHarbour(sql`delete from households returning id`)).toEqual([{ id: other.household }])
  })

  it('writes no row for another by SQL, neither in its unit nor for its household', async () => {
    const moment = sql`'2026-12-01', '2026-12-01', '2026-12-01'`
    const person = sql`${hill.id}::uuid`
    const submission = (unit: string) => sql`
      insert into submissions (household_id, unit_id, programme, form, label, law_at, facts_at, unit_at, rules, answers, created_at, created_by, updated_at, updated_by)
      values (${draft.household}::uuid, ${unit}, 'dog-licence', 'application', 'x', ${moment}, '{}', '{}', now(), ${person}, now(), ${person})`
    const decision = (unit: string) => sql`
      insert into decisions (submission_id, unit_id, number, programme, law_at, facts_at, unit_at, input, rules, layers, semantics, hash, decided_at, decided_by)
      values (${draft.id}::uuid, ${unit}, 99, 'dog-licence', ${moment}, '{}', '{}', '{}', 1, 'x', now(), ${person})`
    const spell = (unit: string) => sql`
      insert into household_spells (household_id, unit_id, answers, recorded_at) values (${draft.household}::uuid, ${unit}, '{}', now())`
    const household = sql`insert into households (unit_id, label, search_text, member_count) values ('harbour', 'x', 'x', 1)`
    const writes = ['harbour', 'hill'].flatMap((unit) => [submission(unit), decision(unit), spell(unit)])
    for (const write of [...writes, household]) await expect(asHill(write)).rejects.toThrow('row-level security')
  })

  it('cannot move a household of its own elsewhere, delete, or read passwords and sessions by SQL', async () => {
    const refused = [
      sql`update households set unit_id = 'hill'`,
      sql`delete from household_spells`,
      sql`delete from member_spells`,
      sql`delete from decisions`,
      sql`select password_hash from people`,
      sql`select * from sessions`,
      sql`select * from recorded_histories`,
      sql`update report_sets set state = 'done'`,
      sql`delete from report_sets`,
      sql`insert into report_set_files values (gen_random_uuid(), 0, 'x', '')`,
      sql`insert into recorded_histories select household_id, 'dog-licence', now(), null, '{}', '{}', '{}', '{}' from submissions`,
      sql`insert into publications (programme, scope, reason, published_by) values ('dog-licence', 'national', 'x', 'x')`,
    ]
    for (const statement of refused) await expect(asHill(statement)).rejects.toThrow('permission denied')
  })

  it('works in a role that asks for no units below its own, and the province in one that does', async () => {
    const roleIn = async (unit: string) => (await asPerson(running.database.db, { unit: { id: unit } }, (tx) => sql<{ role: string }>`select current_user as role`.execute(tx))).rows[0]?.role
    expect([await roleIn('hill'), await roleIn('island'), await roleIn('')]).toEqual(['app_user', 'app_area', 'app_user'])
    const unitsSeen = (role: string) => running.database.db.transaction().execute(async (tx) => {
      await sql`select set_config('role', ${role}, true), set_config('app.unit', 'island', true)`.execute(tx)
      return (await sql<{ unit_id: string }>`select distinct unit_id from households`.execute(tx)).rows
    })
    expect([await unitsSeen('app_user'), await unitsSeen('app_area')]).toEqual([[], [{ unit_id: 'harbour' }]])
  })

  it('writes for the province what the province may write of it, and nothing beside', async () => {
    const asIsland = <T>(statement: ReturnType<typeof sql<T>>) => asPerson(running.database.db, { unit: { id: 'island' } }, async (tx) => (await statement.execute(tx)).rows)
    const spell = (unit: string) => sql`insert into household_spells (household_id, unit_id, answers, recorded_at, valid_from) values (${draft.household}::uuid, ${unit}, '{}', now(), '1999-01-01')`
    await expect(asIsland(spell('hill'))).rejects.toThrow('row-level security')
    expect(await asIsland(sql`update households set label = label where unit_id = 'harbour' returning true`)).not.toEqual([])
    expect(await asIsland(sql`delete from submissions where id = ${decided.id}::uuid returning id`)).toEqual([])
    expect(await asIsland(sql`update submissions set reasons = '{}' where id = ${decided.id}::uuid returning id`)).toEqual([])
    expect(await asIsland(sql`update submissions set reasons = reasons where id = ${draft.id}::uuid returning id`)).toEqual([{ id: draft.id }])
  })

  it('sees nothing without a unit', async () => {
    const { rows } = await asPerson(running.database.db, { unit: { id: '' } }, (tx) => sql`select * from households`.execute(tx))
    expect(rows).toEqual([])
  })

  it('leaves no rights behind on the connection', async () => {
    await asHill(sql`select 1`)
    const { rows } = await sql<{ name: string; unit: string | null }>`select current_user as name, current_setting('app.unit', true) as unit`.execute(running.database.db)
    expect(rows[0]?.name).not.toMatch(/^app_/)
    expect(rows[0]?.unit || null).toBeNull()
  })
})
