import { memberTitle } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import { Entitlements } from './Entitlements.tsx'
import { GroundsNotes } from './GroundsNotes.tsx'
import { MissingQuestions } from './MissingQuestions.tsx'
import { OutcomeItem } from './OutcomeItem.tsx'
import type { ResultPanelProps } from './result-panel-props.ts'
import { useResultSurroundings } from './result-surroundings.ts'
import classes from './results.module.css'
import { RuleSets } from './RuleSets.tsx'
import { WhyResult } from './WhyResult.tsx'

/** What came out, what is still to ask, and why. */
export const ResultPanel = ({ assembly, result, members, explainResult, askWhyNot, onGo, layer }: ResultPanelProps) => (
  <div className={classes['panel']}>
    {result.outcomes.map((outcome) => <OutcomeItem key={outcome.id} assembly={assembly} outcome={outcome} explainResult={explainResult} askWhyNot={askWhyNot} onGo={onGo} layer={layer} />)}
    <Entitlements assembly={assembly} result={result} members={members} explainResult={explainResult} askWhyNot={askWhyNot} onGo={onGo} layer={layer} />
    <MissingQuestions assembly={assembly} result={result} members={members} onGo={onGo} layer={layer} />
    <RuleSets assembly={assembly} rules={result.rules} />
    <MemberOutcomes assembly={assembly} result={result} members={members} explainResult={explainResult} askWhyNot={askWhyNot} onGo={onGo} />
    <GroundsNotes assembly={assembly} result={result} />
  </div>
)

const MemberOutcomes = ({ assembly, result, members, explainResult, askWhyNot, onGo }: Omit<ResultPanelProps, 'layer'>) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { noteOf } = useResultSurroundings()
  const entries = members.flatMap(({ id }) => (result.member_outcomes[id] ?? []).map((outcome) => ({ id, outcome })))
  if (entries.length === 0) return null
  return (
    <details className={classes['block']}>
      <summary>{t('result.ofMembers')}</summary>
      <ul className={classes['plain']}>
        {entries.map(({ id, outcome }) => {
          const name = `${read(memberTitle(assembly, members, id))}: ${read(outcome.title)}`
          return (
            <li key={`${id}-${outcome.id}`}>
              <div className={classes['pair']}>
                <span>{name}</span>
                <OutcomeBadge outcome={outcome} lists={assembly.lists} />
              </div>
              {noteOf(outcome.id, id)}
              <WhyResult id={outcome.id} member={id} label={name} explainResult={explainResult} askWhyNot={askWhyNot} onGo={onGo} />
            </li>
          )
        })}
      </ul>
    </details>
  )
}
