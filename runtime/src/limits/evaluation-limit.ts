import type { Text } from '../documents/text.ts'
import { atMost } from './limit-words.ts'
import { limits } from './limits.ts'

/** The limits that only an evaluation can meet. */
export type EvaluationLimitName = 'steps' | 'computed_digits' | 'explanation_lines'

/** Where an evaluation met a limit. */
export interface LimitPlace {
  readonly programme: string
  /** Id of the piece, field or check that was computed. */
  readonly piece: string
  readonly title: Text
}

/** The rules cannot be evaluated for this household within what a computer can do in reasonable time. */
export class EvaluationLimit extends Error {
  readonly limit: EvaluationLimitName
  /** Absent only where something was computed that belongs to no piece. */
  readonly place: LimitPlace | undefined
  /** What happened and what to do, naming the piece. */
  readonly text: Text

  constructor(limit: EvaluationLimitName, place?: LimitPlace) {
    const most = atMost(limit)
    const text = {
      vi: `${place ? `“${place.title.vi}” (${place.programme}.${place.piece})` : 'Quy định'} cần tính quá nhiều cho hộ này: ${most.vi}. Hãy báo người quản lý chính sách để đơn giản hoá quy định.`,
      en: `${place ? `“${place.title.en}” (${place.programme}.${place.piece})` : 'This'} needs too much computing for this household: ${most.en}. Tell the policy administrator, who can make the rules simpler.`,
    }
    super(text.en)
    this.name = 'EvaluationLimit'
    this.limit = limit
    this.place = place
    this.text = text
  }
}

/** Counts something down to a limit; beyond it throws `EvaluationLimit`. */
export class Budget {
  readonly #limit: EvaluationLimitName
  #left: number

  constructor(limit: EvaluationLimitName) {
    this.#limit = limit
    this.#left = limits[limit]
  }

  get left(): number {
    return this.#left
  }

  spend(count: number): void {
    this.#left -= count
    if (this.#left < 0) throw new EvaluationLimit(this.#limit)
  }
}

/** Runs a computation of a piece; a limit met in it is told with the name of the innermost piece. */
export const namingPiece = <T>(place: () => LimitPlace, compute: () => T | Promise<T>): T | Promise<T> => {
  try {
    const computed = compute()
    return computed instanceof Promise ? namingLater(place, computed) : computed
  } catch (error) {
    throw named(place, error)
  }
}

const namingLater = async <T>(place: () => LimitPlace, computed: Promise<T>): Promise<T> => {
  try {
    return await computed
  } catch (error) {
    throw named(place, error)
  }
}

const named = (place: () => LimitPlace, error: unknown): unknown => (error instanceof EvaluationLimit && !error.place ? new EvaluationLimit(error.limit, place()) : error)
