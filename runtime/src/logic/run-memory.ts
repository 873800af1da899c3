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

  /** The result for a pattern; undefined where it is not known. */
  get(truths: readonly boolean[]): Result | undefined {
    if (this.#few) return this.#few[numberOf(truths)]
    const pattern = patternOf(truths)
    const known = this.#results.get(pattern)
    if (known === undefined) return undefined
    this.#results.delete(pattern)
    this.#results.set(pattern, known)
    return known
  }

  set(truths: readonly boolean[], result: Result): void {
    if (this.#few) {
      this.#few[numberOf(truths)] = result
      return
    }
    this.#results.set(patternOf(truths), result)
    if (this.#results.size > this.#most) this.#forgetOldest()
  }

  #forgetOldest(): void {
    const oldest = this.#results.keys().next()
    if (!oldest.done) this.#results.delete(oldest.value)
  }
}

const numberOf = (truths: readonly boolean[]): number => {
  let number = 0
  for (const truth of truths) number = number * 2 + (truth ? 1 : 0)
  return number
}

const patternOf = (truths: readonly boolean[]): string => {
  let pattern = ''
  for (const truth of truths) pattern += truth ? '1' : '0'
  return pattern
}
