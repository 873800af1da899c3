import { BarChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { useMantineTheme, getThemeColor } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Told } from './flow.ts'
import classes from './impact.module.css'
import { outOfTabOrder } from './out-of-tab-order.ts'
import { useCounts } from './use-counts.ts'

/** A line of the chart: who comes and who goes, by the series. */
export interface FlowBar {
  readonly label: string
  readonly coming: readonly Told[]
  readonly going: readonly Told[]
}

interface FlowChartProps {
  readonly bars: readonly FlowBar[]
  /** In their order of the numbers. */
  readonly series: readonly { readonly label: string; readonly color: string }[]
  /** What right and left mean, and the colours. */
  readonly help: string
}

const barRoom = 32
const axisRoom = 32

/** Who comes to the right, who goes to the left, for the eye; the table beside it says the same. */
export const FlowChart = ({ bars, series, help }: FlowChartProps) => {
  const { t } = useTranslation()
  const { write } = useCounts()
  const theme = useMantineTheme()
  const used = series.map((each, index) => ({ ...each, index })).filter(({ index }) => bars.some(({ coming, going }) => (coming[index] ?? 0) > 0 || (going[index] ?? 0) > 0))
  // Nobody is not drawn, and not named in the tooltip.
  const data = bars.map(({ label, coming, going }) => ({
    label,
    ...Object.fromEntries(used.flatMap(({ index }) => [[`in${index}`, coming[index] || null], [`out${index}`, -(going[index] ?? 0) || null]])),
  }))
  const drawn = used.flatMap(({ index, label, color }) => [
    { name: `in${index}`, label: `${t('impact.coming')}: ${label}`, color },
    { name: `out${index}`, label: `${t('impact.going')}: ${label}`, color },
  ])
  return (
    <div ref={outOfTabOrder} className={classes['chart']} aria-hidden>
      <BarChart
        h={bars.length * barRoom + axisRoom}
        data={data}
        dataKey="label"
        type="stacked"
        orientation="vertical"
        series={drawn}
        valueFormatter={(value) => write(Math.abs(value))}
        yAxisProps={{ width: 112, interval: 0 }}
        xAxisProps={{ tickFormatter: (value: number) => write(Math.abs(value)), allowDecimals: false }}
        gridAxis="x"
        maxBarWidth={18}
        withLegend={false}
        tooltipAnimationDuration={0}
        barChartProps={{ accessibilityLayer: false, stackOffset: 'sign' }}
        barProps={{ isAnimationActive: false }}
        referenceLines={[{ x: 0 }]}
      />
      <ul className={classes['legend']}>{used.map(({ index, label, color }) => <li key={index}><span style={{ background: getThemeColor(color, theme) }} />{label}</li>)}</ul>
      <p className={classes['quiet']}>{help}</p>
    </div>
  )
}
