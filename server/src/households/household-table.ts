import type { Answers, Arrival, Departure, MemberAnswers } from '@tieuchi/runtime'
import type { Generated, JSONColumnType } from 'kysely'

export interface HouseholdTable {
  id: Generated<string>
  unit_id: string
  label: string
  /** Name of the head, then the place, a line each, in lower case without diacritics. */
  search_text: string
  /** Names of all members, a line each, likewise. */
  search_members: Generated<string>
  /** Personal numbers of members; found by all their digits only. */
  search_numbers: Generated<string[]>
  place: string | null
  member_count: number
  synthetic: Generated<boolean>
  created_at: Generated<Date>
}

interface SpellColumns {
  id: Generated<number>
  household_id: string
  unit_id: string
  valid_from: string | null
  valid_to: string | null
  recorded_at: Date
  superseded_at: Date | null
}

export interface HouseholdSpellTable extends SpellColumns {
  answers: JSONColumnType<Answers, string, string>
}

export interface MemberSpellTable extends SpellColumns {
  member_id: string
  position: number
  began: Arrival['how'] | null
  ended: Departure['how'] | null
  answers: JSONColumnType<MemberAnswers, string, string>
}
