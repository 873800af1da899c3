import { Button } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ExplanationNode } from '@tieuchi/runtime'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExplanationTree } from './ExplanationTree.tsx'
import type { ResultPanelProps } from './result-panel-props.ts'

interface WhyResultProps extends Pick<ResultPanelProps, 'explainResult' | 'onGo'> {
  readonly id: string
  readonly member?: string | undefined
  /** What the result is called, for those who hear the page. */
  readonly label: string
}

/** Opens the reasons of a result under it. */
export const WhyResult = ({ label, ...explained }: WhyResultProps) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button variant="subtle" size="compact-sm" px={0} aria-expanded={opened} aria-label={t('result.whyOf', { name: label })} onClick={() => setOpened(!opened)} rightSection={opened ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}>
        {t('result.why')}
      </Button>
      {opened && <Explanation {...explained} />}
    </>
  )
}

/** Recomputed whenever the evaluation is another one, so it follows the typing. */
const Explanation = ({ id, member, explainResult, onGo }: Omit<WhyResultProps, 'label'>) => {
  const [node, setNode] = useState<ExplanationNode>()
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    let current = true
    explainResult({ id, ...(member !== undefined && { member }) }).then((next) => current && setNode(next), (error: unknown) => current && setFailure(error))
    return () => {
      current = false
    }
  }, [explainResult, id, member])
  if (failure !== undefined) throw failure
  return node ? <ExplanationTree node={node} onGo={onGo} /> : null
}
