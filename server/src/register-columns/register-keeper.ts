import { hashDocument, type CommonDocument, type DecisionsRead, type Moment } from '@tieuchi/runtime'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import type { Db } from '../plugins/database.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { buildColumns, readRows, refreshColumns, type RegisterSource } from './register-building.ts'
import { isBehind, listChanged, listMovedBetween, readPosition, type LogPosition } from './register-columns-queries.ts'
import type { Kept, RegisterKey, SavedRegister } from './saved-register.ts'

export interface KeeperOptions {
  readonly db: Db
  readonly common: CommonDocument
  /** What of earlier decisions is in columns. */
  readonly read: DecisionsRead
  /** Where columns are saved for the next start; nowhere where it is absent. */
  readonly saved?: SavedRegister
  /** Told while the register is put into columns which part of it is, of 1. */
  readonly progress?: (share: number) => void
}

/** Which register: what was so on one day, in units as they were on another. */
export type RegisterDays = Pick<Moment, 'facts_at' | 'unit_at'>

/** The register while it is used. */
export interface KeptRegister {
  readonly register: RegisterColumns
  /** The transactions whose changes are in the columns, see `LogPosition`. */
  readonly position: string
  /** Households as the database has them at this very moment. */
  readonly readStored: (ids: readonly string[]) => Promise<readonly RegisterRow[]>
  /** Households that may have changed since the columns were brought up to date. */
  readonly changedSince: () => Promise<ReadonlySet<string>>
}

/**
 * Keeps columns of the register as of one day, and brings them up to date before each use. Uses follow one another: the
 * columns do not change under a batch.
 */
export class RegisterKeeper {
  readonly #options: KeeperOptions
  #kept: Kept | undefined
  #turn: Promise<unknown> = Promise.resolve()
  #users = 0

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  /** Does some work with the register as it is known now. */
  use<T>(days: RegisterDays, work: (kept: KeptRegister) => Promise<T>): Promise<T> {
    this.#users += 1
    const using = this.#inTurn(async () => {
      const { source, kept: { register, key } } = await this.#bringUpToDate(days)
      if (this.#options.saved?.isFarBehind(register)) void this.save()
      return work({
        register,
        position: key.position.snapshot,
        readStored: (ids) => readRows(source, ids),
        changedSince: async () => new Set(await listChanged(source.db, key.position.snapshot)),
      })
    })
    return using.finally(() => {
      this.#users -= 1
    })
  }

  /** Saves what changed since it was saved last. */
  save(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#kept) await this.#options.saved?.save(this.#kept)
    })
  }

  /** The same when the program stops: it does not wait for who still works with the columns, what was saved before will do. */
  async close(): Promise<void> {
    if (this.#users === 0) await this.save()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #bringUpToDate({ facts_at: day, unit_at: unitDay }: RegisterDays): Promise<{ readonly source: RegisterSource; readonly kept: Kept }> {
    const { db, common, read, progress, saved } = this.#options
    const attributes = await listAttributesOn(db, unitDay)
    const source: RegisterSource = { db, common, day, attributes, read, ...(progress && { progress }) }
    const units = hashDocument(Object.fromEntries(attributes))
    const before = this.#kept ?? await saved?.load(common)
    // What is left half-way by a failure is of no day.
    this.#kept = undefined
    const position = await readPosition(db)
    const kept = before && canFollow(before.key, units, position) ? await follow(source, before, { day, units, position }) : await this.#build(source, { day, units, position })
    this.#kept = kept
    return { source, kept }
  }

  /** Changes made while the register is read are noted after the position, so they are found when it is followed. */
  async #build(source: RegisterSource, key: RegisterKey): Promise<Kept> {
    const register = await buildColumns(source)
    return follow(source, { register, key }, { ...key, position: await readPosition(source.db) })
  }
}

/** Whether columns can be brought up to date from where they stand: of the same register, not ahead of it, with the same units. */
const canFollow = (from: RegisterKey, units: string, position: LogPosition): boolean =>
  from.units === units && isBehind(from.position, position)

/** Reads anew what changed since, and what another day makes different. */
async function follow(source: RegisterSource, { register, key: from }: Kept, to: RegisterKey): Promise<Kept> {
  const changed = await listChanged(source.db, from.position.snapshot)
  const moved = from.day === to.day ? [] : await listMovedBetween(source.db, ...inOrder(from.day, to.day))
  await refreshColumns(source, register, [...new Set([...changed, ...moved])])
  return { register, key: to }
}

const inOrder = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])

