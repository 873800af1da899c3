import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { demoPassword } from '@tieuchi/server/demo/demo-accounts.ts'
import { sowDemo, type SyntheticInput } from '@tieuchi/server/demo/demo-service.ts'
import { offerAdministrator } from '@tieuchi/server/people/first-administrator.ts'
import { openClient, startApp, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogCommon, dogUnits } from '../../support/dog-licences.ts'

onEachDatabase('The demonstration', (kind) => {
  let running: RunningApp

  beforeEach(async () => {
    running = await startApp(kind)
  })
  afterEach(() => running.close())

  function* households(count: number, failAt = Infinity): Generator<SyntheticInput> {
    for (let index = 0; index < count; index += 1) {
      if (index === failAt) throw new Error('the power went out')
      yield { unit: index % 2 === 0 ? 'harbour' : 'hill', input: dogAnswers(`Hộ Mẫu ${index}`, 20) }
    }
  }

  const sow = (synthetic: Iterable<SyntheticInput>) =>
    sowDemo(running.database.db, { common: dogCommon, units: dogUnits, households: async () => synthetic, now: new Date('2026-12-01T00:00:00Z'), today: '2026-12-01' })
  const count = async (table: string) => (await sql<{ n: number }>`select count(*) as n from ${sql.table(table)}`.execute(running.database.db)).rows[0]?.n

  it('gives each commune an officer, and each province an administrator, an author and an approver', async () => {
    const accounts = await sow(households(0))
    expect(accounts.map(({ login, role, unit }) => [login, role, unit.id])).toEqual([
      ['bencang', 'officer', 'harbour'], ['trendoi', 'officer', 'hill'], ['dao', 'administrator', 'island'],
      ['dao.soan', 'author', 'island'], ['dao.duyet', 'approver', 'island'],
    ])
    for (const { login } of accounts) await openClient(running.app, '', login, demoPassword)
  })

  it('fills the register once, marked as made up, and prefills submissions for any date', async () => {
    await sow(households(2500))
    await sow(households(2500))
    expect(await count('households')).toBe(2500)
    expect(await count('member_spells')).toBe(5000)
    const officer = await openClient(running.app, '', 'bencang', demoPassword)
    const { body } = await officer.send('GET', '/api/households?programme=dog-licence&state=none&search=ho mau 1000')
    expect(body).toMatchObject({ total: 1, items: [{ label: 'Hộ Mẫu 1000', synthetic: true, member_count: 2, place: 'Đường Biển' }] })
    const opened = await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-01-01', household: body.items[0].id })
    expect(opened.body.answers.household).toEqual({ street: 'Đường Biển', garden_area: 20 })
    expect(opened.body.answers.members.map((member: { id: string }) => member.id)).toEqual(['keeper', 'dog'])
  })

  it('leaves no known password behind when the program is started without it, and opens again with it', async () => {
    await sow(households(0))
    const administrator = await offerAdministrator(running.database.db, dogUnits, '2026-12-01', new Date('2026-12-01T00:00:00Z'))
    expect(administrator?.login).toBe('quantri')
    await expect(openClient(running.app, '', 'dao', demoPassword)).rejects.toThrow('wrong_credentials')
    await sow(households(0))
    await openClient(running.app, '', 'dao', demoPassword)
  })

  it('is all there or not at all', async () => {
    await expect(sow(households(2500, 1500))).rejects.toThrow('the power went out')
    expect(await count('households')).toBe(0)
    expect(await count('people')).toBe(0)
    await sow(households(2500))
    expect(await count('households')).toBe(2500)
  })

  it('keeps in the register what a form does not ask, and forgets what was asked and left unanswered', async () => {
    const known = dogAnswers('Nhiều Điều', 20)
    const input = { household: { ...known.household, telephone: '0912' }, members: known.members.map((member) => ({ ...member, chip: `chip ${member.id}` })) }
    await sow([{ unit: 'harbour', input }])
    const officer = await openClient(running.app, '', 'bencang', demoPassword)
    const [household] = (await officer.send('GET', '/api/households?programme=dog-licence')).body.items
    const { body: opened } = await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', household: household.id })
    await officer.send('POST', `/api/submissions/${opened.id}/submit`, { version: 1 })
    const answers = async (table: 'household_spells' | 'member_spells') =>
      (await running.database.db.selectFrom(table).select('answers').where('superseded_at', 'is', null).where('valid_from', '=', '2026-12-01').orderBy('id').execute()).map((row) => row.answers)
    expect(await answers('household_spells')).toEqual([{ street: 'Đường Biển', garden_area: 20, telephone: '0912' }])
    expect(await answers('member_spells')).toMatchObject([{ id: 'keeper', chip: 'chip keeper' }, { id: 'dog', chip: 'chip dog' }])
  })
})
