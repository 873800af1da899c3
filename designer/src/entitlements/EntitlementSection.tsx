import { Alert } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { EntitlementLine, HouseholdEntitlements } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import type { EntitlementGroup, PlacedEntitlement } from './entitlement-groups.ts'
import { EntitlementRow } from './EntitlementRow.tsx'
import classes from './entitlements.module.css'
import { AppliedRelease } from './RulesApplied.tsx'

interface EntitlementSectionProps {
  readonly group: EntitlementGroup
  readonly found: HouseholdEntitlements
}

/** What one recipient has, or one programme gives: what is granted first, then what is open; what waits for a first decision, and what is not given, is folded. */
export const EntitlementSection = ({ group: { member, programme, entitlements }, found }: EntitlementSectionProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const nameOf = (id: string | undefined): string => {
    const named = found.members.find((each) => each.id === id)
    return named ? read(named.title) : t('entitlements.household')
  }
  const title = programme ? read(programme.title) : nameOf(member)
  if (entitlements.length === 0 && programme?.problem === undefined) return null
  const inState = (state: EntitlementLine['state']): readonly PlacedEntitlement[] => entitlements.filter(({ line }) => line.state === state)
  const rows = (of: readonly PlacedEntitlement[]) => (
    <ul className={classes['rows']}>
      {of.map((each) => <EntitlementRow key={`${each.programme.programme} ${each.line.id} ${each.line.member ?? ''}`} entitlement={each} household={found.household.id} at={found.at} beside={programme ? nameOf(each.line.member) : read(each.programme.title)} recipient={nameOf(each.line.member)} />)}
    </ul>
  )
  const refused = inState('refused')
  const open = inState('undetermined')
  // Where nothing was decided yet, all that rests on decisions waits for one and the same thing.
  const waiting = found.recorded.length === 0 ? open.filter(({ line: { missing } }) => missing.some(({ field }) => field === 'history')) : []
  const folded = (summary: string, of: readonly PlacedEntitlement[]) => of.length > 0 && <details className={classes['folded']}><summary>{summary}</summary>{rows(of)}</details>
  return (
    <section className={classes['group']} aria-label={title}>
      <h2 className={classes['recipient']}>{title}</h2>
      {programme && <div className={classes['quiet']}><AppliedRelease {...programme} /></div>}
      {programme?.problem && <Alert color="red" variant="outline" mt="sm">{read(programme.problem)}</Alert>}
      {rows([...inState('granted'), ...open.filter((each) => !waiting.includes(each))])}
      {folded(t('entitlements.waiting', { number: waiting.length }), waiting)}
      {folded(t('result.refused', { number: refused.length }), refused)}
    </section>
  )
}
