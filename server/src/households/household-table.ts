import type { Answers, Arrival, Departure, MemberAnswers } from '@tieuchi/runtime'
import type { Generated, GeneratedAlways, JSONColumnType } from 'kysely'

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
  /** Nothing was decided on it before the first decision stored here. */
  history_complete: Generated<boolean>
  created_at: Generated<Date>
  /** Everything words are looked for in, on one line, each word behind a blank. */
  search_line: GeneratedAlways<string>
  /** What lists are sorted by: the given name before the rest, and the place with its numbers counted. */
  sort_name: GeneratedAlways<string> | null
  sort_place: GeneratedAlways<string> | null
}

/** Where the review of a household under a programme stands; the database keeps it by what submissions and decisions say. */
export interface HouseholdReviewTable {
  household_id: GeneratedAlways<string>
  programme: GeneratedAlways<string>
  unit_id: GeneratedAlways<string>
  /** The submission opened last. */
  newest_submission: GeneratedAlways<string>
  newest_state: GeneratedAlways<'draft' | 'submitted'>
  newest_law_at: GeneratedAlways<string>
  /** When anything of the review was changed last. */
  changed_at: GeneratedAlways<Date>
  has_draft: GeneratedAlways<boolean>
  /** The one decided for the newest reference date; of two for one date, the one decided last. */
  decided_submission: GeneratedAlways<string> | null
  decided_law_at: GeneratedAlways<string> | null
  /** Its first outcome that takes its value from a list: the code, or the state where there is none. */
  result: GeneratedAlways<string> | null
  result_list: GeneratedAlways<string> | null
  /** The one decided last, for whatever date. */
  last_decided_submission: GeneratedAlways<string> | null
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
