import { useTranslation } from 'react-i18next'
import type { RecordedOutcome } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import classes from './entitlements.module.css'

/** The decisions in force on the day that entitlements rest on. */
export const RecordedDecisions = ({ recorded }: { readonly recorded: readonly RecordedOutcome[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const span = ({ from, to }: RecordedOutcome): string => (to === undefined ? t('entitlements.since', { from: formatDay(from) }) : t('entitlements.during', { from: formatDay(from), to: formatDay(to) }))
  return (
    <section aria-label={t('entitlements.restOn')}>
      <h2 className={classes['heading']}>{t('entitlements.restOn')}</h2>
      {recorded.length === 0
        ? <p className={classes['note']}>{t('entitlements.nothingRecorded')}</p>
        : (
          <ul className={classes['plain']}>
            {recorded.map((each) => (
              <li key={`${each.outcome.vi} ${each.member ?? ''} ${each.from}`}>
                {each.member !== undefined && `${each.member}: `}{read(each.outcome)}: <strong>{each.value ? read(each.value) : t('result.undetermined')}</strong> <span className={classes['quiet']}>{span(each)}</span>
              </li>
            ))}
          </ul>
        )}
    </section>
  )
}
