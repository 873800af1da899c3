import { hashDocument, type CommonDocument } from '@tieuchi/runtime'
import { columnsHash } from '@tieuchi/runtime/columns/columns-file.ts'
import type { Db } from '../plugins/database.ts'
import { RegisterKeeper } from './register-keeper.ts'
import { listAttributesOn } from '../units/unit-queries.ts'

/** The register in columns, and how far it is being read. */
export interface CurrentRegister {
  readonly keeper: RegisterKeeper
  /** The part that is in columns, of 1; undefined while nothing is being read. */
  loading: number | undefined
}

/** Drafts for years with other units beside those of the year to come: more is rarely written at once. */
const mostKept = 2

/**
 * The register in columns for the dictionary as published last and for the attributes that units have on a day: with others it
 * is read anew. The least used goes first.
 */
export class CurrentRegisters {
  readonly #db: Db
  readonly #kept = new Map<string, CurrentRegister>()

  constructor(db: Db) {
    this.#db = db
  }

  async registerFor(common: CommonDocument, day: string): Promise<CurrentRegister> {
    const key = `${columnsHash(common)} ${hashDocument(Object.fromEntries(await listAttributesOn(this.#db, day)))}`
    const register = this.#kept.get(key) ?? this.#begin(common)
    this.#kept.delete(key)
    this.#kept.set(key, register)
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
    return register
  }

  #begin(common: CommonDocument): CurrentRegister {
    const register: CurrentRegister = {
      loading: undefined,
      keeper: new RegisterKeeper({ db: this.#db, common, progress: (share) => { register.loading = share < 1 ? share : undefined } }),
    }
    return register
  }
}
