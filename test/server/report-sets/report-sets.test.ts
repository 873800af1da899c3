import { CFB, read, utils, type WorkSheet } from '@e965/xlsx'
import type { NewReportSet, ReportSet } from '@tieuchi/server/contract'
import { RuleBook } from '@tieuchi/server/policies/rule-book.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { ReportSetWorker } from '@tieuchi/server/report-sets/report-set-worker.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { keepersByName, licenceMovements, reportPacks } from '../../support/dog-reports.ts'
import { readPdf } from '../../support/pdf-text.ts'

/** The programme with two more yearly forms, so that a set has three. */
const packs = {
  ...reportPacks,
  programmes: reportPacks.programmes.map((programme) => ({
    ...programme,
    releases: programme.releases.map((entry) => ({
      ...entry,
      release: { ...entry.release, reports: [...entry.release.reports, ...['second', 'third'].map((id) => ({ ...licenceMovements, id, code: { vi: `Mẫu ${id}`, en: `Form ${id}` } }))] },
    })),
  })),
}

const year: NewReportSet = { programme: 'dog-licence', unit: 'harbour', from: '2026-01-01', to: '2026-12-31', period: 'year', language: 'vi' }

const unpack = (content: Buffer): ReadonlyMap<string, Buffer> => {
  const archive = CFB.read(content, { type: 'buffer' })
  return new Map(archive.FullPaths.flatMap((path: string, index: number) => (path.endsWith('/') || path.includes('\u0001') ? [] : [[path.split('/').at(-1) ?? '', Buffer.from(archive.FileIndex[index]?.content ?? [])] as const])))
}

/** What a report says of the whole island: households, first. */
const wholeIn = (content: Buffer | undefined): unknown => {
  const book = read(content)
  return utils.sheet_to_json<readonly unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 }).find((line) => line.includes('Toàn đảo'))?.find((cell) => typeof cell === 'number')
}

const textsOf = (content: Buffer | undefined): readonly unknown[] => {
  const book = read(content)
  const sheet: WorkSheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {}
  return Object.values(sheet).map((cell) => cell?.v)
}

onEachDatabase('A set of reports', (kind) => {
  let running: RunningApp
  let harbour: Client
  let colleague: Client
  let now = new Date('2026-12-01T02:00:00Z')

  beforeAll(async () => {
    running = await startApp(kind, { packs, withJobs: true, clock: () => now })
    harbour = await signInAs(running, 'harbour', 'harbour')
    colleague = await signInAs(running, 'pier', 'harbour')
    for (const [keeper, garden] of [['An', 20], ['Bình', 5]] as const) await decide(harbour, dogAnswers(keeper, garden), { date: '2026-09-01' })
  })
  afterAll(() => running.close())

  const begin = async (client: Client, question: Partial<NewReportSet> = {}) => client.send('POST', '/api/report-sets', { ...year, ...question })
  const ended = (client: Client, id: string): Promise<ReportSet> =>
    vi.waitFor(async () => {
      const set = (await client.send('GET', '/api/report-sets')).body.find((each: ReportSet) => each.id === id)
      expect(['done', 'failed', 'cancelled']).toContain(set?.state)
      return set
    }, { timeout: 100_000, interval: 100 })
  const fileOf = (client: Client, id: string) => client.send('GET', `/api/report-sets/${id}/file`)
  const worker = (overtake?: () => void) => new ReportSetWorker({ db: running.database.db, book: new RuleBook(), clock: () => { overtake?.(); return now } })
  /** A set that waits, for the test to do its work; no process takes it. */
  const waiting = async (client: Client): Promise<string> => {
    const { id, ...row } = await asSystem(running.database.db, (tx) => tx.selectFrom('report_sets').selectAll().orderBy('created_at').limit(1).executeTakeFirstOrThrow())
    const copied = await asSystem(running.database.db, (tx) => tx.insertInto('report_sets').values({ ...row, local: JSON.stringify(row.local), created_by: client.id, state: 'waiting', failure: null, known: now.toISOString(), created_at: now, begun_at: null, finished_at: null }).returning('id').executeTakeFirstOrThrow())
    expect(copied.id).not.toBe(id)
    return copied.id
  }
  const filesOf = async (id: string) => (await asSystem(running.database.db, (tx) => tx.selectFrom('report_set_files').select('name').where('set_id', '=', id).orderBy('name').execute())).map(({ name }) => name)

  it('has every report of its kind of period as Excel and PDF, called by number and title, and its reader is told', async () => {
    const { status, body } = await begin(harbour)
    expect(status).toBe(200)
    expect(body).toMatchObject({ state: 'waiting', progress: { done: 0, of: 3 }, unit: { name: 'Xã Bến Cảng' }, known: now.toISOString() })
    expect(await ended(harbour, body.id)).toMatchObject({ state: 'done', progress: { done: 3, of: 3 } })
    const { headers, content } = await fileOf(harbour, body.id)
    expect(headers['content-type']).toBe('application/zip')
    expect(headers['content-disposition']).toMatch(/\.zip"$/)
    const files = unpack(content)
    const names = ['01-mau-1-dien-bien-giay-phep-nuoi-cho', '02-mau-second-dien-bien-giay-phep-nuoi-cho', '03-mau-third-dien-bien-giay-phep-nuoi-cho']
    expect([...files.keys()].toSorted()).toEqual(names.flatMap((name) => [`${name}.pdf`, `${name}.xlsx`]))
    for (const name of names) {
      expect(textsOf(files.get(`${name}.xlsx`))).toEqual(expect.arrayContaining(['DIỄN BIẾN GIẤY PHÉP NUÔI CHÓ', 'Đường Biển', 2]))
      expect((await readPdf(files.get(`${name}.pdf`) ?? Buffer.alloc(0))).text).toContain('DIỄN BIẾN GIẤY PHÉP NUÔI CHÓ')
    }
    const { notices } = (await harbour.send('GET', '/api/notices')).body
    expect(notices).toMatchObject([{ kind: 'report_set_finished', subject: body.id, title: { vi: expect.stringContaining('Xã Bến Cảng, 01/01/2026–31/12/2026') } }])
  })

  it('is its reader’s alone, and of units of one’s area', async () => {
    const [set] = (await harbour.send('GET', '/api/report-sets')).body
    expect((await colleague.send('GET', '/api/report-sets')).body).toEqual([])
    expect((await fileOf(colleague, set.id)).status).toBe(404)
    expect((await colleague.send('POST', `/api/report-sets/${set.id}/cancel`)).status).toBe(404)
    expect(await begin(harbour, { unit: 'hill' })).toMatchObject({ status: 404, body: { code: 'unit_out_of_reach' } })
    expect(await begin(harbour, { unit: 'island' })).toMatchObject({ status: 404, body: { code: 'unit_out_of_reach' } })
    await sql`update people set unit_id = 'hill' where id = ${harbour.id}::uuid`.execute(running.database.db)
    const moved = await signInAs(running, 'harbour', 'hill')
    expect((await fileOf(moved, set.id)).status).toBe(404)
    expect((await moved.send('GET', '/api/report-sets')).body).toEqual([])
    await sql`update people set unit_id = 'harbour' where id = ${harbour.id}::uuid`.execute(running.database.db)
    harbour = await signInAs(running, 'harbour', 'harbour')
    expect((await fileOf(harbour, set.id)).status).toBe(200)
  })

  it('is refused where there is no such report or period', async () => {
    expect((await begin(harbour, { period: 'month' })).body.code).toBe('report_set_empty')
    expect((await begin(harbour, { from: '2026-12-31', to: '2026-01-01' })).body.code).toBe('report_span')
    expect((await begin(harbour, { known: '2026-02-31' })).body.code).toBe('invalid_date')
    expect((await begin(harbour, { programme: 'nothing' })).status).toBe(404)
  })

  it('tells all of it as it was known when it was begun, or on the day that was asked for', async () => {
    const id = await waiting(colleague)
    now = new Date('2026-12-01T03:00:00Z')
    await decide(harbour, dogAnswers('Chi', 20), { date: '2026-09-02' })
    await worker().work({ id: 'any', data: { set: id }, attempt: 1, signal: new AbortController().signal })
    const first = async (set: string) => unpack((await fileOf(colleague, set)).content).get('01-mau-1-dien-bien-giay-phep-nuoi-cho.xlsx')
    expect(textsOf(await first(id))).toContain('Số liệu ghi nhận đến lúc 09:00 01/12/2026')
    expect(wholeIn(await first(id))).toBe(2)
    const { body } = await begin(colleague, { known: '2026-11-30' })
    await ended(colleague, body.id)
    expect(textsOf(await first(body.id))).toContain('Số liệu ghi nhận đến ngày 30/11/2026')
    expect(wholeIn(await first(body.id))).toBe(0)
  })

  it('that is cut short goes on behind the last report that is whole, and cannot be taken away before', async () => {
    const id = await waiting(colleague)
    const stop = new AbortController()
    let asked = 0
    const cut = worker(() => {
      asked += 1
      if (asked === 2) stop.abort(new Error('killed'))
    }).work({ id: 'any', data: { set: id }, attempt: 1, signal: stop.signal })
    await expect(cut).rejects.toThrow('killed')
    const before = await filesOf(id)
    expect(before).toEqual(['01-mau-1-dien-bien-giay-phep-nuoi-cho.pdf', '01-mau-1-dien-bien-giay-phep-nuoi-cho.xlsx'])
    expect((await fileOf(colleague, id)).body.code).toBe('report_set_not_done')
    now = new Date(now.getTime() + 60_000)
    const left = (await colleague.send('GET', '/api/report-sets')).body.find((set: ReportSet) => set.id === id)
    expect(left).toMatchObject({ state: 'running', progress: { done: 1, of: 3 }, seconds_left: 120 })
    await worker().work({ id: 'any', data: { set: id }, attempt: 2, signal: new AbortController().signal })
    expect(await filesOf(id)).toHaveLength(6)
    expect((await fileOf(colleague, id)).status).toBe(200)
  })

  it('that is stopped keeps nothing of what was made', async () => {
    const id = await waiting(colleague)
    const stop = new AbortController()
    const cut = worker(() => stop.abort(new Error('killed')))
    await expect(cut.work({ id: 'any', data: { set: id }, attempt: 1, signal: stop.signal })).rejects.toThrow('killed')
    expect((await colleague.send('POST', `/api/report-sets/${id}/cancel`)).body).toMatchObject({ state: 'cancelled' })
    await worker().work({ id: 'any', data: { set: id }, attempt: 2, signal: new AbortController().signal })
    expect(await filesOf(id)).toEqual([])
    expect((await fileOf(colleague, id)).body.code).toBe('report_set_not_done')
  })

  it('fails with words where the unit is no longer in the area of whoever asked', async () => {
    const id = await waiting(colleague)
    await sql`update people set unit_id = 'hill' where id = ${colleague.id}::uuid`.execute(running.database.db)
    await worker().work({ id: 'any', data: { set: id }, attempt: 1, signal: new AbortController().signal })
    await sql`update people set unit_id = 'harbour' where id = ${colleague.id}::uuid`.execute(running.database.db)
    expect(await ended(colleague, id)).toMatchObject({ state: 'failed', failure: { vi: expect.stringContaining('không thuộc địa bàn') } })
    expect(await filesOf(id)).toEqual([])
  })

  it('is removed after its days, and when its reader has made many others', async () => {
    const count = async () => (await asSystem(running.database.db, (tx) => tx.selectFrom('report_sets').select('id').where('created_by', '=', colleague.id).execute())).length
    expect(await count()).toBeGreaterThan(4)
    await ended(colleague, (await begin(colleague)).body.id)
    expect(await count()).toBe(5)
    now = new Date(now.getTime() + 8 * 86_400_000)
    await waiting(colleague)
    const later = await signInAs(running, 'pier', 'harbour')
    await begin(later, { known: '2026-11-30' })
    expect(await count()).toBe(2)
  })
})

onEachDatabase('A set of reports with a list of names', (kind) => {
  it('says in its place that the list is too long, and has the other reports', async () => {
    const withNames = { ...packs, programmes: packs.programmes.map((programme) => ({ ...programme, releases: programme.releases.map((entry) => ({ ...entry, release: { ...entry.release, reports: [licenceMovements, keepersByName] } })) })) }
    const running = await startApp(kind, { packs: withNames, withJobs: true })
    try {
      const harbour = await signInAs(running, 'harbour', 'harbour')
      await sql`
        with made as (insert into households (unit_id, label, search_text, member_count) select 'harbour', 'Hộ ' || number, 'ho ' || number, 0 from generate_series(1, 3001) number returning id)
        insert into household_spells (household_id, unit_id, answers, recorded_at) select id, 'harbour', '{}', '2026-11-01' from made`.execute(running.database.db)
      const { body: { id } } = await harbour.send('POST', '/api/report-sets', { ...year, period: keepersByName.period })
      const content = await vi.waitFor(async () => {
        const file = await harbour.send('GET', `/api/report-sets/${id}/file`)
        expect(file.status).toBe(200)
        return file.content
      }, { timeout: 30_000, interval: 200 })
      const files = unpack(content)
      const [text] = [...files].filter(([name]) => name.endsWith('.txt'))
      expect(text?.[0]).toMatch(/^\d\d-keepers-by-name\.txt$/)
      expect(text?.[1].toString()).toContain('3000')
      expect([...files.keys()].filter((name) => name.endsWith('.xlsx')).length).toBe(licenceMovements.period === keepersByName.period ? 1 : 0)
    } finally {
      await running.close()
    }
  })
})
