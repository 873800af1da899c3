import { resultsInBrief, type CodeList } from '@tieuchi/runtime'
import type { OutcomeSummary } from '../api/contract.ts'
import { OutcomeBadge } from './OutcomeBadge.tsx'
import classes from './ResultsInBrief.module.css'

interface ResultsInBriefProps {
  readonly outcomes: readonly OutcomeSummary[]
  readonly lists: ReadonlyMap<string, CodeList>
}

/** What came out, in the line of a list: what is news is seen before what is none. */
export const ResultsInBrief = ({ outcomes, lists }: ResultsInBriefProps) => (
  <div className={classes['results']}>{resultsInBrief<OutcomeSummary>(outcomes).map((outcome) => <OutcomeBadge key={outcome.id} outcome={outcome} lists={lists} />)}</div>
)
