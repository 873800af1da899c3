import { typeOfFact, type Answers, type Assembly, type DecisionsRead, type HouseholdInput } from '@tieuchi/runtime'
import { recordedHistory, standingDecisions, type RecordedDecision } from '@tieuchi/server/known-households/recorded-history.ts'
import { asSystem, type Database, type Tx } from '@tieuchi/server/plugins/database.ts'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { sql } from 'kysely'

/** Something that held from a day until a day, and was believed from a moment until a moment. */
interface Spell<Held> {
  readonly held: Held
  readonly unit: string
  readonly from: string | undefined
  readonly to: string | undefined
  readonly recorded: string
  readonly superseded: string | undefined
}

type Decided = RecordedDecision & { readonly decided: string }

/** A household of a register with everything that was ever recorded of it. */
export interface RandomHousehold {
  readonly id: string
  readonly spells: readonly Spell<HouseholdInput>[]
  readonly decisions: readonly Decided[]
}

export interface RandomRegister {
  /** Units with their attributes. */
  readonly units: ReadonlyMap<string, Answers>
  readonly households: readonly RandomHousehold[]
}

/** Moments at which something is recorded, the earliest first. */
export const recordedAt = ['2024-12-20T03:00:00Z', '2025-12-20T03:00:00Z', '2026-07-01T03:00:00Z', '2026-12-20T03:00:00Z'] as const

const days = ['2024-12-10', '2025-12-05', '2026-03-01', '2026-12-15'] as const

const valuesOf = (assembly: Assembly, id: string, list: string | undefined): fc.Arbitrary<RecordedOutcome> => {
  const codes = assembly.lists.get(list ?? '')?.entries.map(({ code }) => code) ?? []
  const type = typeOfFact(assembly, { fact: id })
  const value = type === 'boolean' ? fc.boolean() : type === 'number' ? fc.integer({ min: 0, max: 4 }) : type === 'list' ? fc.subarray([...codes]) : fc.constantFrom(...(codes.length > 0 ? codes : ['?']))
  return fc.oneof(
    { weight: 8, arbitrary: value.map((each) => ({ id, state: 'determined' as const, value: each })) },
    { weight: 1, arbitrary: fc.constant({ id, state: 'undetermined' as const }) },
    { weight: 1, arbitrary: fc.constant({ id, state: 'not_applicable' as const }) },
  )
}

type RecordedOutcome = NonNullable<RecordedDecision['layers']['national']>['outcomes'][number]

const decisionsOf = (programmes: readonly Assembly[]): fc.Arbitrary<readonly Decided[]> =>
  fc.tuple(...programmes.map((assembly) => {
    const outcomes = [...assembly.pieces.values()].flatMap(({ piece }) => (piece.kind === 'outcome' && piece.of !== 'members' ? [valuesOf(assembly, piece.id, piece.list)] : []))
    return fc.array(fc.record({ day: fc.constantFrom(...days), decided: fc.constantFrom(...recordedAt), outcomes: fc.tuple(...outcomes) }), { maxLength: 4 }).map((made) =>
      made.map(({ day, decided, outcomes: said }, index): Decided => ({ programme: assembly.programme, from: day, decided, decided_at: new Date(new Date(decided).getTime() + index * 60_000), layers: { national: { outcomes: said, member_outcomes: {} } } })))
  })).map((all) => all.flat())

const spellsOf = (units: readonly string[], answers: fc.Arbitrary<HouseholdInput>): fc.Arbitrary<readonly Spell<HouseholdInput>[]> =>
  fc.record({
    first: answers, second: answers, corrected: answers, units: fc.tuple(fc.constantFrom(...units), fc.constantFrom(...units)),
    begins: fc.constantFrom(undefined, '2025-06-01', '2026-05-01'), changes: fc.constantFrom(undefined, '2026-06-01'), ends: fc.constantFrom(undefined, undefined, '2026-10-01'), correction: fc.boolean(),
  }).map(({ first, second, corrected, units: [here, there], begins, changes, ends, correction }) => {
    const [early, , late, last] = recordedAt
    const told = (held: HouseholdInput, unit: string, from: string | undefined, to: string | undefined): Spell<HouseholdInput>[] => correction
      ? [{ held, unit, from, to, recorded: early, superseded: late }, { held: corrected, unit, from, to, recorded: late, superseded: undefined }]
      : [{ held, unit, from, to, recorded: early, superseded: undefined }]
    return changes === undefined
      ? told(first, here, begins, ends)
      : [...told(first, here, begins, '2026-05-31'), { held: second, unit: there, from: changes, to: ends, recorded: last, superseded: undefined }]
  })

/** A few households in a few units with whatever may have been recorded of them, decisions of some programmes among it. */
export const randomRegisters = (answers: fc.Arbitrary<HouseholdInput>, programmes: readonly Assembly[]): fc.Arbitrary<RandomRegister> => {
  const places = ['a', 'b', 'c']
  return fc.record({
    attributes: fc.array(answers.map(({ unit }) => unit ?? {}), { minLength: places.length, maxLength: places.length }),
    households: fc.array(fc.record({ spells: spellsOf(places, answers), decisions: decisionsOf(programmes) }), { minLength: 6, maxLength: 14 }),
  }).map(({ attributes, households }) => {
    const names = new Map(places.map((place) => [place, `${place}-${randomUUID()}`]))
    return {
      units: new Map([...names.values()].map((name, index) => [name, attributes[index] ?? {}])),
      households: households.map(({ spells, decisions }) => ({ id: randomUUID(), decisions, spells: spells.map((spell) => ({ ...spell, unit: names.get(spell.unit) ?? '' })) })),
    }
  })
}

/** Writes a register as it was recorded; its decisions in one statement, or so many at a time in whatever order they come. */
export const writeRegister = (database: Database, { units, households }: RandomRegister, together = Infinity): Promise<void> =>
  asSystem(database.db, async (tx) => {
    await writeUnits(tx, units)
    const spells = households.flatMap(({ id, spells: own }) => own.map(({ held: { household = {}, members = [] }, unit, from, to, recorded, superseded }) =>
      ({ household: id, unit, from, to, recorded, superseded, answers: household, members })))
    const members = spells.flatMap(({ members: own, ...spell }) => own.map((member, position) => ({ ...spell, member: member.id, position, answers: member })))
    const decisions = households.flatMap(({ id, spells: [first], decisions: own }) =>
      own.map(({ programme, from, decided_at: decided, layers }) => ({ submission: randomUUID(), household: id, unit: first?.unit, programme, day: from, decided, layers })))
    await sql`
      insert into households (id, unit_id, label, search_text, member_count)
      select id, unit, 'H', 'h', 0 from jsonb_to_recordset(${JSON.stringify(households.map(({ id, spells: [first] }) => ({ id, unit: first?.unit })))}::jsonb) as r (id uuid, unit text)`.execute(tx)
    await sql`
      insert into household_spells (household_id, unit_id, answers, valid_from, valid_to, recorded_at, superseded_at)
      select household, unit, answers, "from", "to", recorded, superseded
      from jsonb_to_recordset(${JSON.stringify(spells)}::jsonb) as r (household uuid, unit text, answers jsonb, "from" date, "to" date, recorded timestamptz, superseded timestamptz)`.execute(tx)
    await sql`
      insert into member_spells (household_id, unit_id, member_id, position, answers, valid_from, valid_to, recorded_at, superseded_at)
      select household, unit, member, position, answers, "from", "to", recorded, superseded
      from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) as r (household uuid, unit text, member text, position integer, answers jsonb, "from" date, "to" date, recorded timestamptz, superseded timestamptz)`.execute(tx)
    const mixed = together === Infinity ? decisions : decisions.toSorted((a, b) => (a.submission < b.submission ? -1 : 1))
    for (let start = 0; start < mixed.length; start += together) await writeDecisions(tx, mixed.slice(start, start + together), start)
  })

const writeUnits = async (tx: Tx, units: RandomRegister['units']): Promise<void> => {
  const attributes = [...units].flatMap(([unit, own]) => Object.entries(own).map(([attribute, value]) => ({ unit, attribute, value })))
  await sql`insert into units (id, hash) select id, '' from unnest(${[...units.keys()]}::text[]) id`.execute(tx)
  await sql`insert into unit_spells (unit_id, position, code, name, kind) select id, 0, id, id, 'commune' from unnest(${[...units.keys()]}::text[]) id`.execute(tx)
  await sql`
    insert into unit_attributes (unit_id, attribute, position, value)
    select unit, attribute, 0, value from jsonb_to_recordset(${JSON.stringify(attributes)}::jsonb) as r (unit text, attribute text, value jsonb)`.execute(tx)
}

/** Each with a submission of its own, all by one person. */
const writeDecisions = async (tx: Tx, decisions: readonly object[], numbered: number): Promise<void> => {
  await sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(decisions)}::jsonb) as r (submission uuid, household uuid, unit text, programme text, day date, decided timestamptz, layers jsonb)
    ), person as (
      insert into people (login, name, unit_id, role) select ${randomUUID()}::text, 'N', min(id), 'officer' from units returning id
    ), submission as (
      insert into submissions (id, household_id, unit_id, programme, form, label, law_at, facts_at, unit_at, rules, state, answers, created_at, created_by, updated_at, updated_by)
      select t.submission, household, unit, programme, 'f', 'H', day, day, day, '{}', 'submitted', '{}', decided, p.id, decided, p.id from told t cross join person p
      returning id
    )
    insert into decisions (submission_id, unit_id, number, programme, law_at, facts_at, unit_at, input, rules, layers, semantics, hash, decided_at, decided_by)
    select t.submission, unit, row_number() over () + ${numbered}, programme, day, day, day, '{}', '{}', layers, 1, t.submission::text, decided, p.id
    from told t join submission s on s.id = t.submission cross join person p`.execute(tx)
}

/** As it was known at a moment, what held on a day. */
const heldOn = ({ spells }: RandomHousehold, day: string, known: Date): Spell<HouseholdInput> | undefined =>
  spells.find(({ from, to, recorded, superseded }) => (from === undefined || from <= day) && (to === undefined || to >= day) && new Date(recorded) <= known && (superseded === undefined || new Date(superseded) > known))

/** The unit a household is in on a day, as it was known at a moment. */
export const unitOn = (household: RandomHousehold, day: string, known: Date): string | undefined => heldOn(household, day, known)?.unit

/** What the interpreter is given of a household for a day, as it was known at a moment; undefined where the register does not know it then. */
export const inputOn = ({ units }: RandomRegister, household: RandomHousehold, day: string, known: Date, read: DecisionsRead): HouseholdInput | undefined => {
  const spell = heldOn(household, day, known)
  if (!spell) return undefined
  const { household: answers = {}, members = [] } = spell.held
  const standing = standingDecisions(household.decisions.filter((each) => each.decided_at <= known && read.programmes.has(each.programme)))
  return { household: answers, members, unit: units.get(spell.unit) ?? {}, ...recordedHistory(standing, read) }
}
