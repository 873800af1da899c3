import type { CommonDocument } from '@tieuchi/runtime'
import { columnsHash } from '@tieuchi/runtime/columns/columns-file.ts'
import type { Db } from '../plugins/database.ts'
import { RegisterKeeper } from '../register-columns/register-keeper.ts'

interface Kept {
  readonly hash: string
  readonly keeper: RegisterKeeper
  /** The part of the register that is in columns, of 1; undefined while nothing is being read. */
  loading: number | undefined
}

/** The register in columns, for the dictionary as published last: with another one it is read anew. */
export class CurrentRegister {
  readonly #db: Db
  #kept: Kept | undefined

  constructor(db: Db) {
    this.#db = db
  }

  /** The part that is in columns, while the register is being read. */
  get loading(): number | undefined {
    return this.#kept?.loading
  }

  keeperFor(common: CommonDocument): RegisterKeeper {
    const hash = columnsHash(common)
    if (this.#kept?.hash === hash) return this.#kept.keeper
    const kept: Kept = {
      hash,
      loading: undefined,
      keeper: new RegisterKeeper({ db: this.#db, common, progress: (share) => { kept.loading = share < 1 ? share : undefined } }),
    }
    this.#kept = kept
    return kept.keeper
  }
}
