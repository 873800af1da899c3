import { join } from 'node:path'
import { hashDocument, type CommonDocument } from '@tieuchi/runtime'
import { columnsHash } from '@tieuchi/runtime/columns/columns-file.ts'
import type { Db } from '../plugins/database.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { registerFileName } from './register-folder.ts'
import { RegisterKeeper } from './register-keeper.ts'
import { SavedRegister, type SavedRegisterOptions } from './saved-register.ts'

/** The register in columns, and how far it is being read. */
export interface CurrentRegister {
  readonly keeper: RegisterKeeper
  /** The part that is in columns, of 1; undefined while nothing is being read. */
  loading: number | undefined
}

/** Where columns are saved for the next start, and who is told what goes wrong with it. */
export interface RegisterSaving extends Pick<SavedRegisterOptions, 'tell'> {
  readonly folder: string
}

/** Drafts for years with other units beside those of the year to come: more is rarely written at once. */
const mostKept = 2

/**
 * The register in columns for the dictionary as published last and for the attributes that units have on a day: with others it
 * is read anew. The least used goes first.
 */
export class CurrentRegisters {
  readonly #db: Db
  readonly #saving: RegisterSaving | undefined
  readonly #kept = new Map<string, CurrentRegister>()

  /** Without a place to save columns each start reads the register anew. */
  constructor(db: Db, saving?: RegisterSaving) {
    this.#db = db
    this.#saving = saving
  }

  async registerFor(common: CommonDocument, day: string): Promise<CurrentRegister> {
    const key = registerFileName(columnsHash(common), hashDocument(Object.fromEntries(await listAttributesOn(this.#db, day))))
    const register = this.#kept.get(key) ?? this.#begin(key, common)
    this.#kept.delete(key)
    this.#kept.set(key, register)
    const oldest = this.#kept.keys().next()
    if (this.#kept.size > mostKept && !oldest.done) this.#kept.delete(oldest.value)
    return register
  }

  /** Saves what changed since it was saved last, before the program stops. */
  async close(): Promise<void> {
    for (const { keeper } of this.#kept.values()) await keeper.close()
  }

  #begin(fileName: string, common: CommonDocument): CurrentRegister {
    const saved = this.#saving && new SavedRegister({ db: this.#db, path: join(this.#saving.folder, fileName), tell: this.#saving.tell })
    const register: CurrentRegister = {
      loading: undefined,
      keeper: new RegisterKeeper({ db: this.#db, common, ...(saved && { saved }), progress: (share) => { register.loading = share < 1 ? share : undefined } }),
    }
    return register
  }
}
