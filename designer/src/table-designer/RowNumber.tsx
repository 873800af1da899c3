import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useDragGrip } from '../drag/use-drag-grip.tsx'
import classes from './table-designer.module.css'

interface RowNumberProps {
  readonly id: string
  readonly number: number
  readonly marked: boolean
  readonly selected: boolean
  /** Whether it can be dragged elsewhere: only where all rows are in sight. */
  readonly movable: boolean
}

/** Rows are dragged within their table. */
export const rowKind = 'table row'

/** The head of a row: its number, a grip to drag it by, and whether there is something to look at. */
export const RowNumber = ({ id, number, marked, selected, movable }: RowNumberProps) => {
  const { t } = useTranslation()
  return (
    <th scope="row" className={classes['number']} data-gutter aria-selected={selected}>
      <span className={classes['numberParts']}>
        {movable ? <RowGrip id={id} /> : <span />}
        <span>{number}</span>
        {marked && <><IconAlertTriangle size={14} aria-hidden /><VisuallyHidden>{t('table.rowMarked')}</VisuallyHidden></>}
      </span>
    </th>
  )
}

const RowGrip = ({ id }: { readonly id: string }) => {
  const { ref, grip } = useDragGrip(`row ${id}`, rowKind, id)
  return <span ref={ref}>{grip}</span>
}
