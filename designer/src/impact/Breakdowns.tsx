import { SegmentedControl, Select, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { BreakdownTable } from './BreakdownTable.tsx'
import { chartColours } from './category.ts'
import { gainOf, lossOf } from './flow.ts'
import classes from './impact.module.css'
import { useImpactAddress } from './impact-address.ts'

const FlowChart = lazy(async () => ({ default: (await import('./FlowChart.tsx')).FlowChart }))

/** More choices than these have no room beside each other. */
const mostBeside = 6
/** Lines of the chart; of more those that change most. */
const mostDrawn = 12

interface BreakdownsProps {
  readonly figures: Pick<ImpactFigures, 'breakdowns' | 'categories' | 'money'>
  readonly listed: boolean
}

/** The flow told apart by commune, by who the head is, or whatever else the rules know of a household. */
export const Breakdowns = ({ figures: { breakdowns, categories, money }, listed }: BreakdownsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const { search: { by }, change } = useImpactAddress()
  const [first] = breakdowns
  const breakdown = breakdowns.find(({ id }) => id === by) ?? first
  if (!breakdown) return null
  const choices = breakdowns.map(({ id, title }) => ({ value: id, label: read(title) }))
  const show = (next: string | null): void => change({ by: next === first?.id || next === null ? undefined : next })
  const colours = chartColours(categories)
  const places = categories.map((_category, index) => index)
  const drawn = breakdown.lines.filter(({ changed }) => changed !== 0).toSorted((a, b) => (b.changed ?? 0) - (a.changed ?? 0)).slice(0, mostDrawn)
  const bars = drawn.map(({ label, matrix }) => ({ label: read(label), coming: places.map((index) => gainOf(matrix, index)), going: places.map((index) => lossOf(matrix, index)) }))
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('impact.breakdown')}</Title>
      {phone || breakdowns.length > mostBeside
        ? <Select aria-label={t('impact.breakdownBy')} data={choices} value={breakdown.id} onChange={show} allowDeselect={false} maw={320} mt="sm" />
        : <SegmentedControl aria-label={t('impact.breakdownBy')} data={choices} value={breakdown.id} onChange={show} mt="sm" />}
      {breakdown.lines.length > 0 && <BreakdownTable key={breakdown.id} breakdown={breakdown} categories={categories} unit={money.find(({ before, after }) => before.amount !== 0 || after.amount !== 0)?.unit} listed={listed} />}
      {bars.length > 0 && (
        <Suspense fallback={<div className={classes['chartRoom']} />}>
          <FlowChart bars={bars} series={categories.map(({ label }, index) => ({ label: read(label), color: colours[index] ?? 'gray.6' }))} help={t('impact.breakdownHelp', { count: mostDrawn })} />
        </Suspense>
      )}
    </section>
  )
}
