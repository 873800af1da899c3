import { setImmediate } from 'node:timers/promises'
import type { OutcomeFlow } from '@tieuchi/runtime/columns/outcome-flow.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { RowJudge, type JudgedOutcome } from '../../batches/row-judge.ts'
import type { RulesOnTrial } from '../../batches/rules-on-trial.ts'
import { withoutValue } from '../../batches/flow-counts.ts'
import type { ColumnJudge } from './column-judge.ts'
import type { ImpactQuestion } from './impact-question.ts'
import type { JudgedHousehold } from './judged-household.ts'

/** After so many households others have their turn. */
const rowsOfTurn = 50

/** Where a household in columns stands, told as one judged for itself is. */
export const standingOf = ({ state, value }: OutcomeFlow['before'][number] = { state: 'apart' }): JudgedOutcome => {
  if (state === 'apart') throw new Error('A household apart has no standing in columns')
  return value === undefined ? { state } : { state, value }
}

/** What columns found by the two rules that are compared. */
type JudgedColumns = Pick<ColumnJudge, 'flow'>

/** Households that are judged one by one: all of them where there is no judge of columns. */
function* rowsApart(register: RegisterColumns, columns: JudgedColumns | undefined): Generator<RegisterRow> {
  if (columns) for (const { members, row } of columns.flow.apart) yield register.readAt(members, row)
  else for (const { members, rows } of register.buckets) for (let row = 0; row < rows; row += 1) yield register.readAt(members, row)
  yield* register.apart.values()
}

/** Whether determined values are too many to be told apart. */
export const isEndless = (categories: OutcomeFlow['before']): boolean => categories.some(({ state, value }) => state === 'determined' && value === undefined)

/** Judges those one by one whom columns cannot hold or say, in some units. Stops where the signal says so. */
export async function* judgeApart(register: RegisterColumns, question: ImpactQuestion, { columns, units, signal }: { readonly columns: JudgedColumns | undefined; readonly units: ReadonlySet<string>; readonly signal: AbortSignal }): AsyncGenerator<JudgedHousehold & { readonly at: { readonly row: RegisterRow } }> {
  const judgeOf = (rules: RulesOnTrial) => new RowJudge(rules, question.subject, question.moment)
  let judges: { readonly before: RowJudge; readonly after: RowJudge } | undefined
  const endless = columns && { before: isEndless(columns.flow.before), after: isEndless(columns.flow.after) }
  let judged = 0
  for (const row of rowsApart(register, columns)) {
    if (!units.has(row.unit)) continue
    judges ??= { before: judgeOf(question.before), after: judgeOf(question.after) }
    const [before, after] = [await judges.before.judge(row.input), await judges.after.judge(row.input)]
    yield { id: row.id, unit: row.unit, before: withoutValue(before, endless?.before), after: withoutValue(after, endless?.after), changed: JSON.stringify(before) !== JSON.stringify(after), at: { row } }
    judged += 1
    if (judged % rowsOfTurn === 0) await setImmediate()
    signal.throwIfAborted()
  }
}
