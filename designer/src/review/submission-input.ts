import type { HouseholdInput } from '@tieuchi/runtime'
import type { Submission } from '../api/contract.ts'

/** What a stored submission was judged by. */
export const inputOf = ({ answers, unit, history }: Submission): HouseholdInput =>
  ({ household: answers.household, members: answers.members, unit: unit.attributes, ...(history && { history }) })
