import type { HouseholdInput } from '@tieuchi/runtime'
import type { Submission } from '../api/contract.ts'

/** What is judged of a submission, stored or as it is being filled. */
type Judged = Pick<Submission, 'answers' | 'unit'> & { readonly [Part in 'history' | 'history_from']?: Submission[Part] | undefined }

/** What the rules of a submission read. */
export const inputOf = ({ answers, unit, history, history_from: since }: Judged): HouseholdInput =>
  ({ household: answers.household, members: answers.members, unit: unit.attributes, ...(history && { history }), ...(since !== undefined && { history_from: since }) })
