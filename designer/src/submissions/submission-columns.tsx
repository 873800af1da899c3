import { Anchor } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CodeList } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { SubmissionLine } from '../api/contract.ts'
import type { ListColumn } from '../lists/list-column.ts'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { ResultsInBrief } from '../ui/ResultsInBrief.tsx'
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
    { id: 'name', title: t('submissions.head'), sort: 'name', fixed: true, share: 15.5, className: classes['name'], cell: (line) => <SubmissionName line={line} /> },
    { id: 'unit', title: t('list.unit'), share: 10, hidden: !manyUnits, className: classes['quiet'], cell: ({ unit }) => unit.name },
    { id: 'place', title: t('households.place'), share: 11, hidden: manyUnits, className: classes['quiet'], cell: ({ place }) => place },
    { id: 'programme', title: t('households.programme'), sort: 'programme', share: 17, hidden: !manyProgrammes, className: classes['quiet'], cell: ({ programme }) => programmeOf(programme) },
    { id: 'date', title: t('submissions.date'), sort: 'date', share: 11, className: classes['date'], cell: ({ reference_date: day }) => formatDay(day) },
    { id: 'state', title: t('households.state'), sort: 'state', share: 8, className: `${classes['quiet']} ${classes['state']}`, cell: ({ state }) => t(`households.state.${state}`) },
    { id: 'result', title: t('households.result'), sort: 'result', share: 37.5, className: classes['result'], cell: (line) => <SubmissionResult line={line} lists={lists} /> },
    { id: 'changedBy', title: t('submissions.changedBy'), share: 16, hidden: true, className: classes['quiet'], cell: ({ changed_by: by }) => by.name },
    { id: 'changed', title: t('list.changed'), sort: 'changed', share: 15, className: classes['quiet'], cell: ({ changed_at: at }) => formatInstant(at) },
  ]
}

const SubmissionName = ({ line: { id, label } }: { readonly line: SubmissionLine }) => {
  const { t } = useTranslation()
  return <Anchor fz="inherit" fw={500} renderRoot={(props) => <Link to="/submissions/$id" params={{ id }} {...props} />}>{label || t('households.unnamed')}</Anchor>
}

/** What came out, and what that is to the household now, unless it is the present result. */
const SubmissionResult = ({ line: { outcomes, standing, belated }, lists }: { readonly line: SubmissionLine; readonly lists: ReadonlyMap<string, CodeList> }) => {
  const { t } = useTranslation()
  if (standing === undefined) return null
  const notes = [standing !== 'current' && t(`submissions.standing.${standing}`), belated && t('submissions.belated')].filter(Boolean)
  return (
    <>
      <ResultsInBrief outcomes={outcomes} lists={lists} />
      {notes.length > 0 && <div className={classes['note']}>{notes.join('; ')}</div>}
    </>
  )
}
