import { addDays } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import type { SubmissionAnswers } from '../submissions/submission-schema.ts'
import type { HouseholdIdentity } from './household-identity.ts'
import { recordMembers } from './member-recording.ts'
import { covers, cutBefore, mergeAnswers } from './spell-cutting.ts'
import { listSpells, type StoredSpell, type StoredSpells } from './spell-queries.ts'
import type { RegisterChange } from './spell-recording-sql.ts'

/** What the register knows of a household on a day; before all it knows, what it knows first. */
export async function readRegister(tx: Tx, householdId: string, at: string): Promise<SubmissionAnswers> {
  const { household: spells, members: memberSpells } = await listSpells(tx, householdId)
  const day = firstKnown(spells, at)
  const household = spells.find((spell) => covers(spell, day))
  const members = memberSpells.filter((spell) => covers(spell, day))
  return { household: household?.answers ?? {}, members: members.map((spell) => spell.answers) }
}

export interface AskedFields {
  readonly household: ReadonlySet<string>
  readonly members: ReadonlySet<string>
}

interface Recording {
  readonly household_id: string
  readonly unit_id: string
  readonly answers: SubmissionAnswers
  /** What the household is called by these answers. */
  readonly identity: HouseholdIdentity
  /** Fields that were asked; what is known of others stays. */
  readonly asked: AskedFields
  /** First day on which the answers hold. They hold until what was recorded for a later time begins. */
  readonly from: string
  readonly now: Date
}

/**
 * What becomes of the register of a household when answers hold from a day on, see `recordMembers` for who came and went. Earlier spells are
 * cut, never overwritten.
 */
export function changeOfRegister({ household: spells, members: memberSpells }: StoredSpells, { household_id, unit_id, answers, identity, asked, from, now }: Recording): RegisterChange {
  const period = { valid_from: from, valid_to: endOf(spells, from) }
  const covered = spells.filter((spell) => covers(spell, from))
  const household = [...covered.flatMap((spell) => cutBefore(spell, from)), { ...period, answers: mergeAnswers(covered[0]?.answers, answers.household, asked.household) }]
  const members = recordMembers(memberSpells, { answers, asked: asked.members, period })
  return {
    household_id, unit_id, recorded_at: now, identity, day: from, household,
    superseded: { household: covered.map(({ id }) => id), members: members.superseded }, members: members.inserted,
  }
}

function firstKnown(spells: readonly StoredSpell<unknown>[], day: string): string {
  if (spells.some(({ valid_from: start }) => start === null || start <= day)) return day
  return spells.flatMap(({ valid_from: start }) => start ?? []).toSorted()[0] ?? day
}

function endOf(spells: readonly StoredSpell<unknown>[], from: string): string | null {
  const later = spells.flatMap(({ valid_from: start }) => (start !== null && start > from ? [start] : [])).toSorted()
  return later[0] === undefined ? null : addDays(later[0], -1)
}
