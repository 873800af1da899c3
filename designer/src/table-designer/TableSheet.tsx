import { Button } from '@mantine/core'
import type { Assembly, HitPolicy, Issue, LogicPiece, RowCells, TablePiece } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DragArea } from '../drag/DragArea.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { useLatest } from '../ui/use-latest.ts'
import { isUnread } from '../value-text/value-context.ts'
import { AddColumnDialog } from './AddColumnDialog.tsx'
import { CellBar } from './CellBar.tsx'
import { changeOfCell } from './cell-writing.ts'
import { at, clamped } from './grid-selection.ts'
import { marksOf } from './marks.ts'
import { NameCell } from './NameCell.tsx'
import { PasteNotice } from './PasteNotice.tsx'
import { RowBar } from './RowBar.tsx'
import type { TableColumn } from './table-column.ts'
import classes from './table-designer.module.css'
import { TableFindings } from './TableFindings.tsx'
import { TableGrid } from './TableGrid.tsx'
import { rowTools, TableTools, type RowTool } from './TableTools.tsx'
import { useColumnTools } from './use-column-tools.ts'
import { useFilter } from './use-filter.ts'
import { useGridInput } from './use-grid-input.ts'
import { useRowTools } from './use-row-tools.ts'
import { useTableWriting, type Pasted } from './use-table-writing.ts'
import { useUnreadCells } from './use-unread-cells.ts'
import { cellKey } from './writing.ts'

interface TableSheetProps {
  readonly assembly: Assembly
  readonly piece: TablePiece
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly issues: readonly Issue[]
  /** In which they were found: a row that has been moved since keeps its own. */
  readonly logic: readonly LogicPiece[]
}

/** The rows of a table with everything one does to them. */
export const TableSheet = ({ assembly, piece, title, columns, issues, logic }: TableSheetProps) => {
  const { t } = useTranslation()
  const { editor, state } = useDraft()
  const keeping = useUnreadCells(state.document)
  const { unread } = keeping
  const { shown, filter } = useFilter(piece.rows, columns, unread)
  const writing = useTableWriting({ piece, columns, shown, keeping })
  const [wanted, select] = useState(() => at(0, 0))
  const [pasted, setPasted] = useState<Pasted>()
  const [adding, setAdding] = useState(false)
  const [focusAsked, askFocus] = useState(0)
  const size = { rows: Math.max(1, shown.length), columns: columns.length }
  const selection = clamped(wanted, size)
  const marks = useMemo(() => marksOf(issues, logic, piece.id, columns), [issues, logic, piece.id, columns])
  const here = shown[selection.head.row]
  const column = columns[selection.head.column]
  const key = here && column ? cellKey(here.row.id, column.key) : ''
  const text = here && column ? writing.textAt(here.row, column) : ''
  const columnTools = useColumnTools(piece)
  const tools = useRowTools({ piece, shown, filter, writing, selection, select })

  const input = useGridInput({
    size, selection, select, writing, moveRows: tools.move,
    textNow: () => text,
    writeNow: (typed) => {
      if (here && column && typed !== text) writing.write([{ row: here.row, column, text: typed }])
    },
    onPasted: setPasted,
  })
  const isReadable = (typed: string): boolean => {
    const read = here && column && changeOfCell(here.row, column, typed)
    return !(read && isUnread(read))
  }

  const onHit = useLatest((hit: HitPolicy) => editor.perform({ name: 'table.hit', args: { table: piece.id, hit } }))
  const onOtherwise = useLatest((meant: boolean) => editor.perform({ name: 'table.otherwise', args: { table: piece.id, meant } }))
  const onRow = useLatest((tool: RowTool) => {
    tools.run(tool)
    if (tool !== 'up' && tool !== 'down') askFocus((asked) => asked + 1)
  })
  const onColumn = useLatest(() => setAdding(true))
  const onClearFilter = useLatest(filter.clear)
  const goTo = (row: number, into: number): void => {
    select(at(Math.max(0, row), Math.max(0, into)))
    askFocus((asked) => asked + 1)
  }
  const toCell = (row: string, into: string): void => goTo(shown.findIndex((each) => each.row.id === row), columns.findIndex((each) => each.key === into))
  const onClose = useLatest((rows: readonly RowCells[]) => {
    filter.clear()
    writing.close(rows)
    goTo(piece.rows.length, piece.inputs.length)
  })
  const onNumber = useLatest((number: number) => goTo(shown.findIndex((each) => each.index === number - 1), 0))
  const empty = piece.rows.length === 0
  const told = useMemo(() => (empty ? issues.filter(({ code }) => code !== 'table_gap') : issues), [empty, issues])

  return (
    <>
      <TableTools
        hit={piece.hit}
        onHit={onHit}
        otherwise={piece.otherwise !== undefined}
        onOtherwise={onOtherwise}
        onRow={onRow}
        impossible={rowTools.filter((tool) => !tools.isPossible(tool)).join(' ')}
        onColumn={onColumn}
        count={filter.active ? t('table.someRows', { shown: shown.length, count: piece.rows.length }) : t('table.rows', { count: piece.rows.length })}
        filtered={filter.active}
        onClearFilter={onClearFilter}
      />
      {here && <CellBar number={(here?.index ?? 0) + 1} column={column} text={text} unread={unread.get(key)} actions={column && !unread.has(key) && <NameCell key={key} assembly={assembly} piece={piece} row={here.row} column={column} />} />}
      {pasted && <PasteNotice pasted={pasted} unread={unread} onCell={toCell} onDismiss={() => setPasted(undefined)} />}
      <DragArea onDrop={tools.drop}>
        <TableGrid table={piece.id} label={title} columns={columns} shown={shown} filter={filter} unread={unread} marks={marks} selection={selection} onSelect={select} focusAsked={focusAsked} input={input} isReadable={isReadable} columnActions={columnTools} />
      </DragArea>
      {empty && <EmptyList title={t('table.empty')} text={t('table.emptyText')} action={<Button variant="default" onClick={() => onRow('below')}>{t('table.firstRow')}</Button>} />}
      <RowBar assembly={assembly} piece={piece} row={here?.row} number={(here?.index ?? 0) + 1} issues={here ? (marks.rows.get(here.row.id) ?? []) : []} />
      <p className={classes['help']}>{t('table.keys')}</p>
      <TableFindings issues={told} rows={piece.rows.length} onClose={onClose} onRow={onNumber} />
      {adding && <AddColumnDialog assembly={assembly} piece={piece} onAdd={columnTools.add} onClose={() => setAdding(false)} />}
    </>
  )
}
