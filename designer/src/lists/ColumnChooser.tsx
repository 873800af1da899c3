import { Button, Menu } from '@mantine/core'
import { IconCheck, IconColumns } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { KeptColumns } from './kept-columns.ts'
import type { ListColumn } from './list-column.ts'

interface ColumnChooserProps<Row, Sort extends string> {
  readonly columns: readonly ListColumn<Row, Sort>[]
  readonly kept: KeptColumns<ListColumn<Row, Sort>>
}

/** Which columns to see. */
export const ColumnChooser = <Row, Sort extends string>({ columns, kept }: ColumnChooserProps<Row, Sort>) => {
  const { t } = useTranslation()
  return (
    <Menu closeOnItemClick={false} position="bottom-end" withinPortal>
      <Menu.Target>
        <Button variant="default" size="compact-md" leftSection={<IconColumns size={16} aria-hidden />}>{t('list.columns')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.filter(({ fixed }) => !fixed).map((column) => {
          const shown = kept.isShown(column)
          return (
            <Menu.Item key={column.id} role="menuitemcheckbox" aria-checked={shown} leftSection={<IconCheck size={16} aria-hidden opacity={shown ? 1 : 0} />} onClick={() => kept.show(column, !shown)}>
              {column.title}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
