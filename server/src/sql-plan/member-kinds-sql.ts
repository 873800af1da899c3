import type { Moment } from '@tieuchi/runtime'
import type { Graph, Node, PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import { answerIn, answerName, isJson } from './answer-sql.ts'
import { apart } from './apart-sql.ts'
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

const answersOf = (graph: Graph, answer: (field: PlanField, index: number) => Sql): Sql => {
  const answers = fieldsOf(graph).map((field, index) => sql`, ${answer(field, index)} as ${sql.ref(answerName(field))}`)
  return sql`0 as ord${sql.join(answers, sql``)}`
}

/** Of members of many households, as `AlikeSource.everyMember` has them, the `household_id` and each answer that a graph looks at, read once. */
export const membersRead = (graph: Graph, everyMember: Sql): Sql => sql`select m.household_id, ${answersOf(graph, answerIn(sql`m.answers`))} from (${everyMember}) m ${apart}`

/** All that is read of a member as one value. */
export const toldOf = (graph: Graph): Sql => sql`array[${sql.join(fieldsOf(graph).map((field) => sql`m.${sql.ref(answerName(field))}::text`))}]::text[]`

/** So many conditions may say of which members anything is asked. */
const mostConditions = 4

const conditionsOf = (bit: Node): readonly Node[] => (bit.op === 'and' ? bit.inputs.flatMap(conditionsOf) : [bit])

/** A few conditions, one of which holds of each member of whom any of some bits is so: those that most bits have in common; undefined where it takes many. */
export const conditionsShared = (bits: readonly Node[]): readonly Node[] | undefined => {
  const each = bits.map(conditionsOf)
  const times = new Map<Node, number>()
  for (const condition of each.flat()) times.set(condition, (times.get(condition) ?? 0) + 1)
  const shared = new Set<Node>()
  for (const conditions of each) {
    if (conditions.some((condition) => shared.has(condition))) continue
    const [most] = conditions.toSorted((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0))
    if (most) shared.add(most)
  }
  return shared.size <= mostConditions ? [...shared] : undefined
}

/** What is `told` of members, once where it is the same of many, with the columns of `membersRead`; nobody may ask who they are. */
export const kindsTold = (graph: Graph, members: Sql): Sql =>
  sql`select t.told, ${answersOf(graph, ({ encoding }, index) => sql`t.told[${sql.lit(index + 1)}]${isJson(encoding) ? sql`::jsonb` : sql``}`)} from (select distinct told from ${members}) t`

/** Members in a table, with what a table of kinds tells of theirs. */
export const membersOfKinds = (members: Sql, kinds: Sql): Sql => sql`select r.household_id, k.* from ${members} r join ${kinds} k on k.told = r.told`

/** So many bits a whole number holds. */
const mostBits = 62

/** Bits as columns of whole numbers, each of many of them. */
export const anyBits = (bits: readonly Sql[]): readonly (readonly [name: string, value: Sql])[] =>
  Array.from({ length: Math.ceil(bits.length / mostBits) }, (_number, index) => [
    `any${index}`,
    sql`(${sql.join(bits.slice(index * mostBits, (index + 1) * mostBits).map((bit, place) => sql`case when ${bit} then ${sql.raw(String(2n ** BigInt(place)))}::bigint else 0 end`), sql` | `)})`,
  ])

/** That a member is regular, and has none of the bits of some columns. */
export const noneOfThem = (names: readonly string[]): Sql => sql`(m.members_regular${sql.join(names.map((name) => sql` and m.${sql.ref(name)} = 0`), sql``)})`
