import { VisuallyHidden } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { ColumnFilter, ColumnHead, type ColumnActions } from './ColumnHead.tsx'
import type { TableColumn } from './table-column.ts'
import classes from './table-designer.module.css'
import type { Filter } from './use-filter.ts'

interface GridHeadProps {
  readonly columns: readonly TableColumn[]
  readonly texts: Filter['texts']
  readonly onFilter: Filter['set']
  readonly onMove: ColumnActions['move']
  readonly onRemove: ColumnActions['remove']
}

/** The titles of the columns, and what is looked for in each. Drawn apart from the keys, for it is costly to draw. */
export const GridHead = memo(({ columns, texts, onFilter, onMove, onRemove }: GridHeadProps) => {
  const { t } = useTranslation()
  const count = (side: TableColumn['side']): number => columns.filter((column) => column.side === side).length
  const isFirst = (index: number): boolean => index > 0 && columns[index - 1]?.side !== columns[index]?.side
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th scope="col" className={classes['number']} aria-label={t('table.number')}>#</th>
        {columns.map((column, index) => <ColumnHead key={column.key} column={column} first={isFirst(index)} count={count(column.side)} actions={{ move: onMove, remove: onRemove }} />)}
        <th scope="col">{t('table.cases')}</th>
      </tr>
      <tr className={classes['filters']}>
        <th scope="col" className={classes['number']}><VisuallyHidden>{t('table.filter')}</VisuallyHidden></th>
        {columns.map((column, index) => <ColumnFilter key={column.key} column={column} first={isFirst(index)} text={texts[column.key] ?? ''} onText={onFilter} />)}
        <th scope="col"><VisuallyHidden>{t('table.cases')}</VisuallyHidden></th>
      </tr>
    </thead>
  )
})
