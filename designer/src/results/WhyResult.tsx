import { Button, Group } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { ExplanationNode } from '@tieuchi/runtime'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ExplanationTree } from './ExplanationTree.tsx'
import type { ResultPanelProps } from './result-panel-props.ts'
import { WhyNotList } from './WhyNotList.tsx'

interface WhyResultProps extends Pick<ResultPanelProps, 'explainResult' | 'askWhyNot' | 'onGo'> {
  readonly id: string
  readonly member?: string | undefined
  /** What the result is called, for those who hear the page. */
  readonly label: string
  /** Whether its reasons are open from the beginning. */
  readonly opened?: boolean
}

/** Opens the reasons of a result under it, and what would have to be different. */
export const WhyResult = ({ label, askWhyNot, opened: begun = false, ...explained }: WhyResultProps) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState<'why' | 'whyNot' | undefined>(begun ? 'why' : undefined)
  const opener = (which: 'why' | 'whyNot') => (
    <Button variant="subtle" size="compact-sm" px={0} aria-expanded={opened === which} aria-label={t(`result.${which}Of`, { name: label })} onClick={() => setOpened(opened === which ? undefined : which)} rightSection={opened === which ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}>
      {t(`result.${which}`)}
    </Button>
  )
  return (
    <>
      <Group gap="md">
        {opener('why')}
        {opener('whyNot')}
      </Group>
      {opened === 'why' && <Explanation {...explained} />}
      {opened === 'whyNot' && <WhyNotList id={explained.id} member={explained.member} askWhyNot={askWhyNot} />}
    </>
  )
}

/** Recomputed whenever the evaluation is another one, so it follows the typing. */
const Explanation = ({ id, member, explainResult, onGo }: Omit<WhyResultProps, 'label' | 'askWhyNot' | 'opened'>) => {
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
