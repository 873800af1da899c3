import { Button, Checkbox, Popover, Stack } from '@mantine/core'
import { IconColumns } from '@tabler/icons-react'
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
    <Popover position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="default" size="compact-md" leftSection={<IconColumns size={16} aria-hidden />}>{t('list.columns')}</Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap="sm">
          {columns.filter(({ fixed }) => !fixed).map((column) => (
            <Checkbox key={column.id} size="sm" label={column.title} checked={kept.isShown(column)} onChange={(event) => kept.show(column, event.currentTarget.checked)} />
          ))}
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}
