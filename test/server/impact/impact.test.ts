import { randomUUID } from 'node:crypto'
import { assemble, evaluate, hashDocument, momentAt, type Answers, type HouseholdInput, type MemberAnswers, type Release } from '@tieuchi/runtime'
import { listChecks } from '@tieuchi/server/batches/batch-queries.ts'
import type { ImpactHouseholds, ImpactPreview, ImpactRun } from '@tieuchi/server/contract'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { password, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { beginDraft, edit, withGarden, type Drafting } from '../../support/drafting.ts'
import { readPdf, standInOrder } from '../../support/pdf-text.ts'

const base = hashDocument(dogReleases[0].release)
const day = '2027-01-01'

interface Living {
  readonly id: string
  readonly unit: string
  readonly household: Answers
  readonly members: readonly MemberAnswers[]
}

const households = Array.from({ length: 60 }, (_household, number): Living => ({
  id: randomUUID(),
  unit: number % 3 === 0 ? 'hill' : 'harbour',
  household: { ...(number % 7 === 0 ? {} : { garden_area: number / 2 }), ...(number % 11 === 0 ? {} : { fenced: number % 5 !== 0 }) },
  members: Array.from({ length: 1 + (number % 4) }, (_member, index) => ({ id: `m${index}`, call_name: `Hộ số ${number}`, part: index === 0 ? 'keeper' : 'dog', ...(number % 3 === 0 || index === 0 ? {} : { vaccinated: number % 4 !== 1 }) })),
}))

const inputOf = ({ household, members }: Living): HouseholdInput => ({ household, members, unit: { zone: 'field' } })

/** What the interpreter says of a household. */
const standing = async (release: Release, living: Living): Promise<string> => {
  const assembly = assemble({ programme: release.programme, layer: 'national', common: dogCommon, releases: { [release.programme]: release } })
  const { result } = await evaluate(assembly, { input: inputOf(living), moment: momentAt(day) })
  const [outcome] = result.outcomes
  return JSON.stringify(outcome?.value ?? outcome?.state)
}

/** Households by where they stand before and after, counted one by one. */
const recount = async (before: Release, after: Release, all: readonly Living[]): Promise<Record<string, number>> => {
  const counts: Record<string, number> = {}
  for (const living of all) {
    const key = `${await standing(before, living)} ${await standing(after, living)}`
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

const told = ({ categories, matrix }: Pick<NonNullable<ImpactRun['figures']>, 'categories' | 'matrix'>): Record<string, number | null> => {
  const name = (place: number): string => JSON.stringify(categories[place]?.value ?? categories[place]?.state)
  return Object.fromEntries(matrix.flatMap((line, from) => line.flatMap((households_, to) => (households_ === 0 ? [] : [[`${name(from)} ${name(to)}`, households_] as const]))))
}

onEachDatabase('Impact of a draft on the register', (kind) => {
  let running: RunningApp
  let author: Client
  let auditor: Client
  let draft: Drafting

  beforeAll(async () => {
    running = await startApp(kind, { withJobs: true })
    author = await signInAs(running, 'author', 'island', 'author')
    auditor = await signInAs(running, 'auditor', 'hill', 'auditor')
    await asSystem(running.database.db, (tx) => insertSynthetic(tx, households.map(({ id, unit, household, members }) => ({ id, unit_id: unit, ...identify(dogCommon, { household, members }), answers: household, members })), new Date()))
    draft = await edit(author, await beginDraft(author, base, day), withGarden(18))
  })
  afterAll(() => running.close())

  const ended = async (client: Client, id: string): Promise<ImpactRun> =>
    vi.waitFor(async () => {
      const { body } = await client.send('GET', `/api/impact-runs/${id}`)
      expect(body.state).toMatch(/done|failed|cancelled/)
      return body
    }, { timeout: 20_000, interval: 50 })

  const list = async (client: Client, id: string, query: string): Promise<ImpactHouseholds> => (await client.send('GET', `/api/impact-runs/${id}/households?${query}`)).body

  it('tells whom a change touches and why, as the interpreter does one by one', async () => {
    const begun = await author.send('POST', '/api/impact-runs', { after: { draft: draft.id } })
    const again = await author.send('POST', '/api/impact-runs', { after: { draft: draft.id } })
    // Asked again while the first is under way it is the same run; where the first had ended by then, another.
    const first = await author.send('GET', `/api/impact-runs/${begun.body.id}`)
    expect([begun.status, again.body.id === begun.body.id || first.body.state === 'done']).toEqual([200, true])
    const run = await ended(author, again.body.id)
    const [before, after] = [dogReleases[0].release, draft.document.release]
    const expected = await recount(before, after, households)
    expect(await listChecks(running.database.db, run.id)).toMatchObject([before, after].map((release) => ({ execution: 'columns', programme: 'dog-licence', layer: 'national', release: hashDocument(release), law_at: day, households: 60, checked: 1, differing: 0, differences: [] })))
    expect(run).toMatchObject({ state: 'done', households: 60, register: { households: 60, changed_meanwhile: 0 }, before: { hash: base }, after: { hash: hashDocument(after), draft: { id: draft.id, version: draft.version } }, at: day, persons: true })
    expect(run.figures && told(run.figures)).toEqual(expected)
    const byUnit = run.figures?.breakdowns.find(({ id }) => id === 'unit')?.lines
    for (const line of byUnit ?? []) expect(run.figures && told({ ...run.figures, matrix: line.matrix })).toEqual(await recount(before, after, households.filter(({ unit }) => unit === line.key)))

    const changed = households.filter((living) => living.household['garden_area'] !== undefined)
    const { total, households: rows } = await list(author, run.id, 'kind=changed&limit=100')
    const [change] = run.figures?.changes ?? []
    expect(total).toBe(run.changed)
    for (const row of rows) {
      const living = changed.find(({ id }) => id === row.id)
      expect(living && [await standing(before, living), await standing(after, living)]).toEqual([row.before, row.after].map((place) => JSON.stringify(run.figures?.categories[place]?.value ?? run.figures?.categories[place]?.state)))
      expect(row).toMatchObject({ name: living?.members[0]?.['call_name'], unit: { id: living?.unit }, reasons: [[change?.id]] })
      expect(row.conditions[0]?.after?.vi).toContain('Vườn tối thiểu')
    }
    expect((await list(author, run.id, `kind=changed&change=${encodeURIComponent(change?.id ?? '')}&unit=hill`)).total).toBe(rows.filter(({ unit }) => unit.id === 'hill').length)
    expect((await list(author, run.id, 'kind=changed&search=ho so 3')).total).toBe(rows.filter(({ name }) => name.startsWith('Hộ số 3')).length)
    const line = run.figures?.lines.find(({ id }) => id === 'least_garden/field')
    const near = await list(author, run.id, `kind=near&line=${encodeURIComponent(line?.id ?? '')}&limit=100`)
    expect(near.households.flatMap(({ lines }) => lines).map(({ side }) => side).toSorted()).toEqual([...Array.from({ length: line?.higher ?? 0 }, () => 'higher'), ...Array.from({ length: line?.lower ?? 0 }, () => 'lower')])
    const open = await list(author, run.id, 'kind=undetermined&limit=100')
    expect(open.total).toBe(run.figures?.undetermined.households)
    expect(open.households.every(({ questions }) => questions.length > 0)).toBe(true)
    const explained = await author.send('GET', `/api/impact-runs/${run.id}/households/${rows[0]?.id}`)
    expect(explained.body).toMatchObject({ name: rows[0]?.name, place: rows[0]?.place, unit: rows[0]?.unit, before: { category: rows[0]?.before, explanation: [{ id: 'licence' }] }, after: { category: rows[0]?.after } })
    await vi.waitFor(async () => expect((await author.send('GET', '/api/notices')).body.notices[0]).toMatchObject({ kind: 'impact_finished', subject: run.id }), { timeout: 20_000, interval: 50 })
  })

  it('shows readers of a part of the area no household elsewhere and no count so small that it would tell of one', async () => {
    const [summary] = (await author.send('GET', `/api/impact-runs?draft=${draft.id}`)).body
    const full: ImpactRun = (await author.send('GET', `/api/impact-runs/${summary.id}`)).body
    const veiled: ImpactRun = (await auditor.send('GET', `/api/impact-runs/${summary.id}`)).body
    expect(veiled).toMatchObject({ persons: false, figures: { veiled: true } })
    expect(full.figures?.matrix.flat()).toContain(1)
    const counts = [veiled.figures?.matrix, ...(veiled.figures?.breakdowns.flatMap(({ lines }) => lines.map(({ matrix }) => matrix)) ?? [])].flat(2)
    expect(counts.filter((count) => count === 1 || count === 2)).toEqual([])
    const { households: rows } = await list(auditor, summary.id, 'kind=changed&limit=100')
    expect(new Set(rows.map(({ unit }) => unit.id))).toEqual(new Set(['hill']))
    const elsewhere = (await list(author, summary.id, 'kind=changed&unit=harbour')).households[0]
    expect((await auditor.send('GET', `/api/impact-runs/${summary.id}/households/${elsewhere?.id}`)).body).toMatchObject({ code: 'impact_household_not_found' })
  })

  const take = async (login: string, path: string) => {
    const { cookies: [cookie] } = await running.app.inject({ method: 'POST', url: '/api/session', payload: { login, password } })
    return running.app.inject({ method: 'GET', url: path, cookies: { [cookie?.name ?? '']: cookie?.value ?? '' } })
  }
  const sheetsOf = async (login: string, id: string, language = 'vi'): Promise<Record<string, unknown[][]>> => {
    const { rawPayload } = await take(login, `/api/impact-runs/${id}/excel?language=${language}`)
    const book = read(rawPayload, { cellDates: true, cellFormula: true })
    expect(Object.values(book.Sheets).flatMap((sheet) => Object.values(sheet)).filter((cell: { f?: string }) => cell.f !== undefined)).toEqual([])
    return Object.fromEntries(book.SheetNames.map((name) => [name, utils.sheet_to_json<unknown[]>(book.Sheets[name] ?? {}, { header: 1, UTC: true })]))
  }

  it('goes to Excel with its figures and the households of the reader’s area, and the trail says who took it', async () => {
    const [{ id }] = (await author.send('GET', `/api/impact-runs?draft=${draft.id}`)).body
    const run: ImpactRun = (await author.send('GET', `/api/impact-runs/${id}`)).body
    const { 'Số liệu': figures, 'Dịch chuyển kết quả': flow, 'Danh sách hộ': listed } = await sheetsOf('author', id)
    expect(figures?.map(([item, value]) => [item, value])).toEqual(expect.arrayContaining([['Quy định mới', expect.stringContaining('bản nháp, phiên bản')], ['Mã nhận dạng nội dung (để đối chiếu)', base], ['Số hộ', 60], ['Hộ đổi kết quả', run.changed], ['Người lập', 'Cán bộ author']]))
    expect(flow?.slice(1, -1).map((line) => line.slice(1, -1))).toEqual(run.figures?.matrix)
    const changed = (await list(author, id, 'kind=changed&limit=100')).households
    expect(listed?.slice(1, changed.length + 1).map(([, unit, place, head, kind_, before, after, why, condition]) => [unit, place ?? '', head, String(kind_).split('; ')[0], before, after, why, condition])).toEqual(changed.map(({ unit, place, name, before, after, conditions: [condition] }) => [unit.name, place, name, 'đổi kết quả', run.figures?.categories[before]?.label.vi, run.figures?.categories[after]?.label.vi, run.figures?.changes[0]?.sentence.vi, `${condition?.after?.vi} (trước: “${condition?.before?.vi}”)`]))
    const open = (await list(author, id, 'kind=undetermined&limit=100')).households
    expect(listed?.filter(([, , , , kind_]) => String(kind_).includes('chưa đủ thông tin')).map(([, , , head, , , , , , questions]) => [head, questions]).toSorted()).toEqual(open.map(({ name, questions }) => [name, [...new Set(questions.map(({ title }) => title.vi))].join('; ')]).toSorted())
    const near = (await list(author, id, 'kind=near&limit=100')).total
    expect(listed?.filter(([, , , , kind_]) => String(kind_).endsWith('gần mức'))).toHaveLength(near)
    const veiled = await sheetsOf('auditor', id, 'en')
    expect(veiled['How results move']?.flat().filter((cell) => cell === 1 || cell === 2)).toEqual([])
    expect(new Set(veiled['Households']?.slice(1).map(([, unit]) => unit))).toEqual(new Set(['Xã Trên Đồi']))
    const administrator = await signInAs(running, 'island', 'island', 'administrator')
    expect((await administrator.send('GET', '/api/trail?action=impact.exported')).body).toContainEqual(expect.objectContaining({ subject: `impact ${id}`, person: expect.objectContaining({ name: 'Cán bộ auditor' }), new: expect.objectContaining({ rows: (veiled['Households']?.length ?? 0) - 1 }) }))
  })

  it('is printed on four pages at most, without households, the same file each time', async () => {
    const [{ id }] = (await author.send('GET', `/api/impact-runs?draft=${draft.id}`)).body
    const run: ImpactRun = (await author.send('GET', `/api/impact-runs/${id}`)).body
    const [paper, again] = [await take('author', `/api/impact-runs/${id}/print`), await take('author', `/api/impact-runs/${id}/print`)]
    const { pages, text } = await readPdf(paper.rawPayload)
    expect(paper.headers).toMatchObject({ 'content-type': 'application/pdf', 'content-disposition': expect.stringContaining('tac-dong-cua-quy-dinh') })
    expect(paper.rawPayload.equals(again.rawPayload)).toBe(true)
    expect(pages.length).toBeLessThanOrEqual(4)
    expect(standInOrder(text, ['TÁC ĐỘNG CỦA QUY ĐỊNH', base.slice(0, 16), 'Xét tại ngày: 01/01/2027', 'Cán bộ author', 'Số hộ', 'Dịch chuyển kết quả', 'Cộng', 'Các thay đổi giữa hai quy định', `${run.figures?.changes[0]?.households} hộ`, 'Theo đơn vị', 'Bến Cảng', 'NGƯỜI LẬP', `Mã tác động ${id.slice(0, 8).toUpperCase()}`])).toBeUndefined()
    expect(text).toContain('Căn cứ: ')
    expect(text).not.toContain('Bản nháp đã thay đổi')
    expect(text).not.toContain('Hộ số')
    expect((await author.send('GET', `/api/impact-papers/${id.slice(0, 8).toUpperCase()}`)).body).toEqual([{ id, title: run.after.title, at: day, area: run.area.name }])
    expect((await take('author', `/api/impact-runs/${randomUUID()}/print`)).json()).toMatchObject({ code: 'impact_not_found' })
  })

  it('says on paper that the draft has other rules since, not that it has another title', async () => {
    const begun = await edit(author, await beginDraft(author, base, day), withGarden(17))
    const { id } = await ended(author, (await author.send('POST', '/api/impact-runs', { after: { draft: begun.id } })).body.id)
    const printed = async (): Promise<string> => (await readPdf((await take('author', `/api/impact-runs/${id}/print`)).rawPayload)).text
    const renamed = await edit(author, begun, (document) => ({ ...document, release: { ...document.release, title: { vi: 'Tên khác', en: 'Another title' } } }))
    expect(await printed()).not.toContain('Bản nháp đã thay đổi')
    const moved = await edit(author, renamed, withGarden(16))
    expect(await printed()).toContain(`tính theo phiên bản ${begun.version}, nay là phiên bản ${moved.version}`)
  })

  it('follows a parameter that is dragged, names those it passes, and leaves nothing behind', async () => {
    const ask = async (field: number, client = author): Promise<ImpactPreview> => vi.waitFor(async () => {
      const { body } = await client.send('POST', `/api/drafts/${draft.id}/impact-preview`, { parameters: { least_garden: { values: { field } } } })
      expect(body.state).toBe('ready')
      return body
    }, { timeout: 20_000, interval: 50 })
    const kept = () => Promise.all((['batch_checks', 'impact_runs'] as const).map((table) => running.database.db.selectFrom(table).select('id').orderBy('id').execute()))
    const before = await kept()
    for (const field of [18, 5, 27]) {
      const preview = await ask(field)
      if (preview.state !== 'ready') throw new Error('The register is there')
      const moved = withGarden(field)(draft.document).release
      expect(told(preview)).toEqual(await recount(dogReleases[0].release, moved, households))
      const [first] = preview.breakdowns
      for (const line of first?.lines ?? []) expect(told({ ...preview, matrix: line.matrix })).toEqual(await recount(dogReleases[0].release, moved, households.filter(({ unit }) => unit === line.key)))
      expect([first?.lines.length, preview.breakdowns.slice(1).every(({ lines }) => lines.length === 0)]).toEqual([2, true])
      const passed = await Promise.all(households.map(async (living) => (await standing(draft.document.release, living)) !== (await standing(moved, living))))
      expect(preview.band.total).toBe(passed.filter(Boolean).length)
    }
    const ofPart = await ask(27, auditor)
    expect(ofPart.state === 'ready' && told(ofPart)).toEqual(await recount(dogReleases[0].release, withGarden(27)(draft.document).release, households.filter(({ unit }) => unit === 'hill')))
    expect(await kept()).toEqual(before)
  })

  it('is stopped by whoever asks, and nothing of it goes on', async () => {
    // A run may end before it can be stopped; each attempt is another.
    const stopped = await vi.waitFor(async () => {
      const { body: { id } } = await author.send('POST', '/api/impact-runs', { after: { draft: draft.id } })
      const { body } = await author.send('POST', `/api/impact-runs/${id}/cancel`)
      expect(body.state).toBe('cancelled')
      return id
    }, { timeout: 20_000, interval: 10 })
    const next = (await author.send('POST', '/api/impact-runs', { after: { draft: draft.id } })).body
    expect(next.id).not.toBe(stopped)
    expect(await ended(author, next.id)).toMatchObject({ state: 'done' })
    expect(await ended(author, stopped)).toMatchObject({ state: 'cancelled' })
    expect(await list(author, stopped, 'kind=changed')).toEqual({ total: 0, households: [] })
    const notices = (await author.send('GET', '/api/notices')).body.notices.filter(({ subject }: { subject: string }) => subject === stopped)
    expect(notices).toMatchObject([{ kind: 'impact_cancelled' }])
  })

  it('refuses a draft nobody can be judged by, and rules that cannot be compared', async () => {
    const broken = await edit(author, await beginDraft(author, base, day), (document) => ({ ...document, release: { ...document.release, parameters: {} } }))
    const refused = await author.send('POST', '/api/impact-runs', { after: { draft: broken.id } })
    expect(refused.body).toMatchObject({ code: 'impact_unfinished', issues: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) })
    expect((await author.send('POST', '/api/impact-runs', { after: { draft: draft.id }, subject: 'nothing' })).body).toMatchObject({ code: 'impact_unknown_subject' })
    expect((await author.send('GET', `/api/impact-runs/${randomUUID()}`)).body).toMatchObject({ code: 'impact_not_found' })
  })
})
