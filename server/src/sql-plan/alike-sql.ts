import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { AlikeQuestion } from './alike-source.ts'
import type { Sql } from './day-sql.ts'
import { firstGroups, groupColumns, groupsOf, laterPast, listedResults, namedOf } from './first-groups-sql.ts'
import { askedOfMembers, membersStatement, membersTold } from './plan-sql.ts'
import { kindsTold, membersOfKinds, membersRead, takesLong, type HouseholdsTold } from './member-kinds-sql.ts'
import { readsOf, type PlanReads } from './plan-reads.ts'
import type { PlanSource } from './plan-source.ts'
import { keepSteps, newTable, stepOf, type Among, type Rows, type Step } from './table-steps-sql.ts'

/** So many bits of members are told apart by their combinations. */
const mostKinds = 4

/** Whether it can be told at once which households are alike. */
export const canBeTold = ({ ordered, kinds = [] }: PlanReads): boolean => !ordered && kinds.length <= mostKinds && kinds.every(({ lane }) => lane === 'bit')

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

/** All households in such groups, once the steps are kept: those that find groups by what is found fast, into the table of the last of them, and the others. */
export interface AllAlike {
  readonly first: readonly Step[]
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
  if (!canBeTold(reads)) return { parts: [{ groups: first, source }], first: [{ table: first, learn: groupColumns, select: sql`select h.unit_id, array[h.id] as ids, 1::bigint as households, h.id as standing_for from (${source.households}) h` }], steps: [] }
  const found = [{ ...stepOf(first, { rows: source.everyId }, (among) => firstGroups(question, reads, among)), learn: groupColumns }]
  const opened: Rows = { rows: sql`select from ${open}`, ids: sql`select id from ${open}` }
  const members = membersOf(question, reads, opened)
  const sides = (among?: Among): readonly HouseholdsTold[] => [...laterPast(question, reads, among), ...members.sides(among)]
  if (sides().length === 0) return { parts: [{ groups: first, source }], first: found, steps: [] }
  const certain = withoutLater(question)
  const standing = standingFor({ groups: first, source: certain })
  return {
    parts: [{ groups: sql`(select * from ${first} a where a.standing_for not in (select k.id from ${kinds} k))`, source: certain }, { groups: later, source }],
    first: found,
    steps: [
      { table: kinds, select: sql`${selectOpen(standing)}${namedOf(question, reads, standing)}` },
      { table: open, learn: ['id'], select: sql`select a.unit_id, a.standing_for as stood, i.id from ${first} a cross join lateral unnest(a.ids) i (id) where a.standing_for in (select k.id from ${kinds} k)` },
      ...members.steps,
      { ...stepOf(later, opened, (among) => groupsOf({ households: sql`select * from ${open}`, columns: ['stood'], sides: sides(among), unit: [] })), learn: groupColumns },
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
export const keepAlike = (tx: Tx, { first, steps }: AllAlike, few?: number): Promise<void> => keepSteps(tx, [...first, ...steps], few)

/** The source with one household of each group. */
export const standingFor = ({ groups, source }: AlikeGroups): PlanSource => ({ ...source, households: sql`select * from (${source.households}) h where h.id = any(array(select distinct z.standing_for from ${groups} z))` })
