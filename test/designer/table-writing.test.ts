import { readClipboard, writeClipboard } from '@tieuchi/designer/src/table-designer/clipboard-text.ts'
import { textOfCell } from '@tieuchi/designer/src/table-designer/cell-writing.ts'
import { at, entered, pressed, rectangleOf, tabbed } from '@tieuchi/designer/src/table-designer/grid-selection.ts'
import { closingOf, marksOf, worstOf } from '@tieuchi/designer/src/table-designer/marks.ts'
import { nameableCell } from '@tieuchi/designer/src/table-designer/nameable-cell.ts'
import { keptColumns, tableColumns } from '@tieuchi/designer/src/table-designer/table-columns.ts'
import { saidOnce } from '@tieuchi/designer/src/findings/said-once.ts'
import { pasteTexts, writeTexts } from '@tieuchi/designer/src/table-designer/writing.ts'
import { applyCommand } from '@tieuchi/designer/src/editor-store/command.ts'
import { analyseTable, assemble, lintRelease, noAdditions, type Cell, type DraftDocument, type TablePiece, type TableRow } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const { release } = dogReleases[1]
const tableOf = (document: DraftDocument): TablePiece => {
  const piece = document.release.logic.find(({ id }) => id === 'verdict')
  if (piece?.kind !== 'table') throw new Error('There is a table')
  return piece
}
const draft: DraftDocument = { format: 1, programme: dogProgramme, release, additions: noAdditions }
const widened = applyCommand(draft, { name: 'table.input.add', args: { table: 'verdict', input: 'zone', at: 0 } })
const piece = tableOf(widened)
const assembly = assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': widened.release } })
const titles = { citation: 'Căn cứ', certainty: 'Mức chắc chắn', note: 'Ghi chú' }
const columns = tableColumns(assembly, piece, 'vi', titles)
const ids = (start = 0) => () => `newrow${String(start++).padStart(4, '2')}`
const shown = (rows: readonly TableRow[]) => rows.map((row) => columns.map((column) => textOfCell(row, column)))

describe('The clipboard', () => {
  test('gives back every cell, with tabs, line breaks and quotes', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '"', '\t', '\n', ' ', '≤', '5'), maxLength: 6 })
    fc.assert(fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(text, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 })), (cells) => {
      expect(readClipboard(writeClipboard(cells))).toEqual(cells)
    }), { numRuns: 200 })
  })

  test('takes what spreadsheets copy', () => {
    expect(readClipboard('a\tb\r\n"c\nd"\t"e ""f"""\r\n')).toEqual([['a', 'b'], ['c\nd', 'e "f"']])
    expect(readClipboard('"a" b\t5"\n')).toEqual([['"a" b', '5"']])
    expect(readClipboard('')).toEqual([['']])
  })
})

describe('Keys move as in a spreadsheet', () => {
  const size = { rows: 4, columns: 3 }
  test('arrows, ends, pages, Tab from row to row, Enter down, Shift to select', () => {
    const go = (key: string, shift = false, far = false) => pressed(at(1, 1), { key, shift, far }, size)
    expect(go('ArrowDown')).toEqual(at(2, 1))
    expect(go('ArrowLeft', false, true)).toEqual(at(1, 0))
    expect(go('End', false, true)).toEqual(at(3, 2))
    expect(go('PageDown')).toEqual(at(3, 1))
    expect(rectangleOf(go('ArrowRight', true) ?? at(0, 0))).toEqual({ top: 1, left: 1, bottom: 1, right: 2 })
    expect(go('a')).toBeUndefined()
    expect(tabbed(at(1, 2), false, size)).toEqual(at(2, 0))
    expect(tabbed(at(3, 2), false, size)).toBeUndefined()
    expect(entered(at(3, 1), false, size)).toEqual(at(3, 1))
  })
})

describe('The columns of a table', () => {
  test('take what the dictionary says: a region is a column like any other', () => {
    expect(columns.map(({ title, unit }) => [title, unit])).toEqual([['Vùng', undefined], ['Diện tích vườn', 'm²'], ['Số điều chưa đạt', undefined], ['Giấy phép', undefined], ['Căn cứ', undefined], ['Mức chắc chắn', undefined], ['Ghi chú', undefined]])
    expect(shown(piece.rows)).toEqual([
      ['', '≥ Vườn tối thiểu', '0', 'cấp', '01/2026/QĐ-CHO, Điều 5', '', ''],
      ['', '≥ Vườn tối thiểu', '', 'cấp có điều kiện', '01/2026/QĐ-CHO, Điều 5', '', ''],
      ['', '', '', 'không cấp', '01/2026/QĐ-CHO, Điều 5', '', ''],
    ])
    expect(columns[2]?.context.whole).toBe(true)
  })

  test('stay the same objects while they take the same', () => {
    const again = tableColumns(assembly, { ...piece, rows: [...piece.rows] }, 'vi', titles)
    expect(keptColumns(columns, again).every((column, index) => column === columns[index])).toBe(true)
  })
})

const full = (rows: number, width: number) => ({ top: 0, left: 0, bottom: rows - 1, right: width - 1 })

describe('Pasting', () => {
  test('reads mixed writings, adds rows below and keeps what cannot be read', () => {
    const pasted = pasteTexts([['pho', '>= 10,5 m2', 'từ 0 đến dưới 2', 'cap'], ['rừng', '≥ vuon toi thieu: dong', '-', 'Không cấp', 'NĐ 1/2028, Điều 2', 'tạm áp dụng', 'xem lại', 'thừa']], { rows: piece.rows, columns, selected: { top: 2, left: 0, bottom: 2, right: 0 }, newId: ids() })
    const after = tableOf(applyCommand(widened, { name: 'table.write', args: { table: 'verdict', changes: pasted.changes, added: pasted.added } }))
    expect(after.rows.slice(2)).toEqual([
      { id: 'rowrefused', when: [{ equal: 'town' }, { greaterThanInclusive: 10.5 }, { between: [0, 1] }], then: ['granted'], citation: { document: '01/2026/QĐ-CHO', article: '5' } },
      { id: 'newrow2220', when: [null, { greaterThanInclusive: { parameter: 'least_garden', at: { zone: 'field' } } }, null], then: ['refused'], citation: { document: 'NĐ 1/2028', article: '2' }, certainty: 'assumed', note: { vi: 'xem lại', en: 'xem lại' } },
    ])
    expect(pasted.unread).toMatchObject([{ row: 'newrow2220', text: 'rừng', problem: { kind: 'unknownName' } }])
    expect(pasted.leftOut).toBe(1)
  })

  test('fills a selection that holds it several times', () => {
    const pasted = pasteTexts([['đồng']], { rows: piece.rows, columns, selected: { top: 0, left: 0, bottom: 2, right: 0 }, newId: ids() })
    expect(pasted.changes.map(({ row, when }) => [row, when])).toEqual(piece.rows.map(({ id }) => [id, { 0: { equal: 'field' } }]))
    expect(pasted.added).toEqual([])
  })

  const cell = fc.oneof(fc.constant(null), fc.constantFrom<Cell>({ equal: 'town' }, { in: ['town', 'field'] }, { notIn: ['field'] }, { notEqual: 'town' }))
  const amount = fc.oneof(fc.constant(null), fc.nat(5000).map((value): Cell => ({ lessThan: value / 10 })), fc.constant<Cell>({ greaterThanInclusive: { parameter: 'least_garden' } }), fc.tuple(fc.nat(90), fc.nat(90)).map((between): Cell => ({ between })))
  const row = fc.record({ when: fc.tuple(cell, amount, amount), then: fc.constantFrom('granted', 'refused', '') }).map(({ when, then }, ): Omit<TableRow, 'id'> => ({ when, then: [then] }))

  test('what was copied back to where it came from changes nothing', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (made) => {
      const rows = made.map((each, index): TableRow => ({ id: `row${index}`, ...each }))
      const copied = readClipboard(writeClipboard(shown(rows)))
      expect(pasteTexts(copied, { rows, columns, selected: full(rows.length, columns.length), newId: ids() })).toMatchObject({ changes: [], added: [], unread: [] })
    }), { numRuns: 60 })
  })

  test('what was copied into an empty table makes the same rows', () => {
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 12 }), (made) => {
      const rows = made.map((each, index): TableRow => ({ id: `row${index}`, ...each }))
      const { added } = pasteTexts(readClipboard(writeClipboard(shown(rows))), { rows: [], columns, selected: full(1, 1), newId: ids() })
      expect(added.map(({ when, then }) => ({ when, then }))).toEqual(rows.map(({ when, then }) => ({ when, then })))
    }), { numRuns: 60 })
  })
})

test('What says the same already changes nothing, however exact the number is', () => {
  const exact: TableRow = { id: 'rowexact23', when: [null, { lessThan: 0.123456789 }, null], then: ['granted'] }
  const [, area] = columns
  if (!area) throw new Error('There is a column')
  expect(writeTexts([{ row: exact, column: area, text: textOfCell(exact, area) }]).changes).toEqual([])
})

describe('A cell', () => {
  const columnAt = (place: number): (typeof columns)[number] => {
    const column = columns[place]
    if (!column) throw new Error('There is such a column')
    return column
  }
  const named = (column: number, row: Partial<TableRow>) => nameableCell({ id: 'rowrowrow2', when: [null, null, null], then: ['granted'], ...row }, columnAt(column))

  test('holds one number or day that can be a parameter, which then stands in its place', () => {
    const cell = named(1, { when: [null, { greaterThan: 30 }, null] })
    expect([cell?.value, cell?.with({ parameter: 'garden' })]).toEqual([30, { row: 'rowrowrow2', when: { 1: { greaterThan: { parameter: 'garden' } } } }])
    expect(named(3, { then: [250] })?.with({ parameter: 'fee' })).toEqual({ row: 'rowrowrow2', then: { 0: { parameter: 'fee' } } })
  })

  test('that holds several, a code, a parameter or nothing is left as it is', () => {
    expect([{ between: [1, 2] }, { greaterThan: { parameter: 'least_garden' } }, null].map((cell) => named(1, { when: [null, cell as Cell | null, null] }))).toEqual([undefined, undefined, undefined])
    expect([named(3, {}), named(4, {})]).toEqual([undefined, undefined])
  })
})

describe('What was found in a table', () => {
  const gapped = applyCommand(applyCommand(widened, { name: 'table.rows.remove', args: { table: 'verdict', rows: ['rowrefused'] } }), {
    name: 'table.write', args: { table: 'verdict', changes: [{ row: 'rowcondi23', when: { 1: { lessThan: 5 }, 2: { greaterThan: 'nhiều' } } }] },
  })
  const found = marksOf(lintRelease(dogCommon, gapped.release, {}, { today: '2027-01-01', depends_on: [] }).filter(({ path }) => path[1] === 3), gapped.release.logic, tableOf(gapped).id, columns)

  test('stands at its cell and at its row', () => {
    expect(worstOf(found.cells.get(`rowcondi23 ${columns[2]?.key}`))).toBe('error')
    expect(worstOf(found.rows.get('rowcondi23'))).toBe('error')
    expect(found.cells.get(`rowgranted ${columns[2]?.key}`)).toBeUndefined()
  })

  test('says of a result that is not written yet only that', () => {
    const counted = applyCommand(widened, { name: 'table.write', args: { table: 'verdict', changes: [{ row: 'rowgranted', then: { 0: 5 } }, { row: 'rowcondi23', then: { 0: '' } }, { row: 'rowrefused', then: { 0: 7 } }] } })
    const issues = lintRelease(dogCommon, counted.release, {}, { today: '2027-01-01', depends_on: [] }).filter(({ path }) => path.join('/').endsWith('rows/1/then/0'))
    expect(issues.map(({ code }) => code)).toEqual(expect.arrayContaining(['then_types', 'value_unwritten']))
    expect(saidOnce(issues).map(({ code }) => code)).toEqual(['value_unwritten'])
  })

  test('stands at both rows where two hold together', () => {
    const unique = applyCommand(widened, { name: 'table.hit', args: { table: 'verdict', hit: 'unique' } })
    const overlaps = marksOf(lintRelease(dogCommon, unique.release, {}, { today: '2027-01-01', depends_on: [] }).filter(({ code }) => code === 'table_overlap'), unique.release.logic, tableOf(unique).id, columns)
    expect([...overlaps.rows.keys()].toSorted()).toEqual(['rowcondi23', 'rowgranted', 'rowrefused'])
  })

  test('of what no row covers brings the rows that would, and those close it', () => {
    const open = applyCommand(widened, { name: 'table.rows.remove', args: { table: 'verdict', rows: ['rowrefused'] } })
    const analysed = (document: DraftDocument) => analyseTable(assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': document.release } }), 'verdict').findings.filter(({ code }) => code === 'table_gap')
    const rows = analysed(open).flatMap((finding) => closingOf(finding) ?? [])
    expect(rows.length).toBeGreaterThan(0)
    const closed = applyCommand(open, { name: 'table.rows.insert', args: { table: 'verdict', rows: rows.map((when, index) => ({ id: `closing${index}`, when, then: ['refused'] })) } })
    expect(analysed(closed)).toEqual([])
  })
})
