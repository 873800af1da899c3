/** What was made by a key, so many of them: what was asked for longest ago is forgotten first. */
export class RecentlyUsed<Made> {
  readonly #made = new Map<string, Made>()
  readonly #most: number

  constructor(most: number) {
    this.#most = most
  }

  async find(key: string, make: () => Promise<Made>): Promise<Made> {
    const kept = this.#made.get(key)
    if (kept !== undefined) this.#made.delete(key)
    const made = kept ?? (await make())
    this.#made.set(key, made)
    const oldest = this.#made.keys().next()
    if (this.#made.size > this.#most && !oldest.done) this.#made.delete(oldest.value)
    return made
  }
}
