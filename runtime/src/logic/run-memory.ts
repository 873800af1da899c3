/** Truths of leaves remembered for one list of trees, all runs together: few trees have many patterns, and long lists few. */
const mostTruths = 1_000

/**
 * What came of trees for the truths of their leaves, so that a pattern met before is not run again: a tree is a function of its
 * leaves and of nothing else. What was asked for longest ago is forgotten first.
 */
export class RunMemory<Result> {
  readonly #results = new Map<string, Result>()
  readonly #most: number

  constructor(leaves: number) {
    this.#most = Math.floor(mostTruths / Math.max(1, leaves))
  }

  /** The result for a pattern; made where it is not known. */
  async resultOf(truths: readonly boolean[], run: () => Promise<Result>): Promise<Result> {
    const pattern = truths.map((truth) => (truth ? '1' : '0')).join('')
    const known = this.#results.get(pattern)
    if (known !== undefined) this.#results.delete(pattern)
    const result = known ?? (await run())
    this.#results.set(pattern, result)
    if (this.#results.size > this.#most) this.#forgetOldest()
    return result
  }

  #forgetOldest(): void {
    const oldest = this.#results.keys().next()
    if (!oldest.done) this.#results.delete(oldest.value)
  }
}
