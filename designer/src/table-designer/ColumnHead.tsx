import { ActionIcon, Menu, TextInput } from '@mantine/core'
import { IconArrowLeft, IconArrowRight, IconDotsVertical, IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { ConditionColumn, ResultColumn, TableColumn } from './table-column.ts'
import classes from './table-designer.module.css'

type Written = ConditionColumn | ResultColumn

export interface ColumnActions {
  readonly move: (column: Written, to: number) => void
  readonly remove: (column: Written) => void
}

interface ColumnHeadProps {
  readonly column: TableColumn
  /** Whether it begins conditions, results or what rows rest on. */
  readonly first: boolean
  /** Columns of its side. */
  readonly count: number
  readonly actions: ColumnActions
}

/** The title of a column with its unit, and what can be done with it. */
export const ColumnHead = ({ column, first, count, actions }: ColumnHeadProps) => {
  const { title, unit, side } = column
  return (
    <th scope="col" data-side={side} data-first={first || undefined}>
      <div className={classes['head']}>
        <span title={title}>{title}{unit !== undefined && <small> ({unit})</small>}</span>
        {column.side !== 'source' && <ColumnMenu column={column} count={count} actions={actions} />}
      </div>
    </th>
  )
}

const ColumnMenu = ({ column, count, actions }: { readonly column: Written; readonly count: number; readonly actions: ColumnActions }) => {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target><ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={24} aria-label={t('table.columnMenu', { title: column.title })}><IconDotsVertical size={14} aria-hidden /></ActionIcon></Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconArrowLeft size={16} aria-hidden />} disabled={column.at === 0} onClick={() => actions.move(column, column.at - 1)}>{t('table.columnLeft')}</Menu.Item>
        <Menu.Item leftSection={<IconArrowRight size={16} aria-hidden />} disabled={column.at === count - 1} onClick={() => actions.move(column, column.at + 1)}>{t('table.columnRight')}</Menu.Item>
        <Menu.Item leftSection={<IconTrash size={16} aria-hidden />} c="var(--error)" disabled={count === 1} onClick={() => actions.remove(column)}>{t('table.columnRemove')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}

interface ColumnFilterProps {
  readonly column: TableColumn
  readonly first: boolean
  readonly text: string
  readonly onText: (column: string, text: string) => void
}

/** Where one looks for rows by what stands in a column. */
export const ColumnFilter = ({ column, first, text, onText }: ColumnFilterProps) => {
  const { t } = useTranslation()
  return (
    <th data-side={column.side} data-first={first || undefined}>
      <TextInput size="xs" type="search" variant="unstyled" className={classes['filter'] ?? ''} aria-label={t('table.filterOf', { title: column.title })} placeholder={t('table.filter')} value={text} onChange={(event) => onText(column.key, event.currentTarget.value)} />
    </th>
  )
}
