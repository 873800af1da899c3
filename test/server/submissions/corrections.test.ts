import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'

onEachDatabase('A review sent after another', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const get = async (id: string) => (await officer.send('GET', `/api/submissions/${id}`)).body

  it('for the same day corrects it: the first one stays and says so', async () => {
    const first = await decide(officer, dogAnswers('Ông Gõ Nhầm', 5))
    expect(await get(first.id)).not.toHaveProperty('corrected_by')
    const copy = (await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', household: first.household, copy_of: first.id })).body
    expect(copy.answers).toEqual((await get(first.id)).answers)
    expect(await get(first.id)).not.toHaveProperty('corrected_by')
    const second = await decide(officer, dogAnswers('Ông Gõ Nhầm', 20), { household: first.household })
    expect(second.id).toBe(copy.id)
    expect(await get(first.id)).toMatchObject({ state: 'submitted', decision: first.decision, corrected_by: second.id })
    expect(await get(second.id)).not.toHaveProperty('corrected_by')
    expect((await officer.send('GET', `/api/decisions/${first.decision}`)).body.layers.national.outcomes[0].value).toBe('refused')
  })

  it('for another day corrects nothing', async () => {
    const now = await decide(officer, dogAnswers('Bà Hai Lần', 20), { date: '2026-12-01' })
    await decide(officer, dogAnswers('Bà Hai Lần', 20), { date: '2026-06-01', household: now.household })
    expect(await get(now.id)).not.toHaveProperty('corrected_by')
  })
})
