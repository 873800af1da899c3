import { columnKinds, kindOfColumn, newColumn, withKind } from '@tieuchi/designer/src/report-designer/column-kinds.ts'
import { columnsOfText, copyColumns, freshColumns } from '@tieuchi/designer/src/report-designer/copied-columns.ts'
import { reportIssues } from '@tieuchi/designer/src/report-designer/report-issues.ts'
import { keptSelection, onlyColumn, selectedSpot, wholeReport } from '@tieuchi/designer/src/report-designer/report-selection.ts'
import { stepTo } from '@tieuchi/designer/src/report-designer/report-steps.ts'
import { allColumns } from '@tieuchi/designer/src/editor-store/commands/report-columns.ts'
import { checkReport, columnTitles, leafColumns, type Issue, type LeafColumn, type ReportColumn } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogReleases } from '../support/dog-licences.ts'
import { dogsAndGardens, licenceMovements } from '../support/dog-reports.ts'

const text = (words: string) => ({ vi: words, en: words })
const outline = (columns: readonly ReportColumn[]): readonly string[] => allColumns(columns).map(({ column, within }) => `${'> '.repeat(within.length)}${column.title.vi}`)

describe('The keys in a report form', () => {
  const go = (...keys: readonly string[]): string | undefined => {
    let selection = wholeReport
    for (const key of keys) {
      const spot = stepTo(licenceMovements, selection, key)
      if (!spot) return undefined
      selection = selectedSpot(licenceMovements, selection, spot)
    }
    return selection.kind === 'columns' ? selection.lead : selection.kind === 'block' ? selection.id : undefined
  }

  it('go through the head as it is drawn, down into the rows and back', () => {
    expect(go('ArrowRight')).toBe('households')
    expect(go('Home', 'ArrowRight')).toBe('at_start')
    expect(go('Home', 'ArrowRight', 'ArrowDown')).toBe('granted_before')
    expect(go('Home', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowRight')).toBe('lost')
    expect(go('Home', 'ArrowRight', 'ArrowDown', 'ArrowRight', 'ArrowUp')).toBe('at_start')
    expect(go('End')).toBe('remarks')
    expect(go('Home', 'ArrowDown')).toBe('all_rows')
    expect(go('Home', 'ArrowDown', 'ArrowDown', 'ArrowDown')).toBe('units_of_zone')
    expect(go('Home', 'ArrowDown', 'ArrowUp')).toBe('households')
    expect(go('Home', 'ArrowLeft')).toBeUndefined()
  })

  it('choose a range among columns that stand beside one another, and one column elsewhere', () => {
    const from = onlyColumn('gained')
    expect(selectedSpot(licenceMovements, from, { kind: 'column', id: 'went' }, true)).toMatchObject({ lead: 'went', ids: ['gained', 'came', 'went'] })
    expect(selectedSpot(licenceMovements, from, { kind: 'column', id: 'lost' }, true)).toMatchObject({ lead: 'lost', ids: ['lost', 'gained'] })
    expect(selectedSpot(licenceMovements, from, { kind: 'column', id: 'households' }, true)).toMatchObject({ ids: ['households'] })
  })

  it('stand at what is left where something is gone', () => {
    const range = selectedSpot(licenceMovements, onlyColumn('gained'), { kind: 'column', id: 'came' }, true)
    const without = { ...licenceMovements, columns: licenceMovements.columns.map((column) => (column.kind === 'group' ? { ...column, columns: column.columns.filter(({ id }) => id !== 'came') } : column)) }
    expect(keptSelection(without, range)).toMatchObject({ lead: 'gained', ids: ['gained'] })
    expect(keptSelection(without, onlyColumn('came'))).toEqual(wholeReport)
  })
})

describe('A column', () => {
  it('begins as each kind, and keeps its name and what it counts where another kind can', () => {
    for (const kind of columnKinds) expect(kindOfColumn(newColumn(kind, text('New')))).toBe(kind)
    const where = { id: 'wherewhere', fact: 'fenced', operator: 'equal', value: true } as const
    const counted: LeafColumn = { kind: 'measure', id: 'counted', title: text('Counted'), at: 'start', citation: { document: '1' }, measure: { count: 'households', where } }
    expect(withKind(counted, 'share')).toEqual({ ...counted, unit: 'percent', decimals: 2, measure: { share: 'households', where } })
    expect(withKind(withKind(counted, 'share'), 'count')).toEqual(counted)
    expect(withKind(counted, 'open')).toEqual({ kind: 'open', id: 'counted', title: text('Counted'), citation: { document: '1' } })
    expect(withKind(counted, 'count')).toBe(counted)
  })

  it('is called by its groups too where its title alone does not tell it apart', () => {
    const titles = columnTitles(licenceMovements)
    expect(titles.get('households')?.vi).toBe('Tổng số hộ')
    expect(titles.get('share_before')?.vi).toBe('Đầu kỳ – Tỷ lệ')
    expect(titles.get('share_after')?.vi).toBe('Tỷ lệ')
    expect(new Set([...titles.values()].map(({ vi }) => vi)).size).toBe(titles.size)
    const twice = columnTitles({ columns: [newColumn('count', text('Same')), newColumn('count', text('Same'))] })
    expect([...twice.values()].map(({ en }) => en)).toEqual(['Same (1)', 'Same (2)'])
  })
})

describe('Columns that are copied', () => {
  it('take the facts of their report along that they read, and have names of their own', () => {
    const { columns, logic, text: heads } = copyColumns(licenceMovements, ['in_between', 'lost', 'granted_after', 'share_after'])
    expect(logic.map(({ id }) => id)).toEqual(['licence_at_start'])
    expect(heads).toBe('Mất\tĐược cấp\tChuyển đến\tChuyển đi\tCuối kỳ\tTỷ lệ')
    const fresh = freshColumns(columns)
    expect(outline(fresh)).toEqual(outline(columns))
    const [ids, before] = [fresh, columns].map((list) => allColumns(list).map(({ column }) => column.id))
    expect(ids?.some((id) => before?.includes(id))).toBe(false)
    const share = leafColumns({ columns: fresh }).at(-1)?.column
    // The one that was copied too under its new name, the one that was not under the name it has.
    expect(share).toMatchObject({ formula: { divide: [{ fact: ids?.at(-2) }, { fact: 'households' }] } })
  })

  it('stand in another report without anything wrong', () => {
    const copied = copyColumns(licenceMovements, ['in_between'])
    const [, { release }] = dogReleases
    const pasted = { ...dogsAndGardens, logic: [...(dogsAndGardens.logic ?? []), ...copied.logic], columns: [...dogsAndGardens.columns, ...freshColumns(copied.columns), ...freshColumns(copied.columns)] }
    expect(checkReport(dogCommon, pasted, { [release.programme]: release })).toEqual([])
  })

  it('are made of heads as a spreadsheet gives them, with an upper cell over those below it', () => {
    expect(outline(columnsOfText('Tổng số\tĐầu năm\t\tCuối năm\n\tSố hộ\tTỷ lệ\t\n'))).toEqual(['Tổng số', 'Đầu năm', '> Số hộ', '> Tỷ lệ', 'Cuối năm'])
    expect(outline(columnsOfText('A\tB\r\n'))).toEqual(['A', 'B'])
    expect(columnsOfText('A')[0]).toMatchObject({ kind: 'open' })
    expect(columnsOfText(' \n\t\n')).toEqual([])
  })
})

describe('What is found in a report form', () => {
  it('is told at the innermost column or block it is about', () => {
    const issue = (...path: Issue['path']): Issue => ({ code: 'unknown_fact', severity: 'error', path: ['reports', 0, ...path], params: {}, message: text('Wrong') })
    const found = reportIssues(licenceMovements, [issue('columns', 1, 'columns', 0, 'measure', 'where'), issue('columns', 1, 'title'), issue('rows', 1, 'rows', 0, 'numbering'), issue('title')])
    expect([...found.columns.keys()]).toEqual(['granted_before', 'at_start'])
    expect([...found.blocks.keys()]).toEqual(['units_of_zone'])
    expect(found.others).toHaveLength(1)
  })
})
