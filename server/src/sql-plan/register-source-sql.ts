import type { Answers, DecisionsRead, Residence } from '@tieuchi/runtime'
import { sql } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import type { PlanField } from '@tieuchi/runtime/plan'
import type { AlikeSource } from './alike-source.ts'
import { answerIn, answerName } from './answer-sql.ts'
import type { Sql } from './day-sql.ts'

const tables = ['households', 'household_spells', 'member_spells', 'recorded_histories'] as const

/**
 * Has the database look at the tables of the register where they have grown to twice what it knows of them. A server does so by itself after a
 * while, the embedded database never; of what it does not know it guesses that nearly nothing is left, and looks at all for each.
 */
export async function learnSizes(tx: Tx): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select relname as name from pg_class
    where oid = any(${tables.map((table) => `public.${table}`)}::regclass[]) and pg_relation_size(oid) > 2 * current_setting('block_size')::bigint * greatest(relpages, 8)`.execute(tx)
  for (const { name } of rows) await sql`analyze ${sql.table(name)}`.execute(tx)
}

/** Which state of the register is looked at. */
export interface RegisterState {
  /** What holds on this day, */
  readonly day: string
  /** as it was known at this moment; as it is known now unless said. */
  readonly known?: Date | undefined
  /** Attributes of the units on the day, by unit. */
  readonly attributes: ReadonlyMap<string, Answers>
  /** Households of these units alone; of all unless said. */
  readonly units?: readonly string[]
  /** Of what was decided, what the rules read. */
  readonly read: DecisionsRead
  /** Under which name each household is told where it is on another day; nowhere unless said. */
  readonly elsewhere?: { readonly field: string; readonly day: string } | undefined
}

/** Spells that hold on the day as it was known then: what was recorded or corrected later plays no part. */
export const holdingThen = (spells: Sql, { day, known }: Pick<RegisterState, 'day' | 'known'>): Sql => sql`
  ${known ? sql`${spells}.recorded_at <= ${known} and (${spells}.superseded_at is null or ${spells}.superseded_at > ${known})` : sql`${spells}.superseded_at is null`}
  and (${spells}.valid_from is null or ${spells}.valid_from <= ${day}::date) and (${spells}.valid_to is null or ${spells}.valid_to >= ${day}::date)`

const ofUnits = ({ units }: RegisterState): Sql => (units ? sql` and s.unit_id = any(${[...units]}::text[])` : sql``)

/** An outcome that is read, with the name of the column that tells what was recorded of it. */
interface RecordedColumn {
  readonly programme: string
  readonly outcome: string
  readonly name: string
}

const recordedColumns = ({ read }: RegisterState): readonly RecordedColumn[] =>
  [...read.outcomes].toSorted().map((outcome, index) => ({ programme: outcome.slice(0, outcome.indexOf('.')), outcome: outcome.slice(outcome.indexOf('.') + 1), name: `recorded${index}` }))

const resultsOf = (name: string): string => `${name}_results`

const programmesOf = ({ read }: RegisterState): readonly string[] => [...read.programmes].toSorted()

/** Names of the columns of a programme. */
const namesOf = (state: RegisterState, programme: string) => {
  const index = programmesOf(state).indexOf(programme)
  return { rows: `p${index}`, days: `days${index}`, decidedOn: `decided_on${index}` } as const
}

/** What a programme had decided, a row for each household, with a column for each outcome that is read. */
const historyOf = (state: RegisterState, programme: string, columns: readonly RecordedColumn[]): Sql => {
  const { days, decidedOn } = namesOf(state, programme)
  const own = columns.filter((column) => column.programme === programme).flatMap(({ outcome, name }) => [sql`r.outcomes->${outcome}::text as ${sql.ref(name)}`, sql`r.results->${outcome}::text as ${sql.ref(resultsOf(name))}`])
  const { known } = state
  return sql`
    select ${sql.join([sql`r.household_id`, sql`r.days as ${sql.ref(days)}`, sql`r.decided_on as ${sql.ref(decidedOn)}`, ...own])} from recorded_histories r
    where r.programme = ${programme}::text and ${known ? sql`r.known_from <= ${known} and (r.known_to is null or r.known_to > ${known})` : sql`r.known_to is null`}`
}

/** Columns that tell what was decided, besides from when on that is known. */
const columnsOfPast = (state: RegisterState, columns: readonly RecordedColumn[]): readonly string[] =>
  [...columns.flatMap(({ name }) => [name, resultsOf(name)]), ...programmesOf(state).flatMap((programme) => [namesOf(state, programme).days, namesOf(state, programme).decidedOn])]

/**
 * What was decided, as far as it is known: since when every programme that is read had decided, wholly where somebody said that there was
 * nothing before; before one had, nothing is known.
 */
const pastOf = (state: RegisterState, columns: readonly RecordedColumn[], among: (household: Sql) => Sql): Sql => {
  const histories = programmesOf(state).map((programme) => ({ name: sql.ref(namesOf(state, programme).rows), days: sql.ref(namesOf(state, programme).days), rows: sql`${historyOf(state, programme, columns)}${among(sql`r.household_id`)}` }))
  const [first, ...others] = histories
  if (!first) return sql`select null::uuid as household_id, null::date as history_from where false`
  const since = sql`greatest(${sql.join(histories.map(({ days }) => sql`(${days})[1]`))})`
  return sql`
    select ${sql.join([sql`${first.name}.household_id`, sql`case when c.id is null then ${since} end as history_from`, ...columnsOfPast(state, columns).map((name) => sql.ref(name))])}
    from (${first.rows}) ${first.name}${sql.join(others.map(({ name, rows }) => sql` join (${rows}) ${name} on ${name}.household_id = ${first.name}.household_id`), sql``)}
    left join households c on c.id = ${first.name}.household_id and c.history_complete`
}

const where = (residence: Residence) => sql.lit(residence)

/** Where a household of some spell is by another one, which may be none. */
export const residenceOf = (spell: Sql, other: Sql): Sql =>
  sql`case when ${other}.unit_id is null then ${where('none')} when ${other}.unit_id = ${spell}.unit_id then ${where('same')} else ${where('elsewhere')} end`

const residence = residenceOf(sql`s`, sql`o`)

const answersOf = ({ elsewhere }: RegisterState): Sql => (elsewhere ? sql`s.answers || jsonb_build_object(${elsewhere.field}::text, ${residence})` : sql`s.answers`)

const answerOf = ({ elsewhere }: RegisterState, question: PlanField): Sql => (question.id === elsewhere?.field ? residence : answerIn(sql`s.answers`)(question))

const found = (state: RegisterState): Sql => sql`${holdingThen(sql`s`, state)}${ofUnits(state)}`

/**
 * The households of the register with what was decided on them, as on a day and as known at a moment: the same as `readKnownHouseholds` and
 * `recordedHistory` tell of one of them. Each has its `unit_id` besides.
 */
export const registerSource = (state: RegisterState): AlikeSource => {
  const columns = recordedColumns(state)
  const attributes = JSON.stringify(Object.fromEntries(state.attributes))
  const unitAnswers = (unit: Sql): Sql => sql`coalesce(${attributes}::jsonb->${unit}, '{}')`
  const elsewhere = state.elsewhere ? sql`left join household_spells o on o.household_id = s.household_id and ${holdingThen(sql`o`, { ...state, day: state.elsewhere.day })}` : sql``
  const own = sql`s.household_id as id, s.unit_id, true as complete`
  const everyId = sql`select s.household_id from household_spells s where ${found(state)}`
  const among = (household: Sql, ids: Sql | 'everybody' = everyId): Sql => (ids === 'everybody' ? sql`` : sql` and ${household} in (${ids})`)
  return {
    households: sql`
      select ${own}, ${answersOf(state)} as household, ${unitAnswers(sql`s.unit_id`)} as unit, p.household_id is not null as history_asked, ${sql.join(['history_from', ...columnsOfPast(state, columns)].map((name) => sql`p.${sql.ref(name)}`))}
      from household_spells s left join (${pastOf(state, columns, () => sql``)}) p on p.household_id = s.household_id ${elsewhere} where ${found(state)}`,
    everyId,
    everyHousehold: (questions) => sql`select ${sql.join([own, ...questions.map((question) => sql`${answerOf(state, question)} as ${sql.ref(answerName(question))}`)])} from household_spells s ${elsewhere} where ${found(state)}`,
    everyPast: (ids) => pastOf(state, columns, (household) => among(household, ids)),
    members: sql`select m.position as ord, m.member_id as id, m.answers from member_spells m where m.household_id = h.id and ${holdingThen(sql`m`, state)}`,
    everyMember: (ids) => sql`select m.household_id, m.position as ord, m.member_id as id, m.answers from member_spells m where ${holdingThen(sql`m`, state)}${among(sql`m.household_id`, ids)}`,
    history: columns.length === 0 ? nothingRecorded : entriesOf(state, columns),
    recorded: {
      outcomes: columns.map(({ programme, outcome, name }) => ({ outcome: `${programme}.${outcome}`, entries: name, results: resultsOf(name) })),
      days: programmesOf(state).map((programme) => namesOf(state, programme).days),
      decidedOn: programmesOf(state).map((programme) => namesOf(state, programme).decidedOn),
    },
    unitAnswers,
  }
}

const entriesOf = (state: RegisterState, columns: readonly RecordedColumn[]): Sql => {
  const rows = columns.map(({ programme, outcome, name }) => sql`(${programme}::text, ${outcome}::text, ${sql.join([name, resultsOf(name), namesOf(state, programme).days, namesOf(state, programme).decidedOn].map((each) => sql`h.${sql.ref(each)}`))})`)
  return sql`
    select r.programme, r.outcome, e.entry->>0 as layer, e.entry->>1 as member, nullif(r.results->(e.place - 1)::integer, 'null') as value, null::text as standard,
      r.days[(e.entry->>2)::integer] as first_day, r.days[(e.entry->>3)::integer] - 1 as last_day, r.decided_on[(e.entry->>2)::integer] as decided_on, e.place
    from (values ${sql.join(rows)}) r (programme, outcome, entries, results, days, decided_on) cross join lateral jsonb_array_elements(r.entries) with ordinality e (entry, place)`
}

const nothingRecorded = sql`
  select null::text as programme, null::text as outcome, null::text as layer, null::text as member, null::jsonb as value, null::text as standard, null::date as first_day, null::date as last_day, null::date as decided_on, 0 as place
  where false`
