import { useQuery } from '@tanstack/react-query'
import { entitlementStates, formatValue, writeAnswer } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { EffectChange, EffectSide } from '../api/contract.ts'
import { commonQuery, programmesQuery } from '../api/policy-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'

/** Writes what would become of one result: `Giấy phép: cấp → không cấp`. */
export const useEffectText = (): ((change: EffectChange) => string) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { at } = useReferenceDate()
  const newest = useQuery(programmesQuery(at)).data?.[0]?.common
  const common = useQuery({ ...commonQuery(newest ?? ''), enabled: newest !== undefined })
  const lists = useMemo(() => new Map(common.data?.lists.map((list) => [list.id, list])), [common.data])
  return ({ kind, title, list, unit, member, layer, before, after }) => {
    const write = (side: EffectSide | undefined): string => {
      if (side === undefined) return t('effects.absent')
      const { state, value, amount } = side
      if (state === 'undetermined') return t('result.undetermined')
      if (state === 'not_applicable') return t('result.notApplicable')
      const parts = [
        ...(state === 'determined' ? [] : [read(entitlementStates[state])]),
        ...(value === undefined ? [] : [writeAnswer(value, { ...(kind === 'outcome' && { unit }), list, lists, language })]),
        ...(amount === undefined ? [] : [formatValue(amount, { unit, lists, language })]),
      ]
      return parts.join(', ')
    }
    const whose = [layer === 'local' && t('effects.local'), member?.name].filter(Boolean).join(', ')
    return `${read(title)}${whose === '' ? '' : ` (${whose})`}: ${write(before)} → ${write(after)}`
  }
}
