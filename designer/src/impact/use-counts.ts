import { formatNumber } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { Told } from './flow.ts'

interface Counts {
  /** `1.204`, or the word for a number that is not told. */
  readonly write: (count: Told) => string
  /** `+412`, `−35`. */
  readonly writeSigned: (count: Told) => string
  /** `1.204 hộ`; of a number that is not told that there are a few. */
  readonly households: (count: Told) => string
  /** `2 %`, `0,4 %`. */
  readonly share: (part: number, whole: number) => string
}

/** A number with its sign. */
export const signed = (number: number, write: (size: number) => string): string => `${number > 0 ? '+' : number < 0 ? '−' : ''}${write(Math.abs(number))}`

const hundred = 100
const ten = 10

/** Numbers of households as people read them. */
export const useCounts = (): Counts => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const plain = (number: number): string => formatNumber(number, language)
  return {
    write: (count) => (count === null ? t('impact.veiled') : plain(count)),
    writeSigned: (count) => (count === null ? t('impact.veiled') : signed(count, plain)),
    households: (count) => (count === null ? t('impact.few') : t('impact.households', { count, number: plain(count) })),
    share: (part, whole) => `${plain(whole === 0 ? 0 : Math.round((part / whole) * hundred * ten) / ten)}\u00A0%`,
  }
}
