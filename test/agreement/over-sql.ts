import type { Assembly, HouseholdInput, Moment } from '@tieuchi/runtime'
import { compileProgram, PlanDictionary, Unplannable, type PlanProgram } from '@tieuchi/runtime/plan'
import { openEmbeddedDatabase } from '@tieuchi/server/plugins/database-embedded.ts'
import { NotInSql } from '@tieuchi/server/sql-plan/not-in-sql.ts'
import type { PlanSource } from '@tieuchi/server/sql-plan/plan-source.ts'
import { sql } from 'kysely'
import { judgeBySql } from '../support/sql-judge.ts'
import { byInterpreter, type Execution, type Verdict } from './execution.ts'

let opened: ReturnType<typeof openEmbeddedDatabase> | undefined

/** Households as they are handed over, as one JSON list. */
const handedOver = (inputs: readonly HouseholdInput[]): PlanSource => ({
  households: sql`
    select place as id, coalesce(given->'household', '{}') as household, coalesce(given->'unit', '{}') as unit, given->'members' as members, given->'history' as history,
      given ? 'members' and coalesce(given->>'members_complete', 'true') = 'true' as complete, given ? 'history' as history_asked, (given->>'history_from')::date as history_from
    from jsonb_array_elements(${JSON.stringify(inputs)}::jsonb) with ordinality as input (given, place)`,
  members: sql`select place as ord, member->>'id' as id, member as answers from jsonb_array_elements(coalesce(h.members, '[]')) with ordinality as listed (member, place)`,
  history: sql`
    select entry->>'programme' as programme, entry->>'outcome' as outcome, entry->>'layer' as layer, entry->>'member' as member, entry->'value' as value, entry->>'standard' as standard,
      (entry->>'from')::date as first_day, (entry->>'to')::date as last_day, (entry->>'decided_on')::date as decided_on, place
    from jsonb_array_elements(coalesce(h.history, '[]')) with ordinality as listed (entry, place)`,
})

/** So many are handed over in one statement. */
const together = 500

const judgeAll = async (program: PlanProgram, moment: Moment, inputs: readonly HouseholdInput[]): Promise<readonly Verdict[]> => {
  const verdicts: Verdict[] = []
  for (let start = 0; start < inputs.length; start += together) verdicts.push(...(await judgeSome(program, moment, inputs.slice(start, start + together))))
  return verdicts
}

const judgeSome = async (program: PlanProgram, moment: Moment, inputs: readonly HouseholdInput[]): Promise<readonly Verdict[]> => {
  opened ??= openEmbeddedDatabase()
  const found = await judgeBySql((await opened).db, program, moment, handedOver(inputs))
  return inputs.map(({ members = [] }, index) => found.get(String(index + 1))?.(members.map(({ id }) => id)) ?? byInterpreter)
}

/** The plan as a statement of the database. */
export const overSql = (name: string): Execution => ({
  name,
  reach: { releases: 0.75, left: 0.3 },
  told: (result) => result,
  prepare: async (assembly: Assembly, moment: Moment) => {
    try {
      const program = compileProgram(assembly, new PlanDictionary(assembly.common), 'partial')
      await judgeSome(program, moment, [])
      return { judgeAll: (inputs) => judgeAll(program, moment, inputs) }
    } catch (error) {
      if (error instanceof Unplannable || error instanceof NotInSql) return { reason: error.message }
      throw error
    }
  },
})
