import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { resultsInBrief, type CodeList } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { SubmissionLine } from '../api/contract.ts'
import type { ListColumn } from '../lists/list-column.ts'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import type { SubmissionSortKey } from './submission-search.ts'
import classes from './SubmissionsPage.module.css'

interface SubmissionColumnsProps {
  readonly lists: ReadonlyMap<string, CodeList>
  readonly programmeOf: (id: string) => string
  /** Whether there is more than one programme. */
  readonly manyProgrammes: boolean
  /** Whether submissions of more than one unit are seen. */
  readonly manyUnits: boolean
}

/** The columns of the list of submissions. */
export const useSubmissionColumns = ({ lists, programmeOf, manyProgrammes, manyUnits }: SubmissionColumnsProps): readonly ListColumn<SubmissionLine, SubmissionSortKey>[] => {
  const { t } = useTranslation()
  return [
    { id: 'name', title: t('submissions.head'), sort: 'name', fixed: true, share: 18, className: classes['name'], cell: (line) => <SubmissionName line={line} /> },
    { id: 'unit', title: t('list.unit'), share: 12, hidden: !manyUnits, className: classes['quiet'], cell: ({ unit }) => unit.name },
    { id: 'place', title: t('households.place'), share: 13, hidden: manyUnits, className: classes['quiet'], cell: ({ place }) => place },
    { id: 'programme', title: t('households.programme'), sort: 'programme', share: 16, hidden: !manyProgrammes, className: classes['quiet'], cell: ({ programme }) => programmeOf(programme) },
    { id: 'date', title: t('submissions.date'), sort: 'date', share: 13, className: classes['date'], cell: ({ reference_date: day }) => formatDay(day) },
    { id: 'state', title: t('households.state'), sort: 'state', share: 11, className: `${classes['quiet']} ${classes['state']}`, cell: ({ state }) => t(`households.state.${state}`) },
    { id: 'result', title: t('households.result'), sort: 'result', share: 24, className: classes['result'], cell: (line) => <SubmissionResult line={line} lists={lists} /> },
    { id: 'changedBy', title: t('submissions.changedBy'), share: 16, className: classes['quiet'], cell: ({ changed_by: by }) => by.name },
    { id: 'changed', title: t('list.changed'), sort: 'changed', share: 14, className: classes['quiet'], cell: ({ changed_at: at }) => formatInstant(at) },
  ]
}

const SubmissionName = ({ line: { id, label } }: { readonly line: SubmissionLine }) => {
  const { t } = useTranslation()
  return <Anchor fz="inherit" fw={500} renderRoot={(props) => <Link to="/submissions/$id" params={{ id }} {...props} />}>{label || t('households.unnamed')}</Anchor>
}

/** What came out, and what that is to the household now. */
const SubmissionResult = ({ line: { outcomes, standing, belated }, lists }: { readonly line: SubmissionLine; readonly lists: ReadonlyMap<string, CodeList> }) => {
  const { t } = useTranslation()
  if (standing === undefined) return null
  return (
    <>
      <div className={classes['badges']}>{resultsInBrief(outcomes).map((outcome) => <OutcomeBadge key={outcome.id} outcome={outcome} lists={lists} />)}</div>
      <div className={classes['note']}>{[t(`submissions.standing.${standing}`), belated && t('submissions.belated')].filter(Boolean).join('; ')}</div>
    </>
  )
}
