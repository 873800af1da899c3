import type { Answers, Arrival, Departure, MemberAnswers } from '@tieuchi/runtime'
import { sql, type RawBuilder } from 'kysely'
import type { Tx } from '../plugins/database.ts'
import { prepared } from '../plugins/database-prepared.ts'

export interface StoredSpell<T> {
  readonly id: number
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly answers: T
}

export interface NewSpell<T> {
  readonly valid_from: string | null
  readonly valid_to: string | null
  readonly answers: T
}

/** What only the spells of members say: their place among the members, how they came, and how they went. */
interface MemberSpellFacts {
  readonly position: number
  readonly began: Arrival['how'] | null
  readonly ended: Departure['how'] | null
}

export type StoredMemberSpell = StoredSpell<MemberAnswers> & MemberSpellFacts
export type NewMemberSpell = NewSpell<MemberAnswers> & MemberSpellFacts

/** Spells of a household that are not superseded. */
export interface StoredSpells {
  readonly household: readonly StoredSpell<Answers>[]
  /** In the order of the members' places. */
  readonly members: readonly StoredMemberSpell[]
}

/** The spells of a household as one value of a larger query. */
export const spellsOf = (household: RawBuilder<unknown>): RawBuilder<StoredSpells> => sql`
  json_build_object(
    'household', (
      select coalesce(json_agg(spell), '[]')
      from (select id, valid_from, valid_to, answers from household_spells where household_id = ${household} and superseded_at is null) spell
    ),
    'members', (
      select coalesce(json_agg(spell), '[]')
      from (select id, valid_from, valid_to, answers, position, began, ended from member_spells where household_id = ${household} and superseded_at is null order by position) spell
    )
  )`

export async function listSpells(tx: Tx, householdId: string): Promise<StoredSpells> {
  const [found] = await currentSpells(tx, { householdId })
  return found?.spells ?? { household: [], members: [] }
}

const currentSpells = prepared(['householdId'], ({ householdId }: { readonly householdId: string }) =>
  sql<{ readonly spells: StoredSpells }>`select ${spellsOf(sql`${householdId}`)} as spells`)
