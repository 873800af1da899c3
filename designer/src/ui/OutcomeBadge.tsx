import { formatValue, type CodeList, type OutcomeResult } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ValueBadge } from './ValueBadge.tsx'

interface OutcomeBadgeProps {
  readonly outcome: Pick<OutcomeResult, 'state' | 'value' | 'list' | 'unit'>
  readonly lists: ReadonlyMap<string, CodeList>
}

/** What came out, in the tone of its list; "not concluded" where a question is still open. */
export const OutcomeBadge = ({ outcome, lists }: OutcomeBadgeProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { state, value, list, unit } = outcome
  if (state === 'undetermined' || (state === 'determined' && value === undefined)) return <ValueBadge tone="undetermined">{t('result.undetermined')}</ValueBadge>
  if (state === 'not_applicable' || value === undefined) return <ValueBadge tone="grey">{t('result.notApplicable')}</ValueBadge>
  const tone = (list === undefined ? undefined : lists.get(list))?.entries.find(({ code }) => code === value)?.tone ?? 'grey'
  return <ValueBadge tone={tone}>{formatValue(value, { unit, list, lists, language })}</ValueBadge>
}
