import { Alert, Anchor, Loader, SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { HouseholdEntitlements } from '../api/contract.ts'
import { entitlementsQuery } from '../api/entitlement-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { groupEntitlements, groupings, isGrouping, type Grouping } from './entitlement-groups.ts'
import classes from './entitlements.module.css'
import { EntitlementSection } from './EntitlementSection.tsx'
import { MonthlyTotals } from './MonthlyTotals.tsx'
import { RecordedDecisions } from './RecordedDecisions.tsx'
import { RulesApplied } from './RulesApplied.tsx'

/** What a household and its members are entitled to on the reference date, why, and what could still decide. */
export const EntitlementsPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { id } = useParams({ from: '/signed-in/households/$id/entitlements' })
  const { by = 'recipient' } = useSearch({ from: '/signed-in/households/$id/entitlements' })
  const navigate = useNavigate({ from: '/households/$id/entitlements' })
  const { at } = useReferenceDate()
  const { data, error, isPlaceholderData: old } = useQuery(entitlementsQuery(id, at))
  const shown = error ? undefined : data
  return (
    <>
      <PageHead
        focused
        title={shown ? t('entitlements.of', { name: shown.household.label || t('households.unnamed') }) : t('entitlements.title')}
        line={<><Anchor fz="inherit" renderRoot={(props) => <Link to="/households" {...props} />}>{t('shell.households')}</Anchor><span>{[shown?.household.place, shown?.household.unit.name, t('entitlements.onDay', { day: formatDay(at) })].filter(Boolean).join(' · ')}</span></>}
      />
      <div className={classes['page']} aria-busy={old}>
        {error && <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>}
        {!shown && !error && <Loader size="sm" aria-label={t('loading')} />}
        {shown && <Entitlements found={shown} by={by} onBy={(next) => void navigate({ search: (before) => ({ ...before, by: next === 'recipient' ? undefined : next }), replace: true })} />}
      </div>
    </>
  )
}

interface EntitlementsProps {
  readonly found: HouseholdEntitlements
  readonly by: Grouping
  readonly onBy: (by: Grouping) => void
}

const Entitlements = ({ found, by, onBy }: EntitlementsProps) => {
  const { t } = useTranslation()
  if (found.programmes.length === 0) return <EmptyList title={t('entitlements.none', { day: formatDay(found.at) })} text={t('entitlements.noneText')} />
  const groups = groupEntitlements(found, by)
  return (
    <>
      {!found.known && <Alert color="yellow" variant="outline" title={t('entitlements.unknownDay', { day: formatDay(found.at) })}>{t('entitlements.unknownDayText')}</Alert>}
      <div className={classes['overview']}>
        <MonthlyTotals entitlements={groups.flatMap(({ entitlements }) => entitlements)} />
        <RecordedDecisions recorded={found.recorded} />
      </div>
      <SegmentedControl className={classes['grouping'] ?? ''} size="sm" aria-label={t('entitlements.by')} value={by} onChange={(value) => isGrouping(value) && onBy(value)} data={groupings.map((value) => ({ value, label: t(`entitlements.by.${value}`) }))} />
      {groups.map((group) => <EntitlementSection key={group.key} group={group} found={found} />)}
      <RulesApplied programmes={found.programmes} />
    </>
  )
}
