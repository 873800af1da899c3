import { globSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { assemble, formSet, generateForm, type CommonDocument, type Release } from '@tieuchi/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../support/app.ts'
import { onEachDatabase } from '../support/databases.ts'
import { dogAnswers } from '../support/dog-households.ts'

onEachDatabase('With every pack removed and a fictitious one installed', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  it('form, decision and explanation work unchanged', async () => {
    const [programme] = (await officer.send('GET', '/api/programmes?at=2026-12-01')).body
    const opened = (await officer.send('POST', '/api/submissions', { programme: programme.id, reference_date: '2026-12-01' })).body
    const common: CommonDocument = (await officer.send('GET', `/api/common/${opened.rules.common}`)).body
    const release: Release = (await officer.send('GET', `/api/releases/${opened.rules.releases[programme.id].national}`)).body
    const assembly = assemble({ programme: programme.id, layer: 'national', common, releases: { [programme.id]: release } })
    const form = generateForm(formSet(assembly, opened.form), 'vi')
    expect(JSON.stringify(form.schema)).toContain('Diện tích vườn')

    const answers = { ...dogAnswers('Chủ Chó', 20), household: { street: 'Đường Biển', garden_area: 20, fenced: false } }
    const { body: saved } = await officer.send('PUT', `/api/submissions/${opened.id}/answers`, { version: 1, answers })
    const { body: sent } = await officer.send('POST', `/api/submissions/${opened.id}/submit`, { version: saved.version })
    const { body: decision } = await officer.send('GET', `/api/decisions/${sent.decision}`)
    expect(decision.layers.national.outcomes).toMatchObject([{ id: 'licence', value: 'conditional' }])
    expect(decision.layers.national.rules).toMatchObject([{ id: 'open_garden', result: true }, { id: 'no_vaccination', result: false }])
    const explanation = JSON.stringify(decision.explanations.national)
    expect(explanation).toContain('01/2026/QĐ-CHO')
    expect(explanation).toContain('Diện tích vườn')
    expect(explanation).toContain('Garden area')
  })
})

describe('The sources of the engine, the server and the web application', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url))

  it('know no policy by name', () => {
    const files = globSync('{runtime,server,designer}/src/**/*.{ts,tsx,md,css,html}', { cwd: root })
    expect(files.length).toBeGreaterThan(50)
    const knowing = files.filter((file) => /poor|poverty|income|nghèo/i.test(readFileSync(root + file, 'utf8')))
    expect(knowing).toEqual([])
  })
})
