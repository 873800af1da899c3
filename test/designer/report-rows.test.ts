import { codeBefore, withCode } from '@tieuchi/designer/src/report-designer/code-rows.ts'
import { drawnRows } from '@tieuchi/designer/src/report-designer/drawn-rows.ts'
import { readReport, type ReportDocument, type SheetRow } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'
import { dogsAndGardens } from '../support/dog-reports.ts'

const title = { vi: 'Dòng', en: 'Row' }
const report: ReportDocument = {
  ...dogsAndGardens,
  rows: [{ kind: 'total', id: 'all', title }, { kind: 'codes', id: 'zones', fact: 'zone', rows: [{ kind: 'units', id: 'units' }] }, { kind: 'households', id: 'names' }],
}
const reading = readReport({ common: dogCommon, releases: { 'dog-licence': dogReleases[1].release } }, report)
const row = (id: string, block: string, level = 0): SheetRow => ({ id, block, title, level, keys: [], parts: [], cells: {} })
const counted = [row('all', 'all'), row('hill', 'zones'), row('hill/1', 'units', 1), row('hill/2', 'units', 1), row('plain', 'zones'), row('plain/1', 'units', 1)]

describe('Rows of a form that is designed', () => {
  it('stand as they are printed: those within others under each of them', () => {
    const drawn = drawnRows(report, reading, [...counted, row('an', 'names')])
    expect(drawn.map(({ key }) => key)).toEqual(['all', 'hill', 'hill/1', 'hill/2', 'plain', 'plain/1', 'an'])
    expect(drawn.filter(({ first }) => first).map(({ key }) => key)).toEqual(['all', 'hill', 'hill/1', 'an'])
  })

  it('follow the form at once where it was moved, and show with its name what was not counted yet', () => {
    const [all, zones, names] = report.rows
    if (!all || !zones || !names) throw new Error('three blocks')
    expect(drawnRows({ ...report, rows: [zones, names, all] }, reading, counted).map(({ key }) => key)).toEqual(['hill', 'hill/1', 'hill/2', 'plain', 'plain/1', 'names', 'all'])
    expect(drawnRows(report, reading, counted.filter(({ block }) => block !== 'units')).map(({ key }) => key)).toEqual(['all', 'hill', 'plain', 'units', 'names'])
  })
})

describe('Codes that have a row', () => {
  const list = ['rural', 'urban', 'island']

  it('keep the order they were put in when one more or one less has a row', () => {
    expect(codeBefore(list, list, 'urban')).toEqual(['urban', 'rural', 'island'])
    expect(withCode(list, ['urban', 'rural'], 'island', true)).toEqual(['urban', 'rural', 'island'])
    expect(withCode(list, ['urban', 'rural', 'island'], 'island', false)).toEqual(['urban', 'rural'])
  })

  it('are not written where all have one in the order of the list; the last one stays', () => {
    expect(codeBefore(list, ['urban', 'rural', 'island'], 'rural')).toBeUndefined()
    expect(withCode(list, ['rural', 'island'], 'urban', true)).toBeUndefined()
    expect(withCode(list, ['urban'], 'urban', false)).toEqual(['urban'])
  })
})
