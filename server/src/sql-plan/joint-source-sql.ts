import type { PlanField } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import { answerIn, answerName } from './answer-sql.ts'
import type { Sql } from './day-sql.ts'
import { jointAnswer, type JointSource, type Place } from './joint-groups-sql.ts'
import { holdingThen, registerSource, residenceOf, type RegisterState } from './register-source-sql.ts'

/** The same register on two days: the same units, what was decided of the same programmes, as known at the same moment. */
export type RegisterStates = readonly [RegisterState, RegisterState]

/** What is asked of households on each of the days. */
type Asked = readonly [readonly PlanField[], readonly PlanField[]]

const [both, before, after] = [sql`s`, sql`a`, sql`b`]

/** The households of a register on either of two days. Most have one spell for both; of the others those of each day are put together. */
export const jointSource = (states: RegisterStates): JointSource => {
  const holds = (spells: Sql, place: Place): Sql => sql`(${holdingThen(spells, states[place])})`
  const onOne = (spells: Sql): Sql => sql`((${holds(spells, 0)} and not ${holds(spells, 1)}) or (${holds(spells, 1)} and not ${holds(spells, 0)}))`
  const isCounted = isCountedIn(states[0])
  const everyId = sql`select s.household_id from household_spells s where (${holds(both, 0)} or ${holds(both, 1)}) and ${isCounted(both)}`
  const isResidence = ({ id }: PlanField, place: Place): boolean => id === states[place].elsewhere?.field
  const answers = (asked: Asked, spells: readonly [Sql, Sql], read: (spell: Sql, question: PlanField) => Sql): readonly Sql[] => [
    ...asked[0].map((question) => sql`${isResidence(question, 0) ? residenceOf(spells[0], spells[1]) : read(spells[0], question)} as ${sql.ref(jointAnswer(0, question))}`),
    ...asked[1].map((question) => sql`${isResidence(question, 1) ? residenceOf(spells[1], spells[0]) : read(spells[1], question)} as ${sql.ref(jointAnswer(1, question))}`),
  ]
  const answersRead = ([first, second]: Asked): readonly Sql[] => {
    const read = new Map([...first.filter((question) => !isResidence(question, 0)), ...second.filter((question) => !isResidence(question, 1))].map((question) => [answerName(question), question]))
    return [...read].map(([name, question]) => sql`${answerIn(sql`s.answers`)(question)} as ${sql.ref(name)}`)
  }
  return {
    everyId,
    everyPast: (ids = everyId) => registerSource(states[1]).everyPast(ids),
    everyHousehold: (asked, few) => {
      const among = few ? sql` and s.household_id in (select c.household_id from household_spells c where ${onOne(sql`c`)} and ${isCounted(sql`c`)})` : sql``
      const unit = (spells: Sql): Sql => sql`case when ${isCounted(spells)} then ${spells}.unit_id end`
      return sql`
        select ${sql.join([sql`s.household_id as id`, sql`s.unit_id as unit0`, sql`s.unit_id as unit1`, ...answers(asked, [both, both], (spell, question) => answerIn(sql`${spell}.answers`)(question))])}
        from household_spells s where ${holds(both, 0)} and ${holds(both, 1)} and ${isCounted(both)}
        union all (
          with alone as materialized (select ${sql.join([sql`s.household_id`, sql`s.unit_id`, sql`${holds(both, 0)} as first`, ...answersRead(asked)])} from household_spells s where ${onOne(both)}${among})
          select ${sql.join([sql`coalesce(a.household_id, b.household_id)`, unit(before), unit(after), ...answers(asked, [before, after], (spell, question) => sql`${spell}.${sql.ref(answerName(question))}`)])}
          from (select * from alone where first) a full join (select * from alone where not first) b on b.household_id = a.household_id
          where ${isCounted(before)} or ${isCounted(after)})`
    },
  }
}

const isCountedIn = ({ units }: RegisterState) => (spells: Sql): Sql => (units ? sql`${spells}.unit_id = any(${[...units]}::text[])` : sql`${spells}.unit_id is not null`)
