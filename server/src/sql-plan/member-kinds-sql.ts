import type { Moment } from '@tieuchi/runtime'
import type { Graph, Node, PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import type { Sql } from './day-sql.ts'
import type { PlanSource } from './plan-source.ts'

/** What is asked of the members of many households at once. */
export interface MembersQuestion {
  readonly graph: Graph
  readonly moment: Moment
  /** Reductions over members that look at members alone. */
  readonly over: readonly Node[]
  /** Bits of members: how many there are of each combination; undefined where nobody asks how many there are. */
  readonly kinds: readonly Node[] | undefined
  readonly source: PlanSource
}

/** Names of the columns that tell how many members have each combination of some bits. */
export const kindNames = (kinds: readonly Node[]): readonly string[] => (kinds.length === 0 ? [] : Array.from({ length: 2 ** kinds.length }, (_name, number) => `kind${number}`))

/** A select with a row for each `household_id` or none, and which of its columns tell households apart. */
export interface HouseholdsTold {
  readonly rows: Sql
  readonly columns: readonly (readonly [name: string, value: Sql])[]
}

/** The questions to members that a graph looks at. */
const fieldsOf = ({ dictionary, nodes }: Graph): readonly PlanField[] =>
  [...new Set(nodes.flatMap(({ detail }) => (detail.kind === 'answer' && detail.position.place === 'members' ? [dictionary.fieldAt('members', detail.position.index)] : [])))]

/** So many reductions over members, or one that looks at days, are found faster once for all members of whom the same is told. */
const mostReductions = 16

/** Whether what is asked of members takes longer to find than which of them are alike. */
export const takesLong = (graph: Graph, reductions: number): boolean => reductions > mostReductions || fieldsOf(graph).some(({ encoding: { kind } }) => kind === 'date')

/** Of members of many households, as `AlikeSource.everyMember` has them, the `household_id` and all that a graph looks at, as one value: `told`. */
export const membersTold = (graph: Graph, everyMember: Sql): Sql => {
  const answers = fieldsOf(graph).map(({ id }) => sql`m.answers->${id}::text`)
  return sql`select m.household_id, array[${answers.length === 0 ? sql`` : sql.join(answers)}]::jsonb[] as told from (${everyMember}) m`
}

/** What is `told` of members, once where it is the same of many, with the columns of `PlanSource.members`; nobody may ask who they are. */
export const kindsTold = (graph: Graph, members: Sql): Sql => {
  const answers = fieldsOf(graph).map(({ id }, index) => {
    const answer = sql`t.told[${sql.lit(index + 1)}]`
    return sql` || case when ${answer} is null then '{}' else jsonb_build_object(${id}::text, ${answer}) end`
  })
  return sql`select t.told, 0 as ord, null::text as id, '{}'::jsonb${sql.join(answers, sql``)} as answers from (select distinct told from ${members}) t`
}

/** Members in a table, with what a table of kinds tells of theirs. */
export const membersOfKinds = (members: Sql, kinds: Sql): Sql => sql`select r.household_id, k.* from ${members} r join ${kinds} k on k.told = r.told`
