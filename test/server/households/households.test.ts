import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { decide, dogAnswers, fill } from '../../support/dog-households.ts'

onEachDatabase('The list of households', (kind) => {
  let running: RunningApp
  let officer: Client

  beforeAll(async () => {
    running = await startApp(kind)
    officer = await signInAs(running, 'harbour', 'harbour')
    await fill(officer, dogAnswers('Nguyễn Văn Á', 20, 'Đường Đê'))
    await decide(officer, dogAnswers('Đặng Thị Ước', 20, 'Phố 100%'))
    await decide(officer, dogAnswers('Trần Văn Bình', 5, 'Đường Đê'))
  })
  afterAll(() => running.close())

  const list = async (query: string) => (await officer.send('GET', `/api/households?programme=dog-licence&${query}`)).body
  const labels = async (query: string) => (await list(query)).items.map((item: { label: string }) => item.label)

  it('is searched without diacritics, with them, by name and by place', async () => {
    expect(await labels('search=nguyen van a')).toEqual(['Nguyễn Văn Á'])
    expect(await labels(`search=${encodeURIComponent('ĐẶNG ước')}`)).toEqual(['Đặng Thị Ước'])
    expect(await labels('search=duong de')).toEqual(['Nguyễn Văn Á', 'Trần Văn Bình'])
    expect(await labels('search=van')).toEqual(['Nguyễn Văn Á', 'Trần Văn Bình'])
    expect(await labels('search=khong co')).toEqual([])
  })

  it('takes the signs of a search as written', async () => {
    expect(await labels(`search=${encodeURIComponent('100%')}`)).toEqual(['Đặng Thị Ước'])
    expect(await labels(`search=${encodeURIComponent('_')}`)).toEqual([])
    expect(await labels(`search=${encodeURIComponent("' or 1=1")}`)).toEqual([])
  })

  it('shows the newest submission with its outcomes', async () => {
    const [item] = (await list('search=binh')).items
    expect(item).toMatchObject({
      label: 'Trần Văn Bình', place: 'Đường Đê', member_count: 2, synthetic: false,
      submission: { state: 'submitted', reference_date: '2026-12-01', outcomes: [{ id: 'licence', state: 'determined', value: 'refused', list: 'licence' }] },
    })
  })

  it('is filtered by state and paged, with the total of what was found', async () => {
    expect(await list('state=draft')).toMatchObject({ total: 1, items: [{ label: 'Nguyễn Văn Á' }] })
    expect((await list('state=submitted')).total).toBe(2)
    expect((await list('state=none')).total).toBe(0)
    expect((await list('')).items.length).toBe(3)
    const pages = [await list('limit=2'), await list('limit=2&offset=2')]
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([[3, 2], [3, 1]])
    expect((await officer.send('GET', '/api/households?programme=dog-licence&limit=1000')).status).toBe(400)
  })
})
