import { canonicalJson, hashDocument, type Release } from '@tieuchi/runtime'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { insertPublication, insertRelease } from '@tieuchi/server/policies/policy-queries.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { grantRelease, kennelPages, pagesPacks, taxPages, taxRelease } from '../../support/dog-pages.ts'
import { readPdf, standInOrder } from '../../support/pdf-text.ts'

const national = (release: Release) => ({ national: hashDocument(release) })

onEachDatabase('A form to which other programmes contribute pages', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: pagesPacks({ kennel: [], tax: [taxPages] }) })
    officer = await signInAs(running, 'harbour', 'harbour')
  })
  afterAll(() => running.close())

  const publish = (release: Release, validFrom: string) => asSystem(running.database.db, async (tx) => {
    const hash = hashDocument(release)
    await insertRelease(tx, { hash, programme: release.programme, scope: 'national', body: canonicalJson(release) })
    await insertPublication(tx, { programme: release.programme, scope: 'national', release: hash, valid_from: validFrom, reason: 'Test', published_by: 'test' })
  })
  const withdraw = (programme: string, from: string) => asSystem(running.database.db, (tx) => insertPublication(tx, { programme, scope: 'national', valid_from: from, reason: 'Test', published_by: 'test' }))
  const open = async (date: string, more: object = {}) => (await officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: date, ...more })).body
  const save = (id: string, version: number, household: object) => {
    const answers = dogAnswers('Chủ Chó', 20)
    return officer.send('PUT', `/api/submissions/${id}/answers`, { version, answers: { ...answers, household: { ...answers.household, ...household } } })
  }
  const send = (id: string, version: number) => officer.send('POST', `/api/submissions/${id}/submit`, { version })
  const read = async (id: string) => (await officer.send('GET', `/api/submissions/${id}`)).body
  const textOf = async (url: string): Promise<string> => {
    const { status, content } = await officer.send('GET', url)
    expect(status).toBe(200)
    return (await readPdf(content)).text
  }

  it('pins what stands in it on its day, and what each of these programmes reads, apart from the rules that decide', async () => {
    const opened = await open('2026-12-01')
    expect(Object.keys(opened.rules.releases)).toEqual(['dog-licence'])
    expect(opened.rules.pages).toEqual({ 'dog-tax': { 'dog-licence': opened.rules.releases['dog-licence'], 'dog-tax': national(taxRelease([taxPages])) } })
    const saved = await save(opened.id, opened.version, { tax_paid: true, tax_receipt: 'BL 7' })
    const sent = await send(opened.id, saved.body.version)
    expect(sent.body).toMatchObject({ state: 'submitted', rules: opened.rules, answers: { household: { tax_receipt: 'BL 7' } } })
    const decision = (await officer.send('GET', `/api/decisions/${sent.body.decision}`)).body
    expect(decision.rules).toEqual({ common: opened.rules.common, releases: opened.rules.releases })
    expect(decision.layers.national.outcomes.map(({ id }: { id: string }) => id)).toEqual(['licence'])
  })

  it('says so where another programme contributes since, is checked by its pages once moved to them, and keeps the old ones once sent', async () => {
    const [draft, sent] = [await open('2027-03-01'), await open('2027-03-01')]
    const done = await send(sent.id, (await save(sent.id, sent.version, { tax_paid: false })).body.version)
    expect(done.status).toBe(200)
    const { version } = (await save(draft.id, draft.version, { tax_paid: false })).body
    await publish(grantRelease([kennelPages]), '2027-01-01')

    const before = await read(draft.id)
    expect(Object.keys(before.rules.pages)).toEqual(['dog-tax'])
    expect(Object.keys(before.newer.rules.pages)).toEqual(['dog-tax', 'kennel-grant'])
    expect(await send(draft.id, version)).toMatchObject({ status: 409, body: { code: 'rules_newer' } })
    const moved = (await officer.send('PUT', `/api/submissions/${draft.id}/rules`, { version })).body
    expect(Object.keys(moved.rules.pages)).toEqual(['dog-tax', 'kennel-grant'])
    expect((await send(draft.id, moved.version)).body).toMatchObject({ code: 'checks_failed', issues: [{ code: 'form_required', params: { field: 'kennel_area' } }] })
    const small = await save(draft.id, moved.version, { kennel_area: 3 })
    expect((await send(draft.id, small.body.version)).body).toMatchObject({ code: 'checks_failed', issues: [{ code: 'form_check', params: { check: 'checkkenn2' } }] })
    const large = await save(draft.id, small.body.version, { kennel_area: 5, kennel_roof: true })
    expect(await send(draft.id, large.body.version)).toMatchObject({ status: 200 })

    const kept = await read(sent.id)
    expect(Object.keys(kept.rules.pages)).toEqual(['dog-tax'])
    expect(kept).toHaveProperty('newer')
    expect(await textOf(`/api/submissions/${sent.id}/form.pdf`)).not.toContain('CHUỒNG CHÓ')
    const printed = await textOf(`/api/submissions/${draft.id}/form.pdf`)
    expect(standInOrder(printed, ['I. NƠI Ở', 'II. CHUỒNG CHÓ', 'Theo Quy định hỗ trợ chuồng.', 'Diện tích chuồng 5 m²', 'III. NGƯỜI VÀ CHÓ', 'IV. THUẾ NUÔI CHÓ', 'Thuế phải nộp: 50.000']), printed).toBeUndefined()

    const next = await open('2027-04-01', { household: moved.household })
    expect(next.answers.household).toMatchObject({ kennel_roof: true })
  })

  it('says so where a programme no longer contributes, and where its pages are in force on other days only', async () => {
    const draft = await open('2029-03-01')
    expect(Object.keys(draft.rules.pages)).toContain('dog-tax')
    await withdraw('dog-tax', '2029-01-01')
    const { newer, version } = await read(draft.id)
    expect(Object.keys(newer.rules.pages)).toEqual(['kennel-grant'])
    expect((await officer.send('PUT', `/api/submissions/${draft.id}/rules`, { version })).body.rules.pages).not.toHaveProperty('dog-tax')
    expect(Object.keys((await open('2028-03-01')).rules.pages)).toContain('dog-tax')
  })

  it('is not offered as other rules where a programme changed nothing that its pages read', async () => {
    const draft = await open('2028-05-01')
    const grant = grantRelease([kennelPages])
    await publish({ ...grant, logic: grant.logic.map((piece) => (piece.kind === 'table' ? { ...piece, rows: piece.rows.slice(0, 1) } : piece)) }, '2027-01-01')
    expect(await read(draft.id)).not.toHaveProperty('newer')
    const { least_kennel: least } = grant.parameters
    if (!least) throw new Error('The grant has a smallest kennel')
    await publish({ ...grant, parameters: { least_kennel: { ...least, value: 6 } } }, '2027-01-01')
    expect(await read(draft.id)).toHaveProperty('newer')
  })

  it('prints blank with the pages in force on the day', async () => {
    const { body } = await officer.send('GET', '/api/programmes?at=2028-06-01')
    const licence = body.find(({ id }: { id: string }) => id === 'dog-licence')
    expect(licence.form.id).toBe('application')
    expect(body.find(({ id }: { id: string }) => id === 'dog-tax')).not.toHaveProperty('form')
    const blank = await textOf(`/api/releases/${licence.in_force.release}/forms/application/blank.pdf?at=2028-06-01`)
    expect(blank).toContain('CHUỒNG CHÓ')
    expect(blank).toContain('THUẾ NUÔI CHÓ')
    expect(await textOf(`/api/releases/${licence.in_force.release}/forms/application/blank.pdf?at=2026-06-01`)).not.toContain('CHUỒNG CHÓ')
  })
})
