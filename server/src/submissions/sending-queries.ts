import { sql, type RawBuilder, type Selectable } from 'kysely'
import { namesOfDecision, storingDecision, type DecisionValues } from '../decisions/decision-queries.ts'
import { spellsOf, type StoredSpells } from '../households/spell-queries.ts'
import { endingNone, endingSpells, endsSpells, namesOfChange, recordingSpells, valuesOfChange, type RegisterChange, type RegisterChangeValues } from '../households/spell-recording-sql.ts'
import { decisionsOf, readDecisions, type StoredDecision } from '../known-households/known-household-queries.ts'
import type { Tx } from '../plugins/database.ts'
import { prepared, preparedAsLast, writer } from '../plugins/database-prepared.ts'
import { textOfRules } from '../policies/pinned-rules.ts'
import { submissionColumns, type SubmissionRow } from './submission-queries.ts'
import type { SubmissionTable } from './submission-table.ts'

/** A submission with all that is known of its household. */
export interface SubmissionToSend {
  readonly row: SubmissionRow
  readonly spells: StoredSpells
  readonly decisions: readonly StoredDecision[]
}

export async function findToSend(tx: Tx, id: string): Promise<SubmissionToSend | undefined> {
  const [found] = await submissionWithHousehold(tx, { id })
  if (found === undefined) return undefined
  const { spells, decisions, ...row } = found
  return { row, spells, decisions: readDecisions(decisions) }
}

const household = sql`submissions.household_id`

const submissionWithHousehold = prepared(['id'], ({ id }: { readonly id: string }) =>
  writer.selectFrom('submissions').select([...submissionColumns, spellsOf(household).as('spells'), decisionsOf(household).as('decisions')]).where('id', '=', id))

/** What sending writes, all of it or nothing. */
export interface Sending {
  readonly id: string
  /** The version seen. */
  readonly version: number
  readonly frozen: Pick<Selectable<SubmissionTable>, 'form' | 'reasons' | 'updated_at' | 'updated_by'>
  /** The rules it is pinned to from now on, where they are not those it was pinned to: the longest thing in a submission. */
  readonly otherRules: Selectable<SubmissionTable>['rules'] | undefined
  readonly register: RegisterChange
  readonly decision: DecisionValues
}

/**
 * Freezes a draft, brings the register up to date, stores the decision and ends the transaction, see `preparedAsLast`; the id of the decision.
 * Fails where draft or register are no longer as seen, see `isOvertaken`.
 */
export async function storeSending(tx: Tx, { id, version, frozen, otherRules, register, decision }: Sending): Promise<string> {
  const { form, reasons, updated_at, updated_by } = frozen
  const sending = endsSpells(register) ? sendingAgain : sendingFirst
  const stored = await sending(tx, {
    id, version, other_rules: otherRules ? textOfRules(otherRules) : null, form, reasons: JSON.stringify(reasons), updated_at, updated_by, ...valuesOfChange(register), ...decision,
  })
  if (stored.length === 0) throw new Error('What is neither stored nor refused was not sent')
  return decision.decision_id
}

/** What `demand_unmoved` fails with. */
const overtaken = 'TC001'

/** Whether a failure of `storeSending` means that somebody else was faster. */
export const isOvertaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === overtaken

interface SendingValues extends RegisterChangeValues, DecisionValues {
  readonly id: string
  readonly version: number
  readonly other_rules: string | null
  readonly form: string
  readonly reasons: string
  readonly updated_at: Date
  readonly updated_by: string
}

const valueNames = ['id', 'version', 'other_rules', 'form', 'reasons', 'updated_at', 'updated_by', ...namesOfChange, ...namesOfDecision] as const

/** In one statement, for every one costs the program and the database more than most of what it does. Its parts run in the order they are written. */
const writeSending = (values: SendingValues, ending: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with ${ending}, going as (
    update submissions
    set rules = coalesce(${values.other_rules}::jsonb, rules), form = ${values.form}, reasons = ${values.reasons}, updated_at = ${values.updated_at}, updated_by = ${values.updated_by}, state = 'submitted', version = version + 1
    where id = ${values.id} and household_id = ${values.household_id} and version = ${values.version} and state = 'draft' and exists (select from unmoved)
    returning true
  ), ${recordingSpells(values)}
  ${storingDecision(values.unit_id, values)}`

/** Where the register knows the household, */
const sendingAgain = preparedAsLast<SendingValues, unknown>(valueNames, (values) => writeSending(values, endingSpells(values)))

/** and where it learns of it. */
const sendingFirst = preparedAsLast<SendingValues, unknown>(valueNames, (values) => writeSending(values, endingNone))
