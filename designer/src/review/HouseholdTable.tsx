import { Anchor, Button, Table, VisuallyHidden } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { CodeList } from '@tieuchi/runtime'
import type { HouseholdLine } from '../api/contract.ts'
import { useTranslation } from 'react-i18next'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import classes from './HouseholdsPage.module.css'

interface HouseholdTableProps {
  readonly lines: readonly HouseholdLine[]
  readonly lists: ReadonlyMap<string, CodeList>
  /** Reference date a review started here gets. */
  readonly at: string
  /** False where no rules are in force on that date, or the person may only read. */
  readonly canStart: boolean
  readonly starting: string | undefined
  readonly onStart: (household: string) => void
}

/** Rows on a desk, cards on a phone. */
export const HouseholdTable = ({ lines, ...row }: HouseholdTableProps) => {
  const { t } = useTranslation()
  return (
    <Table highlightOnHover aria-label={t('households.title')}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('households.household')}</Table.Th>
          <Table.Th>{t('households.place')}</Table.Th>
          <Table.Th ta="end">{t('households.members')}</Table.Th>
          <Table.Th>{t('households.result')}</Table.Th>
          <Table.Th>{t('households.state')}</Table.Th>
          <Table.Th><VisuallyHidden>{t('households.action')}</VisuallyHidden></Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map((line) => <HouseholdRow key={line.id} line={line} {...row} />)}
      </Table.Tbody>
    </Table>
  )
}

const HouseholdRow = ({ line, lists, at, canStart, starting, onStart }: Omit<HouseholdTableProps, 'lines'> & { readonly line: HouseholdLine }) => {
  const { t } = useTranslation()
  const { submission, decided } = line
  const shown = decided ?? submission
  const sentBefore = decided && decided.id !== submission?.id ? decided : undefined
  const label = line.label || t('households.unnamed')
  const again = submission?.state === 'submitted' && submission.reference_date !== at
  return (
    <Table.Tr className={classes['row'] ?? ''}>
      <Table.Td className={classes['name'] ?? ''}>
        {submission
          ? <Anchor fz="inherit" fw={500} renderRoot={(props) => <Link to="/submissions/$id" params={{ id: submission.id }} {...props} />}>{label}</Anchor>
          : label}
      </Table.Td>
      <Table.Td className={`${classes['quiet']} ${classes['place']}`}>{[line.place, line.synthetic && t('households.synthetic')].filter(Boolean).join(' · ')}</Table.Td>
      <Table.Td ta="end" className={classes['members'] ?? ''} data-word={t('households.membersWord')}>{line.member_count}</Table.Td>
      <Table.Td className={classes['result'] ?? ''}>
        {shown && (
          <div className={classes['badges']}>
            {shown.outcomes.filter(({ list }) => list !== undefined).map((outcome) => <OutcomeBadge key={outcome.id} outcome={outcome} lists={lists} />)}
          </div>
        )}
      </Table.Td>
      <Table.Td className={`${classes['quiet']} ${classes['state']}`} title={submission && t('households.updated', { at: formatInstant(submission.updated_at) })}>
        {submission ? t('households.stateOn', { state: t(`households.state.${submission.state}`), day: formatDay(submission.reference_date) }) : t('households.state.none')}
        {sentBefore && <div><Anchor fz="inherit" renderRoot={(props) => <Link to="/submissions/$id" params={{ id: sentBefore.id }} {...props} />}>{t('households.stateOn', { state: t('households.state.submitted'), day: formatDay(sentBefore.reference_date) })}</Anchor></div>}
      </Table.Td>
      <Table.Td ta="end" className={classes['end'] ?? ''}>
        {canStart && (!submission || again) && (
          <Button
            variant="default"
            size="compact-sm"
            loading={starting === line.id}
            onClick={() => onStart(line.id)}
            aria-label={t(again ? 'households.startAgainLabel' : 'households.startLabel', { name: label, day: formatDay(at) })}
          >
            {again ? t('households.startAgain', { day: formatDay(at) }) : t('households.start')}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  )
}
