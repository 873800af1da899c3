import type { Answers, Arrival, Departure, MemberAnswers } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'

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

export async function listHouseholdSpells(tx: Tx, householdId: string): Promise<StoredSpell<Answers>[]> {
  return tx
    .selectFrom('household_spells')
    .select(['id', 'valid_from', 'valid_to', 'answers'])
    .where('household_id', '=', householdId)
    .where('superseded_at', 'is', null)
    .execute()
}

export async function listMemberSpells(tx: Tx, householdId: string): Promise<StoredMemberSpell[]> {
  return tx
    .selectFrom('member_spells')
    .select(['id', 'valid_from', 'valid_to', 'answers', 'position', 'began', 'ended'])
    .where('household_id', '=', householdId)
    .where('superseded_at', 'is', null)
    .orderBy('position')
    .execute()
}

export async function supersedeHouseholdSpells(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.updateTable('household_spells').set({ superseded_at: now }).where('id', 'in', [...ids]).execute()
}

export async function supersedeMemberSpells(tx: Tx, ids: readonly number[], now: Date): Promise<void> {
  if (ids.length > 0) await tx.updateTable('member_spells').set({ superseded_at: now }).where('id', 'in', [...ids]).execute()
}

interface Owner {
  readonly household_id: string
  readonly unit_id: string
  readonly recorded_at: Date
}

export async function insertHouseholdSpells(tx: Tx, owner: Owner, spells: readonly NewSpell<Answers>[]): Promise<void> {
  const rows = spells.map((spell) => ({ ...owner, ...spell, answers: JSON.stringify(spell.answers) }))
  if (rows.length > 0) await tx.insertInto('household_spells').values(rows).execute()
}

export async function insertMemberSpells(tx: Tx, owner: Owner, spells: readonly NewMemberSpell[]): Promise<void> {
  const rows = spells.map((spell) => ({ ...owner, ...spell, member_id: spell.answers.id, answers: JSON.stringify(spell.answers) }))
  if (rows.length > 0) await tx.insertInto('member_spells').values(rows).execute()
}
