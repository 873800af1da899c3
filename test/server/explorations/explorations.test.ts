import { read, utils } from '@e965/xlsx'
import type { Condition, ReportDocument } from '@tieuchi/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { dogsAndGardens, reportPacks } from '../../support/dog-reports.ts'
import { readPdf, standInOrder } from '../../support/pdf-text.ts'

const text = (words: string) => ({ vi: words, en: words })
const granted: Condition = { id: 'grantednow', fact: 'dog-licence.licence', operator: 'equal', value: 'granted' }

/** Who has a licence, by what an officer picked. */
const table: ReportDocument = {
  id: 'picked',
  title: text('Số hộ theo rào'),
  period: 'year',
  rows: [{ kind: 'total', id: 'total', title: text('Tổng số') }, { kind: 'units', id: 'units' }],
  columns: [
    { kind: 'measure', id: 'all', title: text('Tổng số'), measure: { count: 'households' } },
    { kind: 'measure', id: 'granted', title: text('Được cấp'), measure: { count: 'households', where: granted } },
  ],
}
const years = [{ from: '2025-01-01', to: '2025-12-31' }, { from: '2026-01-01', to: '2026-12-31' }]

/** The programme with its keepers' names sensitive: no figure is told apart by them. */
const { members } = reportPacks.common.dictionary.properties
const withSensitive = (breakdowns: readonly string[]): typeof reportPacks => ({
  ...reportPacks,
  common: {
    ...reportPacks.common,
    register: { ...reportPacks.common.register, breakdowns },
    dictionary: {
      ...reportPacks.common.dictionary,
      properties: { ...reportPacks.common.dictionary.properties, members: { ...members, items: { ...members.items, properties: { ...members.items.properties, vaccinated: { ...members.items.properties['vaccinated'], type: 'boolean', 'x-label': text('Đã tiêm'), 'x-sensitive': true } } } } },
    },
  },
})

onEachDatabase('A table of one’s own', (kind) => {
  let running: RunningApp
  let harbour: Client
  let province: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: reportPacks })
    harbour = await signInAs(running, 'harbour', 'harbour')
    const hill = await signInAs(running, 'hill', 'hill')
    province = await signInAs(running, 'province', 'island', 'viewer')
    for (const [client, keeper, garden] of [[harbour, 'An', 20], [harbour, 'Bình', 5], [hill, 'Dung', 20]] as const) await decide(client, dogAnswers(keeper, garden), { date: '2026-09-01' })
    const { household, members: dogs = [] } = dogAnswers('Giang', 20)
    await decide(harbour, { household: { street: household?.['street'] ?? '' }, members: dogs }, { date: '2026-09-01' })
  })
  afterAll(() => running.close())

  const ask = (client: Client, { document = table, ...question }: Readonly<Record<string, unknown>> = {}, path = '') =>
    client.send('POST', `/api/explorations${path}`, { programme: 'dog-licence', unit: 'island', document, ...(path === '/households' ? {} : { periods: years.slice(1) }), ...question })

  it('is counted as a report form of a release is, though nobody published it; what is not known stands beside', async () => {
    const { status, body } = await ask(province)
    expect(status).toBe(200)
    expect(body.missing).toEqual([])
    const [{ rows, release }] = body.periods
    expect(release.title.vi).not.toBe('')
    expect(rows.map(({ title, cells }: { title: { vi: string }; cells: Record<string, { value: number; open: number }> }) => [title.vi, cells['all'], cells['granted']])).toEqual([
      ['Tổng số', { value: 4, open: 0 }, { value: 2, open: 1 }], ['Xã Bến Cảng', { value: 3, open: 0 }, { value: 1, open: 1 }], ['Xã Trên Đồi', { value: 1, open: 0 }, { value: 1, open: 0 }],
    ])
    const published = (await province.send('GET', '/api/reports/dog-licence/dogs_and_gardens?unit=island&from=2026-01-01&to=2026-12-31')).body
    expect((await ask(province, { document: dogsAndGardens })).body.periods[0].rows).toEqual(published.rows)
  })

  it('has several periods side by side, each by the rules of its last day; those without rules are named', async () => {
    const { body } = await ask(province, { periods: [{ from: '2019-01-01', to: '2019-12-31' }, ...years, { from: '2027-01-01', to: '2027-12-31' }] })
    expect(body.periods.map(({ from, rows }: { from: string; rows: { cells: Record<string, { value: number }> }[] }) => [from, rows[0]?.cells['all']?.value])).toEqual(expect.arrayContaining([['2026-01-01', 4], ['2027-01-01', 4]]))
    expect(new Set(body.periods.map(({ release }: { release: { hash: string } }) => release.hash)).size).toBeGreaterThan(1)
    expect(body.missing).toContainEqual({ from: '2019-01-01', to: '2019-12-31', reason: { vi: 'không có bộ quy định nào áp dụng', en: 'no rules are in force' } })
    expect((await ask(province, { periods: [{ from: '2019-01-01', to: '2019-12-31' }] })).body.code).toBe('explored_without_rules')
  })

  it('opens each figure to its households, and to those of which it cannot be told', async () => {
    const figure = { from: '2026-01-01', to: '2026-12-31', column: 'granted', block: 'units', keys: '[]', row_unit: 'harbour' }
    expect((await ask(province, figure, '/households')).body.households).toMatchObject([{ label: 'An', unit: { name: 'Xã Bến Cảng' }, adds: 1, decided: { outcomes: [{ id: 'licence', value: 'granted' }] } }])
    expect((await ask(province, { ...figure, open: true }, '/households')).body.households).toMatchObject([{ label: 'Giang' }])
    expect((await ask(province, { ...figure, column: 'nothing' }, '/households')).body.code).toBe('report_place_unknown')
  })

  it('goes to Excel, periods as merged heads', async () => {
    const { status, content } = await ask(province, { periods: [...years, { from: '2027-01-01', to: '2027-12-31' }], language: 'vi', format: 'xlsx' }, '/file')
    expect(status).toBe(200)
    const book = read(content)
    const lines = utils.sheet_to_json<readonly unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
    expect(lines.some((line) => line.includes('2026') && line.includes('2027'))).toBe(true)
    const whole = lines.find((line) => line[0] === 'Tổng số' && typeof line[1] === 'number')
    expect(whole?.slice(-4)).toEqual([4, 2, 4, 2])
  })

  it('goes to paper too, under its title, with the units as rows', async () => {
    const { status, headers, content } = await ask(province, { periods: [...years, { from: '2027-01-01', to: '2027-12-31' }], language: 'vi', format: 'pdf' }, '/file')
    expect([status, headers['content-type']]).toEqual([200, 'application/pdf'])
    expect(standInOrder((await readPdf(content)).text, ['SỐ HỘ THEO RÀO', '2026', '2027', 'Được cấp', 'Xã Bến Cảng'])).toBeUndefined()
  })

  it('is of units of one’s area only', async () => {
    for (const unit of ['hill', 'island']) {
      expect((await ask(harbour, { unit })).body.code).toBe('unit_out_of_reach')
      expect((await ask(harbour, { unit, language: 'vi', format: 'xlsx' }, '/file')).status).toBe(404)
      expect((await ask(harbour, { unit, from: '2026-01-01', to: '2026-12-31', column: 'all', block: 'total', keys: '[]' }, '/households')).status).toBe(404)
    }
    expect((await ask(harbour, { unit: 'harbour' })).body.periods[0].rows[0].cells.all.value).toBe(3)
  })

  it('is refused with what is wrong where it is no report form, reads what is not there, or is too large', async () => {
    expect((await ask(province, { document: { id: 'x' } })).body).toMatchObject({ code: 'explored_unsound', issues: expect.arrayContaining([expect.objectContaining({ severity: 'error' })]) })
    const unknown = { ...table, columns: [{ ...table.columns[0], measure: { count: 'households', where: { ...granted, fact: 'nothing_like_this' } } }] }
    expect((await ask(province, { document: unknown })).body).toMatchObject({ code: 'explored_unsound', issues: [{ code: 'unknown_fact', path: ['columns', 0, 'measure', 'where', 'fact'] }] })
    const wide = { ...table, columns: Array.from({ length: 150 }, (_column, index) => ({ ...table.columns[0], id: `column_${index}` })) }
    expect((await ask(province, { document: wide })).status).toBe(200)
    expect((await ask(province, { document: wide, periods: years })).body.code).toBe('explored_too_large')
    expect((await ask(province, { periods: Array.from({ length: 11 }, () => years[0]) })).status).toBe(400)
    expect((await ask(province, { known: 'once' })).body.code).toBe('invalid_date')
  })
})

onEachDatabase('A table by sensitive answers', (kind) => {
  const unsafe: ReportDocument = { ...table, columns: [{ kind: 'measure', id: 'unsafe', title: text('Chưa tiêm'), measure: { count: 'members', where: { id: 'unvaccined', fact: 'vaccinated', operator: 'equal', value: false } } }] }

  it.each([[[], 422], [['vaccinated'], 200]] as const)('is refused unless the register tells figures apart by them: %j', async (breakdowns, status) => {
    const running = await startApp(kind, { packs: withSensitive(breakdowns) })
    try {
      const province = await signInAs(running, 'province', 'island', 'viewer')
      const answer = await province.send('POST', '/api/explorations', { programme: 'dog-licence', unit: 'island', document: unsafe, periods: years.slice(1) })
      expect([answer.status, answer.body.code]).toEqual([status, status === 200 ? undefined : 'explored_sensitive'])
    } finally {
      await running.close()
    }
  })
})
