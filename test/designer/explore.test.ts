import { fileURLToPath } from 'node:url'
import { askReport, checkReport, countHousehold, evaluate, FigureSum, joinPeriods, leafColumns, makeSheet, momentAt, sensitiveInReport, type CommonDocument, type Release, type SheetRow } from '@tieuchi/runtime'
import { comparableResult } from '@tieuchi/runtime/plan'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chartsOf, mostPoints, mostSeries, picture } from '@tieuchi/designer/src/explore/pivot-chart.ts'
import { pivotDocument, thingTitle, valuesOf } from '@tieuchi/designer/src/explore/pivot-document.ts'
import { codedThings, columnThings, rowThings, thingsOf, usualOf, type Things } from '@tieuchi/designer/src/explore/pivot-things.ts'
import { byNothing, byYears, pivotOf, readPivotSearch, writePicked, writeWhere, type Picked, type Pivot } from '@tieuchi/designer/src/explore/pivot.ts'
import { assembledPacks } from '../support/assembled-packs.ts'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'

const dogs: readonly [string, CommonDocument, Release] = ['dogs', dogCommon, dogReleases[1].release]
const packs = assembledPacks(readPacks(fileURLToPath(new URL('../../rulesets', import.meta.url))))
const subjects = [dogs, ...packs.filter(({ release }) => release.programme === 'poverty').map(({ assembly, release }): readonly [string, CommonDocument, Release] => [release.title.vi, assembly.common, release])]

const at = '2026-12-31'

/** Any table of what there is. */
const anyPivot = (things: Things): fc.Arbitrary<Pivot> =>
  fc.constantFrom('households' as const, 'members' as const).chain((counted) => {
    const picked = fc.constantFrom(...codedThings(things, counted)).chain(({ id, codes }) => fc.subarray(codes.map(({ code }) => code), { minLength: 1 }).map((some): Picked => ({ thing: id, codes: some.slice(0, 3) })))
    const values = valuesOf(things, counted).map(({ fact }) => fact)
    return fc.record({
      rows: fc.constantFrom(...rowThings(things, counted).map(({ id }) => id)),
      columns: fc.constantFrom(byNothing, byYears, ...columnThings(things, counted).map(({ id }) => id)),
      counted: fc.constant(counted),
      measure: fc.constantFrom('count' as const, 'share' as const, ...(values.length > 0 ? ['sum' as const] : [])),
      value: values.length > 0 ? fc.constantFrom(...values) : fc.constant(undefined),
      part: picked,
      where: fc.array(picked, { maxLength: 3 }),
    })
  })

const named = (things: Things, pivot: Partial<Pivot>): Pivot => ({ ...pivotOf({}, usualOf(things)), ...pivot })
const dogThings = thingsOf(dogCommon, dogReleases[1].release, at)

describe('What is picked', () => {
  it.each(subjects)('is always a report form that can be counted, and reads nothing sensitive: %s', (_name, common, release) => {
    const things = thingsOf(common, release, at)
    fc.assert(fc.property(anyPivot(things), (pivot) => {
      const document = pivotDocument(pivot, things)
      expect(document && validateDocument('report', document)).toEqual([])
      if (!document) throw new Error('There is no table')
      expect(checkReport(common, document, { [release.programme]: release })).toEqual([])
      expect(sensitiveInReport(common, document)).toEqual([])
      expect(pivotDocument(pivot, things)).toEqual(document)
    }), { numRuns: 60 })
  })

  it('stands in the address, and is the same read from there', () => {
    fc.assert(fc.property(anyPivot(dogThings), (pivot) => {
      const { part, where, ...rest } = pivot
      const search = { ...rest, part: part && writePicked(part), where: writeWhere(where) }
      expect(pivotOf(readPivotSearch(search), usualOf(dogThings))).toEqual(pivot)
    }))
    expect(readPivotSearch({ columns: 7, counted: 'cats', years: 99, chart: 'pie', where: '' })).toEqual({ ...readPivotSearch({}), columns: '7' })
  })

  it('is nothing yet while something is missing or not there', () => {
    expect(pivotDocument(named(dogThings, { measure: 'sum' }), dogThings)).toBeUndefined()
    expect(pivotDocument(named(dogThings, { measure: 'share', columns: byYears }), dogThings)).toBeUndefined()
    expect(pivotDocument(named(dogThings, { rows: 'own.vaccinated' }), dogThings)).toBeUndefined()
    expect(pivotDocument(named(dogThings, { rows: 'nothing' }), dogThings)).toBeUndefined()
    expect(pivotDocument(named(dogThings, { where: [{ thing: 'nothing', codes: ['x'] }] }), dogThings)).toBeUndefined()
  })

  it('begins with units by the first result of the programme that has a list', () => {
    const [, common, release] = subjects.find(([name]) => name.includes('2026')) ?? dogs
    expect(usualOf(thingsOf(common, release, at))).toEqual({ rows: 'units', columns: 'result.class' })
    expect(usualOf(dogThings)).toEqual({ rows: 'units', columns: 'result.licence' })
  })

  it('offers answers of the head where a question is of members, and of each person where persons are counted', () => {
    const [, common, release] = subjects.find(([name]) => name.includes('2026')) ?? dogs
    const things = thingsOf(common, release, at)
    const ids = (counted: Pivot['counted']) => rowThings(things, counted).map(({ id }) => id)
    expect(ids('households')).toEqual(expect.arrayContaining(['units', 'place.area_type', 'result.class', 'result.deprived_indicators', 'head.ethnicity', 'head.sex', 'household.water_source']))
    expect(ids('households')).not.toContain('own.sex')
    expect(ids('members')).toEqual(expect.arrayContaining(['own.sex', 'own.health_insurance', 'head.sex']))
    for (const sensitive of ['own.hiv', 'own.disability_level', 'head.disability_level']) expect(ids('members')).not.toContain(sensitive)
    expect(columnThings(things, 'households').map(({ id }) => id)).not.toContain('head.ethnicity')
    expect(thingTitle(things.things.find(({ id }) => id === 'head.sex') ?? dogThings.things[0] ?? { id: '', kind: 'units', title: { vi: '', en: '' }, fact: '', codes: [], many: false, truth: false }).vi).toMatch(/ của chủ hộ$/)
  })
})

const rowOf = (index: number, cells: SheetRow['cells'], block = 'rows'): SheetRow => ({ id: `${block}:${index}`, level: 0, title: { vi: `Dòng ${index}`, en: `Row ${index}` }, block, keys: [], parts: [], cells })

describe('A picture', () => {
  const pivot = named(dogThings, {})
  const document = pivotDocument(pivot, dogThings)
  if (!document) throw new Error('There is no table')
  const codes = leafColumns(document).map(({ column }) => column.id).filter((id) => id !== 'whole')
  const rows = [rowOf(0, Object.fromEntries(codes.map((id) => [id, { value: 900, open: 0 }])), 'total'), ...Array.from({ length: 40 }, (_row, index) => rowOf(index, Object.fromEntries(codes.map((id, at_) => [id, { value: index * 10 + at_, open: index === 3 ? 2 : 0 }]))))]

  it('has the figures of the table but the row and column of everything, and nothing that is not known', () => {
    const drawn = picture(pivot, dogThings, { document, rows: rows.slice(0, 5) }, 'stacked')
    expect(drawn?.series.map(({ id }) => id)).toEqual(codes)
    expect(drawn?.points.map(({ title, values }) => [title.vi, values[codes[0] ?? '']])).toEqual([['Dòng 0', 0], ['Dòng 1', 10], ['Dòng 2', 20], ['Dòng 3', 30]])
    expect(drawn).toMatchObject({ open: true, left: { series: 0, points: 0 } })
    expect(picture(pivot, dogThings, { document, rows: rows.slice(0, 4) }, 'stacked')?.open).toBe(false)
  })

  it('draws the largest where there are too many, in the order of the table, and says how many are left out', () => {
    const drawn = picture(pivot, dogThings, { document, rows }, 'bars')
    expect(drawn?.points).toHaveLength(mostPoints)
    expect(drawn?.points.map(({ id }) => id)).toEqual(rows.slice(11).map(({ id }) => id))
    expect(drawn?.left).toEqual({ series: 0, points: 10 })
  })

  it('of years has a line for each row, eight at the most, and a point for each year', () => {
    const ofYears = named(dogThings, { columns: byYears })
    const single = pivotDocument(ofYears, dogThings)
    if (!single) throw new Error('There is no table')
    const periods = [2024, 2025, 2026].map((year) => ({ from: `${year}-01-01`, to: `${year}-12-31`, document: single, rows: rows.map((row) => ({ ...row, cells: { figure: { value: year, open: 0 } } })) }))
    const joined = joinPeriods(periods)
    if (!joined) throw new Error('There is no table')
    const drawn = picture(ofYears, dogThings, joined, 'lines')
    expect(drawn?.points.map(({ title, values }) => [title.vi, Object.keys(values).length])).toEqual([['2024', mostSeries], ['2025', mostSeries], ['2026', mostSeries]])
    expect(new Set(drawn?.series.map(({ color }) => color)).size).toBe(mostSeries)
    expect(drawn?.left).toEqual({ series: 32, points: 0 })
    expect(chartsOf(ofYears, dogThings)).toEqual(['lines', 'bars'])
  })

  it('stacks only what each has one of', () => {
    expect(chartsOf(pivot, dogThings)).toEqual(['stacked', 'bars'])
    expect(chartsOf({ ...pivot, measure: 'share' }, dogThings)).toEqual(['bars'])
    const [, common, release] = subjects.find(([name]) => name.includes('2026')) ?? dogs
    expect(chartsOf({ ...pivot, columns: 'result.deprived_indicators' }, thingsOf(common, release, at))).toEqual(['bars'])
  })
})

describe('Periods side by side', () => {
  const document = pivotDocument(named(dogThings, { columns: byNothing }), dogThings)
  if (!document) throw new Error('There is no table')
  const sheet = (year: number, rows: readonly SheetRow[]) => ({ from: `${year}-01-01`, to: `${year}-12-31`, document, rows })
  const figure = (value: number) => ({ figure: { value, open: 0 } })

  it('have the rows of all of them; a unit that was not there has no figure, a code nobody had has none', () => {
    const joined = joinPeriods([sheet(2025, [rowOf(1, figure(5)), rowOf(3, figure(1))]), sheet(2026, [rowOf(1, figure(7)), { ...rowOf(2, figure(9)), unit: 'new' }])])
    expect(joined?.rows.map(({ id, cells }) => [id, cells['period_0_figure'], cells['period_1_figure']])).toEqual([
      ['rows:1', { value: 5, open: 0 }, { value: 7, open: 0 }], ['rows:2', { open: 0 }, { value: 9, open: 0 }], ['rows:3', { value: 1, open: 0 }, { value: 0, open: 0 }],
    ])
    expect(leafColumns(joined?.document ?? document).map(({ column }) => column.title.vi)).toEqual(['2025', '2026'])
    expect(joined?.origins.get('period_0_figure')).toEqual({ period: 0, column: 'figure' })
  })

  it('of one period are that one', () => {
    const rows = [rowOf(1, figure(5))]
    expect(joinPeriods([sheet(2025, rows)])).toMatchObject({ document, rows })
    expect(joinPeriods([])).toBeUndefined()
  })
})

describe('A table that was picked, counted on three households', () => {
  const [, common, release] = subjects.find(([name]) => name.includes('2026')) ?? dogs
  const things = thingsOf(common, release, at)
  const person = (id: string, relation: string, sex: string, insured: boolean | undefined) => ({ id, relation_to_head: relation, sex, ...(insured !== undefined && { health_insurance: insured }) })
  const households = [
    { household: { water_source: 'tap', floor_area: 40 }, members: [person('a', 'head', 'female', true), person('b', 'spouse', 'male', false)] },
    { household: { water_source: 'river', floor_area: 60 }, members: [person('c', 'head', 'male', true), person('d', 'child', 'female', undefined)] },
    { household: { floor_area: 20 }, members: [person('e', 'head', 'female', false)] },
  ]
  const codeOf = (id: string, index: number): string => things.things.find((thing) => thing.id === id)?.codes[index]?.code ?? ''
  const water = [codeOf('household.water_source', 0), codeOf('household.water_source', 1)]

  const count = async (pivot: Partial<Pivot>): Promise<Readonly<Record<string, Readonly<Record<string, string>>>>> => {
    const report = pivotDocument(named(things, pivot), things)
    if (!report) throw new Error('There is no table')
    const asked = { report, span: { from: '2026-01-01', to: at }, byPlace: false, common, releases: { [release.programme]: release } }
    const question = askReport(asked, 'end')
    if (!question) throw new Error('Nothing is asked')
    const sum = new FigureSum()
    for (const { household, members } of households) {
      const input = { household: { ...household, ...('water_source' in household && { water_source: household.water_source === 'tap' ? water[0] ?? '' : water[1] ?? '' }) }, members }
      const { result } = await evaluate(question.assembly, { input, moment: momentAt(at) })
      for (const row of countHousehold(question, comparableResult(result), 'unit')) sum.add(row)
    }
    const { rows } = await makeSheet({ ...asked, units: { below: [], above: new Map() }, counted: [{ question, rows: sum.rows() }] })
    const titles = leafColumns(report).map(({ column }) => [column.id, column.title.vi] as const)
    return Object.fromEntries(rows.map(({ title, cells }) => [title.vi, Object.fromEntries(titles.map(([id, column]) => [column, `${cells[id]?.value ?? '–'}${(cells[id]?.open ?? 0) > 0 ? ` ?${cells[id]?.open}` : ''}`]))]))
  }

  it('tells households by the head, whoever else is of that sex', async () => {
    expect(await count({ rows: 'head.sex', columns: byNothing })).toMatchObject({ 'Tổng số': { 'Số hộ': '3' }, 'Nam': { 'Số hộ': '1' }, 'Nữ': { 'Số hộ': '2' } })
    expect((await count({ rows: 'household.water_source', columns: 'head.sex' }))['Tổng số']).toEqual({ 'Tổng số': '3', 'Nam': '1', 'Nữ': '2' })
  })

  it('tells persons by their own answers, and by those of their head', async () => {
    // Of the second household it cannot be told how many are insured, so it stands beside the figure as a whole.
    expect(await count({ counted: 'members', rows: 'own.health_insurance', columns: 'own.sex' })).toMatchObject({
      'Tổng số': { 'Tổng số': '5', 'Nam': '2', 'Nữ': '3' }, 'Có': { 'Tổng số': '1 ?1', 'Nam': '1', 'Nữ': '1 ?1' }, 'Không': { 'Tổng số': '2 ?1', 'Nam': '1', 'Nữ': '1 ?1' },
    })
    expect((await count({ counted: 'members', rows: 'own.sex', columns: 'head.sex' }))['Nữ']).toEqual({ 'Tổng số': '3', 'Nam': '1', 'Nữ': '2' })
  })

  it('counts of whom all filters hold, any code of each; who did not answer stands beside', async () => {
    const where = [{ thing: 'household.water_source', codes: water }, { thing: 'head.sex', codes: ['female'] }]
    expect((await count({ rows: 'head.sex', columns: byNothing, where }))['Tổng số']).toEqual({ 'Số hộ': '1 ?1' })
  })

  it('tells shares among whom the filters hold, and sums of those', async () => {
    const women = [{ thing: 'head.sex', codes: ['female'] }]
    expect((await count({ measure: 'share', rows: 'head.sex', columns: byYears, part: { thing: 'household.water_source', codes: water.slice(0, 1) }, where: women }))['Tổng số']).toEqual({ 'Tỷ lệ hộ': '0.5 ?1' })
    expect((await count({ counted: 'members', measure: 'share', rows: 'own.sex', columns: 'own.health_insurance' }))['Nam']).toEqual({ 'Tổng số': '2', 'Có': '0.5', 'Không': '0.5' })
    expect((await count({ measure: 'sum', value: 'floor_area', rows: 'head.sex', columns: byNothing, where: women }))['Tổng số']).toEqual({ [things.values.find(({ fact }) => fact === 'floor_area')?.title.vi ?? '']: '60' })
  })
})
