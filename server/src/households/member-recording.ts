import { addDays, type Departure, type MemberAnswers } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../submissions/submission-schema.ts'
import { covers, cutBefore, mergeAnswers, type Period } from './spell-cutting.ts'
import type { NewMemberSpell, StoredMemberSpell } from './spell-queries.ts'

interface MemberRecording {
  readonly answers: SubmissionAnswers
  /** Fields that were asked; what is known of others stays. */
  readonly asked: ReadonlySet<string>
  /** How long the answers hold, from the first day on. */
  readonly period: Period & { readonly valid_from: string }
}

/** Spells to mark as superseded, and those that take their place. */
export interface SpellChanges {
  readonly superseded: readonly number[]
  readonly inserted: readonly NewMemberSpell[]
}

/**
 * What becomes of the spells of members when answers are recorded: who is in them goes on, who departed ends on their day, who
 * arrived begins on theirs, and who is absent without a word ends where the answers begin.
 */
export function recordMembers(spells: readonly StoredMemberSpell[], recording: MemberRecording): SpellChanges {
  const { answers: { members, departures = {} }, period: { valid_from: from } } = recording
  const present = new Set(members.map(({ id }) => id))
  const gone = Object.entries(departures).filter(([id]) => !present.has(id))
  const departed = gone.map(([id, departure]) => endSpells(spells.filter((spell) => spell.answers.id === id && begins(spell, from)), departure, from))
  const covered = spells.filter((spell) => covers(spell, from) && !gone.some(([id]) => id === spell.answers.id))
  return {
    superseded: [...covered.map(({ id }) => id), ...departed.flatMap(({ superseded }) => superseded)],
    inserted: [
      ...covered.flatMap((spell) => cutMember(spell, from)),
      ...departed.flatMap(({ inserted }) => inserted),
      ...members.map((member, position) => presentSpell(spells, member, position, recording)),
    ],
  }
}

const begins = ({ valid_from: start }: StoredMemberSpell, day: string): boolean => start === null || start <= day

const cutMember = (spell: StoredMemberSpell, day: string): NewMemberSpell[] =>
  cutBefore(spell, day).map((cut) => ({ ...cut, position: spell.position, began: spell.began, ended: null }))

/** All that was known of a member until the day they went; the last spell says how. */
function endSpells(spells: readonly StoredMemberSpell[], { how, on }: Departure, from: string): SpellChanges {
  const day = on ?? from
  const kept = spells
    .toSorted((a, b) => (a.valid_from ?? '').localeCompare(b.valid_from ?? ''))
    .flatMap((spell) => (spell.valid_to !== null && spell.valid_to < day ? [{ ...spell, ended: null }] : cutMember(spell, day)))
  return {
    superseded: spells.map(({ id }) => id),
    inserted: kept.map(({ valid_from, valid_to, answers, position, began, ended }, index) => ({ valid_from, valid_to, answers, position, began, ended: index === kept.length - 1 ? how : ended })),
  }
}

function presentSpell(spells: readonly StoredMemberSpell[], member: MemberAnswers, position: number, { answers, asked, period }: MemberRecording): NewMemberSpell {
  const known = spells.filter(({ answers: { id } }) => id === member.id)
  const before = known.find((spell) => covers(spell, period.valid_from))
  const merged = { ...mergeAnswers(before?.answers, member, asked), id: member.id }
  const arrival = before ? undefined : answers.arrivals?.[member.id]
  const since = arrival?.on !== undefined && arrival.on < period.valid_from && isFree(known, arrival.on, period.valid_from) ? arrival.on : period.valid_from
  const began = arrival?.how ?? (before?.valid_from === period.valid_from ? before.began : null)
  return { ...period, valid_from: since, answers: merged, position, began, ended: null }
}

/** Whether nothing is known of a member between two days. */
const isFree = (spells: readonly StoredMemberSpell[], from: string, to: string): boolean =>
  !spells.some((spell) => (spell.valid_from === null || spell.valid_from < to) && (spell.valid_to === null || spell.valid_to >= from) && from <= addDays(to, -1))
