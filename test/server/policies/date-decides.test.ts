import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
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
})
