import { UnstyledButton, VisuallyHidden } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react'
import { useMediaQuery } from '@mantine/hooks'
import { Fragment, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nextSort, type ListColumn, type SortText } from './list-column.ts'
import classes from './lists.module.css'
import type { ListRows } from './use-list-rows.ts'
import { useVirtualRows } from './use-virtual-rows.ts'

interface ListTableProps<Row, Sort extends string> {
  readonly label: string
  readonly columns: readonly ListColumn<Row, Sort>[]
  readonly rows: ListRows<Row>
  readonly sort: SortText<Sort> | undefined
  readonly onSort: (sort: SortText<Sort> | undefined) => void
  /** Height of a card before it was measured. */
  readonly cardHeight: number
  readonly rowClass?: string | undefined
}

/** Height of a row of one line. */
const rowHeight = 36

/** A table of any length, cards where there is no room for one. Who listens hears which row of how many. */
export const ListTable = <Row, Sort extends string>({ label, columns, rows, sort, onSort, cardHeight, rowClass = '' }: ListTableProps<Row, Sort>) => {
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const count = rows.total ?? 0
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const [body, setBody] = useState<HTMLElement | null>(null)
  const virtual = useVirtualRows({ body, count, estimate: narrow ? cardHeight : rowHeight, look: rows.look })
  return (
    <table className={classes['table']} aria-label={label} aria-rowcount={count + 1}>
      <colgroup>{columns.map(({ id, share }) => <col key={id} style={{ width: `${(share / shares) * 100}%` }} />)}</colgroup>
      <thead>
        <tr aria-rowindex={1}>
          {columns.map((column) => <ColumnHead key={column.id} column={column} sort={sort} onSort={onSort} />)}
        </tr>
      </thead>
      <tbody ref={setBody}>
        {virtual.items.map(({ index }, position) => (
          <Fragment key={index}>
            <Gap height={virtual.gapBefore(position)} />
            <ListRow index={index} row={rows.rowAt(index)} columns={columns} className={rowClass} measure={virtual.measure} keep={virtual.keep} />
          </Fragment>
        ))}
        <Gap height={virtual.gapAfter} />
      </tbody>
    </table>
  )
}

const Gap = ({ height }: { readonly height: number }) => (height > 0 ? <tr aria-hidden className={classes['gap']} style={{ height }} /> : null)

interface ListRowProps<Row, Sort extends string> {
  readonly index: number
  /** Absent while it is fetched. */
  readonly row: Row | undefined
  readonly columns: readonly ListColumn<Row, Sort>[]
  readonly className: string
  readonly measure: (element: Element | null) => void
  readonly keep: (index: number | undefined) => void
}

const ListRow = <Row, Sort extends string>({ index, row, columns, className, measure, keep }: ListRowProps<Row, Sort>) => {
  const { t } = useTranslation()
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2} className={`${classes['row']} ${className}`} onFocus={() => keep(index)} onBlur={() => keep(undefined)}>
      {row === undefined
        ? <td colSpan={columns.length} className={classes['waiting']}>{t('list.rowLoading', { number: index + 1 })}</td>
        : columns.map(({ id, cell, align, className: cellClass = '', word }) => <td key={id} className={cellClass} data-align={align} data-word={word}>{cell(row)}</td>)}
    </tr>
  )
}

interface ColumnHeadProps<Row, Sort extends string> extends Pick<ListTableProps<Row, Sort>, 'sort' | 'onSort'> {
  readonly column: ListColumn<Row, Sort>
}

const ColumnHead = <Row, Sort extends string>({ column: { title, sort: key, align, silent }, sort, onSort }: ColumnHeadProps<Row, Sort>) => {
  if (key === undefined) return <th scope="col" data-align={align}>{silent ? <VisuallyHidden>{title}</VisuallyHidden> : title}</th>
  const way = sort === key ? 'ascending' : sort === `-${key}` ? 'descending' : 'none'
  return (
    <th scope="col" data-align={align} aria-sort={way}>
      <UnstyledButton fz="inherit" fw="inherit" className={classes['sort'] ?? ''} onClick={() => onSort(nextSort(key, sort))}>
        {title}
        {way === 'ascending' ? <IconArrowUp size={14} aria-hidden /> : way === 'descending' ? <IconArrowDown size={14} aria-hidden /> : <IconArrowsSort size={14} aria-hidden className={classes['unsorted']} />}
      </UnstyledButton>
    </th>
  )
}
