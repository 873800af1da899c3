import { UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { explain, whyNot, type Places, type Question, type ResultName, type Text } from '@tieuchi/runtime'
import { memo, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { LayeredResults } from '../results/LayeredResults.tsx'
import type { WhyNotBy } from '../results/result-panel-props.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import classes from './SubmissionPage.module.css'
import { layersOf, type Judgement } from './use-judgement.ts'

interface ResultAsideProps {
  /** Absent until the first, and where the rules cannot judge the answers. */
  readonly judgement: Judgement | undefined
  readonly problem?: Text | undefined
  /** Names of the units whose rules are read. */
  readonly places: Places
  readonly onGo: (question: Question) => void
}

/** The result so far: beside the form, or on a phone a bar at the bottom that opens upward. */
export const ResultAside = memo(({ judgement, problem, places, onGo }: ResultAsideProps) => {
  const { t } = useTranslation()
  const narrow = useMediaQuery('(max-width: 62em)', false, { getInitialValueInEffect: false })
  const [opened, setOpened] = useState(false)
  const panel = problem ? <p>{t('rulesProblem.title')}</p> : judgement && <JudgementPanel judgement={judgement} places={places} onGo={(question) => {
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
        {judgement && <ShortResult judgement={judgement} />}
        {opened ? <IconChevronDown size={18} aria-hidden /> : <IconChevronUp size={18} aria-hidden />}
      </UnstyledButton>
    </aside>
  )
})
ResultAside.displayName = 'ResultAside'

const JudgementPanel = ({ judgement, places, onGo }: Omit<ResultAsideProps, 'judgement' | 'problem'> & { readonly judgement: Judgement }) => {
  const layers = useMemo(() => layersOf(judgement).map((evaluation) => ({
    assembly: evaluation.interpreter.assembly,
    result: evaluation.result,
    explainResult: ({ id, member }: ResultName) => explain(evaluation, id, member, places),
    askWhyNot: ({ id, member }: ResultName, by: WhyNotBy) => whyNot(evaluation, id, { by, ...(member !== undefined && { member }) }),
  })), [judgement, places])
  return <LayeredResults layers={layers} members={judgement.input.members ?? []} places={places} onGo={onGo} />
}

/** The first outcome; of the local layer where there is one, as in the list of households. */
const ShortResult = ({ judgement }: { readonly judgement: Judgement }) => {
  const { read } = useLanguage()
  const [first] = (judgement.local ?? judgement.evaluation).result.outcomes
  return first ? <span title={read(first.title)}><OutcomeBadge outcome={first} lists={judgement.assembly.lists} /></span> : null
}
