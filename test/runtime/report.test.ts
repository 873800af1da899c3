import { askReport, checkReport, lintRelease, makeSheet, readReport, sentenceOfBlock, sentenceOfColumn, leafColumns, type Figure, type FiguresOfRow, type LeafColumn, type ReportAsked, type ReportColumn, type ReportDocument } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'
import { dogsAndGardens, licenceMovements } from '../support/dog-reports.ts'

const releases = { 'dog-licence': dogReleases[1].release }
const asked: ReportAsked = { report: licenceMovements, byPlace: false, span: { from: '2026-01-01', to: '2026-12-31' }, common: dogCommon, releases }
const units = { below: ['harbour', 'hill'].map((id) => ({ id, name: { vi: id, en: id } })), above: new Map([['harbour', 'harbour'], ['hill', 'hill']]) }

/** Columns and what they come to in a unit. */
type Numbers = Readonly<Record<string, number>>

const rowsOf = (figures: readonly Figure[], block: string, unit: string, keys: FiguresOfRow['keys'], numbers: Numbers, opens: Numbers): FiguresOfRow =>
  ({ block, unit, keys, amounts: figures.map(({ column, part }) => ({ value: part === undefined ? (numbers[column] ?? 0) : (numbers['households'] ?? 0), open: opens[column] ?? 0 })) })

/** A sheet of what was counted in each unit, without any register, and of how many households each column could not be told there. */
const sheetOf = (counts: Readonly<Record<string, Numbers>>, opens: Numbers = {}) => {
  const counted = (['start', 'end'] as const).flatMap((at) => {
    const question = askReport(asked, at)
    if (!question) return []
    const rows = question.blocks.flatMap(({ block, figures, keys }) => Object.entries(counts).map(([unit, numbers]) => rowsOf(figures, block, unit, keys.map(() => 'field'), numbers, opens)))
    return [{ question, rows }]
  })
  return makeSheet({ ...asked, units, counted })
}

describe('The sheet of a report', () => {
  it('adds units up, computes formulas, and finds nothing where the check holds', async () => {
    const { rows } = await sheetOf({ harbour: { households: 10, granted_before: 4, lost: 1, gained: 2, granted_after: 5 }, hill: { households: 6, granted_before: 3, granted_after: 3 } })
    const [whole, , field, harbour, hill] = rows
    expect([whole?.title.vi, field?.title.vi, harbour?.title.vi, hill?.title.vi]).toEqual(['Toàn đảo', 'đồng', 'harbour', 'hill'])
    expect(whole?.cells).toMatchObject({ households: { value: 16 }, granted_after: { value: 8 }, share_after: { value: 0.5 } })
    expect(whole?.cells['granted_after']).not.toHaveProperty('expected')
    expect(whole?.parts).toEqual(rows.filter(({ level }) => level === 0).slice(1).map(({ id }) => id))
    expect(field?.parts).toEqual([harbour?.id, hill?.id])
  })

  it('shows both numbers at the cell where a check does not hold, in the row where it does not', async () => {
    const { rows } = await sheetOf({ harbour: { households: 10, granted_before: 4, lost: 1, gained: 2, granted_after: 6 }, hill: { households: 6, granted_before: 3, granted_after: 3 } })
    const told = rows.map(({ title, cells }) => [title.vi, cells['granted_after']?.value, cells['granted_after']?.expected?.value])
    expect(told).toEqual([['Toàn đảo', 9, 8], ['phố', 0, undefined], ['đồng', 9, 8], ['harbour', 6, 5], ['hill', 3, undefined]])
  })

  it('says of how many households it cannot be told what a check reads that does not hold: the difference may be theirs', async () => {
    const { rows } = await sheetOf({ harbour: { granted_before: 4, granted_after: 3 } }, { gained: 2, granted_after: 1 })
    const [whole] = rows
    expect(whole?.cells['granted_after']).toEqual({ value: 3, open: 1, expected: { value: 4, title: licenceMovements.checks?.[0]?.title, open: 2 } })
  })

  it('has no share of nothing', async () => {
    const { rows } = await sheetOf({})
    expect(rows[0]?.cells['share_before']).toEqual({ open: 0, among: 0 })
    expect(rows[0]?.cells['share_after']).toEqual({ open: 0 })
  })
})

describe('Checking a report', () => {
  const problems = (report: ReportDocument) => checkReport(dogCommon, report, releases, ['reports', 0]).map(({ code, path }) => `${code} ${path.join('/')}`)
  const withColumns = (...columns: readonly ReportColumn[]): ReportDocument => ({ ...dogsAndGardens, columns })
  const title = { vi: 'Cột', en: 'Column' }
  const count = (id: string, fact: string): ReportColumn => ({ kind: 'measure', id, title, measure: { count: 'households', where: { id: 'condition2', fact, operator: 'equal', value: true } } })

  it('finds nothing in sound ones', () => {
    expect([licenceMovements, dogsAndGardens].flatMap(problems)).toEqual([])
  })

  it.each<[string, ReportDocument, string[]]>([
    ['a question that is not there', withColumns(count('a', 'wings')), ['unknown_fact reports/0/columns/0/measure/where/fact']],
    ['an outcome that its programme does not have', withColumns(count('a', 'dog-licence.barks')), ['unknown_fact reports/0/columns/0/measure/where/fact']],
    ['a question of members asked of the household', withColumns(count('a', 'vaccinated')), ['member_read_of_household reports/0/columns/0/measure/where/fact']],
    ['a comparison with another type', withColumns(count('a', 'garden_area')), ['value_type reports/0/columns/0/measure/where/value']],
    ['a formula of a column that is not there', withColumns({ kind: 'formula', id: 'a', title, formula: { add: [{ fact: 'b' }, 1] } }), ['column_gone reports/0/columns/0/formula/add/0']],
    ['formulas in a circle', withColumns({ kind: 'formula', id: 'a', title, formula: { fact: 'b' } }, { kind: 'formula', id: 'b', title, formula: { fact: 'a' } }), ['cycle reports/0/columns/0/formula']],
    ['two columns of one name', withColumns(count('a', 'fenced'), count('a', 'fenced')), ['duplicate_id reports/0/columns/1']],
    ['rows without codes', { ...dogsAndGardens, rows: [{ kind: 'codes', id: 'by', fact: 'street' }] }, ['rows_without_codes reports/0/rows/0/fact']],
    ['a row of a code that the list does not have', { ...dogsAndGardens, rows: [{ kind: 'codes', id: 'by', fact: 'zone', codes: ['sea'] }] }, ['unknown_code reports/0/rows/0/codes/0']],
    ['a check of a column that is not there', { ...dogsAndGardens, checks: [{ id: 'checkcheck', title, column: 'nothing', equals: { fact: 'dogs' } }] }, ['column_gone reports/0/checks/0/column']],
    ['a check of a column that is not there any more', { ...dogsAndGardens, checks: [{ id: 'checkcheck', title, column: 'dogs', equals: { fact: 'nothing' } }] }, ['column_gone reports/0/checks/0/equals']],
    ['rows and columns of something nobody has chosen', { ...withColumns({ kind: 'value', id: 'a', title, fact: '' }), rows: [{ kind: 'codes', id: 'by', fact: '' }] }, ['nothing_chosen reports/0/rows/0/fact', 'nothing_chosen reports/0/columns/0/fact']],
    ['something not chosen beside a sum that is not written and a column that is gone', { ...withColumns(
      { kind: 'measure', id: 'a', title, measure: { sum: 'households', value: '' } }, { kind: 'formula', id: 'b', title, formula: '' }, { kind: 'formula', id: 'c', title, formula: { fact: 'gone' } },
    ), rows: [{ kind: 'codes', id: 'by', fact: '' }] }, ['nothing_chosen reports/0/rows/0/fact', 'no_number reports/0/columns/0/measure/value', 'column_gone reports/0/columns/2/formula', 'no_number reports/0/columns/1/formula']],
    ['a sum of something that is no number', withColumns({ kind: 'measure', id: 'a', title, measure: { sum: 'households', value: { fact: 'fenced' } } }), ['no_number reports/0/columns/0/measure/value']],
    ['a sum and a formula that are not written yet', withColumns({ kind: 'measure', id: 'a', title, measure: { sum: 'households', value: '' } }, { kind: 'formula', id: 'b', title, formula: '' }), ['no_number reports/0/columns/0/measure/value', 'no_number reports/0/columns/1/formula']],
  ])('names the place of %s', (_name, report, expected) => {
    expect(problems(report)).toEqual(expected)
  })
})

it('A column is told in a sentence, with what was decided and when it is counted', () => {
  const reading = readReport({ common: dogCommon, releases }, licenceMovements)
  const sentences = leafColumns(licenceMovements).map(({ column }) => sentenceOfColumn(reading, column)?.vi)
  expect(sentences).toEqual([
    'Số hộ, vào cuối kỳ',
    'Số hộ mà Giấy phép là cấp, vào đầu kỳ',
    'Tỷ lệ số hộ mà Giấy phép là cấp trong số hộ, vào đầu kỳ',
    'Số hộ mà Giấy phép đầu kỳ là cấp và (không phải Giấy phép là cấp) và Nơi ở tại đầu kia của kỳ là tại chính đơn vị này, vào cuối kỳ',
    'Số hộ mà Giấy phép là cấp và (không phải Giấy phép đầu kỳ là cấp) và Nơi ở tại đầu kia của kỳ là tại chính đơn vị này, vào cuối kỳ',
    'Số hộ mà Giấy phép là cấp và Nơi ở tại đầu kia của kỳ không phải là tại chính đơn vị này, vào cuối kỳ',
    'Số hộ mà Giấy phép là cấp và Nơi ở tại đầu kia của kỳ không phải là tại chính đơn vị này, vào đầu kỳ',
    'Số hộ mà Giấy phép là cấp, vào cuối kỳ',
    'Cuối kỳ chia cho tổng số hộ',
    undefined, undefined,
  ])
})

it('A condition of a report form in which nothing is written is found where it stands', () => {
  const title = { vi: 'Cột', en: 'Column' }
  const reports = [{ ...dogsAndGardens, columns: [{ kind: 'measure', id: 'a', title, measure: { count: 'households', where: { all: [] } } }] as const, logic: [{ kind: 'condition', id: 'own', title, conditions: { any: [] } }] as const }]
  const found = lintRelease(dogCommon, { ...dogReleases[1].release, reports }, {}).filter(({ code }) => code === 'empty_group')
  expect(found.map(({ path }) => path.join('/'))).toEqual(expect.arrayContaining(['reports/0/columns/0/measure/where', 'reports/0/logic/0/conditions']))
  expect(found[0]?.message.vi).toContain('Biểu báo cáo “')
})

it('What nobody has written yet is told as left open, not as a name that is empty', () => {
  const reading = readReport({ common: dogCommon, releases }, licenceMovements)
  const title = { vi: 'Cột', en: 'Column' }
  const columns: readonly LeafColumn[] = [
    { kind: 'measure', id: 'a', title, measure: { share: 'households', where: { all: [] } } },
    { kind: 'measure', id: 'b', title, measure: { sum: 'households', value: '' } },
    { kind: 'value', id: 'c', title, fact: '' },
    { kind: 'formula', id: 'd', title, formula: '' },
  ]
  expect(columns.map((column) => sentenceOfColumn(reading, column)?.vi)).toEqual(['Tỷ lệ số hộ mà … trong số hộ, vào cuối kỳ', 'Tổng … của các hộ, vào cuối kỳ', '… của hộ', undefined])
  expect(sentenceOfBlock(reading, { kind: 'codes', id: 'e', fact: '' }).vi).toBe('Từng giá trị của …')
})
