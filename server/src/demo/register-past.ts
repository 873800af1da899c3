import { addDays, type Answer, type Answers, type Departure, type Arrival, type MemberAnswers } from '@tieuchi/runtime'
import { drawEntry, holds, type DrawContext } from './draw-value.ts'
import type { Happening, PastDescription } from './past-description.ts'
import { randomSource, uuidFrom, weighted, wholeBetween, type RandomSource } from './random-source.ts'
import type { RegisterDescription } from './register-description.ts'
import { answersOf, drawMember, drawNumbered, readDrawn, type DrawingRequest, type DrawnHousehold } from './register-drawing.ts'
import { spellsOf, type End, type RecordedSpell, type Stage } from './spell-timeline.ts'

export type MemberSpell = RecordedSpell<MemberAnswers> & { readonly position: number; readonly began: Arrival['how'] | null; readonly ended: Departure['how'] | null }

/** What the register knows of a household since ever. */
export interface HouseholdPast {
  readonly id: string
  /** Where it lives today. */
  readonly unit: string
  readonly household: readonly RecordedSpell<Answers>[]
  readonly members: readonly MemberSpell[]
}

export interface PastRequest extends Pick<DrawingRequest, 'seed' | 'communes' | 'at'> {
  readonly description: RegisterDescription
  readonly past: PastDescription
  readonly now: Date
}

/** Morning of a day in Việt Nam. */
export const morningOf = (day: string): Date => new Date(`${day}T02:00:00Z`)

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

/** The day on which something happened; the same draws are made where it did not. */
const happened = (random: RandomSource, happening: Happening | undefined): string | undefined => {
  const [luck, days] = [random.next(), happening ? wholeBetween(random, 0, daysBetween(happening.from, happening.to)) : 0]
  return happening && luck < happening.chance ? addDays(happening.from, days) : undefined
}

/** Streams of luck that nobody else draws from. */
const splitStream = 1

/**
 * Makes up what came before today for households of a drawn register: answers that were others, people who came and went, moves and splits.
 * Today stays as it was drawn; the same request makes up the same past.
 */
export class RegisterPast {
  readonly #request: PastRequest

  constructor(request: PastRequest) {
    this.#request = request
  }

  of(index: number, drawn: DrawnHousehold): HouseholdPast {
    const { past, communes } = this.#request
    const random = randomSource(past.seed, index)
    const [id, answersOn] = [uuidFrom(random), this.#drawAnswers(random, drawn)]
    const [registered, moved, other] = [happened(random, past.registered), happened(random, past.moved), weighted(random, communes.map((commune) => [commune.id, 1] as const))]
    const split = this.#splitOn(index)
    const unit = split === undefined ? drawn.unit : this.#drawn(index - 1).unit
    const start = split ?? registered
    const elsewhere = moved !== undefined && start === undefined && other !== undefined && other !== unit ? { unit: other, until: moved } : undefined
    const unitOn = (day: string | undefined): string => (elsewhere && (day === undefined || day < elsewhere.until) ? elsewhere.unit : unit)
    const stages = <Value>(days: readonly string[], from: string | undefined, valueOn: (day: string | undefined) => Value): readonly Stage<Value>[] =>
      [from, ...[...days, ...(elsewhere ? [elsewhere.until] : [])].filter((day) => from === undefined || day > from).toSorted()].map((day) => ({ ...(day !== undefined && { from: day }), known: this.#knownSince(day), unit_id: unitOn(day), value: valueOn(day) }))
    const members = [...this.#present(random, drawn, start), ...this.#departed(random, drawn, start), ...this.#splitOff(index, start)]
    return {
      id, unit,
      household: spellsOf(stages(answersOn.days, start, answersOn.read)),
      members: members.flatMap(({ answers, from, began, end, ended }, position): readonly MemberSpell[] => spellsOf(stages([], from, () => answers), end).map((spell) => ({
        ...spell, position, began: spell.valid_from === (from ?? null) ? began : null, ended: end !== undefined && spell.valid_to === addDays(end.on, -1) ? ended : null,
      }))),
    }
  }

  #drawn(index: number): DrawnHousehold {
    return drawNumbered(this.#request.description, index, this.#request)
  }

  /** Reviews enter what they found when they are decided; what else happens is entered on its day, and nothing before the register was begun. */
  #knownSince(day: string | undefined): Date {
    const { past: { recorded, reviews: { rounds } }, now } = this.#request
    const entered = day === undefined || day < recorded ? recorded : (rounds.find(({ at }) => at === day)?.decided ?? day)
    return new Date(Math.min(morningOf(entered).getTime(), now.getTime()))
  }

  /** The household's answers on each day, and the days on which they became others. */
  #drawAnswers(random: RandomSource, { input: { household = {} }, ...drawn }: DrawnHousehold): { readonly days: readonly string[]; readonly read: (day: string | undefined) => Answers } {
    const { past, description: { lists }, at } = this.#request
    const context: DrawContext = { random, lists, at, read: readDrawn(drawn) }
    const fitting = past.stories.filter(({ given }) => holds(given, context.read))
    const periods = (weighted(random, fitting.map((story) => [story, story.weight] as const))?.periods ?? []).map(({ until, household: name }) => ({
      until, answers: { ...household, ...drawnAnswers(past.answers[name] ?? [], context) },
    }))
    return {
      days: periods.map(({ until }) => addDays(until, 1)),
      read: (day) => periods.find(({ until }) => day === undefined || day <= until)?.answers ?? household,
    }
  }

  /** Who is there today: since the household is, since their birth, or since they joined. */
  #present(random: RandomSource, { input: { members = [] }, members: drawn }: DrawnHousehold, start: string | undefined): readonly Person[] {
    const { past: { recorded, joined = [] } } = this.#request
    return members.map((answers, index): Person => {
      const luck = happened(random, joined.find(({ role }) => role === drawn[index]?.role))
      const born = answers['birth_date']
      const since: readonly [string, Arrival['how']] | undefined = typeof born === 'string' && born.length === recorded.length && born > recorded ? [born, 'born'] : luck === undefined ? undefined : [luck, 'joined']
      if (since === undefined || (start !== undefined && since[0] <= start)) return { answers, from: start, began: null, ended: null }
      return { answers, from: since[0], began: since[1], ended: null }
    })
  }

  /** Who was there and died or left. */
  #departed(random: RandomSource, drawn: DrawnHousehold, start: string | undefined): readonly Person[] {
    const { past: { departed = [] }, description, at } = this.#request
    const context: DrawContext = { random, lists: description.lists, at, read: readDrawn(drawn) }
    return departed.flatMap(({ role, given, how, ...happening }, number): readonly Person[] => {
      const on = happened(random, happening)
      if (on === undefined || start !== undefined || !holds(given, context.read)) return []
      const member = drawMember(description, role, context)
      return member ? [{ answers: { ...answersOf(member), id: `d${number + 1}` }, from: start, began: null, ...this.#gone(on, how) }] : []
    })
  }

  #gone(on: string, ended: Departure['how']): { readonly end: End; readonly ended: Departure['how'] } {
    return { end: { on, known: this.#knownSince(on) }, ended }
  }

  /** The head of the household drawn next, where it left this one. */
  #splitOff(index: number, start: string | undefined): readonly Person[] {
    const { past } = this.#request
    const on = this.#splitOn(index + 1)
    const [head] = on === undefined ? [] : (this.#drawn(index + 1).input.members ?? [])
    return on === undefined || head === undefined || (start !== undefined && on <= start) ? [] : [{ answers: { ...head, ...past.split?.before, id: 's1' }, from: start, began: null, ...this.#gone(on, 'left') }]
  }

  /** The day on which a household left the one drawn before it, which itself left none. */
  #splitOn(index: number): string | undefined {
    const { past } = this.#request
    const on = (number: number) => (number < 1 ? undefined : happened(randomSource(past.seed + splitStream, number), past.split))
    return on(index - 1) === undefined ? on(index) : undefined
  }
}

/** Somebody of a household, from when on, and until when. */
interface Person {
  readonly answers: MemberAnswers
  readonly from: string | undefined
  readonly began: Arrival['how'] | null
  readonly end?: End
  readonly ended: Departure['how'] | null
}

const drawnAnswers = (entries: PastDescription['answers'][string], context: DrawContext): Answers =>
  Object.fromEntries(entries.flatMap((entry): readonly (readonly [string, Answer])[] => {
    const value = drawEntry(entry, context)
    return value === undefined ? [] : [[entry.set, value]]
  }))
