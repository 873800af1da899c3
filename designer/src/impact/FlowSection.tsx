import { Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactCategory } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { chartColours } from './category.ts'
import { entering, leaving, moving, type Matrix } from './flow.ts'
import { FlowMatrix } from './FlowMatrix.tsx'
import classes from './impact.module.css'
import { goToHouseholds, useImpactAddress } from './impact-address.ts'
import { cellFilter } from './impact-search.ts'

const FlowChart = lazy(async () => ({ default: (await import('./FlowChart.tsx')).FlowChart }))

interface FlowSectionProps {
  readonly categories: readonly ImpactCategory[]
  readonly matrix: Matrix
  readonly households: number
  /** Whether there is a list of households a cell leads to. */
  readonly listed: boolean
}

/** Who moves from where to where: a table, and a picture of it. */
export const FlowSection = ({ categories, matrix, households, listed }: FlowSectionProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { search, step } = useImpactAddress()
  const colours = chartColours(categories)
  const series = categories.map(({ label }, index) => ({ label: read(label), color: colours[index] ?? 'gray.6' }))
  const bars = moving(matrix).map((index) => ({ label: series[index]?.label ?? '', coming: entering(matrix, index), going: leaving(matrix, index) }))
  const onCell = (cell: { readonly from: number; readonly to: number }): void => {
    const next = cellFilter(search, cell)
    step(next)
    if (next.was !== undefined) goToHouseholds()
  }
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('impact.flow')}</Title>
      <div className={classes['pair']}>
        <FlowMatrix categories={categories} matrix={matrix} households={households} chosen={search.show === undefined ? { from: search.was, to: search.becomes } : {}} onCell={listed ? onCell : undefined} />
        {bars.length > 0 && <Suspense fallback={<div className={classes['chartRoom']} />}><FlowChart bars={bars} series={series} help={t('impact.flowHelp')} /></Suspense>}
      </div>
    </section>
  )
}
