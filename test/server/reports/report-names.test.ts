import { read, utils } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { namesPacks } from '../../support/dog-reports.ts'

const year = 'from=2026-07-01&to=2026-12-31'

interface Row {
  readonly title: { readonly vi: string }
  readonly level: number
  readonly number?: string
  readonly household?: string
  readonly cells: Readonly<Record<string, { readonly value?: number; readonly open: number; readonly words?: { readonly vi: string; readonly en: string } }>>
}

onEachDatabase('A report that lists households by name', (kind) => {
  let running: RunningApp
  let harbour: Client
  let province: Client
  const households: string[] = []

  beforeAll(async () => {
    running = await startApp(kind, { packs: namesPacks })
    harbour = await signInAs(running, 'harbour', 'harbour')
    const hill = await signInAs(running, 'hill', 'hill')
    province = await signInAs(running, 'province', 'island', 'viewer')
    for (const [client, keeper, garden, street] of [[harbour, 'Ý', 20, 'Đường Biển'], [harbour, 'Ăn', 25, 'Đường Biển'], [harbour, 'Bình', 5, 'Đường Biển'], [harbour, 'Ba', 30, 'Đường Ấp'], [hill, 'Dung', 20, 'Đường Đồi']] as const) {
      households.push((await decide(client, dogAnswers(keeper, garden, street), { date: '2026-09-01' })).household)
    }
    const { members = [] } = dogAnswers('Giang', 20)
    await decide(harbour, { household: { street: 'Đường Biển' }, members }, { date: '2026-10-15' })
  })
  afterAll(() => running.close())

  const ask = async (client: Client, unit: string, span = year): Promise<readonly Row[]> => (await client.send('GET', `/api/reports/dog-licence/keepers_by_name?unit=${unit}&${span}`)).body.rows
  const names = (rows: readonly Row[]) => rows.filter(({ household }) => household !== undefined)

  it('has a row for each, by place and name, with what is known of it and of its head, and what it adds', async () => {
    const rows = await ask(harbour, 'harbour')
    expect(names(rows).map(({ number, title, level }) => [number, title.vi, level])).toEqual([['1', 'Ba', 1], ['2', 'Ăn', 1], ['3', 'Ý', 1]])
    expect(names(rows).map(({ household }) => household)).toEqual([households[3], households[1], households[0]])
    const [ba] = names(rows)
    expect(ba?.cells).toMatchObject({ keepers: { value: 1 }, garden: { words: { vi: '30 m²', en: '30 m²' } }, licence: { words: { vi: 'cấp', en: 'granted' } }, part_of_head: { words: { vi: 'người nuôi' } }, dogs_kept: { value: 1 } })
    expect(ba?.cells).not.toHaveProperty('dogs_kept_before')
    const [whole] = rows
    expect(whole?.cells['keepers']).toEqual({ value: 3, open: 1 })
    expect(whole?.cells).not.toHaveProperty('garden')
  })

  it('keeps those apart of whom it cannot be told, for unknown is never no', async () => {
    const rows = await ask(harbour, 'harbour')
    expect(rows.at(-1)).toMatchObject({ title: { vi: 'Chưa xác định được: 1 hộ', en: 'Not told yet: 1 household' }, cells: {} })
  })

  it('lists a whole area to whoever sees it, and nobody to others', async () => {
    expect(names(await ask(province, 'island')).map(({ title }) => title.vi)).toEqual(['Ba', 'Ăn', 'Ý', 'Dung'])
    expect((await harbour.send('GET', `/api/reports/dog-licence/keepers_by_name?unit=hill&${year}`)).status).toBe(404)
  })

  it('lists those who stand in it at the end of its period', async () => {
    expect(names(await ask(harbour, 'harbour', 'from=2026-01-01&to=2026-08-31'))).toEqual([])
  })

  it('is taken out as Excel and as a PDF with the same names', async () => {
    const file = await harbour.send('GET', `/api/reports/dog-licence/keepers_by_name/file?unit=harbour&${year}&format=xlsx&language=vi`)
    const book = read(file.content)
    const lines = utils.sheet_to_json<readonly unknown[]>(book.Sheets[book.SheetNames[0] ?? ''] ?? {}, { header: 1 })
    const listed = lines.filter((line) => ['Ba', 'Ăn', 'Ý'].includes(String(line[1])))
    expect(listed).toEqual([['1', 'Ba', 1, '30 m²', 'cấp', 'người nuôi', 1], ['2', 'Ăn', 1, '25 m²', 'cấp', 'người nuôi', 1], ['3', 'Ý', 1, '20 m²', 'cấp', 'người nuôi', 1]])
    expect((await harbour.send('GET', `/api/reports/dog-licence/keepers_by_name/file?unit=harbour&${year}&format=pdf&language=vi`)).status).toBe(200)
  })
})
