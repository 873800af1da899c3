import { Reading } from '@tieuchi/runtime'
import { momentOf } from '@tieuchi/server/decisions/decision-proof.ts'
import { decideToStore } from '@tieuchi/server/decisions/decision-service.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { changeOfRegister } from '@tieuchi/server/households/household-register.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { rulesToJudge } from '@tieuchi/server/policies/pinned-rules.ts'
import { RuleBook } from '@tieuchi/server/policies/rule-book.ts'
import { isOvertaken, storeSending } from '@tieuchi/server/submissions/sending-queries.ts'
import { getToSendOrThrow, movedSince } from '@tieuchi/server/submissions/submission-draft.ts'
import { submission } from '@tieuchi/server/submissions/submission-schema.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'
import { dogCommon } from '../../support/dog-licences.ts'

onEachDatabase('A submission', (kind) => {
  let running: RunningApp
  let officer: Client
  let colleague: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
    colleague = await signInAs(running, 'colleague', 'harbour')
  })
  afterAll(() => running.close())

  const open = (body: object = {}) => officer.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: '2026-12-01', ...body })
  const save = (id: string, version: number, answers: unknown, client = officer) => client.send('PUT', `/api/submissions/${id}/answers`, { version, answers })
  const send = (id: string, version: number, reasons?: object) => officer.send('POST', `/api/submissions/${id}/submit`, { version, ...(reasons ? { reasons } : {}) })

  it('of a household met for the first time begins empty, with one member, and pins the rules of its date', async () => {
    const { status, body } = await open()
    expect(status).toBe(200)
    expect(body).toMatchObject({
      state: 'draft', version: 1, form: 'application', programme: 'dog-licence', label: '',
      moment: { law_at: '2026-12-01', facts_at: '2026-12-01', unit_at: '2026-12-01' },
      unit: { code: '90001', attributes: { zone: 'field' } },
      answers: { household: {} },
    })
    expect(body.answers.members.length).toBe(1)
    expect(Object.keys(body.rules.releases)).toEqual(['dog-licence'])
  })

  it('is told by no other names than the documentation has, as a draft and once sent, where a decision goes before', async () => {
    const { household } = await decide(officer, dogAnswers('Đủ Tên', 20), { date: '2026-11-01' })
    const draft = await fill(officer, dogAnswers('Đủ Tên', 25), { household })
    const [before, sent] = [await officer.send('GET', `/api/submissions/${draft.id}`), await send(draft.id, draft.version)]
    const after = await officer.send('GET', `/api/submissions/${draft.id}`)
    expect(sent.body).toEqual(after.body)
    const { properties } = submission
    for (const { body } of [before, sent, after]) {
      for (const [part, { properties: documented }] of [[body, submission], [body.unit, properties.unit], [body.rules, properties.rules], [body.answers, properties.answers], [body.updated_by, properties.updated_by]] as const) {
        expect(Object.keys(part).filter((name) => !Object.hasOwn(documented, name))).toEqual([])
      }
      expect(submission.required.filter((name) => !Object.hasOwn(body, name))).toEqual([])
    }
  })

  it('keeps incomplete answers, and the list finds the household by them', async () => {
    const { body } = await open()
    const answers = { household: { street: 'Ngõ Cụt' }, members: [{ id: 'a', call_name: 'Phạm Dở Dang', part: 'keeper' }] }
    expect(await save(body.id, 1, answers)).toMatchObject({ status: 200, body: { version: 2 } })
    expect((await officer.send('GET', `/api/submissions/${body.id}`)).body).toMatchObject({ version: 2, answers, label: 'Phạm Dở Dang' })
    expect((await officer.send('GET', '/api/households?programme=dog-licence&search=do dang')).body).toMatchObject({ total: 1, items: [{ place: 'Ngõ Cụt' }] })
  })

  it('refuses answers of the wrong type or of no question, naming each in both languages', async () => {
    const { body } = await open()
    const { status, body: problem } = await save(body.id, 1, { household: { garden_area: 'large', colour: 'red' }, members: [{ id: 'a', part: 'cat' }] })
    expect({ status, code: problem.code }).toEqual({ status: 422, code: 'invalid_answers' })
    expect(problem.issues.map((issue: { path: unknown[] }) => issue.path.join('.')).toSorted()).toEqual(['household.colour', 'household.garden_area', 'members.0.part'])
    expect((await officer.send('GET', `/api/submissions/${body.id}`)).body.version).toBe(1)
  })

  it('refuses two members under one id, null, and characters that cannot be stored', async () => {
    const { body } = await open()
    expect(await save(body.id, 1, { household: {}, members: [{ id: 'a' }, { id: 'a' }] })).toMatchObject({ status: 422, body: { code: 'invalid_answers' } })
    expect(await save(body.id, 1, { household: { street: null }, members: [] })).toMatchObject({ status: 422, body: { code: 'invalid_answers' } })
    expect(await save(body.id, 1, { household: { street: 'a\u0000b' }, members: [] })).toMatchObject({ status: 422 })
  })

  it('that was saved by somebody else meanwhile is not overwritten; the answer says who and when', async () => {
    const { body } = await open()
    expect(await save(body.id, 1, dogAnswers('Một', 20), colleague)).toMatchObject({ status: 200 })
    const late = await save(body.id, 1, dogAnswers('Hai', 30))
    expect(late).toMatchObject({ status: 409, body: { code: 'submission_changed' } })
    expect(late.body.detail.vi).toContain('Cán bộ colleague đã'.split(' đã')[0])
    expect(late.body.detail.vi).toContain('09:00 01/12/2026')
    expect((await officer.send('GET', `/api/submissions/${body.id}`)).body.answers.members[0].call_name).toBe('Một')
  })

  it('saved twice at once keeps exactly one of the two', async () => {
    const { body } = await open()
    const saves = await Promise.all([save(body.id, 1, dogAnswers('Một', 20)), save(body.id, 1, dogAnswers('Hai', 30), colleague)])
    expect(saves.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('accepts a save sent again because its answer was lost', async () => {
    const { body } = await open()
    const first = await save(body.id, 1, dogAnswers('Một', 20))
    expect(await save(body.id, 1, dogAnswers('Một', 20))).toMatchObject({ status: 200, body: first.body })
  })

  it('opened twice for one household and date is one draft', async () => {
    const { household } = await decide(officer, dogAnswers('Vũ Hai Lần', 20))
    const opened = await Promise.all([open({ household }), open({ household })])
    expect(opened[0].body.id).toBe(opened[1].body.id)
    const other = await open({ household, reference_date: '2027-02-01' })
    expect(other.body.id).not.toBe(opened[0].body.id)
    const moved = await officer.send('PUT', `/api/submissions/${other.body.id}/date`, { version: 1, reference_date: '2026-12-01' })
    expect(moved).toMatchObject({ status: 409, body: { code: 'draft_exists' } })
  })

  it('is judged by the rules of its reference date: one household, two days, two answers', async () => {
    const outcome = async (date: string) => {
      const { decision } = await decide(officer, dogAnswers(`Hai Ngày ${date}`, 20), { date })
      return (await officer.send('GET', `/api/decisions/${decision}`)).body.layers.national.outcomes[0].value
    }
    expect(await outcome('2026-12-31')).toBe('granted')
    expect(await outcome('2027-01-01')).toBe('refused')
  })

  it('moves to the rules of another date while it is a draft', async () => {
    const draft = await fill(officer, dogAnswers('Đổi Ngày', 20))
    const before = (await officer.send('GET', `/api/submissions/${draft.id}`)).body.rules
    const { status, body } = await officer.send('PUT', `/api/submissions/${draft.id}/date`, { version: draft.version, reference_date: '2027-01-01' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ version: draft.version + 1, moment: { law_at: '2027-01-01' } })
    expect(body.rules).not.toEqual(before)
    expect(await officer.send('PUT', `/api/submissions/${draft.id}/date`, { version: body.version, reference_date: '2020-01-01' })).toMatchObject({ status: 422, body: { code: 'no_rules_in_force' } })
  })

  it('takes over from the register what the form marks, and nothing else', async () => {
    const { household } = await decide(officer, dogAnswers('Nhớ Lâu', 25))
    const { body } = await open({ household, reference_date: '2027-03-01' })
    expect(body.answers).toEqual({
      household: { street: 'Đường Biển', garden_area: 25 },
      members: [{ id: 'keeper', call_name: 'Nhớ Lâu', part: 'keeper' }, { id: 'dog', call_name: 'Vàng', part: 'dog', born: '2024-05' }],
    })
  })

  it('of an earlier date finds the register as it was then, and of a day before all that is known what is known first', async () => {
    const { household } = await decide(officer, dogAnswers('Ngày Xưa', 25), { date: '2026-06-01' })
    await decide(officer, dogAnswers('Ngày Nay', 40), { date: '2026-11-01', household })
    const areaOn = async (date: string) => (await open({ household, reference_date: date })).body.answers.household.garden_area
    expect(await areaOn('2026-10-31')).toBe(25)
    expect(await areaOn('2026-11-01')).toBe(40)
    expect(await areaOn('2026-05-31')).toBe(25)
  })

  it('is not sent while a hard check fails, or a soft one without a reason', async () => {
    const noDog = await fill(officer, { household: { street: 'x' }, members: [{ id: 'a', call_name: 'Không Chó' }] })
    const withoutParts = await send(noDog.id, noDog.version)
    expect(withoutParts.status).toBe(200)
    const keeper = await fill(officer, { household: { street: 'x' }, members: [{ id: 'a', call_name: 'Không Chó', part: 'keeper' }] })
    expect(await send(keeper.id, keeper.version)).toMatchObject({ status: 422, body: { code: 'checks_failed', issues: [{ severity: 'error', params: { check: 'checkdogs2' } }] } })
    const park = await fill(officer, dogAnswers('Vườn Rộng', 5000))
    expect(await send(park.id, park.version)).toMatchObject({ status: 422, body: { issues: [{ severity: 'warning', params: { check: 'checkpark2' } }] } })
    expect(await send(park.id, park.version, { checkpark2: '  ' })).toMatchObject({ status: 422 })
    expect(await send(park.id, park.version, { checkpark2: 'Đã đo lại' })).toMatchObject({ status: 200, body: { state: 'submitted' } })
  })

  it('is not sent while a question that must be answered is open', async () => {
    const { household, members } = dogAnswers('Thiếu Tên', 20)
    const draft = await fill(officer, { household, members: members.map(({ id, part = '' }) => ({ id, part })) })
    const answer = await send(draft.id, draft.version)
    expect(answer).toMatchObject({ status: 422, body: { code: 'checks_failed' } })
    expect(answer.body.issues).toMatchObject([0, 1].map((index) => ({ code: 'form_required', severity: 'error', path: ['members', index, 'call_name'] })))
  })

  it('once sent is frozen, with its decision', async () => {
    const { id, version, decision } = await decide(officer, dogAnswers('Đóng Băng', 20))
    const { body } = await officer.send('GET', `/api/submissions/${id}`)
    expect(body).toMatchObject({ state: 'submitted', decision, version: version + 1 })
    for (const answer of [
      await save(id, version + 1, dogAnswers('Sửa', 1)),
      await send(id, version + 1),
      await officer.send('PUT', `/api/submissions/${id}/date`, { version: version + 1, reference_date: '2027-01-01' }),
    ]) expect(answer).toMatchObject({ status: 409, body: { code: 'submission_frozen' } })
  })

  it('sent twice at once is decided once', async () => {
    const draft = await fill(officer, dogAnswers('Gửi Hai Lần', 20))
    const sent = await Promise.all([send(draft.id, draft.version), send(draft.id, draft.version)])
    expect(sent.map(({ status }) => status).toSorted()).toEqual([200, 409])
  })

  it('sent at once with another of its household is told where it came second, and then can be sent again', async () => {
    const { household } = await decide(officer, dogAnswers('Hai Phiếu', 20))
    const drafts = [await fill(officer, dogAnswers('Hai Phiếu', 30), { household, date: '2026-12-10' }), await fill(officer, dogAnswers('Hai Phiếu', 40), { household, date: '2026-12-20' })]
    const sent = await Promise.all(drafts.map(async (draft) => ({ draft, answer: await send(draft.id, draft.version) })))
    const late = sent.filter(({ answer }) => answer.status !== 200)
    for (const { answer } of late) expect(answer).toMatchObject({ status: 409, body: { code: 'register_changed' } })
    for (const { draft } of late) expect(await send(draft.id, draft.version)).toMatchObject({ status: 200 })
    const known = await Promise.all(['2026-12-05', '2026-12-15', '2026-12-25'].map((date) => open({ household, reference_date: date })))
    expect(known.map(({ body }) => body.answers.household.garden_area)).toEqual([20, 30, 40])
  })

  it('is not sent over what the register learned after it was read', async () => {
    const { household } = await decide(officer, dogAnswers('Sổ Đã Khác', 20))
    const draft = await fill(officer, dogAnswers('Sổ Đã Khác', 30), { household, date: '2026-12-10' })
    const { db } = running.database
    const sending = asSystem(db, async (tx) => {
      const { row, spells } = await getToSendOrThrow(tx, draft.id)
      await tx.updateTable('household_spells').set({ superseded_at: new Date() }).where('household_id', '=', household).execute()
      const { id, version, household_id, unit_id, programme, form, rules, answers, facts_at: from, updated_at: now, updated_by } = row
      const nothing = { household: new Set<string>(), members: new Set<string>() }
      await storeSending(tx, {
        id,
        version,
        frozen: { form, reasons: {}, updated_at: now, updated_by },
        otherRules: undefined,
        register: changeOfRegister(spells, { household_id, unit_id, answers, identity: identify(dogCommon, answers), asked: nothing, from, now }),
        decision: await decideToStore(tx, new RuleBook(), { submission: id, unit: unit_id, programme, rules: rulesToJudge(rules), reading: new Reading({ input: answers, moment: momentOf(row) }), decidedBy: updated_by, now }),
      })
    })
    await expect(sending).rejects.toSatisfy(isOvertaken)
    expect(await asSystem(db, (tx) => movedSince(tx, draft.id, draft.version))).toMatchObject({ code: 'register_changed' })
    expect((await officer.send('GET', `/api/submissions/${draft.id}`)).body).toMatchObject({ state: 'draft', version: draft.version })
  })

  it('is sent wholly or not at all', async () => {
    const draft = await fill(officer, dogAnswers('Tất Cả', 20))
    const { db } = running.database
    await sql`alter table member_spells add constraint broken check (household_id <> ${sql.lit(draft.household)}::uuid)`.execute(db)
    expect(await send(draft.id, draft.version)).toMatchObject({ status: 500, body: { code: 'internal' } })
    await sql`alter table member_spells drop constraint broken`.execute(db)
    expect((await officer.send('GET', `/api/submissions/${draft.id}`)).body).toMatchObject({ state: 'draft', version: draft.version })
    const decisions = await db.selectFrom('decisions').select('id').where('submission_id', '=', draft.id).execute()
    expect(decisions).toEqual([])
    expect(await send(draft.id, draft.version)).toMatchObject({ status: 200 })
  })

  it('is discarded while a draft, with the household first met in it', async () => {
    const draft = await fill(officer, dogAnswers('Bỏ Phiếu Nháp', 20))
    const other = await open({ household: draft.household, reference_date: '2027-02-01' })
    const found = async () => (await officer.send('GET', `/api/households?programme=dog-licence&search=${encodeURIComponent('Bỏ Phiếu Nháp')}`)).body.total
    expect(await officer.send('DELETE', `/api/submissions/${other.body.id}`)).toMatchObject({ status: 204 })
    expect(await found()).toBe(1)
    expect(await colleague.send('DELETE', `/api/submissions/${draft.id}`)).toMatchObject({ status: 204 })
    expect(await found()).toBe(0)
    for (const answer of [await officer.send('GET', `/api/submissions/${draft.id}`), await officer.send('DELETE', `/api/submissions/${draft.id}`)]) expect(answer).toMatchObject({ status: 404 })
    expect(await open({ household: draft.household })).toMatchObject({ status: 404, body: { code: 'household_not_found' } })
  })

  it('once sent is not discarded, and a household of the register stays when a draft of it goes', async () => {
    const { id, household } = await decide(officer, dogAnswers('Giữ Lại', 20))
    expect(await officer.send('DELETE', `/api/submissions/${id}`)).toMatchObject({ status: 409, body: { code: 'submission_frozen' } })
    const again = await open({ household, reference_date: '2027-02-01' })
    expect(await officer.send('DELETE', `/api/submissions/${again.body.id}`)).toMatchObject({ status: 204 })
    expect(await open({ household })).toMatchObject({ status: 200, body: { label: 'Giữ Lại' } })
  })

  it('of a person of the province needs the commune of a new household', async () => {
    const island = await signInAs(running, 'island', 'island')
    const asked = { programme: 'dog-licence', reference_date: '2026-12-01' }
    expect(await island.send('POST', '/api/submissions', asked)).toMatchObject({ status: 422, body: { code: 'unit_too_wide' } })
    expect(await island.send('POST', '/api/submissions', { ...asked, unit: '90002' })).toMatchObject({ status: 200, body: { unit: { id: 'hill' } } })
  })
})
