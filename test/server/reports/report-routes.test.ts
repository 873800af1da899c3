import { read, utils, type WorkSheet } from '@e965/xlsx'
import { reportTurns } from '@tieuchi/server/reports/report-turns.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { reportPacks } from '../../support/dog-reports.ts'
import { readPdf } from '../../support/pdf-text.ts'

const year = 'from=2026-07-01&to=2026-12-31'

/** What the formulas of a sheet come to: sums of cells, and what two cells come to. */
const computed = (sheet: WorkSheet, formula: string): number => {
  const at = (cell: string): number => (sheet[cell]?.f === undefined ? Number(sheet[cell]?.v ?? 0) : computed(sheet, String(sheet[cell].f)))
  const sum = /^SUM\((.*)\)$/.exec(formula)
  if (sum) return (sum[1] ?? '').split(',').reduce((all, cell) => all + at(cell), 0)
  const [, a = '', sign, b = ''] = /^\((\w+)([-+*/])(\w+)\)$/.exec(formula) ?? []
  if (sign === undefined) throw new Error(`Not read: ${formula}`)
  return { '+': at(a) + at(b), '-': at(a) - at(b), '*': at(a) * at(b), '/': at(a) / at(b) }[sign] ?? Number.NaN
}

onEachDatabase('Reports', (kind) => {
  let running: RunningApp
  let harbour: Client
  let province: Client
  const households: string[] = []

  beforeAll(async () => {
    running = await startApp(kind, { packs: reportPacks })
    harbour = await signInAs(running, 'harbour', 'harbour')
    const hill = await signInAs(running, 'hill', 'hill')
    province = await signInAs(running, 'province', 'island', 'viewer')
    for (const [client, keeper, before, after] of [[harbour, 'An', 20, 20], [harbour, 'Bình', 20, 5], [harbour, 'Chi', 5, 20], [hill, 'Dung', 20, 20]] as const) {
      const { household } = await decide(client, dogAnswers(keeper, before), { date: '2026-02-01' })
      await decide(client, dogAnswers(keeper, after), { date: '2026-09-01', household })
      households.push(household)
    }
  })
  afterAll(() => running.close())

  const movements = (client: Client, unit: string, span = year) => client.send('GET', `/api/reports/dog-licence/licence_movements?unit=${unit}&${span}`)

  it('are listed by the rules in force on a day', async () => {
    const { body } = await province.send('GET', '/api/reports?at=2026-12-01')
    expect(body).toMatchObject([{ programme: { id: 'dog-licence' }, id: 'licence_movements', code: { vi: 'Mẫu 1' }, period: 'year', open: false }, { id: 'dogs_and_gardens' }])
    expect((await province.send('GET', '/api/reports?at=2027-02-01')).body[0].title.vi).toBe('Diễn biến giấy phép (mẫu mới)')
  })

  it('count what was decided, and units come to what the whole does', async () => {
    const { status, body } = await movements(province, 'island')
    expect(status).toBe(200)
    const [whole, , , ...units] = body.rows
    expect(body.rows.map(({ title, level, number }: { title: { vi: string }; level: number; number?: string }) => [level, number, title.vi])).toEqual([
      [0, undefined, 'Toàn đảo'], [0, 'I', 'phố'], [0, 'II', 'đồng'], [1, '1', 'Xã Bến Cảng'], [1, '2', 'Xã Trên Đồi'],
    ])
    expect(whole.cells).toMatchObject({ households: { value: 4 }, granted_before: { value: 3, open: 0 }, lost: { value: 1 }, gained: { value: 1 }, granted_after: { value: 3, open: 0 }, share_after: { value: 0.75 } })
    expect(whole.cells.granted_after).not.toHaveProperty('expected')
    for (const column of ['households', 'granted_before', 'lost', 'gained', 'granted_after']) {
      expect([column, units.reduce((sum: number, { cells }: { cells: Record<string, { value: number }> }) => sum + (cells[column]?.value ?? 0), 0)]).toEqual([column, whole.cells[column].value])
    }
  })

  it('have rows by the places of the register where no unit lies below', async () => {
    const { body } = await movements(harbour, 'harbour')
    expect(body).toMatchObject({ by_place: true, unit: { name: 'Xã Bến Cảng' } })
    expect(body.rows.at(-1)).toMatchObject({ level: 1, title: { vi: 'Đường Biển' }, cells: { households: { value: 3 } } })
  })

  it('tell the households of a figure, each with the decision it rests on', async () => {
    const figure = (column: string) => harbour.send('GET', `/api/reports/dog-licence/licence_movements/households?unit=harbour&${year}&column=${column}&block=all_rows&keys=[]`)
    const { body } = await figure('lost')
    expect(body.households).toMatchObject([{ id: households[1], label: 'Bình', place: 'Đường Biển', unit: { name: 'Xã Bến Cảng' }, adds: 1, decided: { facts_at: '2026-09-01', outcomes: [{ id: 'licence', value: 'refused' }] } }])
    expect((await figure('granted_before')).body.households.map(({ label }: { label: string }) => label).toSorted()).toEqual(['An', 'Bình'])
    expect((await figure('granted_before')).body.households).not.toContainEqual(expect.objectContaining({ label: 'Chi' }))
    expect((await figure('share_after')).status).toBe(422)
  })

  it('tell apart the households of which a figure cannot be told', async () => {
    const early = 'from=2026-01-01&to=2026-12-31'
    const { members = [] } = dogAnswers('Giang', 20)
    await decide(harbour, { household: { street: 'Đường Biển' }, members }, { date: '2026-10-15' })
    const { body: { rows: [whole] } } = await movements(harbour, 'harbour', early)
    const open = await harbour.send('GET', `/api/reports/dog-licence/licence_movements/households?unit=harbour&${early}&column=granted_after&block=all_rows&keys=[]&open=true`)
    expect(open.body.households.map(({ label }: { label: string }) => label)).toEqual(['Giang'])
    expect(whole.cells.granted_after.open).toBe(1)
    const counted = await harbour.send('GET', `/api/reports/dog-licence/licence_movements/households?unit=harbour&${early}&column=granted_after&block=all_rows&keys=[]`)
    expect(counted.body.households).toHaveLength(whole.cells.granted_after.value)
  })

  it('over several units are counted one at a time, those of one unit without waiting', async () => {
    const held = Promise.withResolvers<void>()
    const before = reportTurns.take(() => held.promise)
    const asked = [movements(province, 'island'), movements(province, 'island')]
    await vi.waitUntil(() => reportTurns.waiting === asked.length, { timeout: 60_000 })
    expect((await movements(harbour, 'harbour')).status).toBe(200)
    expect(reportTurns.waiting).toBe(asked.length)
    held.resolve()
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200])
    await before
    expect(reportTurns.waiting).toBe(0)
  })

  it('of another unit are told to nobody outside it', async () => {
    expect((await movements(harbour, 'hill')).status).toBe(404)
    expect((await movements(harbour, 'island')).status).toBe(404)
    expect((await harbour.send('GET', `/api/reports/dog-licence/licence_movements/file?unit=hill&${year}&format=xlsx&language=vi`)).status).toBe(404)
    expect((await harbour.send('GET', `/api/reports/dog-licence/licence_movements/households?unit=hill&${year}&column=lost&block=all_rows&keys=[]`)).status).toBe(404)
  })

  it('of an earlier period keep the form of its own rules', async () => {
    expect((await movements(province, 'island')).body.document.title.vi).toBe('Diễn biến giấy phép nuôi chó')
    expect((await movements(province, 'island', 'from=2027-01-01&to=2027-12-31')).body.document.title.vi).toBe('Diễn biến giấy phép (mẫu mới)')
  })

  it('say what is wrong with a question', async () => {
    expect((await movements(province, 'island', 'from=2026-12-31&to=2026-01-01')).body.code).toBe('report_span')
    expect((await province.send('GET', `/api/reports/dog-licence/nothing?unit=island&${year}`)).body.code).toBe('report_not_found')
  })

  it('are taken out as Excel in the layout of the form, with sums and formulas that come to the same', async () => {
    const [{ body }, file] = [await movements(province, 'island'), await province.send('GET', `/api/reports/dog-licence/licence_movements/file?unit=island&${year}&format=xlsx&language=vi`)]
    const book = read(file.content, { cellFormula: true })
    const [name = ''] = book.SheetNames
    const sheet = book.Sheets[name] as WorkSheet
    const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
    expect(lines[3]?.[0]).toBe('DIỄN BIẾN GIẤY PHÉP NUÔI CHÓ')
    const merged = (sheet['!merges'] ?? []).map((range) => utils.encode_range(range))
    expect(merged).toEqual(expect.arrayContaining(['A8:A9', 'B8:B9', 'D8:E8', 'F8:I8']))
    expect(lines.slice(10, 15).map((line) => [line[1], line[2], line[3], line[5], line[6], line[9]])).toEqual(
      body.rows.map(({ title, cells }: { title: { vi: string }; cells: Record<string, { value: number }> }) => [title.vi, ...['households', 'granted_before', 'lost', 'gained', 'granted_after'].map((column) => cells[column]?.value)]))
    const formulas = Object.entries(sheet).filter(([, cell]) => typeof cell?.f === 'string')
    expect(formulas.length).toBeGreaterThan(5)
    for (const [at, cell] of formulas) expect([at, computed(sheet, String(cell.f))]).toEqual([at, cell.v])
  })

  it('are taken out as a PDF that lies on its side', async () => {
    const file = await province.send('GET', `/api/reports/dog-licence/licence_movements/file?unit=island&${year}&format=pdf&language=vi`)
    const { text } = await readPdf(file.content)
    expect(text).toContain('DIỄN BIẾN GIẤY PHÉP NUÔI CHÓ')
    expect(text).toContain('Xã Bến Cảng')
    expect(text).toContain('Người lập biểu')
    expect(file.content.toString('latin1')).toMatch(/\/MediaBox \[0 0 841\.89 595\.28\]/)
  })
})

onEachDatabase('A report as it was known on a day', (kind) => {
  let running: RunningApp
  let harbour: Client
  let now = new Date('2026-10-05T02:00:00Z')
  const late = 'unit=harbour&from=2026-01-01&to=2026-12-31'
  const address = '/api/reports/dog-licence/licence_movements'

  beforeAll(async () => {
    running = await startApp(kind, { packs: reportPacks, clock: () => now })
    harbour = await signInAs(running, 'harbour', 'harbour')
    const { household } = await decide(harbour, dogAnswers('An', 20), { date: '2026-10-01' })
    now = new Date('2026-11-10T02:00:00Z')
    harbour = await signInAs(running, 'harbour', 'harbour')
    await decide(harbour, dogAnswers('An', 5), { date: '2026-10-02', household })
    await decide(harbour, dogAnswers('Bình', 20), { date: '2026-10-02' })
  })
  afterAll(() => running.close())

  const reportAsKnown = async (known: string) => (await harbour.send('GET', `${address}?${late}${known}`)).body
  const file = async (format: string) => (await harbour.send('GET', `${address}/file?${late}&known=2026-11-09&format=${format}&language=vi`)).content

  it('counts what was recorded by the end of that day in Việt Nam, whatever was found later', async () => {
    const figures = async (known: string) => {
      const { rows: [{ cells }] } = await reportAsKnown(known)
      return [cells.households.value, cells.granted_after.value]
    }
    expect(await figures('&known=2026-10-04')).toEqual([0, 0])
    expect(await figures('&known=2026-10-05')).toEqual([1, 1])
    expect(await figures('&known=2026-11-09')).toEqual([1, 1])
    expect(await figures('&known=2026-11-10')).toEqual([2, 1])
    expect(await figures('&known=2026-11-10T01:59:59Z')).toEqual([1, 1])
    expect(await figures('')).toEqual([2, 1])
    expect((await reportAsKnown('&known=2026-11-09')).known).toBe('2026-11-09')
  })

  it('opens a figure to the decision that was known then', async () => {
    const { body } = await harbour.send('GET', `${address}/households?${late}&known=2026-11-09&column=granted_after&block=all_rows&keys=[]`)
    expect(body.households).toMatchObject([{ label: 'An', decided: { facts_at: '2026-10-01', outcomes: [{ id: 'licence', value: 'granted' }] } }])
    const today = await harbour.send('GET', `${address}/households?${late}&column=granted_after&block=all_rows&keys=[]`)
    expect(today.body.households).toMatchObject([{ label: 'Bình' }])
  })

  it('says so in Excel and on paper', async () => {
    const book = read(await file('xlsx'))
    expect(Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).some((cell) => cell?.v === 'Số liệu ghi nhận đến ngày 09/11/2026')).toBe(true)
    expect((await readPdf(await file('pdf'))).text).toContain('Số liệu ghi nhận đến ngày 09/11/2026')
    expect((await readPdf((await harbour.send('GET', `${address}/file?${late}&format=pdf&language=vi`)).content)).text).not.toContain('Số liệu ghi nhận đến')
  })

  it('refuses a day that is none', async () => {
    expect(await reportAsKnown('&known=2026-02-30')).toMatchObject({ code: 'invalid_date' })
    expect(await reportAsKnown('&known=yesterday')).toMatchObject({ code: 'invalid_date' })
  })
})
