import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { formatValue, type ExplanationNode, type OutcomeResult } from '@tieuchi/runtime'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import { ExplanationTree } from './ExplanationTree.tsx'
import type { ResultPanelProps } from './result-panel-props.ts'
import classes from './results.module.css'

interface OutcomeItemProps extends Pick<ResultPanelProps, 'assembly' | 'explainOutcome' | 'onGo' | 'layer'> {
  readonly outcome: OutcomeResult
}

export const OutcomeItem = ({ assembly, outcome, explainOutcome, onGo, layer }: OutcomeItemProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const [opened, setOpened] = useState(false)
  const { possible, list, unit } = outcome
  const name = read(outcome.title)
  const label = layer === undefined ? name : `${name} – ${layer}`
  return (
    <section className={classes['outcome']} aria-label={label}>
      <div className={classes['pair']}>
        <span className={classes['name']}>{name}</span>
        <OutcomeBadge outcome={outcome} lists={assembly.lists} />
      </div>
      {outcome.state === 'undetermined' && possible && possible.length > 1 && (
        <div className={classes['quiet']}>{t('result.possible')} {possible.map((value) => formatValue(value, { unit, list, lists: assembly.lists, language })).join('; ')}</div>
      )}
      <Button variant="subtle" size="compact-sm" px={0} aria-expanded={opened} aria-label={t('result.whyOf', { name: label })} onClick={() => setOpened(!opened)} rightSection={opened ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}>
        {t('result.why')}
      </Button>
      {opened && <Explanation outcome={outcome.id} explainOutcome={explainOutcome} onGo={onGo} />}
    </section>
  )
}

/** Recomputed whenever the evaluation is another one, so it follows the typing. */
const Explanation = ({ outcome, explainOutcome, onGo }: Pick<ResultPanelProps, 'explainOutcome' | 'onGo'> & { readonly outcome: string }) => {
  const [node, setNode] = useState<ExplanationNode>()
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let current = true
    explainOutcome(outcome).then((next) => current && setNode(next), (error: unknown) => current && setFailure(error))
    return () => {
      current = false
    }
  }, [explainOutcome, outcome])
  if (failure !== undefined) throw failure
  return node ? <ExplanationTree node={node} onGo={onGo} /> : null
}
