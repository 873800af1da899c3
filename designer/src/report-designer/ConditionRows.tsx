import { ActionIcon, Button } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ConditionRow, ConditionsBlock } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { Place } from '../editor-store/document-place.ts'
import { WordsPair } from '../form-designer/WordsPair.tsx'
import { newConditionRow } from './new-rows.ts'
import { newTitle } from './new-title.ts'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { WhereProperty } from './WhereProperty.tsx'

interface ConditionRowsProps {
  readonly desk: ReportDesk
  readonly block: ConditionsBlock
  readonly place: Place
}

const swapped = (rows: readonly ConditionRow[], at: number): readonly ConditionRow[] => {
  const [first, second] = [rows[at], rows[at + 1]]
  return first && second ? rows.toSpliced(at, 2, second, first) : rows
}

/** Rows each with a condition: their titles, whom they count, and their order. */
export const ConditionRows = ({ desk, block, place }: ConditionRowsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { actions, writable } = desk
  const { conditions: rows } = block
  const write = (conditions: readonly ConditionRow[]): void => actions.writeBlock({ ...block, conditions })
  return (
    <div className={classes['property']}>
      <h4>{t('reportDesign.conditionRows')}</h4>
      <ol className={classes['conditionRows']}>
        {rows.map((row, at) => (
          <li key={row.id}>
            <WordsPair label={t('reportDesign.rowTitle')} text={row.title} onText={(title) => title && write(rows.map((each) => (each.id === row.id ? { ...each, title } : each)))} />
            <WhereProperty desk={desk} place={[...place, 'conditions', row.id, 'where']} of={block.of ?? 'household'} condition={row.where} label={t('reportDesign.where')} title={read(row.title)} none={t('reportDesign.rowUnwritten')} />
            {writable && (
              <div className={classes['rowTools']}>
                <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={28} disabled={at === 0} aria-label={t('reportDesign.rowUp', { title: read(row.title) })} onClick={() => write(swapped(rows, at - 1))}><IconArrowUp size={14} aria-hidden /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={28} disabled={at === rows.length - 1} aria-label={t('reportDesign.rowDown', { title: read(row.title) })} onClick={() => write(swapped(rows, at))}><IconArrowDown size={14} aria-hidden /></ActionIcon>
                <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={28} disabled={rows.length === 1} aria-label={t('reportDesign.rowRemove', { title: read(row.title) })} onClick={() => write(rows.filter((each) => each.id !== row.id))}><IconTrash size={14} aria-hidden /></ActionIcon>
              </div>
            )}
          </li>
        ))}
      </ol>
      {writable && <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => write([...rows, newConditionRow(newTitle('reportDesign.newRow'))])}>{t('reportDesign.addRow')}</Button>}
    </div>
  )
}
