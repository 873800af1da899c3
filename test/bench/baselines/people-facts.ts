import type { TypedMember } from '../workload/typed-household.ts'
import type { HandWrittenLaw } from './hand-written-law.ts'
import { tallyMembers } from './hand-written-members.ts'

const one = (some: boolean): number => (some ? 1 : 0)

/** What the rules read of the members, by the names of the facts; of counts that are only compared with 0, whether there is one. */
export const peopleFacts = (members: readonly TypedMember[], day: number, law: HandWrittenLaw): Readonly<Record<string, number>> => {
  const tally = tallyMembers(members, day, law)
  return {
    member_count: members.length,
    members_without_stable_work: one(tally.withoutStableWork),
    dependents_share: tally.dependents / members.length,
    malnourished_children: one(tally.malnourished),
    uninsured_members: one(tally.uninsured),
    members_short_of_education: one(tally.shortOfEducation),
    children_out_of_level: one(tally.outOfLevel),
    internet_users: tally.internetUsers,
    dependents_count: tally.dependents,
    members_college: tally.college,
    members_vocational: tally.vocational,
    members_upper_secondary: tally.upperSecondary,
    public_workers: tally.publicWorkers,
    non_farm_workers: tally.nonFarmWorkers,
    farm_workers: tally.farmWorkers,
    pensioners: tally.pensioners,
    working_age_members: tally.workingAge,
    young_children: tally.youngChildren,
    elderly_members: tally.elderly,
    very_old_members: tally.veryOld,
    students: tally.students,
    members_away: tally.away,
    oldest_age: tally.oldestAge,
    wages: tally.wages,
    remittances: tally.remittances,
  }
}
