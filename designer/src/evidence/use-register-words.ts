import type { LogicPiece } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { writeCount } from '../lists/use-list-number.ts'
import type { RegisterFigure } from './evidence-figures.ts'

const hundred = 100

/** What it means that something holds: of a row that decides, of an entitlement, of all else. */
const meaningOf = (piece: LogicPiece | undefined): 'holds' | 'decides' | 'entitles' => {
  if (piece?.kind === 'table') return piece.hit === 'first' || piece.hit === 'unique' ? 'decides' : 'holds'
  return piece?.kind === 'entitlement' ? 'entitles' : 'holds'
}

/** Writes a share as whole percent. */
export const percentOf = (share: number): number => Math.floor(share * hundred)

/** The figure of the register beside a piece in words: “1.204 hộ đúng · 12 hộ chưa đủ thông tin”. */
export const useRegisterWords = (): ((figure: RegisterFigure, piece: LogicPiece | undefined) => string) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (figure, piece) => {
    if (figure.kind === 'loading') return t('evidence.loading', { percent: percentOf(figure.share) })
    if (figure.kind === 'new') return t('evidence.counting')
    if (figure.kind !== 'count') return t(`evidence.${figure.kind}`)
    const { of, true: holding, unknown } = figure.line
    const told = (what: 'holds' | 'decides' | 'entitles' | 'unknown', count: number) => t(`evidence.${of}.${what}`, { count, number: writeCount(count, language) })
    return [told(meaningOf(piece), holding), ...(unknown > 0 ? [told('unknown', unknown)] : [])].join(' · ')
  }
}
