import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { writeCount } from '../lists/use-list-number.ts'
import { formatDay } from '../ui/day-text.ts'
import { useEvidence } from './evidence-context.ts'
import classes from './evidence.module.css'
import { percentOf } from './use-register-words.ts'

/** What the figures of the register beside all rules are figures of; or why there are none. */
export const EvidenceNote = () => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { register: { answer, counted, stale } } = useEvidence()
  const number = (count: number) => ({ count, number: writeCount(count, language) })
  const unfinished = answer?.state === 'unfinished'
  const told = [
    !counted && answer?.state === 'loading' && t('evidence.noteLoading', { percent: percentOf(answer.share) }),
    counted && t('evidence.noteHouseholds', { ...number(counted.households), day: formatDay(counted.at) }),
    counted && counted.left_out > 0 && t('evidence.noteLeftOut', number(counted.left_out)),
    counted && stale && unfinished && t('evidence.noteFormer'),
  ].filter(Boolean)
  return (
    <p className={classes['note']}>
      {unfinished && <span className={classes['needed']}>{t('evidence.noteUnfinished')} </span>}
      {told.join(' ')}
    </p>
  )
}
