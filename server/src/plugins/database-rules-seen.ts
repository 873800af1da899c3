import type { Transaction } from 'kysely'
import type { Tables } from './database-tables.ts'

type Tx = Transaction<Tables>

/** The version of rules and units that a person's transaction sees; nobody signed in can change them. */
const seen = new WeakMap<Tx, () => Promise<string | undefined>>()

/** Says which version of rules and units a transaction sees, one that cannot change them itself. */
export const seeRules = (tx: Tx, version: () => Promise<string | undefined>): void => void seen.set(tx, version)

/**
 * What was found of rules and units, kept by a key for as long as nobody changes them. A transaction of the program itself, which may
 * change them, finds everything anew.
 */
export class WhileRulesStay<Found> {
  readonly #most: number
  readonly #found = new Map<string, Found>()
  #version: string | undefined

  constructor(most: number) {
    this.#most = most
  }

  async find(tx: Tx, key: string, find: () => Promise<Found>): Promise<Found> {
    const version = await seen.get(tx)?.()
    if (version === undefined) return find()
    const kept = version === this.#version ? this.#found.get(key) : undefined
    if (kept !== undefined) return kept
    const found = await find()
    this.#keep(version, key, found)
    return found
  }

  #keep(version: string, key: string, found: Found): void {
    if (version !== this.#version || this.#found.size >= this.#most) this.#found.clear()
    this.#version = version
    this.#found.set(key, found)
  }
}
