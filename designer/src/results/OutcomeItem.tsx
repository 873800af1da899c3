import { formatValue, type OutcomeResult } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import type { ResultPanelProps } from './result-panel-props.ts'
import { useResultSurroundings } from './result-surroundings.ts'
import classes from './results.module.css'
import { WhyResult } from './WhyResult.tsx'

interface OutcomeItemProps extends Pick<ResultPanelProps, 'assembly' | 'explainResult' | 'askWhyNot' | 'onGo' | 'layer'> {
  readonly outcome: OutcomeResult
}

export const OutcomeItem = ({ assembly, outcome, explainResult, askWhyNot, onGo, layer }: OutcomeItemProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { possible, list, unit } = outcome
  const { noteOf, opened } = useResultSurroundings()
  const name = read(outcome.title)
  const label = layer === undefined ? name : `${name} – ${layer}`
  return (
    <section className={classes['outcome']} aria-label={label}>
      <div className={classes['pair']}>
        <span className={classes['name']}>{name}</span>
        <OutcomeBadge outcome={outcome} lists={assembly.lists} />
      </div>
      {noteOf(outcome.id)}
      {outcome.state === 'undetermined' && possible && possible.length > 1 && (
        <div className={classes['quiet']}>{t('result.possible')} {possible.map((value) => formatValue(value, { unit, list, lists: assembly.lists, language })).join('; ')}</div>
      )}
      <WhyResult id={outcome.id} label={label} opened={opened} explainResult={explainResult} askWhyNot={askWhyNot} onGo={onGo} />
    </section>
  )
}
