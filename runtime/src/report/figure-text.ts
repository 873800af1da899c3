import type { FormulaColumn, MeasureColumn } from '../documents/report-document.ts'
import type { Language } from '../documents/text.ts'

/** A figure as its column writes it: a share in percent, rounded to its decimals, digits in groups; the unit stands in the head. */
export const formatFigure = ({ unit, decimals = 0 }: Pick<MeasureColumn | FormulaColumn, 'unit' | 'decimals'>, value: number, language: Language): string => {
  const shown = unit === 'percent' ? value * 100 : value
  return new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB', { minimumFractionDigits: decimals, maximumFractionDigits: decimals, useGrouping: 'always' }).format(shown)
}
