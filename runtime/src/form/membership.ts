import type { MemberAnswers, Moment } from '../documents/input-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { formatDate } from '../values/format.ts'
import { isDay } from '../values/day.ts'

/** How someone came into a household of which the register did not know them. */
export interface Arrival {
  readonly how: 'born' | 'joined'
  /** Since which day, where it is known: `YYYY-MM-DD`. */
  readonly on?: string
}

/** How someone whom the register knew is no longer of the household, with what was known of them. */
export interface Departure {
  readonly how: 'left' | 'died'
  /** First day on which they were no more part of it, where it is known: `YYYY-MM-DD`. */
  readonly on?: string
  readonly answers: MemberAnswers
}

/** Who joined and who left a household since the register last knew it, by member id. Nothing an evaluation reads. */
export interface Membership {
  readonly arrivals?: Readonly<Record<string, Arrival>>
  readonly departures?: Readonly<Record<string, Departure>>
}

const dayNames: Readonly<Record<Arrival['how'] | Departure['how'], Text>> = {
  born: { vi: 'Ngày sinh ra trong hộ', en: 'Day of birth in the household' },
  joined: { vi: 'Ngày về hộ', en: 'Day of joining' },
  left: { vi: 'Ngày rời hộ', en: 'Day of leaving' },
  died: { vi: 'Ngày mất', en: 'Day of death' },
}

/** Days of joining and leaving that are none, or are later than the facts the household is judged by. Paths are `arrivals|departures/<member>/on`. */
export const membershipIssues = ({ arrivals = {}, departures = {} }: Membership, { facts_at: at }: Moment): readonly Issue[] => [
  ...Object.entries(arrivals).flatMap(([member, { how, on }]) => dayIssues(['arrivals', member, 'on'], dayNames[how], on, at)),
  ...Object.entries(departures).flatMap(([member, { how, on }]) => dayIssues(['departures', member, 'on'], dayNames[how], on, at)),
]

const dayIssues = (path: readonly string[], name: Text, on: string | undefined, at: string): readonly Issue[] => {
  if (on === undefined || (isDay(on) && on <= at)) return []
  const day = formatDate(on)
  const message = isDay(on)
    ? { vi: `${name.vi} ${day} sau ngày tham chiếu ${formatDate(at)}; hãy sửa ngày hoặc bỏ trống.`, en: `${name.en} ${day} is after the reference date ${formatDate(at)}; correct it or leave it blank.` }
    : { vi: `${name.vi}: “${day}” không có trên lịch; hãy sửa ngày hoặc bỏ trống.`, en: `${name.en}: “${day}” is not on the calendar; correct it or leave it blank.` }
  return [{ code: 'membership_day', severity: 'error', path: [...path], params: { on, at }, message }]
}
