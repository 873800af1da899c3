import { LineChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { formatNumber, formatUnit, formatValue, type Literal } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import classes from './elements.module.css'
import type { ChartPoint } from './parameter-history.ts'

interface ParameterChartProps {
  readonly points: readonly ChartPoint[]
  readonly keys: readonly string[]
  readonly titleOf: (key: string) => string
  readonly unit: string
  /** What a draft makes of it, from its first day on. */
  readonly draft?: { readonly from: string; readonly values: Readonly<Record<string, Literal>> } | undefined
}

const colours = ['teal.6', 'orange.6', 'indigo.4', 'grape.5', 'lime.7', 'pink.5'] as const
const yearInMs = 365.25 * 24 * 3600 * 1000
const draftYears = 4

const dayText = (time: number): string => formatDay(new Date(time).toISOString().slice(0, 10))

/** Steps along the years, for the eye; the table beside it says the same. */
export const ParameterChart = ({ points, keys, titleOf, unit, draft }: ParameterChartProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const nameOf = (key: string): string => `value.${key}`
  const draftNameOf = (key: string): string => `draft.${key}`
  const published = points.map(({ day, values }) => ({ day, ...Object.fromEntries(keys.map((key) => [nameOf(key), values[key] ?? null])) }))
  const start = draft && Date.parse(`${draft.from}T00:00:00Z`)
  const drafted = draft && start !== undefined
    ? [start, start + draftYears * yearInMs].map((day) => ({ day, ...Object.fromEntries(keys.map((key) => [draftNameOf(key), typeof draft.values[key] === 'number' ? draft.values[key] : null])) }))
    : []
  const write = (value: number): string => formatValue(value, { unit, lists: new Map(), language })
  const plain = (value: number): string => (unit === 'share' ? write(value) : formatNumber(value, language))
  const series = keys.flatMap((key, index) => {
    const color = colours[index % colours.length] ?? 'teal.8'
    return [
      { name: nameOf(key), label: titleOf(key), color },
      ...(draft ? [{ name: draftNameOf(key), label: `${titleOf(key)} (${t('draft.state.draft')})`, color, strokeDasharray: '4 4' }] : []),
    ]
  })
  const data: Record<string, number | null>[] = [...published, ...drafted].toSorted((a, b) => a.day - b.day)
  return (
    <div className={classes['chart']} aria-hidden>
      {unit !== 'share' && <div className={classes['quiet']}>{formatUnit(unit, language).trim()}</div>}
      <LineChart
        h={240}
        data={data}
        dataKey="day"
        series={series}
        curveType="stepAfter"
        withDots={false}
        withLegend
        connectNulls={false}
        valueFormatter={write}
        xAxisProps={{ type: 'number', scale: 'time', domain: ['dataMin', 'dataMax'], tickFormatter: (time: number) => String(new Date(time).getUTCFullYear()) }}
        yAxisProps={{ width: 80, tickFormatter: plain }}
        tooltipProps={{ labelFormatter: (time) => (Number.isFinite(Number(time)) ? dayText(Number(time)) : '') }}
        lineChartProps={{ accessibilityLayer: false }}
        lineProps={{ isAnimationActive: false }}
      />
    </div>
  )
}
