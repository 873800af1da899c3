import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { readRegister } from '@tieuchi/server/households/household-register.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('Who joined and who left a household', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const membersOn = (household: string, day: string): Promise<readonly string[]> =>
    asSystem(running.database.db, async (tx) => (await readRegister(tx, household, day)).members.map(({ id }) => id))

  const said = (household: string): Promise<readonly string[]> =>
    asSystem(running.database.db, async (tx) => {
      const { rows } = await sql<{ line: string }>`
        select concat_ws(' ', member_id, coalesce(valid_from::text, 'ever'), coalesce(valid_to::text, 'on'), began, ended) as line
        from member_spells where household_id = ${household}::uuid and superseded_at is null order by member_id, valid_from nulls first`.execute(tx)
      return rows.map(({ line }) => line)
    })

  const before = () => {
    const { household, members: [keeper, dog] } = dogAnswers('Bà Nuôi', 20)
    if (!keeper || !dog) throw new Error('A household has a keeper and a dog')
    return { household, members: [keeper, dog, { id: 'old', call_name: 'Vện', part: 'dog', vaccinated: true }] }
  }

  it('stands in the register from the day it happened, with how', async () => {
    const first = before()
    const [keeper, dog, old] = first.members
    if (!keeper || !dog || !old) throw new Error('Three members')
    const { household } = await decide(officer, first, { date: '2026-02-01' })
    const opened = (await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', household })).body
    expect(opened.known_members).toEqual([keeper.id, dog.id, 'old'])
    expect(opened.answers.members.map(({ id }: { id: string }) => id)).toEqual([keeper.id, dog.id, 'old'])

    const pup = { id: 'pup', call_name: 'Cún', part: 'dog', vaccinated: false }
    const answers = { household: first.household, members: [keeper, dog, pup], arrivals: { pup: { how: 'born' as const, on: '2026-09-05' } }, departures: { old: { how: 'died' as const, on: '2026-06-10', answers: old } } }
    await decide(officer, answers, { date: '2026-12-01', household })
    expect(await membersOn(household, '2026-06-09')).toEqual([keeper.id, dog.id, 'old'])
    expect(await membersOn(household, '2026-06-10')).toEqual([keeper.id, dog.id])
    expect(await membersOn(household, '2026-09-05')).toEqual([keeper.id, dog.id, 'pup'])
    expect(await membersOn(household, '2026-12-01')).toEqual([keeper.id, dog.id, 'pup'])
    expect(await said(household)).toEqual([
      `${dog.id} 2026-02-01 2026-11-30`, `${dog.id} 2026-12-01 on`, `${keeper.id} 2026-02-01 2026-11-30`, `${keeper.id} 2026-12-01 on`, 'old 2026-02-01 2026-06-09 died', 'pup 2026-09-05 on born',
    ])
  })

  it('without a day counts from the review on; who is absent without a word only ends', async () => {
    const first = before()
    const [keeper, dog, old] = first.members
    if (!keeper || !dog || !old) throw new Error('Three members')
    const { household } = await decide(officer, first, { date: '2026-02-01' })
    const answers = { ...first, members: [keeper, { ...dog, id: 'other' }], arrivals: { other: { how: 'joined' as const } }, departures: { old: { how: 'left' as const, answers: old } } }
    await decide(officer, answers, { date: '2026-12-01', household })
    expect(await said(household)).toEqual([`${dog.id} 2026-02-01 2026-11-30`, `${keeper.id} 2026-02-01 2026-11-30`, `${keeper.id} 2026-12-01 on`, 'old 2026-02-01 2026-11-30 left', 'other 2026-12-01 on joined'])
  })

  it('is kept in a draft, and refused on a day that cannot be', async () => {
    const first = before()
    const [keeper, dog, old] = first.members
    if (!keeper || !dog || !old) throw new Error('Three members')
    const { household } = await decide(officer, first, { date: '2026-02-01' })
    const answers = { ...first, members: [keeper, dog], departures: { old: { how: 'died' as const, on: '2026-12-24', answers: old } } }
    const draft = await fill(officer, answers, { date: '2026-12-01', household })
    const found = (await officer.send('GET', `/api/submissions/${draft.id}`)).body
    expect(found.answers).toEqual(answers)
    const refused = await officer.send('POST', `/api/submissions/${draft.id}/submit`, { version: found.version })
    expect(refused.status).toBe(422)
    expect(refused.body.issues).toMatchObject([{ code: 'membership_day', path: ['departures', 'old', 'on'], message: { vi: 'Ngày mất 24/12/2026 sau ngày tham chiếu 01/12/2026; hãy sửa ngày hoặc bỏ trống.' } }])
  })

  it('is nothing a household met for the first time is asked', async () => {
    const draft = await fill(officer, dogAnswers('Ông Mới', 20))
    expect(draft).not.toHaveProperty('known_members')
  })
})
