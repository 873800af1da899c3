import { comparableResult, type PlanResult } from '@tieuchi/runtime/plan'
import { evaluate, RowConflict, type Assembly, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import type { Execution } from './execution.ts'
import { overColumns, whatIf } from './over-columns.ts'
import { overObjects } from './over-objects.ts'
import { overSql } from './over-sql.ts'

/** Every execution that is not the interpreter. A new one is a line here, and nowhere else. */
export const executions: readonly Execution[] = [
  overObjects('plan over objects', (record) => record),
  overObjects('plan over objects, always three-valued', (record) => ({ ...record, full: 0 })),
  overColumns('plan over columns'),
  whatIf('what-if over columns, with every parameter an input'),
  overSql('plan as a statement of the database'),
]

/** What the interpreter says; undefined where the rules contradict themselves on a household. */
export const judgeByInterpreter = async (assembly: Assembly, input: HouseholdInput, moment: Moment): Promise<PlanResult | undefined> => {
  try {
    return comparableResult((await evaluate(assembly, { input, moment })).result)
  } catch (error) {
    if (error instanceof RowConflict) return undefined
    throw error
  }
}
