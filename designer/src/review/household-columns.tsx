import { Anchor, Button } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CodeList } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { HouseholdLine } from '../api/contract.ts'
import type { ListColumn } from '../lists/list-column.ts'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { ResultsInBrief } from '../ui/ResultsInBrief.tsx'
import type { HouseholdSortKey } from './household-search.ts'
import classes from './HouseholdsPage.module.css'

export interface HouseholdColumnsProps {
  readonly lists: ReadonlyMap<string, CodeList>
  /** Whether households of more than one unit are seen. */
  readonly manyUnits: boolean
  /** Reference date a review started here gets. */
  readonly at: string
  /** False where no rules are in force on that date, or the person may only read. */
  readonly canStart: boolean
  readonly starting: string | undefined
  readonly onStart: (household: string) => void
}

/** The columns of the list of households. */
export const useHouseholdColumns = ({ lists, manyUnits, ...starting }: HouseholdColumnsProps): readonly ListColumn<HouseholdLine, HouseholdSortKey>[] => {
  const { t } = useTranslation()
  return [
    { id: 'name', title: t('households.household'), sort: 'name', fixed: true, share: 14, className: classes['name'], cell: (line) => <HouseholdName line={line} /> },
    { id: 'unit', title: t('list.unit'), share: 12, hidden: !manyUnits, className: classes['quiet'], cell: ({ unit }) => unit.name },
    { id: 'place', title: t('households.place'), sort: 'place', share: 14, className: `${classes['quiet']} ${classes['place']}`, cell: ({ place, synthetic }) => [place, synthetic && t('households.synthetic')].filter(Boolean).join(' · ') },
    { id: 'members', title: t('households.members'), sort: 'members', share: 7, align: 'end', word: t('households.membersWord'), className: classes['members'], cell: ({ member_count: members }) => members },
    { id: 'result', title: t('households.result'), sort: 'result', share: 34.5, className: classes['result'], cell: (line) => <HouseholdResult line={line} lists={lists} /> },
    { id: 'state', title: t('households.state'), sort: 'date', share: 13, className: `${classes['quiet']} ${classes['state']}`, cell: (line) => <HouseholdState line={line} /> },
    { id: 'changed', title: t('list.changed'), sort: 'changed', share: 12, hidden: true, className: classes['quiet'], cell: ({ changed_at: changed }) => changed && formatInstant(changed) },
    { id: 'entitlements', title: t('entitlements.title'), share: 10, className: classes['entitlements'], cell: (line) => <EntitlementsLink line={line} at={starting.at} /> },
    { id: 'action', title: t('households.action'), fixed: true, silent: true, share: 12, align: 'end', className: classes['end'], cell: (line) => <HouseholdAction line={line} {...starting} /> },
  ]
}

const EntitlementsLink = ({ line: { id, label }, at }: { readonly line: HouseholdLine; readonly at: string }) => {
  const { t } = useTranslation()
  return <Anchor fz="inherit" aria-label={t('entitlements.ofLabel', { name: label || t('households.unnamed'), day: formatDay(at) })} renderRoot={(props) => <Link to="/households/$id/entitlements" params={{ id }} {...props} />}>{t('entitlements.title')}</Anchor>
}

const HouseholdName = ({ line: { label, submission } }: { readonly line: HouseholdLine }) => {
  const { t } = useTranslation()
  const name = label || t('households.unnamed')
  return submission ? <Anchor fz="inherit" fw={500} renderRoot={(props) => <Link to="/submissions/$id" params={{ id: submission.id }} {...props} />}>{name}</Anchor> : name
}

/** What came out for the newest reference date, and whether another was sent since for an earlier one. */
const HouseholdResult = ({ line: { decided, sent_since: since }, lists }: { readonly line: HouseholdLine; readonly lists: ReadonlyMap<string, CodeList> }) => {
  const { t } = useTranslation()
  if (!decided) return null
  return (
    <>
      <ResultsInBrief outcomes={decided.outcomes} lists={lists} />
      {since && (
        <div className={classes['note']}>
          <div><Anchor fz="inherit" renderRoot={(props) => <Link to="/submissions/$id" params={{ id: decided.id }} {...props} />}>{t('list.resultOf', { day: formatDay(decided.reference_date) })}</Anchor></div>
          {t('list.sentSince', { day: formatDay(since.reference_date), at: formatInstant(since.updated_at) })}
        </div>
      )}
    </>
  )
}

const HouseholdState = ({ line: { submission, decided } }: { readonly line: HouseholdLine }) => {
  const { t } = useTranslation()
  if (!submission) return t('households.state.none')
  const other = decided && decided.id !== submission.id ? decided : undefined
  return (
    <span title={t('households.updated', { at: formatInstant(submission.updated_at) })}>
      {t('households.stateOn', { state: t(`households.state.${submission.state}`), day: formatDay(submission.reference_date) })}
      {other && <div><Anchor fz="inherit" renderRoot={(props) => <Link to="/submissions/$id" params={{ id: other.id }} {...props} />}>{t('households.stateOn', { state: t('households.state.submitted'), day: formatDay(other.reference_date) })}</Anchor></div>}
    </span>
  )
}

const HouseholdAction = ({ line: { id, label, submission }, at, canStart, starting, onStart }: Omit<HouseholdColumnsProps, 'lists' | 'manyUnits'> & { readonly line: HouseholdLine }) => {
  const { t } = useTranslation()
  const again = submission?.state === 'submitted' && submission.reference_date !== at
  if (!canStart || (submission && !again)) return null
  return (
    <Button
      variant="default"
      size="compact-sm"
      loading={starting === id}
      onClick={() => onStart(id)}
      aria-label={t(again ? 'households.startAgainLabel' : 'households.startLabel', { name: label || t('households.unnamed'), day: formatDay(at) })}
    >
      {again ? t('households.startAgain') : t('households.start')}
    </Button>
  )
}
