import { Button, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './impact.module.css'
import { goToHouseholds, useImpactAddress } from './impact-address.ts'
import { onlyKind } from './impact-search.ts'
import { useCounts } from './use-counts.ts'

interface UndeterminedProps {
  readonly undetermined: ImpactFigures['undetermined']
  readonly listed: boolean
}

/** Of whom nothing can be concluded under the rules after, and the questions that decide. */
export const Undetermined = ({ undetermined: { households, looked, questions }, listed }: UndeterminedProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const counts = useCounts()
  const { step } = useImpactAddress()
  const show = (): void => {
    step(onlyKind('undetermined'))
    goToHouseholds()
  }
  if (households === 0) return null
  const partly = households !== null && looked < households
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('impact.undetermined')}</Title>
      <p>
        {t('impact.undeterminedText', { households: counts.households(households) })}{' '}
        {questions.length > 0 && (partly ? t('impact.questionsOfSome', { number: counts.write(looked) }) : t('impact.questions'))}
      </p>
      <ul className={classes['items']}>
        {questions.map(({ field, title, households: count }) => <li key={field}><span>{read(title)}</span><span className={classes['quiet']}>{counts.households(count)}</span></li>)}
      </ul>
      {listed && <Button variant="default" size="compact-sm" onClick={show}>{t('impact.undeterminedList')}</Button>}
    </section>
  )
}
