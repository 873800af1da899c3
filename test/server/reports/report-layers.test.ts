import { read } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { layeredReportPacks } from '../../support/dog-reports.ts'
import { readPdf } from '../../support/pdf-text.ts'

const island = { hash: expect.any(String), programme: 'dog-licence', title: { vi: 'Quy định nuôi chó của đảo' } }

onEachDatabase('Reports where a locality has rules of its own', (kind) => {
  let running: RunningApp
  let province: Client

  beforeAll(async () => {
    running = await startApp(kind, { packs: layeredReportPacks })
    const hill = await signInAs(running, 'hill', 'hill')
    province = await signInAs(running, 'province', 'island', 'viewer')
    for (const [keeper, garden, date] of [['An', 13, '2026-09-01'], ['Bình', 20, '2026-09-01'], ['Chi', 5, '2026-09-01'], ['Dung', 13, '2026-02-01']] as const) await decide(hill, dogAnswers(keeper, garden), { date })
  })
  afterAll(() => running.close())

  const year = 'from=2026-01-01&to=2026-12-31'
  const movements = (more: string, path = '') => province.send('GET', `/api/reports/dog-licence/licence_movements${path}?unit=island&${year}${more}`)

  it('are counted nationally, and say which local rules there are beside', async () => {
    const { body } = await movements('')
    expect(body.layer).toBeUndefined()
    expect(body.local).toMatchObject([island])
    expect(body.rows[0].cells).toMatchObject({ households: { value: 4 }, granted_after: { value: 1, open: 0 }, gained: { value: 0 } })
  })

  it('are counted by the local rules for whoever asks: what they grant is granted, and what was decided before them says the same in both', async () => {
    const { body } = await movements('&layer=local')
    expect(body.layer).toBe('local')
    expect(body.rows[0].cells).toMatchObject({ households: { value: 4 }, granted_after: { value: 2, open: 0 } })
    const gardens = await province.send('GET', `/api/reports/dog-licence/dogs_and_gardens?unit=island&from=2026-10-01&to=2026-12-31&layer=local`)
    const licences = Object.fromEntries(gardens.body.rows.filter(({ block }: { block: string }) => block === 'by_licence').map(({ keys, cells }: { keys: string[]; cells: Record<string, { value: number }> }) => [keys[0], cells['households']?.value]))
    expect(licences).toEqual({ granted: 2, refused: 2 })
  })

  it('open to what was decided in the layer that was counted', async () => {
    const opened = async (more: string) => (await movements(`${more}&column=granted_after&block=all_rows&keys=[]`, '/households')).body.households.map(({ label, decided }: { label: string; decided: { outcomes: readonly { value: string }[] } }) => [label, decided.outcomes[0]?.value])
    expect(await opened('&layer=local')).toEqual(expect.arrayContaining([['An', 'granted'], ['Bình', 'granted']]))
    expect(await opened('')).toEqual([['Bình', 'granted']])
    const all = (await movements('&column=households&block=all_rows&keys=[]', '/households')).body.households
    expect(all.find(({ label }: { label: string }) => label === 'An').decided.outcomes[0].value).toBe('refused')
  })

  it('say on paper and in Excel by whose rules they are', async () => {
    const pdf = async (more: string) => (await readPdf((await movements(`${more}&format=pdf&language=vi`, '/file')).content)).text
    expect(await pdf('')).toContain('Theo chuẩn quốc gia')
    expect(await pdf('&layer=local')).toContain('Theo quy định của địa phương: Quy định nuôi chó của đảo')
    const { content } = await movements('&layer=local&format=xlsx&language=vi', '/file')
    const book = read(content)
    expect(Object.values(book.Sheets[book.SheetNames[0] ?? ''] ?? {}).some((cell) => cell?.v === 'Theo quy định của địa phương: Quy định nuôi chó của đảo')).toBe(true)
  })

  it('are counted nationally, whatever is asked, where no local rules are in force', async () => {
    const { body } = await province.send('GET', '/api/reports/dog-licence/licence_movements?unit=island&from=2026-01-01&to=2026-06-30&layer=local')
    expect([body.layer, body.local]).toEqual([undefined, []])
  })
})
