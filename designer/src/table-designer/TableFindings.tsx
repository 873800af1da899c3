import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Issue, RowCells } from '@tieuchi/runtime'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { withoutPlace } from '../findings/Findings.tsx'
import { saidOnce } from '../findings/said-once.ts'
import { closingOf } from './marks.ts'
import classes from './table-designer.module.css'

interface TableFindingsProps {
  /** What was found of the table as a whole, and at its rows. */
  readonly issues: readonly Issue[]
  /** How many rows there are. */
  readonly rows: number
  readonly onClose: (rows: readonly RowCells[]) => void
  readonly onRow: (number: number) => void
}

/** As many as are read at once. */
const SHOWN = 8

/** The number of the row an issue is about; it may have gone meanwhile. */
const rowOf = ({ path }: Issue, count: number): number | undefined => {
  const number = path[2] === 'rows' ? Number(path[3]) + 1 : Number.NaN
  return number <= count ? number : undefined
}

/** What the table leaves out or says twice, with rows that would close each gap. Drawn apart from the keys, for it is costly to draw. */
export const TableFindings = memo(({ issues: found, rows: count, onClose, onRow }: TableFindingsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [all, setAll] = useState(false)
  const issues = saidOnce(found)
  if (issues.length === 0) return null
  const closing = issues.flatMap((issue) => closingOf(issue) ?? [])
  return (
    <section className={classes['found']} aria-label={t('table.found')}>
      <div className={classes['foundHead']}>
        <h3>{t('table.found')}</h3>
        {closing.length > 1 && <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onClose(closing)}>{t('table.closeAll', { count: closing.length })}</Button>}
      </div>
      <ul>
        {issues.slice(0, all ? undefined : SHOWN).map((issue, index) => {
          const [rows, number] = [closingOf(issue), rowOf(issue, count)]
          return (
            // oxlint-disable-next-line react/no-array-index-key -- two findings may say the same of the same place
            <li key={`${issue.code} ${issue.path.join('/')} ${index}`} data-severity={issue.severity}>
              <span>{withoutPlace(read(issue.message))}</span>
              {rows && rows.length > 0 && <Button variant="default" size="compact-sm" onClick={() => onClose(rows)}>{t('table.close', { count: rows.length })}</Button>}
              {number !== undefined && <Button variant="subtle" size="compact-sm" onClick={() => onRow(number)}>{t('table.toRow', { number })}</Button>}
            </li>
          )
        })}
      </ul>
      {issues.length > SHOWN && !all && <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>{t('table.allFound', { count: issues.length - SHOWN })}</Button>}
    </section>
  )
})
