import type { Bar, FigureReport, Measure } from './figure.ts'

const units: Readonly<Record<Measure, string>> = { ratio: '×', time: ' ms', rate: '/s', size: ' bytes' }

const written = (value: number, measure: Measure): string => {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })}${units[measure]}`
}

const limit = (bar: Bar, measure: Measure): string => ('at_most' in bar ? `≤ ${written(bar.at_most, measure)}` : `≥ ${written(bar.at_least, measure)}`)

/** One line for each figure: name, value, bar, `met` or `short`; last the title, or why nothing was measured. */
export const textLines = (reports: readonly FigureReport[]): readonly string[] => {
  const rows = reports.map(({ part, id, title, measure, bar, value, why, verdict }) =>
    [`${part} ${id}`, value === undefined ? 'not measured' : written(value, measure), limit(bar, measure), verdict, why ?? title] as const)
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)))
  return rows.map((row) => row.map((cell, column) => (column < 4 ? cell.padEnd(widths[column] ?? 0) : cell)).join('  ').trimEnd())
}

/** The same as data. */
export const jsonText = (reports: readonly FigureReport[]): string => JSON.stringify({ figures: reports, failed: reports.some(({ fails }) => fails) }, null, 2)
