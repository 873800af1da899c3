import type { Graph, Node, PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import type { AlikeQuestion } from './alike-source.ts'
import { apart } from './apart-sql.ts'
import { comparedDays } from './compared-days.ts'
import type { Sql } from './day-sql.ts'
import { anyBits, type HouseholdsTold } from './member-kinds-sql.ts'
import { planStatement, rootName } from './plan-sql.ts'
import type { PlanReads } from './plan-reads.ts'
import type { PlanSource } from './plan-source.ts'
import type { Among } from './table-steps-sql.ts'

/** What several selects have in common: households with their unit and other columns, told apart by these and by their sides. */
interface Grouping {
  /** A select of `id`, `unit_id` and `columns`. */
  readonly households: Sql
  readonly columns: readonly string[]
  readonly sides: readonly HouseholdsTold[]
  /** What besides of a group, by its `unit_id`. */
  readonly unit: readonly Sql[]
}

/** Groups of households of which all of that is the same: `unit_id`, `ids`, `households` and one of all that are alike in any unit, `standing_for`. */
export const groupsOf = ({ households, columns, sides, unit }: Grouping): Sql => {
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

/** Of groups, what the database learns about: looking at the ids of a province takes it longer than all else. */
export const groupColumns = ['unit_id', 'standing_for'] as const

/** Groups by what is found fast and tells few households apart. */
export const firstGroups = (question: AlikeQuestion, reads: PlanReads, among?: Among): Sql => {
  const past = pastTold([[question, reads]])
  return groupsOf({ households: ownOf(question, reads), columns: ownTold(reads).map(([name]) => name), sides: past.length === 0 ? [] : [pastSide(question.source, past, among)], unit: unitTold(question, reads, sql`g.unit_id`) })
}

/** What is told of the unit of a group. */
export const unitTold = ({ graph, source }: AlikeQuestion, { unit }: PlanReads, id: Sql): readonly Sql[] => unit.map((index) => sql`${source.unitAnswers(id)}->${graph.dictionary.fieldAt('unit', index).id}::text`)

/** What the own answers of a household tell, as columns of the row `o` of a statement that computes them: its bits as numbers. */
export const ownTold = ({ own }: PlanReads): readonly (readonly [name: string, value: Sql])[] => [
  ...anyBits([sql`o.regular`, ...own.filter(({ lane }) => lane === 'bit').map(columnOf)]),
  ...own.filter(({ lane }) => lane !== 'bit').map((node) => [rootName(node), columnOf(node)] as const),
]

const columnOf = (node: Node): Sql => sql`o.${sql.ref(rootName(node))}`

/** The questions to the household itself that a graph looks at. */
export const ownQuestions = ({ dictionary, nodes }: Graph): readonly PlanField[] =>
  [...new Set(nodes.flatMap(({ detail }) => (detail.kind === 'answer' && detail.position.place === 'household' ? [dictionary.fieldAt('household', detail.position.index)] : [])))]

const ownOf = ({ graph, moment, source }: AlikeQuestion, reads: PlanReads): Sql => {
  const rows = planStatement({ graph, moment, roots: reads.own, source: { ...source, households: source.everyHousehold(ownQuestions(graph)) }, besides: ['unit_id'], ownAlone: true })
  return sql`select ${sql.join([sql`o.id`, sql`o.unit_id`, ...ownTold(reads).map(([name, value]) => sql`${value} as ${sql.ref(name)}`)])} from (${rows}) o`
}

/** Columns of the outcomes that the graph looks at, among them those whose results are lists of codes: they tell many households apart. */
const outcomesRead = ({ graph: { dictionary, nodes }, source: { recorded } }: AlikeQuestion) => {
  const histories = [...new Set(nodes.flatMap(({ history }) => history ?? []))]
  return recorded.outcomes.flatMap((columns) => {
    const read = histories.filter((index) => dictionary.histories[index]?.outcome === columns.outcome)
    return read.length === 0 ? [] : [{ ...columns, listed: read.some((index) => dictionary.codesListed(index).length > 0) }]
  })
}

/** Columns of earlier results that tell many households apart. */
export const listedResults = (question: AlikeQuestion): readonly string[] => outcomesRead(question).flatMap(({ listed, results }) => (listed ? [results] : []))

/**
 * Values as one text, which is written where they are read: putting together what is alike then looks at one column. None of them is an empty text,
 * and none has the sign between them: they are JSON, numbers, days, ids.
 */
const asOne = (name: string, values: readonly Sql[]): Sql => sql`concat(${sql.join(values, sql`, chr(1), `)}) as ${sql.ref(name)}`

/** A question, and what of a household it rests on. */
export type Reading = readonly [question: AlikeQuestion, reads: PlanReads]

/** What tells households apart by their earlier decisions, as columns of `everyPast`; for any of some questions to the same ones. */
export const pastTold = (asked: readonly Reading[]): readonly Sql[] => {
  const looking = asked.filter(([, { past }]) => past)
  const [first] = looking
  if (!first) return []
  const [{ source: { recorded } }] = first
  const names = looking.flatMap(([question, { days }]) => [...outcomesRead(question).flatMap(({ entries, results, listed }) => (listed ? [entries] : [entries, results])), ...(days ? recorded.decidedOn : [])])
  const named = looking.flatMap(([question, reads]) => (reads.named ? outcomesRead(question) : []))
  const compared = looking.map(([{ graph, roots, moment }]) => comparedDays(graph, roots, moment))
  return [
    ...[...new Set(names)].map((name) => sql.ref(name)),
    ...daysOf(recorded.days, compared.every((days) => days !== undefined) ? [...new Set(compared.flat())].toSorted() : undefined),
    ...(named.length > 0 ? [sql`case when ${isNamed(named)} then household_id end`] : []),
  ]
}

/** The side that tells of earlier decisions. */
export const pastSide = ({ everyPast }: Pick<AlikeQuestion['source'], 'everyPast'>, told: readonly Sql[], among?: Among): HouseholdsTold =>
  ({ rows: sql`select household_id, ${asOne('past', told)} from (${everyPast(among)}) p ${apart}`, columns: [['past', sql.ref('past')]] })

/** That an earlier decision is on a single member. */
const isNamed = (outcomes: readonly { readonly entries: string }[]): Sql => sql`(${sql.join([sql`false`, ...outcomes.map(({ entries }) => sql`coalesce(${sql.ref(entries)} @? '$[*][1] ? (@ != null)', false)`)], sql` or `)})`

/** Those of some households who have such, where anybody looks at it. */
export const namedOf = (question: AlikeQuestion, { named }: PlanReads, { households }: PlanSource): Sql => (named ? sql` union select h.id from (${households}) h where ${isNamed(outcomesRead(question))}` : sql``)

/** Earlier results that tell many households apart, of some of them. */
export const laterPast = (question: AlikeQuestion, reads: PlanReads, among?: Among): readonly HouseholdsTold[] => {
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

