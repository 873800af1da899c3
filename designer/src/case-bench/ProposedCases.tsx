import { Button, Checkbox, Group, Loader } from '@mantine/core'
import { pieceTitle, writeCaseResult, type CaseDocument, type ProposedCase } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { CaseAnswers } from '../elements/CaseText.tsx'
import elements from '../elements/elements.module.css'
import classes from './case-bench.module.css'

/** More than these would bury the first. */
const mostShown = 50

/** A proposed case as it is kept: what the rules make of it is what the person confirmed. */
const confirmed = ({ purpose: _purpose, suggestion, ...rest }: ProposedCase): CaseDocument => ({ ...rest, expect: suggestion })

interface ProposedCasesProps {
  /** Absent until they are known. */
  readonly proposals: readonly ProposedCase[] | undefined
  readonly waiting?: boolean
}

/** Cases that the gate proposes, each with why and what the rules make of it, to be confirmed one by one or many at once. */
export const ProposedCases = ({ proposals = [], waiting = false }: ProposedCasesProps) => {
  const { t } = useTranslation()
  const { editor, writable } = useDraft()
  const [chosen, setChosen] = useState<readonly string[]>([])
  const shown = proposals.slice(0, mostShown)
  const picked = shown.filter(({ id }) => chosen.includes(id))
  const keep = (cases: readonly ProposedCase[]): void => {
    editor.perform({ name: 'cases.keep', args: { cases: cases.map(confirmed) } })
    setChosen([])
  }
  if (proposals.length === 0) return <p className={classes['quiet']}>{waiting ? <><Loader size={12} aria-hidden /> {t('gate.judging')}</> : t('bench.noneProposed')}</p>
  return (
    <>
      {writable && (
        <Group gap="sm" mb="sm">
          {picked.length > 0
            ? <Button onClick={() => keep(picked)}>{t('bench.confirmChosen', { count: picked.length })}</Button>
            : <Button variant="default" onClick={() => keep(shown)}>{t('gate.confirmAll', { count: shown.length })}</Button>}
        </Group>
      )}
      {shown.map((each) => (
        <Proposal key={each.id} proposal={each} onKeep={() => keep([each])} chosen={chosen.includes(each.id)} onChosen={(on) => setChosen(on ? [...chosen, each.id] : chosen.filter((id) => id !== each.id))} />
      ))}
      {proposals.length > mostShown && <p>{t('gate.more', { count: proposals.length - mostShown })}</p>}
    </>
  )
}

interface ProposalProps {
  readonly proposal: ProposedCase
  readonly chosen: boolean
  readonly onChosen: (chosen: boolean) => void
  readonly onKeep: () => void
}

const Proposal = ({ proposal, chosen, onChosen, onKeep }: ProposalProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, writable } = useDraft()
  const title = read(proposal.title)
  return (
    <div className={classes['proposal']}>
      {writable && <Checkbox aria-label={t('bench.choose', { title })} checked={chosen} onChange={(event) => onChosen(event.currentTarget.checked)} />}
      <div>
        <div>{title}</div>
        <div>
          {t('gate.proposalResult')} {Object.entries(proposal.suggestion).map(([name, result]) => <strong key={name}>{read(pieceTitle(assembly, name))}: {read(writeCaseResult(assembly, name, result))}</strong>)}
        </div>
        <details className={classes['given']}>
          <summary>{t('gate.given')}</summary>
          <dl className={elements['facts']}><CaseAnswers assembly={assembly} example={proposal} /></dl>
        </details>
        {writable && <Button size="compact-sm" variant="subtle" px={0} onClick={onKeep}>{t('gate.confirm')}</Button>}
      </div>
    </div>
  )
}
