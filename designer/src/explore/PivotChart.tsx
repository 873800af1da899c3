import { BarChart, LineChart } from '@mantine/charts'
import '@mantine/charts/styles.layer.css'
import { getThemeColor, useMantineTheme } from '@mantine/core'
import { formatFigure } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { outOfTabOrder } from '../impact/out-of-tab-order.ts'
import { useNarrow } from '../ui/use-narrow.ts'
import type { PivotPicture } from './pivot-chart.ts'
import classes from './explore.module.css'

const barRoom = 28
const groupRoom = 14
const axisRoom = 32
const lineHeight = 320

/** A picture of a table, for the eye; the table beside it says the same. */
export const PivotChart = ({ picture: { kind, series, points, column, left, open } }: { readonly picture: PivotPicture }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const theme = useMantineTheme()
  const { ref, narrow } = useNarrow<HTMLDivElement>(480)
  const share = 'unit' in column && column.unit === 'percent'
  const written = 'unit' in column || 'decimals' in column ? column : {}
  const write = (value: number): string => formatFigure(written, value, language) + (share ? ' %' : '')
  const brief = new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', share ? { style: 'percent', maximumFractionDigits: 1 } : { notation: 'compact', maximumFractionDigits: 1 })
  const onAxis = (value: number): string => brief.format(value)
  const data = points.map(({ title, values }) => ({ label: read(title), ...Object.fromEntries(series.map(({ id }) => [id, values[id] ?? null])) }))
  const drawn = series.map(({ id, title, color }) => ({ name: id, label: read(title), color }))
  const common = { data, dataKey: 'label', series: drawn, valueFormatter: write, withLegend: false, tooltipAnimationDuration: 0 } as const
  const notes = [
    ...(left.points > 0 ? [t('explore.rowsLeft', { count: left.points })] : []),
    ...(left.series > 0 ? [kind === 'lines' ? t('explore.linesLeft', { count: left.series }) : t('explore.columnsLeft', { count: left.series })] : []),
    ...(open ? [t('explore.openLeft')] : []),
  ]
  return (
    <div ref={ref} className={classes['chart']}>
      <div ref={outOfTabOrder} aria-hidden>
        {kind === 'lines'
          ? <LineChart {...common} h={lineHeight} curveType="linear" connectNulls={false} yAxisProps={{ width: 64, tickFormatter: onAxis, allowDecimals: share }} xAxisProps={{ padding: { left: 24, right: 24 } }} lineChartProps={{ accessibilityLayer: false }} lineProps={{ isAnimationActive: false }} />
          : (
            <BarChart
              {...common}
              h={points.length * (kind === 'stacked' ? barRoom : Math.max(barRoom, series.length * groupRoom + groupRoom)) + axisRoom}
              type={kind === 'stacked' ? 'stacked' : 'default'}
              orientation="vertical"
              yAxisProps={{ width: narrow ? 96 : 152, interval: 0, tick: { fontSize: 12 } }}
              xAxisProps={{ tickFormatter: onAxis, allowDecimals: share, tickCount: narrow ? 3 : 5 }}
              gridAxis="x"
              maxBarWidth={18}
              barChartProps={{ accessibilityLayer: false }}
              barProps={{ isAnimationActive: false }}
            />
          )}
        <ul className={classes['legend']}>{series.map(({ id, title, color }) => <li key={id}><span style={{ background: getThemeColor(color, theme) }} />{read(title)}</li>)}</ul>
      </div>
      {notes.length > 0 && <p className={classes['quiet']}>{notes.join(' ')}</p>}
    </div>
  )
}
