import type { Issue } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { GateItem } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { MoveCases } from '../case-bench/MoveCases.tsx'
import { ProposedCases } from '../case-bench/ProposedCases.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { Acknowledgements } from './Acknowledgements.tsx'
import classes from './draft.module.css'
import { IssueLine } from './IssueLine.tsx'

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
  return (
    <section className={classes['itemCard']} id={`gate-${item.id}`}>
      <div className={classes['itemTitle']}>
        <h2>{read(item.title)}</h2>
        <span className={classes['mark']} data-state={item.state}>{t(`gate.state.${item.state}`)}</span>
      </div>
      <p>{read(item.sentence)} {item.remedy && read(item.remedy)}</p>
      <Issues issues={item.issues} />
      {item.id === 'errors' && <MoveCases />}
      <Acknowledgements subjects={item.subjects} open={open} pending={pending} onAcknowledge={onAcknowledge} />
      {item.proposals.length > 0 && <><h3>{t('gate.proposals')}</h3><ProposedCases proposals={item.proposals} /></>}
    </section>
  )
}

const Issues = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const { t } = useTranslation()
  if (issues.length === 0) return null
  return (
    <ul className={classes['concerns']}>
      {issues.slice(0, mostShown).map((issue, index) => <li key={`${index} ${issue.path.join('/')}`}><IssueLine issue={issue} /></li>)}
      {issues.length > mostShown && <li>{t('gate.more', { count: issues.length - mostShown })}</li>}
    </ul>
  )
}
