import type { PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import type { AlikeQuestion, AlikeSource } from './alike-source.ts'
import { canBeTold, type AllAlike } from './alike-sql.ts'
import { answerName } from './answer-sql.ts'
import type { Sql } from './day-sql.ts'
import { groupColumns, ownQuestions, ownTold, pastSide, pastTold, unitTold, type Reading } from './first-groups-sql.ts'
import { planStatement } from './plan-sql.ts'
import { readsOf } from './plan-reads.ts'
import { newTable, stepOf, type Among, type Step } from './table-steps-sql.ts'

/** The households of a register as they are on one day and on another, of which each is a source of its own too. */
export interface JointSource {
  /** Of the households of either the `id` alone. */
  readonly everyId: Sql
  /**
   * A select of a row for each household of either: `id`; `unit0` and `unit1`, its unit in each, null where that does not have it; and what was
   * answered of it in each to some questions, named by `jointAnswer`. Few of them are looked up one by one.
   */
  readonly everyHousehold: (questions: readonly [readonly PlanField[], readonly PlanField[]], few: boolean) => Sql
  /** As that of both, of the households of either. */
  readonly everyPast: AlikeSource['everyPast']
}

/** Which of the two. */
export type Place = 0 | 1

/** The column of an answer. */
export const jointAnswer = (place: Place, question: PlanField): string => `${answerName(question)}_${place}`

const unitName = (place: Place): string => `unit${place}`
const toldName = (place: Place, name: string): string => `${name}_${place}`

/** A question, and the groups of the households that it is asked of. */
export interface Grouped {
  readonly question: AlikeQuestion
  readonly alike: AllAlike
}

/**
 * The groups of two questions to the same households on two days, found at once: the register and its earlier decisions are read once for both.
 * To be kept one after the other; as they are where either cannot be told so.
 */
export const groupJointly = (grouped: readonly [Grouped, Grouped], source: JointSource): readonly [AllAlike, AllAlike] => {
  const [before, after] = [readingOf(grouped[0]), readingOf(grouped[1])]
  const [{ alike: earlier }, { alike: later }] = grouped
  if (!canBeTold(before[1]) || !canBeTold(after[1])) return [earlier, later]
  const joint = newTable()
  const found = { ...stepOf(joint, { rows: source.everyId, ids: source.everyId }, (among) => jointGroups([before, after], source, among)), learn: [unitName(0)] }
  const intoTable = ({ first }: AllAlike, select: Sql): Step => ({ table: tableOf(first), learn: groupColumns, select })
  return [
    { ...earlier, first: [found, intoTable(earlier, groupsIn(0, before, joint))] },
    { ...later, first: [intoTable(later, groupsIn(1, after, joint))] },
  ]
}

const readingOf = ({ question }: Grouped): Reading => [question, readsOf(question.roots)]

const tableOf = (steps: readonly Step[]): Sql => {
  const last = steps.at(-1)
  if (!last) throw new Error('Groups are found by a step')
  return last.table
}

const jointGroups = (readings: readonly [Reading, Reading], source: JointSource, among?: Among): Sql => {
  const past = pastTold(readings)
  const side = past.length === 0 ? undefined : pastSide(source, past, among)
  const names = [unitName(0), unitName(1), ...toldOf(0, readings[0]), ...toldOf(1, readings[1]), ...(side ? ['past'] : [])].map((name) => sql.ref(name))
  return sql`
    select array_agg(id) as ids, count(*) as households, ${sql.join(names)}
    from (${ownOf(readings, source, among)}) h${side ? sql` left join (${side.rows}) s on s.household_id = h.id` : sql``}
    group by ${sql.join(names)}`
}

const toldOf = (place: Place, [, reads]: Reading): readonly string[] => ownTold(reads).map(([name]) => toldName(place, name))

/** What the own answers of each household tell in both. */
const ownOf = ([before, after]: readonly [Reading, Reading], source: JointSource, among?: Among): Sql => {
  const [asked, later] = [ownQuestions(before[0].graph), ownQuestions(after[0].graph)]
  const units = [unitName(0), unitName(1)]
  const first = ownIn(0, before, source.everyHousehold([asked, later], among !== undefined && among !== 'everybody'), asked, [...units, ...later.map((question) => jointAnswer(1, question))])
  return ownIn(1, after, first, later, [...units, ...toldOf(0, before)])
}

const ownIn = (place: Place, [{ graph, moment, source }, reads]: Reading, rows: Sql, questions: readonly PlanField[], besides: readonly string[]): Sql => {
  const answers = questions.map((question) => sql`j.${sql.ref(jointAnswer(place, question))} as ${sql.ref(answerName(question))}`)
  const kept = besides.map((name) => sql`j.${sql.ref(name)}`)
  const households = sql`select ${sql.join([sql`j.id`, sql`true as complete`, ...kept, ...answers])} from (${rows}) j`
  const told = ownTold(reads).map(([name, value]) => sql`${value} as ${sql.ref(toldName(place, name))}`)
  return sql`select ${sql.join([sql`o.id`, ...besides.map((name) => sql`o.${sql.ref(name)}`), ...told])} from (${planStatement({ graph, moment, roots: reads.own, source: { ...source, households }, besides, ownAlone: true })}) o`
}

/** The groups of one of them, with one of all that are alike in any unit. */
const groupsIn = (place: Place, [question, reads]: Reading, joint: Sql): Sql => {
  const unit = sql`j.${sql.ref(unitName(place))}`
  const told = [...unitTold(question, reads, unit), ...toldOf(place, [question, reads]).map((name) => sql`j.${sql.ref(name)}`), ...(reads.past ? [sql`j.past`] : [])]
  return sql`
    select ${unit} as unit_id, j.ids, j.households, first_value(j.ids[1]) over (partition by ${sql.join(told)}) as standing_for
    from ${joint} j where ${unit} is not null`
}
