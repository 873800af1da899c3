import { tableColumns } from '@tieuchi/designer/src/table-designer/table-columns.ts'
import { operatorsFor, sideAt, withOperator } from '@tieuchi/designer/src/rule-designer/operands.ts'
import { readCell } from '@tieuchi/designer/src/value-text/read-cell.ts'
import type { ValueContext } from '@tieuchi/designer/src/value-text/value-context.ts'
import { writeCell } from '@tieuchi/designer/src/value-text/write-cell.ts'
import { assemble, type Cell, type Language, type Leaf, type TablePiece } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { commonDocument, releaseOf, text } from '../runtime/fixture.ts'
import { installSample } from '../support/installed-sample.ts'

const table: TablePiece = {
  kind: 'table', id: 'ages', title: text('ages'), hit: 'first', inputs: ['built_on'], outputs: ['age'], rows: [{ id: 'aaaaaaaaaa', when: [null], then: ['old'] }],
}

const contextIn = (language: Language): ValueContext => {
  const release = releaseOf([table], { most_months: { title: { vi: 'Số tháng tối đa', en: 'Most months' }, unit: 'months', value: 6, certainty: 'seen' } })
  const [column] = tableColumns(assemble({ programme: 'boats', layer: 'national', common: commonDocument, releases: { boats: release } }), table, language, { citation: '', certainty: '', note: '' })
  if (!column) throw new Error('The table has a column')
  return column.context
}

describe('The operator of a package in the designer', () => {
  installSample()

  it('is written in cells of a table and read back, with numbers, days and parameters in its places', () => {
    const cells: readonly (readonly [Cell, string, string])[] = [
      [{ 'sample.withinMonths': ['2026-01-15', 6] }, 'cách không quá 15/01/2026; 6', 'within months of 15/01/2026; 6'],
      [{ 'sample.withinMonths': ['2026-01-15', { parameter: 'most_months' }] }, 'cách không quá 15/01/2026; Số tháng tối đa', 'within months of 15/01/2026; Most months'],
    ]
    for (const [cell, vi, en] of cells) {
      expect([writeCell(cell, contextIn('vi')), writeCell(cell, contextIn('en'))]).toEqual([vi, en])
      expect([readCell(vi, contextIn('vi')), readCell(en, contextIn('en'))]).toEqual([{ cell }, { cell }])
    }
    expect(readCell('cach khong qua 15/1/2026; 6 tháng', contextIn('vi'))).toEqual({ cell: { 'sample.withinMonths': ['2026-01-15', 6] } })
  })

  it('says nothing where a place is missing or holds something else', () => {
    for (const typed of ['cách không quá 15/01/2026', 'cách không quá 6; 15/01/2026', 'cách không quá 15/01/2026; 6; 7']) expect(readCell(typed, contextIn('vi'))).toHaveProperty('problem')
  })

  it('is offered for days only, and asks in each place for what belongs there', () => {
    expect(operatorsFor('date')).toContain('sample.withinMonths')
    expect(operatorsFor('number')).not.toContain('sample.withinMonths')
    const leaf: Leaf = { id: 'aaaaaaaaaa', fact: 'built_on', operator: 'between', value: ['2026-01-01', '2026-02-01'] }
    const within = withOperator(leaf, 'sample.withinMonths', 'date')
    expect(within.value).toEqual(['2026-01-01', ''])
    expect(withOperator({ ...within, value: ['2026-01-01', 6] }, 'between', 'date').value).toEqual(['2026-01-01', ''])
    expect([0, 1].map((index) => sideAt('sample.withinMonths', { type: 'date' }, index).type)).toEqual(['date', 'number'])
  })
})
