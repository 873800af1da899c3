import { formatValue, type CodeList, type OutcomeResult, type Tone } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ValueBadge } from './ValueBadge.tsx'
import classes from './ValueBadge.module.css'

interface OutcomeBadgeProps {
  readonly outcome: Pick<OutcomeResult, 'state' | 'value' | 'list' | 'unit'>
  readonly lists: ReadonlyMap<string, CodeList>
}

type Value = NonNullable<OutcomeResult['value']>

/** What came out, in the tone of its list; "not concluded" where a question is still open. Several codes stand side by side. */
export const OutcomeBadge = ({ outcome, lists }: OutcomeBadgeProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { state, value, list, unit } = outcome
  if (state === 'undetermined' || (state === 'determined' && value === undefined)) return <ValueBadge tone="undetermined">{t('result.undetermined')}</ValueBadge>
  if (state === 'not_applicable' || value === undefined) return <ValueBadge tone="grey">{t('result.notApplicable')}</ValueBadge>
  const toneOf = (one: Value): Tone => (list === undefined ? undefined : lists.get(list))?.entries.find(({ code }) => code === one)?.tone ?? 'grey'
  const badge = (one: Value, key?: string) => <ValueBadge key={key} tone={toneOf(one)}>{formatValue(one, { unit, list, lists, language })}</ValueBadge>
  return typeof value === 'object' && value.length > 0 ? <span className={classes['several']}>{value.map((code) => badge(code, code))}</span> : badge(value)
}
