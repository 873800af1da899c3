import { decisionsRead, type Assembly, type HouseholdInput } from '@tieuchi/runtime'
import { findHistoryDecidedWith } from '../decisions/decision-queries.ts'
import { historyBefore, readHistory, type DecidedAnew } from '../known-households/known-household.ts'
import type { RecordedDecision, RecordedHistory } from '../known-households/recorded-history.ts'
import type { Tx } from '../plugins/database.ts'
import { pinnedLayers } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import type { SubmissionRow } from './submission-queries.ts'

/** Earlier decisions as its rules read them: of a draft those recorded by now, of what was sent those it was decided with. */
export const historyOf = (tx: Tx, book: RuleBook, row: SubmissionRow): Promise<RecordedHistory> =>
  (row.state === 'draft' ? recordedBefore(tx, book, row) : findHistoryDecidedWith(tx, row.id))

async function recordedBefore(tx: Tx, book: RuleBook, row: SubmissionRow): Promise<RecordedHistory> {
  return readHistory(tx, anew(row), decisionsRead(await layersOf(tx, book, row)))
}

/** Of all that was decided on the household of a draft, what its rules read. */
export const historyAmong = async (tx: Tx, book: RuleBook, row: SubmissionRow, decisions: readonly RecordedDecision[]): Promise<RecordedHistory> =>
  historyBefore(decisions, anew(row), decisionsRead(await layersOf(tx, book, row)))

const anew = ({ household_id: household, programme, facts_at: day }: SubmissionRow): DecidedAnew => ({ household, programme, day })

async function layersOf(tx: Tx, book: RuleBook, { programme, rules }: SubmissionRow): Promise<readonly Assembly[]> {
  const layers: Assembly[] = []
  for (const layer of pinnedLayers(rules, programme)) layers.push(await book.assembly(tx, programme, layer, rules))
  return layers
}

/** What its rules judge. */
export const inputOf = ({ answers }: SubmissionRow, unit: UnitOnDate, history: RecordedHistory): HouseholdInput =>
  ({ household: answers.household, members: answers.members, unit: unit.attributes, ...history })
