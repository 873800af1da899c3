import { columnTitle, leafColumns, reportHead, type HeadCell } from '@tieuchi/runtime'
import { useEffect, useRef, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { DraftReport } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import sheet from '../reports/reports.module.css'
import { drawnRows } from './drawn-rows.ts'
import { ReportSheetRow } from './ReportSheetRow.tsx'
import type { ReportDesk } from './report-desk.ts'
import classes from './report-designer.module.css'
import { spotOf } from './report-selection.ts'
import { TitleInput } from './TitleInput.tsx'
import { useReportKeys } from './use-report-keys.ts'
import { WrongMark } from './WrongMark.tsx'

interface ReportSheetProps {
  readonly desk: ReportDesk
  /** The figures of a unit, as far as they were counted. */
  readonly figures: DraftReport | undefined
  /** To what is said of what is selected. */
  readonly onProperties: () => void
}

/** The form as it is printed, with the figures of one unit: everything in it is selected, written and put elsewhere where it stands. */
export const ReportSheet = ({ desk, figures, onProperties }: ReportSheetProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { report, selection, actions } = desk
  const table = useRef<HTMLTableElement>(null)
  const keys = useReportKeys(desk, onProperties)
  const head = reportHead(report)
  const columns = leafColumns(report).map(({ column }) => column)
  const rows = drawnRows(report, desk.reading, figures?.rows ?? [])
  useFocusAtSpot(table, desk)
  const press = ({ target, shiftKey }: MouseEvent): void => {
    const cell = target instanceof Element ? target.closest<HTMLElement>('td[data-column]') : undefined
    const id = cell?.dataset['column']
    if (id !== undefined) actions.select({ kind: 'column', id }, shiftKey)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys pressed at its buttons pass through here
    <section data-sheet className={sheet['scroller']} aria-label={t('reportDesign.sheet', { title: read(report.title) })} {...keys}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- the same is done with the buttons of the head */}
      <table ref={table} className={`${sheet['sheet']} ${classes['sheet']}`} onClick={press}>
        <thead>
          {Array.from({ length: head.lines }, (_line, line) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines of the head have no other name
            <tr key={line}>
              {line === 0 && <th rowSpan={head.lines} scope="col" className={sheet['title']}>{t('report.rowTitle')}</th>}
              {head.cells.filter(({ level }) => level === line).map((cell) => <HeadSpot key={cell.column.id} cell={cell} desk={desk} first={cell.first === 0 && line === 0 && spotOf(selection) === undefined} />)}
            </tr>
          ))}
          <tr className={sheet['letters']} aria-hidden>
            <td className={sheet['title']}>A</td>
            {columns.map(({ id }, index) => <td key={id} data-column={id}>{index + 1}</td>)}
          </tr>
        </thead>
        <tbody>{rows.map((row) => <ReportSheetRow key={row.key} row={row} columns={columns} desk={desk} />)}</tbody>
      </table>
    </section>
  )
}

/** A title that would be a tower in a column as wide as its numbers. */
const isLong = (title: string): boolean => title.length > 80

const HeadSpot = ({ cell: { column, across, down }, desk: { selection, renaming, issues, actions, writable }, first }: { readonly cell: HeadCell; readonly desk: ReportDesk; readonly first: boolean }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const spot = { kind: 'column', id: column.id } as const
  const chosen = selection.kind === 'columns' && selection.ids.includes(column.id)
  const lead = selection.kind === 'columns' && selection.lead === column.id
  const wrong = issues.columns.get(column.id)?.some(({ severity }) => severity === 'error') === true
  const writing = renaming?.kind === 'column' && renaming.id === column.id
  return (
    <th colSpan={across} rowSpan={down} scope={column.kind === 'group' ? 'colgroup' : 'col'} data-chosen={chosen || undefined} data-wrong={wrong || undefined} data-kind={column.kind} data-long={isLong(read(column.title)) || undefined}>
      {writing
        ? <TitleInput text={renaming.text ?? read(column.title)} marked={renaming.text === undefined} onEnd={actions.endRename} />
        : (
          <button type="button" data-spot={`column.${column.id}`} tabIndex={lead || first ? 0 : -1} aria-pressed={chosen} onClick={(event) => actions.select(spot, event.shiftKey)} onDoubleClick={() => writable && actions.rename(spot)}>
            {read(columnTitle(column)) || t('reportDesign.untitled')}
            {wrong && <WrongMark />}
          </button>
        )}
    </th>
  )
}

/** The keys stand at what is selected, once it is drawn and while they are in the sheet. */
const useFocusAtSpot = (table: { readonly current: HTMLTableElement | null }, { selection, renaming }: ReportDesk): void => {
  const spot = spotOf(selection)
  const name = spot && `${spot.kind}.${spot.id}`
  useEffect(() => {
    const within = table.current?.contains(document.activeElement) === true || document.activeElement === document.body
    const button = within && name !== undefined && !renaming ? table.current?.querySelector<HTMLElement>(`[data-spot="${name}"]`) : undefined
    button?.focus({ preventScroll: true })
    button?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [table, name, renaming])
}
