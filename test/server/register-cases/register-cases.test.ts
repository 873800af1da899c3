import { randomUUID } from 'node:crypto'
import { assemble, completedMonths, hashDocument, type LogicPiece, type Release } from '@tieuchi/runtime'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { coarseDay, fieldsReadByDay } from '@tieuchi/server/register-cases/coarse-days.ts'
import { stripIdentity } from '@tieuchi/server/register-cases/strip-identity.ts'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { sensitivePacks } from '../../support/dog-secrets.ts'
import { beginDraft } from '../../support/drafting.ts'

const { common } = sensitivePacks
const secrets = ['Nguyễn Thị Bí Mật', 'Mực', '030184000123', '0912345678', 'Ngõ Kín', 'VN-77', '1984-05-20', 'register-1', 'register-2', 'harbour']
const answers = {
  household: { street: 'Ngõ Kín', garden_area: 22.5, fenced: true, telephone: '0912345678', forgotten: 'Ngõ Kín' },
  members: [
    { id: 'register-1', call_name: 'Nguyễn Thị Bí Mật', part: 'keeper', born: '1984-05-20', owner_number: '030184000123' },
    { id: 'register-2', call_name: 'Mực', part: 'dog', born: '2024-05', vaccinated: false, chip: 'VN-77' },
  ],
}
const [{ release }] = sensitivePacks.programmes[0]?.releases ?? dogReleases

onEachDatabase('A household of the register as a case', (kind) => {
  let running: RunningApp
  let author: Client
  let draft: string
  const household = randomUUID()

  beforeAll(async () => {
    running = await startApp(kind, { packs: sensitivePacks })
    author = await signInAs(running, 'author', 'island', 'author')
    await asSystem(running.database.db, (tx) => insertSynthetic(tx, [{ id: household, unit_id: 'harbour', ...identify(common, answers), answers: answers.household, members: answers.members }], new Date()))
    draft = (await beginDraft(author, hashDocument(release), '2026-06-01')).id
  })
  afterAll(() => running.close())

  const take = (client: Client, at = '2026-06-01', id = household) => client.send('POST', `/api/drafts/${draft}/register-cases`, { household: id, at })

  it('comes without anything that says who it is', async () => {
    const { status, body, content } = await take(author)
    expect(status).toBe(200)
    expect(secrets.filter((secret) => content.toString('utf8').includes(secret))).toEqual([])
    expect(body).toEqual({
      at: '2026-06-01',
      given: { household: { garden_area: 22.5 }, members: [{ id: 'm1', part: 'keeper', born: '1984-05-02' }, { id: 'm2', part: 'dog', born: '2024-05', vaccinated: false }], unit: { zone: 'field' } },
      left_out: ['call_name', 'chip', 'fenced', 'forgotten', 'owner_number', 'street', 'telephone'],
    })
  })

  it('is noted in the trail, for whom the household belongs to', async () => {
    await take(author)
    const auditor = await signInAs(running, 'auditor', 'island', 'auditor')
    const [line] = (await auditor.send('GET', '/api/trail?action=household.copied')).body.lines ?? (await auditor.send('GET', '/api/trail?action=household.copied')).body
    expect(line).toMatchObject({ action: 'household.copied', subject: `household ${household}`, new: { programme: 'dog-licence', day: '2026-06-01' } })
  })

  it('is out of reach of another area, of who writes no rules, and of who is not signed in', async () => {
    const elsewhere = await signInAs(running, 'hill', 'hill', 'author')
    expect(await take(elsewhere)).toMatchObject({ status: 404, body: { code: 'household_not_found' } })
    expect(await take(author, '2026-06-01', randomUUID())).toMatchObject({ status: 404, body: { code: 'household_not_found' } })
    for (const role of ['officer', 'auditor', 'approver', 'administrator'] as const) {
      expect(await take(await signInAs(running, `as-${role}`, 'harbour', role))).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
    }
    expect((await running.app.inject({ method: 'POST', url: `/api/drafts/${draft}/register-cases`, payload: { household, at: '2026-06-01' } })).statusCode).toBe(401)
  })

  it('is taken as of a day of the calendar on which its place exists', async () => {
    expect(await take(author, '2026-02-30')).toMatchObject({ status: 422, body: { code: 'invalid_date' } })
  })
})

const anyDay = fc.date({ min: new Date('1920-01-01'), max: new Date('2030-12-31'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10))

describe('A day of birth in a case', () => {
  it('keeps every age on the day of the case and the year, and is the same for all of whom those are the same', () => {
    fc.assert(fc.property(anyDay, anyDay, (born, at) => {
      const coarse = coarseDay(born, at)
      expect([completedMonths(coarse, at), coarse.slice(0, 4)]).toEqual([completedMonths(born, at), born.slice(0, 4)])
      expect(coarseDay(coarse, at)).toBe(coarse)
    }), { numRuns: 500 })
    expect(['2020-03-02', '2020-03-15', '2020-04-01'].map((born) => coarseDay(born, '2026-06-01'))).toEqual(['2020-03-02', '2020-03-02', '2020-03-02'])
    expect(['2020', '2020-03'].map((born) => coarseDay(born, '2026-06-01'))).toEqual(['2020', '2020-03'])
  })

  it('stays as it is only where the rules compare the very day', () => {
    const reading = (more: LogicPiece): ReadonlySet<string> => {
      const changed: Release = { ...release, logic: [...release.logic, more] }
      return fieldsReadByDay(assemble({ programme: 'dog-licence', layer: 'national', common, releases: { 'dog-licence': changed } }))
    }
    const title = { vi: 'Tuổi', en: 'Age' }
    const age: LogicPiece = { kind: 'fact', id: 'age', of: 'members', title, value: { ageInYears: [{ fact: 'born' }, { moment: 'facts_at' }] } }
    const early: LogicPiece = { kind: 'condition', id: 'early', of: 'members', title, conditions: { id: 'earlyborn2', fact: 'born', operator: 'lessThan', value: '2020-01-01' } }
    expect([reading(age).has('born'), reading(early).has('born')]).toEqual([false, true])
    const stripped = stripIdentity(answers, { common, at: '2026-06-01', byDay: reading(early), unit: {} })
    expect(stripped.given.members?.[0]?.['born']).toBe('1984-05-20')
  })
})
