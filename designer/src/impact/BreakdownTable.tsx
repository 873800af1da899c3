import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactBreakdown, ImpactCategory } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import type { SortText } from '../lists/list-column.ts'
import { ListTable } from '../lists/ListTable.tsx'
import type { ListRows } from '../lists/use-list-rows.ts'
import { useBreakdownColumns } from './breakdown-columns.tsx'
import { sortLines, type LineSort } from './breakdown-order.ts'
import classes from './impact.module.css'
import { useCounts } from './use-counts.ts'

interface BreakdownTableProps {
  readonly breakdown: ImpactBreakdown
  readonly categories: readonly ImpactCategory[]
  readonly unit: string | undefined
  readonly listed: boolean
}

/** Height of a card on a phone, about. */
const cardHeight = 96

/** The lines of a breakdown, in the order somebody asks for. */
export const BreakdownTable = ({ breakdown, categories, unit, listed }: BreakdownTableProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { write } = useCounts()
  const [sort, setSort] = useState<SortText<LineSort>>()
  const { id, title, lines } = breakdown
  const leading = listed && id === 'unit'
  const ordered = sortLines(lines, sort, read)
  const columns = useBreakdownColumns({ breakdown, categories, unit, leading })
  const rows: ListRows<ImpactBreakdown['lines'][number]> = { total: ordered.length, outdated: false, rowAt: (index) => ordered[index], look: () => undefined, error: null }
  return (
    <div className={classes['breakdown']}>
      <p className={classes['quiet']}>{t('impact.lines', { count: lines.length, number: write(lines.length) })}{leading && ` ${t('impact.unitHelp')}`}</p>
      <ListTable label={read(title)} columns={columns} rows={rows} sort={sort} onSort={setSort} cardHeight={cardHeight} rowClass={classes['lineCard']} />
    </div>
  )
}
