import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { verifyDecision } from '@tieuchi/server/decisions/decision-proof.ts'
import { findDecision } from '@tieuchi/server/decisions/decision-queries.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { RuleBook } from '@tieuchi/server/policies/rule-book.ts'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { averageThenPoor } from '../../support/households.ts'

const rulesets = fileURLToPath(new URL('../../../rulesets', import.meta.url))

onEachDatabase('With the real packs, nothing restarted', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: readPacks(rulesets) })
    const [unit] = await running.database.db.selectFrom('unit_spells').select('unit_id').where('code', '=', '11086').where('valid_to', 'is', null).execute()
    officer = await signInAs(running, 'officer', unit?.unit_id ?? '')
  })
  afterAll(() => running.close())

  const verify = (id: string) => asSystem(running.database.db, async (tx) => {
    const row = await findDecision(tx, id)
    if (!row) throw new Error(`No decision ${id}`)
    return verifyDecision(tx, new RuleBook(), row)
  })

  const classOn = async (at: string) => {
    const { body } = await officer.send('POST', '/api/decisions', { programme: 'poverty', unit: '11086', at, input: averageThenPoor })
    expect(body.issues).toBeUndefined()
    return body.layers.national.outcomes.find((outcome: { id: string }) => outcome.id === 'class')
  }

  it('one household is average on 31/12/2026 and poor on 01/01/2027', async () => {
    expect(await classOn('2026-12-31')).toMatchObject({ state: 'determined', value: 'average' })
    expect(await classOn('2027-01-01')).toMatchObject({ state: 'determined', value: 'poor' })
  })

  it('and a submission of it is decided the same way', async () => {
    const decided = async (date: string) => {
      const opened = (await officer.send('POST', '/api/submissions', { programme: 'poverty', reference_date: date })).body
      const saved = (await officer.send('PUT', `/api/submissions/${opened.id}/answers`, { version: 1, answers: averageThenPoor })).body
      const sent = await officer.send('POST', `/api/submissions/${opened.id}/submit`, { version: saved.version })
      const { body } = await officer.send('GET', `/api/decisions/${sent.body.decision}`)
      return body.layers.national.outcomes[0].value
    }
    expect(await decided('2026-12-31')).toBe('average')
    expect(await decided('2027-01-01')).toBe('poor')
  })

  it('and what a review reads of earlier ones is what had been decided before its day', async () => {
    const review = async (date: string, answers: object, household?: string) => {
      const opened = (await officer.send('POST', '/api/submissions', { programme: 'poverty', reference_date: date, ...(household !== undefined && { household }) })).body
      const saved = (await officer.send('PUT', `/api/submissions/${opened.id}/answers`, { version: opened.version, answers })).body
      const { body: sent } = await officer.send('POST', `/api/submissions/${opened.id}/submit`, { version: saved.version })
      const { body: decision } = await officer.send('GET', `/api/decisions/${sent.decision}`)
      const movement = decision.layers.national.outcomes.find((outcome: { id: string }) => outcome.id === 'movement')
      return { opened, sent, movement }
    }
    const first = await review('2027-01-01', averageThenPoor)
    expect(first.opened).not.toHaveProperty('history')
    expect(first.movement).toMatchObject({ state: 'undetermined' })
    const { household } = first.sent
    const better = { ...averageThenPoor, household: { ...averageThenPoor.household, income_per_person: 9_000_000 } }
    const second = await review('2027-07-01', better, household)
    expect(second.opened).toMatchObject({ history: [{ programme: 'poverty', outcome: 'class', value: 'poor', from: '2027-01-01' }], history_from: '2027-01-01' })
    expect(second.movement).toMatchObject({ state: 'determined', value: 'escaped_poverty' })
    const corrected = await review('2027-07-01', averageThenPoor, household)
    expect(corrected.opened.history).toEqual(second.opened.history)
    expect(corrected.movement).toMatchObject({ state: 'determined', value: 'unchanged' })
    expect((await officer.send('GET', `/api/submissions/${second.sent.id}`)).body.history).toEqual(second.opened.history)
    expect((await review('2026-12-31', averageThenPoor, household)).opened).not.toHaveProperty('history')
    expect(await verify(second.sent.decision)).toEqual({ recomputes: true, intact: true, chained: true })
  })
})
