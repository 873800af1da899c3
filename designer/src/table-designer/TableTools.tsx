import { ActionIcon, Button, Checkbox, Group, NativeSelect, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconColumnInsertRight, IconCopyPlus, IconFilterOff, IconRowInsertBottom, IconRowInsertTop, IconTrash, type Icon } from '@tabler/icons-react'
import type { HitPolicy } from '@tieuchi/runtime'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './table-designer.module.css'

const policies = ['first', 'unique', 'collect', 'sum', 'max'] as const satisfies readonly HitPolicy[]

export const rowTools = ['above', 'below', 'duplicate', 'up', 'down', 'remove'] as const
export type RowTool = (typeof rowTools)[number]

const icons: Readonly<Record<RowTool, Icon>> = { above: IconRowInsertTop, below: IconRowInsertBottom, duplicate: IconCopyPlus, up: IconArrowUp, down: IconArrowDown, remove: IconTrash }

interface TableToolsProps {
  readonly hit: HitPolicy
  readonly onHit: (hit: HitPolicy) => void
  /** Whether it is meant that some cases have no row. */
  readonly otherwise: boolean
  readonly onOtherwise: (meant: boolean) => void
  readonly onRow: (tool: RowTool) => void
  /** What cannot be done with the rows that are selected, one after the other. */
  readonly impossible: string
  readonly onColumn: () => void
  /** So many rows of all, where rows are looked for. */
  readonly count: string
  readonly filtered: boolean
  readonly onClearFilter: () => void
}

/** How rows decide, and what can be done with the rows that are selected. Drawn apart from the keys, for it is costly to draw. */
export const TableTools = memo(({ hit, onHit, otherwise, onOtherwise, onRow, impossible, onColumn, count, filtered, onClearFilter }: TableToolsProps) => {
  const { t } = useTranslation()
  return (
    <div className={classes['tools']}>
      <NativeSelect label={t('table.hit')} value={hit} onChange={(event) => onHit(policies.find((each) => each === event.currentTarget.value) ?? hit)} data={policies.map((each) => ({ value: each, label: t(`table.hit.${each}`) }))} />
      {(otherwise || hit === 'first' || hit === 'unique') && <Checkbox label={t('table.otherwise')} checked={otherwise} onChange={(event) => onOtherwise(event.currentTarget.checked)} />}
      <Group gap={4} role="toolbar" aria-label={t('table.rowTools')}>
        {rowTools.map((tool) => {
          const ToolIcon = icons[tool]
          return (
            <Tooltip key={tool} label={t(`table.row.${tool}`)}>
              <ActionIcon variant="default" size={36} aria-label={t(`table.row.${tool}`)} disabled={impossible.includes(tool)} onClick={() => onRow(tool)}><ToolIcon size={18} aria-hidden /></ActionIcon>
            </Tooltip>
          )
        })}
      </Group>
      <Button variant="default" leftSection={<IconColumnInsertRight size={16} aria-hidden />} onClick={onColumn}>{t('table.addColumn')}</Button>
      <span className={classes['count']}>
        {count}
        {filtered && <Button variant="subtle" size="compact-sm" leftSection={<IconFilterOff size={14} aria-hidden />} onClick={onClearFilter}>{t('table.clearFilter')}</Button>}
      </span>
    </div>
  )
})
