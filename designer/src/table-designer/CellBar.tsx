import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { expectedIn, problemIn } from './problem-words.ts'
import type { TableColumn } from './table-column.ts'
import classes from './table-designer.module.css'
import type { UnreadCell } from './writing.ts'

interface CellBarProps {
  readonly number: number
  readonly column: TableColumn | undefined
  readonly text: string
  readonly unread: UnreadCell | undefined
  /** What can be done with what stands in the cell. */
  readonly actions?: ReactNode
}

/** Above the grid: the cell where the keys stand, in full, and what can be written there or why what stands there cannot be read. Always of one height. */
export const CellBar = ({ number, column, text, unread, actions }: CellBarProps) => {
  const { t } = useTranslation()
  if (!column) return <div className={classes['bar']} />
  return (
    <div className={classes['bar']}>
      <div className={classes['barHead']}><p className={classes['place']}><strong>{t('table.place', { number, title: column.title })}</strong> {text}</p>{actions}</div>
      <output className={classes['problem']}>{unread && problemIn(t, column, unread.problem)}</output>
      {!unread && column.side !== 'source' && <p className={classes['expected']}>{expectedIn(t, column)}</p>}
    </div>
  )
}
