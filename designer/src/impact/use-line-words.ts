import { formatNumber, formatValue } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { useCounts } from './use-counts.ts'

type Line = ImpactFigures['lines'][number]

const hundred = 100
const asGoodAs = 1e-6

interface LineWords {
  /** `Vườn tối thiểu, đồng 15 m²`. */
  readonly name: (line: Line) => string
  /** How many would have another result if it lay elsewhere. */
  readonly sentence: (line: Line) => string
  /** `thấp hơn 5 %`. */
  readonly side: (line: Line, side: 'lower' | 'higher') => string
}

/** Lines somebody is near to, in words. What is moved by its share is told in percent, unless it is a share itself; what is counted by its unit. */
export const useLineWords = (near: number): LineWords => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { households } = useCounts()
  const write = (value: number, unit: string): string => formatValue(value, { unit, lists: new Map(), language })
  const shiftOf = ({ value, step, unit }: Line): string =>
    unit !== 'share' && Math.abs(step - Math.abs(value) * (near / hundred)) <= Math.abs(value) * asGoodAs ? `${formatNumber(near, language)}\u00A0%` : write(step, unit)
  return {
    name: ({ title, value, unit }) => `${read(title)} ${write(value, unit)}`,
    sentence: (line) => t('impact.line', { lower: households(line.lower), higher: households(line.higher), shift: shiftOf(line) }),
    side: (line, side) => t(`impact.line.${side}`, { shift: shiftOf(line) }),
  }
}
