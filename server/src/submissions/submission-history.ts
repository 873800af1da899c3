import { decisionsRead, type Assembly, type HouseholdInput } from '@tieuchi/runtime'
import { findHistoryDecidedWith } from '../decisions/decision-queries.ts'
import { readHistory } from '../known-households/known-household.ts'
import type { RecordedHistory } from '../known-households/recorded-history.ts'
import type { Tx } from '../plugins/database.ts'
import { pinnedLayers } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import type { SubmissionRow } from './submission-queries.ts'

/** Earlier decisions as its rules read them: of a draft those recorded by now, of what was sent those it was decided with. */
export const historyOf = (tx: Tx, book: RuleBook, row: SubmissionRow): Promise<RecordedHistory> =>
  (row.state === 'draft' ? recordedBefore(tx, book, row) : findHistoryDecidedWith(tx, row.id))

async function recordedBefore(tx: Tx, book: RuleBook, { household_id: household, programme, facts_at: day, rules }: SubmissionRow): Promise<RecordedHistory> {
  const layers: Assembly[] = []
  for (const layer of pinnedLayers(rules, programme)) layers.push(await book.assembly(tx, programme, layer, rules))
  return readHistory(tx, { household, programme, day }, decisionsRead(layers))
}

/** What its rules judge. */
export const inputOf = ({ answers }: SubmissionRow, unit: UnitOnDate, history: RecordedHistory): HouseholdInput =>
  ({ household: answers.household, members: answers.members, unit: unit.attributes, ...history })
