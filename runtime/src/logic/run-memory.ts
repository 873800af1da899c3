import type { Truth } from '../documents/evaluation-document.ts'

/** A part of a group. */
export interface Judged {
  readonly truth: Truth
}

/** Truths of parts remembered for groups of one size, all patterns together: small groups have few, and long lists are not worth more. */
const mostTruths = 20_000

/** Groups so small have no more patterns than are kept anyway. */
const fewParts = 10

/**
 * What came of groups for the truths of their parts, so that a pattern met before is not run again: a group is a function of its
 * parts and of nothing else. What was asked for longest ago is forgotten first.
 */
export class RunMemory<Result> {
  readonly #results = new Map<string, Result>()
  /** Of few parts, the result for each pattern: none need be forgotten. */
  readonly #few: (Result | undefined)[] | undefined
  readonly #most: number

  constructor(parts: number) {
    this.#most = Math.floor(mostTruths / Math.max(1, parts))
    this.#few = parts <= fewParts ? [] : undefined
  }

  /** The result for a pattern, in which what is unknown counts as one or the other; undefined where it is not known. */
  get(parts: readonly Judged[], unknownCountsAs: boolean): Result | undefined {
    if (this.#few) return this.#few[numberOf(parts, unknownCountsAs)]
    const pattern = patternOf(partsOf(parts, unknownCountsAs))
    const known = this.#results.get(pattern)
    if (known === undefined) return undefined
    this.#results.delete(pattern)
    this.#results.set(pattern, known)
    return known
  }

  set(parts: readonly Judged[], unknownCountsAs: boolean, result: Result): void {
    if (this.#few) {
      this.#few[numberOf(parts, unknownCountsAs)] = result
      return
    }
    this.#results.set(patternOf(partsOf(parts, unknownCountsAs)), result)
    if (this.#results.size > this.#most) this.#forgetOldest()
  }

  #forgetOldest(): void {
    const oldest = this.#results.keys().next()
    if (!oldest.done) this.#results.delete(oldest.value)
  }
}

/** Without making anything, for nearly every group is small and was met before. */
const numberOf = (parts: readonly Judged[], unknownCountsAs: boolean): number => {
  let number = 0
  for (let index = 0; index < parts.length; index += 1) {
    const { truth } = parts[index] as Judged
    number = number * 2 + ((truth === 'unknown' ? unknownCountsAs : truth) ? 1 : 0)
  }
  return number
}

/** What parts come to where those that are unknown count as one or the other: of a group inside, too, that is which way it was judged. */
export const partsOf = (parts: readonly Judged[], unknownCountsAs: boolean): readonly boolean[] => parts.map(({ truth }) => (truth === 'unknown' ? unknownCountsAs : truth))

const patternOf = (truths: readonly boolean[]): string => {
  let pattern = ''
  for (const truth of truths) pattern += truth ? '1' : '0'
  return pattern
}
