import type { Moment } from '@tieuchi/runtime'
import type { Graph, Node } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { Sql } from './day-sql.ts'
import { kindNames, membersStatement, planStatement, rootName } from './plan-sql.ts'
import { comparedDays } from './compared-days.ts'
import { readsOf, type PlanReads } from './plan-reads.ts'
import type { PlanSource } from './plan-source.ts'

/** A source that tells of all its households at once what it tells of each. */
export interface AlikeSource extends PlanSource {
  /** Of `households` the `id`, `unit_id` and answers, those of the household to some questions at least. */
  readonly everyHousehold: (questions: readonly string[]) => Sql
  /** A select of a row for each household whose earlier decisions somebody asked for: `household_id`, `history_from`, and the columns of `recorded`. */
  readonly everyPast: Sql
  /** A select of a row for each member of all households: `household_id` and what `members` has. */
  readonly everyMember: Sql
  /**
   * Columns of what earlier decisions came to: JSON lists of `entries`, in each of which the second is the member it is of, and which name decisions
   * by number; by programme the `days` of these decisions, the earliest first, from which on history is complete as the first of them says; and on which days they were made, `decidedOn`.
   */
  readonly recorded: Readonly<Record<'entries' | 'days' | 'decidedOn', readonly string[]>>
  /** The attributes of a unit as `households` has them in `unit`. */
  readonly unitAnswers: (unit: Sql) => Sql
}

/** What is asked of households. */
export interface AlikeQuestion {
  readonly graph: Graph
  readonly moment: Moment
  /** Nodes of the household. */
  readonly roots: readonly Node[]
  readonly source: AlikeSource
}

/** So many bits of members are told apart by their combinations. */
const mostKinds = 4

/** Whether it can be told at once which households are alike. */
const canBeTold = ({ ordered, kinds = [] }: PlanReads): boolean => !ordered && kinds.length <= mostKinds && kinds.every(({ lane }) => lane === 'bit')

/**
 * The select of groups of households that the roots cannot tell apart: `unit_id`, the `ids` of those in that unit, how many `households` they
 * are, and one of all that are alike, wherever it is: what is found of it holds of all it is `standing_for`.
 */
const alikeStatement = (question: AlikeQuestion): Sql => {
  const reads = readsOf(question.roots)
  return canBeTold(reads) ? groupsStatement(question, reads) : sql`select h.unit_id, array[h.id] as ids, 1::bigint as households, h.id as standing_for from (${question.source.households}) h`
}

/** Something by which households are told apart: a select with a row for each household or none, and which of its columns. */
interface Side {
  readonly rows: Sql
  readonly columns: readonly (readonly [name: string, value: Sql])[]
}

const groupsStatement = (question: AlikeQuestion, reads: PlanReads): Sql => {
  const { graph, source } = question
  const sides = [...pastOf(question, reads), ...membersOf(question, reads)].map((side, index) => ({ ...side, name: sql.raw(`s${index}`) }))
  const own = [['regular', sql`h.regular`] as const, ...reads.own.map((node) => [rootName(node), sql`h.${sql.ref(rootName(node))}`] as const)]
  const columns = [...own, ...sides.flatMap((side) => side.columns)]
  const names = columns.map(([name]) => sql.ref(name))
  const unit = reads.unit.map((index) => sql`${source.unitAnswers(sql`g.unit_id`)}->${graph.dictionary.fieldAt('unit', index).id}::text`)
  return sql`
    select g.unit_id, g.ids, g.households, first_value(g.ids[1]) over (partition by ${sql.join([...unit, ...names.map((name) => sql`g.${name}`)])}) as standing_for
    from (
      select unit_id, array_agg(id) as ids, count(*) as households, ${sql.join(names)}
      from (
        select h.id, h.unit_id, ${sql.join(columns.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))}
        from (${ownOf(question, reads)}) h${sql.join(sides.map(({ name, rows }) => sql` left join (${rows}) ${name} on ${name}.household_id = h.id`), sql``)}
      ) h group by unit_id, ${sql.join(names)}
    ) g`
}

const ownOf = ({ graph, moment, source }: AlikeQuestion, { own }: PlanReads): Sql => {
  const questions = graph.nodes.flatMap(({ detail }) => (detail.kind === 'answer' && detail.position.place === 'household' ? [graph.dictionary.fieldAt('household', detail.position.index).id] : []))
  return planStatement({ graph, moment, roots: own, source: { ...source, households: source.everyHousehold([...new Set(questions)]) }, besides: ['unit_id'], regularOf: 'household' })
}

const pastOf = ({ graph, moment, roots, source: { everyPast, recorded } }: AlikeQuestion, { past, days, named }: PlanReads): readonly Side[] => {
  if (!past) return []
  const column = (name: string) => [name, sql.ref(name)] as const
  const isNamed = recorded.entries.map((name) => sql`coalesce(${sql.ref(name)} @? '$[*][1] ? (@ != null)', false)`)
  return [{
    rows: everyPast,
    columns: [
      ...recorded.entries.map(column), ...daysOf(recorded.days, comparedDays(graph, roots, moment)), ...(days ? recorded.decidedOn.map(column) : []),
      ...(named && isNamed.length > 0 ? [['itself', sql`case when ${sql.join(isNamed, sql` or `)} then h.id end`] as const] : []),
    ],
  }]
}

/** Days as far as anything depends on them: how many there are until each day they are compared with; of several programmes they are compared with one another. */
const daysOf = (columns: readonly string[], compared: readonly string[] | undefined): Side['columns'] => {
  const [only, ...others] = columns
  if (only === undefined) return []
  if (others.length > 0 || compared === undefined) return ['history_from', ...columns].map((name) => [name, sql.ref(name)] as const)
  const until = compared.map((day, index) => [`until${index}`, sql`width_bucket(${day}::date, ${sql.ref(only)})`] as const)
  return [['history_complete', sql`history_from is null`], ['decisions', sql`cardinality(${sql.ref(only)})`], ...until]
}

const membersOf = ({ graph, moment, source }: AlikeQuestion, { members, kinds }: PlanReads): readonly Side[] => {
  if (members.length === 0 && kinds === undefined) return []
  const names = [...members.map(rootName), ...(kinds === undefined ? [] : kinds.length === 0 ? ['members'] : kindNames(kinds))]
  return [{
    rows: membersStatement({ graph, moment, over: members, kinds: kinds ?? [], source, everyMember: source.everyMember }),
    columns: ['members_regular', ...names].map((name) => [name, sql.ref(name)] as const),
  }]
}

/**
 * How the groups are found: by hashes that stay in memory, by as many processes as there are. The database thinks of as many groups as
 * households, and would sort them.
 */
const settings = { jit: 'off', work_mem: '256MB', enable_sort: 'off', parallel_setup_cost: '0', parallel_tuple_cost: '0.01' } as const

/** Groups of households that are alike: a table, once it is kept, and the select it is made of. */
export interface AlikeGroups {
  readonly table: Sql
  readonly select: Sql
}

let made = 0

/** The groups, to be kept before a statement reads their table. */
export const groupAlike = (question: AlikeQuestion): AlikeGroups => {
  made += 1
  return { table: sql`pg_temp.${sql.ref(`alike_${made}`)}`, select: alikeStatement(question) }
}

/** Keeps the groups while the transaction lasts; the database knows how many there are, which it cannot guess of what they are made of. */
export async function keepAlike(tx: Tx, { table, select }: AlikeGroups): Promise<void> {
  await sql`select set_config(name, value, true) from (values ${sql.join(Object.entries(settings).map(([key, value]) => sql`(${key}, ${value})`))}) s (name, value)`.execute(tx)
  await sql`create temp table ${table} on commit drop as ${select}`.execute(tx)
  await sql`analyze ${table}`.execute(tx)
  await sql`select set_config(name, reset_val, true) from pg_settings where name = any(${Object.keys(settings)}::text[])`.execute(tx)
}

/** The source with one household of each group, by their table. */
export const standingFor = (source: PlanSource, alike: Sql): PlanSource => ({ ...source, households: sql`select * from (${source.households}) h where h.id = any(array(select distinct standing_for from ${alike}))` })
