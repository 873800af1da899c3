import type { Literal } from '../documents/condition-document.ts'
import type { Answer, Answers, HistoryEntry, HouseholdInput, MemberAnswers, Moment } from '../documents/input-document.ts'
import type { CaseDocument } from '../documents/release-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { typeOfFact } from '../release/value-types.ts'
import { isDayFormat } from '../values/day-pattern.ts'
import { addDays, completedMonths, endOfTime, isDay, parseDays, type Day } from '../values/day.ts'
import { formatDate } from '../values/format.ts'
import { momentOfCase } from './case-result.ts'
import { moveDay, type CaseShift } from './case-shift.ts'
import { assumableResults } from './given-results.ts'

/** So many days beside the one it would be are tried, so that nobody becomes a month older or younger. */
const nearby = [0, 1, -1, 2, -2, 3, -3] as const

/**
 * A day moved with the day the facts are as of: as many months are completed between both as before. What is known only by its month or
 * year moves by whole years; what is no day stays.
 */
const moveBeside = (text: string, factsAt: Day, shift: CaseShift): string => {
  if (!isDay(text)) return parseDays(text) ? `${String(Number(text.slice(0, 4)) + shift.years).padStart(4, '0')}${text.slice(4)}` : text
  if (text === endOfTime) return text
  const moved = moveDay(text, shift)
  const [before, after] = [completedMonths(text, factsAt), moveDay(factsAt, shift)]
  return nearby.map((days) => addDays(moved, days)).find((day) => completedMonths(day, after) === before) ?? moved
}

class DaysMoving {
  readonly #assembly: Assembly
  readonly #factsAt: Day
  readonly #shift: CaseShift

  constructor(assembly: Assembly, factsAt: Day, shift: CaseShift) {
    this.#assembly = assembly
    this.#factsAt = factsAt
    this.#shift = shift
  }

  given({ household, members, unit, history, history_from: since, ...rest }: HouseholdInput): HouseholdInput {
    return {
      ...(household && { household: this.#answers(household) }),
      ...(members && { members: members.map((member) => this.#answers(member) as MemberAnswers) }),
      ...(unit && { unit: this.#answers(unit) }),
      ...rest,
      ...(history && { history: history.map((entry) => this.#entry(entry)) }),
      ...(since !== undefined && { history_from: this.#day(since) }),
    }
  }

  assume(assume: NonNullable<CaseDocument['assume']>): NonNullable<CaseDocument['assume']> {
    const days = new Set(assumableResults(this.#assembly).filter(({ type }) => type === 'date').map(({ name }) => name))
    const moved = (value: Literal): Literal => (typeof value === 'string' ? this.#day(value) : value)
    const move = (value: typeof assume[string]): typeof assume[string] => (typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([member, each]) => [member, moved(each)])) : moved(value))
    return Object.fromEntries(Object.entries(assume).map(([name, value]) => [name, days.has(name) ? move(value) : value]))
  }

  #day(text: string): string {
    return moveBeside(text, this.#factsAt, this.#shift)
  }

  #answers(answers: Answers): Answers {
    return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, typeof answer === 'string' && isDayFormat(this.#assembly.fields.get(id)?.schema.format) ? this.#day(answer) : answer]))
  }

  /** A spell ends on the day before the next one: that next day is what moves. */
  #entry(entry: HistoryEntry): HistoryEntry {
    const { value, from, to, decided_on: decided } = entry
    return {
      ...entry,
      ...(value !== undefined && { value: this.#decided(entry, value) }),
      from: this.#day(from),
      ...(to !== undefined && { to: to === endOfTime || !isDay(to) ? to : addDays(this.#day(addDays(to, 1)), -1) }),
      ...(decided !== undefined && { decided_on: this.#day(decided) }),
    }
  }

  #decided({ programme, outcome }: HistoryEntry, value: Answer): Answer {
    return typeof value === 'string' && typeOfFact(this.#assembly, { fact: `${programme}.${outcome}` }) === 'date' ? this.#day(value) : value
  }
}

const moveMoment = ({ law_at: law, facts_at: facts, unit_at: unit }: Moment, shift: CaseShift): Moment => ({ law_at: moveDay(law, shift), facts_at: moveDay(facts, shift), unit_at: moveDay(unit, shift) })

/**
 * A case on other days: its own, the days in its answers and in what it takes as given, those of earlier decisions, and its own day where its
 * title writes it. Everybody is as old as before, and every decision as long ago, in completed months. What must come out is what a person
 * said, and stays.
 */
export const moveCase = (assembly: Assembly, example: CaseDocument, shift: CaseShift): CaseDocument => {
  const before = momentOfCase(example)
  const moment = moveMoment(before, shift)
  const move = new DaysMoving(assembly, before.facts_at, shift)
  const retold = (title: string): string => title.replaceAll(before.law_at, moment.law_at).replaceAll(formatDate(before.law_at), formatDate(moment.law_at))
  return {
    ...example,
    title: { vi: retold(example.title.vi), en: retold(example.title.en) },
    ...(example.moment ? { moment } : { at: moment.law_at }),
    given: move.given(example.given),
    ...(example.assume && { assume: move.assume(example.assume) }),
  }
}
