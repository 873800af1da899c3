import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('The list of submissions', (kind) => {
  let running: RunningApp
  let officer: Client
  let colleague: Client
  let now = new Date('2026-12-01T02:00:00Z')

  /** Each change at a minute of its own. */
  const later = async <T>(work: () => Promise<T>): Promise<T> => {
    now = new Date(now.getTime() + 60_000)
    return work()
  }

  beforeAll(async () => {
    running = await startApp(kind, { clock: () => now })
    officer = await signInAs(running, 'harbour', 'harbour')
    colleague = await signInAs(running, 'colleague', 'harbour')
    const { household } = await later(() => decide(officer, dogAnswers('Nguyễn Văn Á', 40, 'Đường Đê'), { date: '2027-02-01' }))
    await later(() => decide(officer, dogAnswers('Nguyễn Văn Á', 5, 'Đường Đê'), { household, date: '2026-06-01' }))
    await later(() => decide(colleague, dogAnswers('Trần Thị Bình', 5)))
    await later(() => fill(colleague, dogAnswers('Đặng Văn Nháp', 20)))
  })
  afterAll(() => running.close())

  const list = async (query: string, client = officer) => (await client.send('GET', `/api/submissions?${query}`)).body
  const labels = async (query: string) => (await list(query)).items.map((item: { label: string; reference_date: string }) => `${item.label} ${item.reference_date}`)

  it('shows drafts and sent ones with who changed them last, the newest change first', async () => {
    const { total, items } = await list('')
    expect(total).toBe(4)
    expect(items[0]).toMatchObject({ label: 'Đặng Văn Nháp', state: 'draft', outcomes: [], belated: false, programme: 'dog-licence', unit: { id: 'harbour', name: 'Xã Bến Cảng' }, changed_by: { id: colleague.id, name: 'Cán bộ colleague' } })
    expect(items[0].standing).toBeUndefined()
    expect(items[1]).toMatchObject({ label: 'Trần Thị Bình', state: 'submitted', standing: 'current', outcomes: [{ list: 'licence', value: 'refused' }], place: 'Đường Biển', changed_at: '2026-12-01T02:03:00.000Z' })
  })

  it('says of one sent later for an earlier day that it is not the present result, and of a corrected one that it was corrected', async () => {
    expect((await list('search=nguyen van a&sort=date')).items).toMatchObject([
      { reference_date: '2026-06-01', standing: 'earlier', belated: true, outcomes: [{ value: 'refused' }] },
      { reference_date: '2027-02-01', standing: 'current', belated: false, outcomes: [{ value: 'granted' }] },
    ])
    const { household } = (await list('search=nguyen van a')).items[0]
    await later(() => decide(officer, dogAnswers('Nguyễn Văn Á', 5, 'Đường Đê'), { household, date: '2027-02-01' }))
    const items: readonly { readonly standing: string; readonly belated: boolean }[] = (await list('search=nguyen van a&sort=-changed')).items
    expect(items.map(({ standing }) => standing)).toEqual(['current', 'earlier', 'replaced'])
    expect(items.map(({ belated }) => belated)).toEqual([false, true, false])
  })

  it('is narrowed by words, state, result, programme and whose they are', async () => {
    expect(await labels('search=tran binh')).toEqual(['Trần Thị Bình 2026-12-01'])
    expect(await labels('search=duong de&sort=date')).toEqual(['Nguyễn Văn Á 2026-06-01', 'Nguyễn Văn Á 2027-02-01', 'Nguyễn Văn Á 2027-02-01'])
    expect(await labels('search=100%25')).toEqual([])
    expect(await labels('state=draft')).toEqual(['Đặng Văn Nháp 2026-12-01'])
    expect(await labels('result=granted')).toEqual(['Nguyễn Văn Á 2027-02-01'])
    expect((await list('programme=other')).total).toBe(0)
    expect((await list('mine=true')).total).toBe(3)
    expect((await list('mine=true', colleague)).total).toBe(2)
    expect((await officer.send('GET', '/api/submissions/facets')).body.results).toEqual([{ result: 'granted', list: 'licence', count: 1 }, { result: 'refused', list: 'licence', count: 3 }])
  })

  it('is sorted by every column, both ways, and read in windows', async () => {
    expect((await labels('sort=name'))[0]).toBe('Nguyễn Văn Á 2027-02-01')
    expect((await labels('sort=-name'))[0]).toBe('Đặng Văn Nháp 2026-12-01')
    expect((await labels('sort=result')).at(-1)).toBe('Đặng Văn Nháp 2026-12-01')
    expect((await labels('sort=result'))[0]).toBe('Nguyễn Văn Á 2027-02-01')
    expect((await labels('sort=-result')).at(-1)).toBe('Đặng Văn Nháp 2026-12-01')
    expect((await labels('sort=date'))[0]).toBe('Nguyễn Văn Á 2026-06-01')
    expect((await labels('sort=state'))[0]).toBe('Đặng Văn Nháp 2026-12-01')
    for (const sort of ['programme', '-programme', 'changed', '-changed', '-state', '-date']) expect((await list(`sort=${sort}`)).items.length).toBe(5)
    const windows = [await list('limit=3'), await list('limit=3&offset=3&counted=false')]
    expect(windows.map(({ total, items }) => [total, items.length])).toEqual([[5, 3], [undefined, 2]])
  })

  it('shows nothing of another commune, all of it to the province, and nothing to who is not signed in', async () => {
    const hill = await signInAs(running, 'hill', 'hill')
    const island = await signInAs(running, 'island', 'island', 'viewer')
    expect(await list('', hill)).toEqual({ total: 0, items: [] })
    expect((await hill.send('GET', '/api/submissions/facets')).body.results).toEqual([])
    expect((await list('', island)).total).toBe(5)
    expect((await list('unit=hill', island)).total).toBe(0)
    expect((await running.app.inject({ method: 'GET', url: '/api/submissions' })).statusCode).toBe(401)
  })
})
