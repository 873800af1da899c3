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
    expect(await labels('search=van')).toEqual(['Nguyễn Văn Á', 'Trần Văn Bình', 'Đặng Thị Ước'])
    expect(await labels('search=khong co')).toEqual([])
  })

  it('puts the head’s name before the rest, and beginnings of words before what stands within them', async () => {
    const elsewhere = await signInAs(running, 'hill', 'hill')
    await fill(elsewhere, dogAnswers('Phan Thị Mai', 20, 'An Bình'))
    await fill(elsewhere, dogAnswers('Hoàng Văn An', 20, 'Xuân Lan'))
    await fill(elsewhere, dogAnswers('Bùi Thị Lan', 20, 'Xuân Lan'))
    const found = async (search: string) => (await elsewhere.send('GET', `/api/households?programme=dog-licence&search=${search}`)).body.items.map((item: { label: string }) => item.label)
    expect(await found('an')).toEqual(['Hoàng Văn An', 'Phan Thị Mai', 'Bùi Thị Lan'])
    expect(await found('lan')).toEqual(['Bùi Thị Lan', 'Hoàng Văn An'])
  })

  it('finds a household by any member and by the whole of a personal number', async () => {
    const hill = await signInAs(running, 'hilltop', 'hill')
    const { household, members } = dogAnswers('Cao Văn Tìm', 20)
    await fill(hill, { household, members: [...members, { id: 'sister', call_name: 'Cao Thị Út', owner_number: '030184000123' }] })
    const found = async (search: string) => (await hill.send('GET', `/api/households?programme=dog-licence&search=${search}`)).body.items.map((item: { label: string }) => item.label)
    expect(await found('thi ut')).toEqual(['Cao Văn Tìm'])
    expect(await found('030184000123')).toEqual(['Cao Văn Tìm'])
    expect(await found('03018400012')).toEqual([])
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

  it('keeps showing the result sent last while a newer draft is open, and finds the household by either', async () => {
    const { household, id } = await decide(officer, dogAnswers('Lý Thị Nháp', 20))
    const draft = await fill(officer, dogAnswers('Lý Thị Nháp', 5), { household, date: '2027-02-01' })
    const [item] = (await list('search=ly thi nhap')).items
    expect(item.submission).toMatchObject({ id: draft.id, state: 'draft', reference_date: '2027-02-01', outcomes: [] })
    expect(item.decided).toEqual({ id, reference_date: '2026-12-01', updated_at: '2026-12-01T02:00:00.000Z', outcomes: [{ id: 'licence', state: 'determined', value: 'granted', list: 'licence' }] })
    for (const state of ['draft', 'submitted']) expect(await labels(`search=ly thi nhap&state=${state}`)).toEqual(['Lý Thị Nháp'])
    expect(await labels('search=ly thi nhap&state=none')).toEqual([])
    expect(await officer.send('DELETE', `/api/submissions/${draft.id}`)).toMatchObject({ status: 204 })
    expect((await list('search=ly thi nhap')).items[0]).toMatchObject({ submission: { id, state: 'submitted' }, decided: { id } })
    expect(await labels('search=ly thi nhap&state=draft')).toEqual([])
  })

  it('is filtered by state and paged, with the total of what was found', async () => {
    expect(await list('state=draft')).toMatchObject({ total: 1, items: [{ label: 'Nguyễn Văn Á' }] })
    expect((await list('state=submitted')).total).toBe(3)
    expect((await list('state=none')).total).toBe(0)
    expect((await list('')).items.length).toBe(4)
    const pages = [await list('limit=2'), await list('limit=2&offset=2')]
    expect(pages.map(({ total, items }) => [total, items.length])).toEqual([[4, 2], [4, 2]])
    expect((await officer.send('GET', '/api/households?programme=dog-licence&limit=1000')).status).toBe(400)
  })

  it('is sorted by name, the given name first, and by place, its numbers counted', async () => {
    const places = { Chi: 'Thôn 10', An: 'Thôn 2', Bình: 'Thôn 1' } as const
    const hill = await signInAs(running, 'sorted', 'hill')
    for (const [name, place] of Object.entries(places)) await fill(hill, dogAnswers(`Đỗ Thị ${name}`, 20, place))
    const sorted = async (sort: string) => (await hill.send('GET', `/api/households?programme=dog-licence&search=do thi&sort=${sort}`)).body.items.map((item: { label: string }) => item.label.split(' ').at(-1))
    expect(await sorted('name')).toEqual(['An', 'Bình', 'Chi'])
    expect(await sorted('-name')).toEqual(['Chi', 'Bình', 'An'])
    expect(await sorted('place')).toEqual(['Bình', 'An', 'Chi'])
    expect(await sorted('-place')).toEqual(['Chi', 'An', 'Bình'])
    await fill(hill, { household: {}, members: [{ id: 'nobody', call_name: '' }] })
    const all = async (sort: string) => (await hill.send('GET', `/api/households?programme=dog-licence${sort}`)).body.items.at(-1).label
    for (const sort of ['', '&sort=name', '&sort=-name', '&sort=place', '&sort=-place']) expect(await all(sort)).toBe('')
    expect((await hill.send('GET', '/api/households?programme=dog-licence&sort=colour')).status).toBe(400)
  })

  it('is sorted by members, reference date, change and result, with what is not known last either way', async () => {
    const { household, members } = dogAnswers('Mạc Thị Bốn', 20)
    const four = await fill(officer, { household, members: [...members, { id: 'a' }, { id: 'b' }] })
    expect(await labels('sort=-members&limit=1')).toEqual(['Mạc Thị Bốn'])
    const last = (await labels('sort=members')).at(-1)
    expect(last).toBe('Mạc Thị Bốn')
    for (const sort of ['result', '-result']) expect(new Set((await labels(`sort=${sort}`)).slice(-2))).toEqual(new Set(['Nguyễn Văn Á', 'Mạc Thị Bốn']))
    expect((await labels('sort=result')).at(-3)).toBe('Trần Văn Bình')
    expect((await labels('sort=-result'))[0]).toBe('Trần Văn Bình')
    for (const sort of ['date', '-date', 'changed', '-changed']) expect((await list(`sort=${sort}`)).items.length).toBe(5)
    expect(await officer.send('DELETE', `/api/submissions/${four.id}`)).toMatchObject({ status: 204 })
  })

  it('is narrowed to a result and a place, and says what there is to narrow to', async () => {
    expect(await labels('result=refused')).toEqual(['Trần Văn Bình'])
    expect(await labels('result=granted&sort=name')).toEqual(['Lý Thị Nháp', 'Đặng Thị Ước'])
    expect(await labels(`place=${encodeURIComponent('Đường Đê')}`)).toEqual(['Nguyễn Văn Á', 'Trần Văn Bình'])
    const { body } = await officer.send('GET', '/api/households/facets?programme=dog-licence')
    expect(body.units).toEqual([])
    expect(body.places).toEqual([{ place: 'Đường Biển', count: 1 }, { place: 'Đường Đê', count: 2 }, { place: 'Phố 100%', count: 1 }])
    expect(body.results).toEqual([{ result: 'granted', list: 'licence', count: 2 }, { result: 'refused', list: 'licence', count: 1 }])
    const island = await signInAs(running, 'whole', 'island', 'administrator')
    const wide = (await island.send('GET', '/api/households/facets?programme=dog-licence')).body
    expect(wide).toMatchObject({ units: [{ id: 'harbour', name: 'Xã Bến Cảng', count: 4 }, { id: 'hill', name: 'Xã Trên Đồi' }], places: [] })
    expect((await island.send('GET', '/api/households/facets?programme=dog-licence&unit=harbour')).body.places).toEqual(body.places)
    expect((await island.send('GET', '/api/households?programme=dog-licence&unit=harbour')).body).toMatchObject({ total: 4, items: [{ unit: { id: 'harbour', name: 'Xã Bến Cảng' } }, {}, {}, {}] })
    expect((await officer.send('GET', '/api/households?programme=dog-licence&unit=hill')).body.total).toBe(0)
  })

  it('counts only where it is asked to', async () => {
    expect((await list('limit=2&offset=2&counted=false')).total).toBeUndefined()
    expect((await list('search=van&offset=900')).total).toBe((await list('search=van')).total)
  })

  it('keeps result and name of the newest reference date when a review for an earlier day is sent later, and says that one was', async () => {
    const { household, id } = await decide(officer, dogAnswers('Tạ Văn Sau', 20), { date: '2027-02-01' })
    const late = await decide(officer, dogAnswers('Tạ Văn Trước', 5), { household, date: '2026-06-01' })
    const [item] = (await list('search=ta van')).items
    expect(item).toMatchObject({ label: 'Tạ Văn Sau', decided: { id, reference_date: '2027-02-01' }, sent_since: { id: late.id, reference_date: '2026-06-01' } })
    const again = await decide(officer, dogAnswers('Tạ Văn Nay', 40), { household, date: '2027-02-01' })
    const [corrected] = (await list('search=ta van')).items
    expect(corrected).toMatchObject({ label: 'Tạ Văn Nay', decided: { id: again.id, outcomes: [{ value: 'granted' }] } })
    expect(corrected.sent_since).toBeUndefined()
  })
})
