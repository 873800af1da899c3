import { CFB, read } from '@e965/xlsx'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
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
    running = await startApp(kind, { packs: layeredReportPacks, withJobs: true })
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

  it('are so too in tables of one’s own, each of their periods by the rules of its last day, in their opened figures and on paper', async () => {
    const document = { id: 'picked', title: { vi: 'Giấy phép', en: 'Licences' }, period: 'half_year', rows: [{ kind: 'total', id: 'total', title: { vi: 'Tổng số', en: 'Total' } }], columns: [{ kind: 'measure', id: 'granted', title: { vi: 'Được cấp', en: 'Granted' }, measure: { count: 'households', where: { id: 'grantednow', fact: 'dog-licence.licence', operator: 'equal', value: 'granted' } } }] }
    const [before, after] = [{ from: '2026-01-01', to: '2026-06-30' }, { from: '2026-07-01', to: '2026-12-31' }]
    const asked = { programme: 'dog-licence', unit: 'island', document }
    const explored = async (more: object) => (await province.send('POST', '/api/explorations', { ...asked, periods: [before, after], ...more })).body.periods
    const granted = (periods: readonly { layer?: string; local: readonly unknown[]; rows: readonly { cells: Record<string, { value: number }> }[] }[]) => periods.map(({ layer, local, rows }) => [layer, local.length, rows[0]?.cells['granted']?.value])
    expect(granted(await explored({}))).toEqual([[undefined, 0, 0], [undefined, 1, 1]])
    expect(granted(await explored({ layer: 'local' }))).toEqual([[undefined, 0, 0], ['local', 1, 2]])
    const figure = { ...asked, ...after, column: 'granted', block: 'total', keys: '[]' }
    const opened = async (more: object) => (await province.send('POST', '/api/explorations/households', { ...figure, ...more })).body.households.map(({ label }: { label: string }) => label)
    expect(await opened({})).toEqual(['Bình'])
    expect((await opened({ layer: 'local' })).toSorted()).toEqual(['An', 'Bình'])
    const pdf = await province.send('POST', '/api/explorations/file', { ...asked, periods: [before, after], layer: 'local', language: 'vi', format: 'pdf' })
    expect((await readPdf(pdf.content)).text).toContain('Theo quy định của địa phương: Quy định nuôi chó của đảo')
  })

  it('are listed with the local rules of the unit that is asked about, of one’s area alone', async () => {
    const lines = async (question: string) => (await province.send('GET', `/api/reports?${question}`)).body
    expect((await lines('at=2026-12-31&unit=hill')).map(({ local }: { local: unknown }) => local)).toMatchObject([[island], [island]])
    expect((await lines('at=2026-06-30&unit=hill'))[0].local).toEqual([])
    expect((await lines('at=2026-12-31&unit=nowhere')).code).toBe('unit_out_of_reach')
  })

  it('are made so as a set, each file of which says by whose rules it is; that of the other rules is another set', async () => {
    const asked = { programme: 'dog-licence', unit: 'island', from: '2026-01-01', to: '2026-12-31', period: 'year', language: 'vi' }
    const begin = async (more: object) => (await province.send('POST', '/api/report-sets', { ...asked, ...more })).body
    const [national, local] = [await begin({}), await begin({ layer: 'local' })]
    expect(national.id).not.toBe(local.id)
    expect([national.layer, national.local, local.layer, local.local]).toMatchObject([undefined, [island], 'local', [island]])
    const textOf = async (id: string) => {
      const { content } = await vi.waitFor(async () => {
        const file = await province.send('GET', `/api/report-sets/${id}/file`)
        expect(file.status).toBe(200)
        return file
      }, { timeout: 60_000, interval: 100 })
      const archive = CFB.read(content, { type: 'buffer' })
      const pdf = archive.FullPaths.findIndex((path: string) => path.endsWith('.pdf'))
      return (await readPdf(Buffer.from(archive.FileIndex[pdf]?.content ?? []))).text
    }
    expect(await textOf(national.id)).toContain('Theo chuẩn quốc gia')
    expect(await textOf(local.id)).toContain('Theo quy định của địa phương: Quy định nuôi chó của đảo')
    expect((await province.send('GET', '/api/report-sets')).body.map(({ layer }: { layer?: string }) => layer ?? 'national').toSorted()).toEqual(['local', 'national'])
  })

  it('are counted nationally, whatever is asked, where no local rules are in force', async () => {
    const { body } = await province.send('GET', '/api/reports/dog-licence/licence_movements?unit=island&from=2026-01-01&to=2026-06-30&layer=local')
    expect([body.layer, body.local]).toEqual([undefined, []])
  })
})
