import type { Moment } from '@tieuchi/runtime'
import type { Graph, Node, PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import { apart } from './apart-sql.ts'
import type { Sql } from './day-sql.ts'
import { askedOfMembers, membersStatement, membersTold, planStatement, rootName } from './plan-sql.ts'
import { kindsTold, membersOfKinds, membersRead, takesLong, type HouseholdsTold } from './member-kinds-sql.ts'
import { comparedDays } from './compared-days.ts'
import { readsOf, type PlanReads } from './plan-reads.ts'
import type { PlanSource } from './plan-source.ts'
import { keepSteps, newTable, stepOf, type Among, type Rows, type Step } from './table-steps-sql.ts'

/** A source that tells of all its households at once what it tells of each. */
export interface AlikeSource extends PlanSource {
  /** Of `households` the `id` alone. */
  readonly everyId: Sql
  /** Of `households` the `id`, `unit_id`, `complete`, and what was answered of the household to some questions, a column for each (see `answerName`). */
  readonly everyHousehold: (questions: readonly PlanField[]) => Sql
  /** A select of a row for each household whose earlier decisions somebody asked for, of all, of those with some `ids`, or of everybody the source may know of: `household_id`, `history_from`, and the columns of `recorded`. */
  readonly everyPast: (ids?: Among) => Sql
  /** A select of a row for each member of them: `household_id` and what `members` has. */
  readonly everyMember: (ids?: Among) => Sql
  /**
   * Columns of what earlier decisions came to. By outcome a JSON list of `entries`, in each of which the second is the member it is of, and which names
   * decisions by number, and one of their `results`; by programme the `days` of these decisions, the earliest first, from which on history is
   * complete as the first of them says, and on which days they were made, `decidedOn`.
   */
  readonly recorded: Readonly<Record<'days' | 'decidedOn', readonly string[]>> & { readonly outcomes: readonly { readonly outcome: string; readonly entries: string; readonly results: string }[] }
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

/** What several selects have in common: households with their unit and other columns, told apart by these and by their sides. */
interface Grouping {
  /** A select of `id`, `unit_id` and `columns`. */
  readonly households: Sql
  readonly columns: readonly string[]
  readonly sides: readonly HouseholdsTold[]
  /** What besides of a group, by its `unit_id`. */
  readonly unit: readonly Sql[]
}

const groupsOf = ({ households, columns, sides, unit }: Grouping): Sql => {
  const named = sides.map((side, index) => ({ ...side, name: sql.raw(`s${index}`) }))
  const told = [...columns.map((name) => [name, sql`h.${sql.ref(name)}`] as const), ...sides.flatMap((side) => side.columns)]
  const names = told.map(([name]) => sql.ref(name))
  return sql`
    select g.unit_id, g.ids, g.households, first_value(g.ids[1]) over (partition by ${sql.join([...unit, ...names.map((name) => sql`g.${name}`)])}) as standing_for
    from (
      select unit_id, array_agg(id) as ids, count(*) as households, ${sql.join(names)}
      from (
        select h.id, h.unit_id, ${sql.join(told.map(([name, value]) => sql`${value} as ${sql.ref(name)}`))}
        from (${households}) h${sql.join(named.map(({ name, rows }) => sql` left join (${rows}) ${name} on ${name}.household_id = h.id`), sql``)}
      ) h group by unit_id, ${sql.join(names)}
    ) g`
}

/** Groups by what is found fast and tells few households apart. */
const firstGroups = (question: AlikeQuestion, reads: PlanReads, among?: Among): Sql => {
  const { graph, source } = question
  const unit = reads.unit.map((index) => sql`${source.unitAnswers(sql`g.unit_id`)}->${graph.dictionary.fieldAt('unit', index).id}::text`)
  return groupsOf({ households: ownOf(question, reads), columns: ['regular', ...reads.own.map(rootName)], sides: pastOf(question, reads, among), unit })
}

const ownOf = ({ graph, moment, source }: AlikeQuestion, { own }: PlanReads): Sql => {
  const questions = graph.nodes.flatMap(({ detail }) => (detail.kind === 'answer' && detail.position.place === 'household' ? [graph.dictionary.fieldAt('household', detail.position.index)] : []))
  return planStatement({ graph, moment, roots: own, source: { ...source, households: source.everyHousehold([...new Set(questions)]) }, besides: ['unit_id'], ownAlone: true })
}

/** Columns of the outcomes that the graph looks at, among them those whose results are lists of codes: they tell many households apart. */
const outcomesRead = ({ graph: { dictionary, nodes }, source: { recorded } }: AlikeQuestion) => {
  const histories = [...new Set(nodes.flatMap(({ history }) => history ?? []))]
  return recorded.outcomes.flatMap((columns) => {
    const read = histories.filter((index) => dictionary.histories[index]?.outcome === columns.outcome)
    return read.length === 0 ? [] : [{ ...columns, listed: read.some((index) => dictionary.codesListed(index).length > 0) }]
  })
}

const listedResults = (question: AlikeQuestion): readonly string[] => outcomesRead(question).flatMap(({ listed, results }) => (listed ? [results] : []))

/** Values as one, which is written where they are read: putting together what is alike then looks at one column. */
const asOne = (name: string, values: readonly Sql[]): Sql => sql`array[${sql.join(values.map((value) => sql`${value}::text`))}]::text[] as ${sql.ref(name)}`

const pastOf = (question: AlikeQuestion, { past, days, named }: PlanReads, among?: Among): readonly HouseholdsTold[] => {
  if (!past) return []
  const { graph, moment, roots, source: { everyPast, recorded } } = question
  const outcomes = outcomesRead(question)
  const names = [...outcomes.flatMap(({ entries, results, listed }) => (listed ? [entries] : [entries, results])), ...(days ? recorded.decidedOn : [])]
  const told = [
    ...names.map((name) => sql.ref(name)), ...daysOf(recorded.days, comparedDays(graph, roots, moment)),
    ...(named ? [sql`case when ${isNamed(outcomes)} then household_id end`] : []),
  ]
  return [{ rows: sql`select household_id, ${asOne('past', told)} from (${everyPast(among)}) p ${apart}`, columns: [['past', sql.ref('past')]] }]
}

/** That an earlier decision is on a single member. */
const isNamed = (outcomes: readonly { readonly entries: string }[]): Sql => sql`(${sql.join([sql`false`, ...outcomes.map(({ entries }) => sql`coalesce(${sql.ref(entries)} @? '$[*][1] ? (@ != null)', false)`)], sql` or `)})`

/** Those of some households who have such, where anybody looks at it. */
const namedOf = (question: AlikeQuestion, { named }: PlanReads, { households }: PlanSource): Sql => (named ? sql` union select h.id from (${households}) h where ${isNamed(outcomesRead(question))}` : sql``)

/** Earlier results that tell many households apart, of some of them. */
const laterPast = (question: AlikeQuestion, reads: PlanReads, among?: Among): readonly HouseholdsTold[] => {
  const later = reads.past ? listedResults(question) : []
  return later.length === 0 ? [] : [{ rows: sql`select household_id, ${asOne('later', later.map((name) => sql.ref(name)))} from (${question.source.everyPast(among)}) p ${apart}`, columns: [['later', sql.ref('later')]] }]
}

/** Days as far as anything depends on them: how many there are until each day they are compared with; of several programmes they are compared with one another. */
const daysOf = (columns: readonly string[], compared: readonly string[] | undefined): readonly Sql[] => {
  const [only, ...others] = columns
  if (only === undefined) return []
  if (others.length > 0 || compared === undefined) return ['history_from', ...columns].map((name) => sql.ref(name))
  return [sql`history_from is null`, sql`cardinality(${sql.ref(only)})`, ...compared.map((day) => sql`width_bucket(${day}::date, ${sql.ref(only)})`)].map((value) => sql`(${value})`)
}

/** What is told of members of the households of a table: the steps that find it, and the side that it is. */
interface MembersTold {
  readonly steps: readonly Step[]
  readonly sides: (among?: Among) => readonly HouseholdsTold[]
}

const membersOf = ({ graph, moment, source }: AlikeQuestion, { members: over, kinds }: PlanReads, of: Rows): MembersTold => {
  if (over.length === 0 && kinds === undefined) return { steps: [], sides: () => [] }
  const question = { graph, moment, over, kinds, source }
  if (!takesLong(graph, over.length)) return { steps: [], sides: (among) => [membersStatement(question, askedOfMembers(question, membersRead(graph, source.everyMember(among)), 'household_id'))] }
  const [told, found] = [newTable(), newTable()]
  return {
    steps: [{ ...stepOf(told, of, (among) => membersTold(question, source.everyMember(among))), learn: ['household_id'] }, { table: found, learn: ['told'], select: askedOfMembers(question, kindsTold(graph, told), 'told') }],
    sides: () => [membersStatement(question, membersOfKinds(told, found))],
  }
}

/**
 * Groups of households that the roots cannot tell apart: `unit_id`, the `ids` of those in that unit, how many `households` they are, and one
 * of all that are alike, wherever it is: what is found of it in the source holds of all it is `standing_for`.
 */
export interface AlikeGroups {
  readonly groups: Sql
  readonly source: PlanSource
}

/** All households in such groups, once the steps are kept. */
export interface AllAlike {
  readonly steps: readonly Step[]
  readonly parts: readonly AlikeGroups[]
}

/** A select of the `id` of those households, of some of a source that lists no members, of which something asked for cannot be told for certain whoever these are; of those without decisions on single members. */
export type SelectOpen = (source: PlanSource) => Sql

/**
 * All households of a source by what the roots can tell apart: by members and by earlier results that are lists only where anything is open as
 * long as nobody knows these, for what is certain without them is so with them.
 */
export const groupAlike = (question: AlikeQuestion, selectOpen: SelectOpen): AllAlike => {
  const { roots, source } = question
  const reads = readsOf(roots)
  const [first, kinds, open, later] = [newTable(), newTable(), newTable(), newTable()]
  if (!canBeTold(reads)) return { parts: [{ groups: first, source }], steps: [{ table: first, select: sql`select h.unit_id, array[h.id] as ids, 1::bigint as households, h.id as standing_for from (${source.households}) h` }] }
  const steps = [stepOf(first, { rows: source.everyId }, (among) => firstGroups(question, reads, among))]
  const opened: Rows = { rows: sql`select from ${open}`, ids: sql`select id from ${open}` }
  const members = membersOf(question, reads, opened)
  const sides = (among?: Among): readonly HouseholdsTold[] => [...laterPast(question, reads, among), ...members.sides(among)]
  if (sides().length === 0) return { parts: [{ groups: first, source }], steps }
  const certain = withoutLater(question)
  const standing = standingFor({ groups: first, source: certain })
  return {
    parts: [{ groups: sql`(select * from ${first} a where a.standing_for not in (select k.id from ${kinds} k))`, source: certain }, { groups: later, source }],
    steps: [
      ...steps,
      { table: kinds, select: sql`${selectOpen(standing)}${namedOf(question, reads, standing)}` },
      { table: open, select: sql`select a.unit_id, a.standing_for as stood, i.id from ${first} a cross join lateral unnest(a.ids) i (id) where a.standing_for in (select k.id from ${kinds} k)` },
      ...members.steps,
      stepOf(later, opened, (among) => groupsOf({ households: sql`select * from ${open}`, columns: ['stood'], sides: sides(among), unit: [] })),
    ],
  }
}

/** The source as it is while nobody knows what comes later: no members, and results that are lists were left open. */
const withoutLater = (question: AlikeQuestion): PlanSource => {
  const { source, source: { recorded } } = question
  const hidden = new Set(listedResults(question))
  const past = [
    ...[...recorded.days, ...recorded.decidedOn].map((name) => sql`h.${sql.ref(name)}`),
    ...recorded.outcomes.flatMap(({ entries, results }) => [sql`h.${sql.ref(entries)}`, hidden.has(results) ? sql`null::jsonb as ${sql.ref(results)}` : sql`h.${sql.ref(results)}`]),
  ]
  const columns = [sql`h.id`, sql`h.unit_id`, sql`h.household`, sql`h.unit`, sql`h.complete`, sql`h.history_asked`, sql`h.history_from`, ...past]
  return { ...source, households: sql`select ${sql.join(columns)} from (${source.households}) h`, members: sql`select 0 as ord, null::text as id, null::jsonb as answers where false` }
}

/** Keeps the groups while the transaction lasts. No more than a `few` households are looked up one by one. */
export const keepAlike = (tx: Tx, { steps }: AllAlike, few?: number): Promise<void> => keepSteps(tx, steps, few)

/** The source with one household of each group. */
export const standingFor = ({ groups, source }: AlikeGroups): PlanSource => ({ ...source, households: sql`select * from (${source.households}) h where h.id = any(array(select distinct z.standing_for from ${groups} z))` })
