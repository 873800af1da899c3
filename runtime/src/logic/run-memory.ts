/** Truths of parts remembered for groups of one size, all patterns together: small groups have few, and long lists are not worth more. */
const mostTruths = 20_000

/**
 * What came of groups for the truths of their parts, so that a pattern met before is not run again: a group is a function of its
 * parts and of nothing else. What was asked for longest ago is forgotten first.
 */
export class RunMemory<Result> {
  readonly #results = new Map<string, Result>()
  readonly #most: number

  constructor(parts: number) {
    this.#most = Math.floor(mostTruths / Math.max(1, parts))
  }

  /** The result for a pattern; undefined where it is not known. */
  get(truths: readonly boolean[]): Result | undefined {
    const pattern = patternOf(truths)
    const known = this.#results.get(pattern)
    if (known === undefined) return undefined
    this.#results.delete(pattern)
    this.#results.set(pattern, known)
    return known
  }

  set(truths: readonly boolean[], result: Result): void {
    this.#results.set(patternOf(truths), result)
    if (this.#results.size > this.#most) this.#forgetOldest()
  }

  #forgetOldest(): void {
    const oldest = this.#results.keys().next()
    if (!oldest.done) this.#results.delete(oldest.value)
  }
}

const patternOf = (truths: readonly boolean[]): string => {
  let pattern = ''
  for (const truth of truths) pattern += truth ? '1' : '0'
  return pattern
}
