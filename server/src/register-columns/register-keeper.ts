import { join } from 'node:path'
import { hashDocument, type CommonDocument, type Moment, type Text } from '@tieuchi/runtime'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import type { Db } from '../plugins/database.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { buildColumns, readRows, refreshColumns, type RegisterSource } from './register-building.ts'
import { listChanged, listMovedBetween, readPosition, type LogPosition } from './register-columns-queries.ts'
import { readRegisterFile, writeRegisterFile } from './register-file.ts'

export interface KeeperOptions {
  readonly db: Db
  readonly common: CommonDocument
  /** Where columns are saved for the next start; nowhere where it is absent. Losing it costs building them anew. */
  readonly folder?: string
  /** Told why saved columns could not be used. */
  readonly tell?: (line: Text) => void
  /** Told while the register is put into columns which part of it is, of 1. */
  readonly progress?: (share: number) => void
}

/** What saved columns were made of. */
interface SavedKey {
  readonly day: string
  /** Hash of the attributes of all units on their day. */
  readonly units: string
  readonly position: LogPosition
}

/** Which register: what was so on one day, in units as they were on another. */
export type RegisterDays = Pick<Moment, 'facts_at' | 'unit_at'>

/** The register while it is used. */
export interface KeptRegister {
  readonly register: RegisterColumns
  /** The transaction up to which changes are in the columns. */
  readonly position: string
  /** Households as the database has them at this very moment. */
  readonly readStored: (ids: readonly string[]) => Promise<readonly RegisterRow[]>
  /** Households that may have changed since the columns were brought up to date. */
  readonly changedSince: () => Promise<ReadonlySet<string>>
}

interface Kept {
  readonly register: RegisterColumns
  readonly key: SavedKey
}

const fileName = 'register.columns'

/**
 * Keeps columns of the register as of one day, and brings them up to date before each use. Uses follow one another: the
 * columns do not change under a batch.
 */
export class RegisterKeeper {
  readonly #options: KeeperOptions
  #kept: Kept | undefined
  #saved: { readonly revision: number; readonly key: SavedKey } | undefined
  #turn: Promise<unknown> = Promise.resolve()

  constructor(options: KeeperOptions) {
    this.#options = options
  }

  /** Does some work with the register as it is known now. */
  use<T>(days: RegisterDays, work: (kept: KeptRegister) => Promise<T>): Promise<T> {
    return this.#inTurn(async () => {
      const { source, kept: { register, key } } = await this.#bringUpToDate(days)
      return work({
        register,
        position: key.position.txid,
        readStored: (ids) => readRows(source, ids),
        changedSince: async () => new Set(await listChanged(source.db, key.position.txid)),
      })
    })
  }

  /** Saves what changed since it was saved last. */
  save(): Promise<void> {
    return this.#inTurn(() => this.#save())
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work)
    this.#turn = turn.catch(() => undefined)
    return turn
  }

  async #save(): Promise<void> {
    const { folder } = this.#options
    if (folder === undefined || !this.#kept) return
    const { register, key } = this.#kept
    if (this.#saved?.revision === register.revision && this.#saved.key === key) return
    await writeRegisterFile(join(folder, fileName), register, key)
    this.#saved = { revision: register.revision, key }
  }

  async #bringUpToDate({ facts_at: day, unit_at: unitDay }: RegisterDays): Promise<{ readonly source: RegisterSource; readonly kept: Kept }> {
    const { db, common, progress } = this.#options
    const attributes = await listAttributesOn(db, unitDay)
    const source: RegisterSource = { db, common, day, attributes, ...(progress && { progress }) }
    const units = hashDocument(Object.fromEntries(attributes))
    const before = this.#kept ?? this.#load()
    const position = await readPosition(db)
    const kept = before && canFollow(before.key, units, position) ? await follow(source, before, { day, units, position }) : await this.#build(source, { day, units, position })
    this.#kept = kept
    return { source, kept }
  }

  /** Changes made while the register is read are noted after the position, so they are found when it is followed. */
  async #build(source: RegisterSource, key: SavedKey): Promise<Kept> {
    const register = await buildColumns(source)
    this.#kept = await follow(source, { register, key }, { ...key, position: await readPosition(source.db) })
    await this.#save()
    return this.#kept
  }

  #load(): Kept | undefined {
    const { folder, common, tell } = this.#options
    const loaded = folder === undefined ? undefined : readRegisterFile(join(folder, fileName), common)
    if (loaded?.kind === 'refused') tell?.(loaded.message)
    if (loaded?.kind !== 'loaded') return undefined
    const key = loaded.key as SavedKey
    this.#saved = { revision: loaded.register.revision, key }
    return { register: loaded.register, key }
  }
}

/** Whether columns can be brought up to date from where they stand: of the same register, not ahead of it, with the same units. */
const canFollow = (from: SavedKey, units: string, position: LogPosition): boolean =>
  from.units === units && from.position.register === position.register && BigInt(from.position.txid) <= BigInt(position.txid)

/** Reads anew what changed since, and what another day makes different. */
async function follow(source: RegisterSource, { register, key: from }: Kept, to: SavedKey): Promise<Kept> {
  const changed = await listChanged(source.db, from.position.txid)
  const moved = from.day === to.day ? [] : await listMovedBetween(source.db, ...inOrder(from.day, to.day))
  await refreshColumns(source, register, [...new Set([...changed, ...moved])])
  return { register, key: to }
}

const inOrder = (a: string, b: string): readonly [string, string] => (a < b ? [a, b] : [b, a])

