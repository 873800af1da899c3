import { Button } from '@mantine/core'
import { writeCaseResult, type CaseDocument, type ProposedCase } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { GateItem } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatInstant } from '../ui/day-text.ts'
import { useDraft } from './draft-context.ts'
import classes from './draft.module.css'

interface GateItemCardProps {
  readonly item: GateItem
  readonly pending: boolean
  readonly onAcknowledge: (subjects: readonly string[]) => void
}

/** More than these would bury the first. */
const mostShown = 50

/** One item of the gate with its problems, what is to be acknowledged by name, and the cases to confirm. */
export const GateItemCard = ({ item, pending, onAcknowledge }: GateItemCardProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft } = useDraft()
  const open = draft.state !== 'published' && draft.state !== 'discarded'
  const unseen = item.subjects.filter(({ acknowledged_by: by }) => by === undefined)
  return (
    <section className={classes['itemCard']} id={`gate-${item.id}`}>
      <div className={classes['itemTitle']}>
        <h2>{read(item.title)}</h2>
        <span className={classes['mark']} data-state={item.state}>{t(`gate.state.${item.state}`)}</span>
      </div>
      <p>{read(item.sentence)} {item.remedy && read(item.remedy)}</p>
      <Lines lines={item.issues.map((issue) => read(issue.message))} />
      {item.subjects.length > 0 && (
        <ul className={classes['concerns']}>
          {item.subjects.slice(0, mostShown).map((subject) => (
            <li key={subject.id}>
              {read(subject.sentence)}
              {subject.acknowledged_by && subject.acknowledged_at && <span className={classes['quiet']}> {t('gate.acknowledgedBy', { person: subject.acknowledged_by.name, at: formatInstant(subject.acknowledged_at) })}</span>}
            </li>
          ))}
        </ul>
      )}
      {open && unseen.length > 0 && <Button variant="default" loading={pending} onClick={() => onAcknowledge(unseen.map(({ id }) => id))}>{t('gate.acknowledge')}</Button>}
      {item.proposals.length > 0 && <Proposals proposals={item.proposals} />}
    </section>
  )
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) => {
  const { t } = useTranslation()
  if (lines.length === 0) return null
  return (
    <ul className={classes['concerns']}>
      {lines.slice(0, mostShown).map((line, index) => <li key={`${index} ${line}`}>{line}</li>)}
      {lines.length > mostShown && <li>{t('gate.more', { count: lines.length - mostShown })}</li>}
    </ul>
  )
}

/** A proposed case as it is kept: what the rules make of it is what the person confirmed. */
const confirmed = ({ purpose: _purpose, suggestion, ...rest }: ProposedCase): CaseDocument => ({ ...rest, expect: suggestion })

const Proposals = ({ proposals }: { readonly proposals: readonly ProposedCase[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor, assembly, writable } = useDraft()
  const shown = proposals.slice(0, mostShown)
  const keep = (cases: readonly ProposedCase[]): void => editor.perform({ name: 'cases.keep', args: { cases: cases.map(confirmed) } })
  return (
    <>
      <h3>{t('gate.proposals')}</h3>
      {writable && <Button variant="default" mb="sm" onClick={() => keep(shown)}>{t('gate.confirmAll', { count: shown.length })}</Button>}
      {shown.map((each) => (
        <div key={each.id} className={classes['case']}>
          <div>{read(each.title)}</div>
          <div>{t('gate.proposalResult', { result: Object.entries(each.suggestion).map(([name, result]) => read(writeCaseResult(assembly, name, result))).join('; ') })}</div>
          {writable && <Button size="compact-sm" variant="subtle" onClick={() => keep([each])}>{t('gate.confirm')}</Button>}
        </div>
      ))}
      {proposals.length > mostShown && <p>{t('gate.more', { count: proposals.length - mostShown })}</p>}
    </>
  )
}
