import type { Bar, FigureReport, Measure } from './figure.ts'

const units: Readonly<Record<Measure, string>> = { ratio: '×', time: ' ms', rate: '/s', size: ' bytes', memory: ' MB', count: '' }

const written = (value: number, measure: Measure): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })}${units[measure]}`
}

const limit = (bar: Bar | undefined, measure: Measure): string => (bar === undefined ? '' : 'at_most' in bar ? `≤ ${written(bar.at_most, measure)}` : `≥ ${written(bar.at_least, measure)}`)

/** Widest value and bar there are: `not measured`, `≥ 40,000/s`. */
const valueWidth = 12
const barWidth = 12

/** A figure in one line: name, value, bar, `met` or `short`, `aside` where nothing is promised; last the title, or why nothing was measured. `names` is the width of the names. */
export const textLine = ({ part, id, title, measure, bar, value, why, verdict }: FigureReport, names: number): string =>
  [
    `${part} ${id}`.padEnd(names),
    (value === undefined ? 'not measured' : written(value, measure)).padEnd(valueWidth),
    limit(bar, measure).padEnd(barWidth),
    verdict.padEnd('short'.length),
    why ?? title,
  ].join('  ')

/** The same as data. */
export const jsonText = (reports: readonly FigureReport[]): string => JSON.stringify({ figures: reports, failed: reports.some(({ fails }) => fails) }, null, 2)
