import { UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { explain, type Assembly, type Question } from '@tieuchi/runtime'
import { memo, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ResultPanel } from '../results/ResultPanel.tsx'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import classes from './SubmissionPage.module.css'
import type { Judgement } from './use-judgement.ts'

interface ResultAsideProps {
  readonly assembly: Assembly
  readonly judgement: Judgement | undefined
  readonly onGo: (question: Question) => void
}

/** The result so far: beside the form, or on a phone a bar at the bottom that opens upward. */
export const ResultAside = memo(({ assembly, judgement, onGo }: ResultAsideProps) => {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const [opened, setOpened] = useState(false)
  const panel = judgement && <JudgementPanel judgement={judgement} onGo={(question) => {
    setOpened(false)
    onGo(question)
  }} />
  if (!narrow) {
    return (
      <aside className={classes['aside']} aria-labelledby="result-title">
        <h2 id="result-title">{t('result.soFar')}</h2>
        {panel}
      </aside>
    )
  }
  return (
    <aside className={classes['bar']} aria-label={t('result.soFar')}>
      {opened && <div className={classes['upward']}>{panel}</div>}
      <UnstyledButton className={classes['opener'] ?? ''} aria-expanded={opened} onClick={() => setOpened(!opened)}>
        <span>{t('result.soFar')}</span>
        {judgement && <ShortResult assembly={assembly} judgement={judgement} />}
        {opened ? <IconChevronDown size={18} aria-hidden /> : <IconChevronUp size={18} aria-hidden />}
      </UnstyledButton>
    </aside>
  )
})
ResultAside.displayName = 'ResultAside'

const JudgementPanel = ({ judgement, onGo }: Pick<ResultAsideProps, 'onGo'> & { readonly judgement: Judgement }) => {
  const { evaluation, assembly, input } = judgement
  const explainOutcome = useCallback((outcome: string) => explain(evaluation, outcome), [evaluation])
  return <ResultPanel assembly={assembly} result={evaluation.result} members={input.members ?? []} explainOutcome={explainOutcome} onGo={onGo} />
}

const ShortResult = ({ assembly, judgement }: { readonly assembly: Assembly; readonly judgement: Judgement }) => {
  const { read } = useLanguage()
  const [first] = judgement.evaluation.result.outcomes
  return first ? <span title={read(first.title)}><OutcomeBadge outcome={first} lists={assembly.lists} /></span> : null
}
