import { join } from 'node:path'
import { hashDocument, type CommonDocument, type DecisionsRead } from '@tieuchi/runtime'
import { columnsHash } from '@tieuchi/runtime/columns/columns-file.ts'
import type { Db } from '../plugins/database.ts'
import { hashOfRead, isOvertaken, joinRead, serves } from './decisions-held.ts'
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

/** A register that is kept: for which dictionary and units, and which outcomes of earlier decisions it holds. */
interface KeptHere extends CurrentRegister {
  readonly ground: string
  readonly read: DecisionsRead
}

/**
 * The register in columns for the dictionary as published last, for the attributes that units have on a day, and with what the rules
 * read of earlier decisions: with others it is read anew. The least used goes first.
 */
export class CurrentRegisters {
  readonly #db: Db
  readonly #saving: RegisterSaving | undefined
  #kept: readonly KeptHere[] = []

  /** Without a place to save columns each start reads the register anew. */
  constructor(db: Db, saving?: RegisterSaving) {
    this.#db = db
    this.#saving = saving
  }

  async registerFor(common: CommonDocument, day: string, read: DecisionsRead): Promise<CurrentRegister> {
    const [columns, units] = [columnsHash(common), hashDocument(Object.fromEntries(await listAttributesOn(this.#db, day)))]
    const ground = `${columns} ${units}`
    const found = this.#kept.find((each) => each.ground === ground && serves(each.read, read))
    if (found) {
      this.#kept = [...this.#kept.filter((each) => each !== found), found]
      return found
    }
    // What has room for these decisions as well takes the place of what had not.
    const [overtaken, others] = partition(this.#kept, (each) => each.ground === ground && isOvertaken(each.read, read))
    const held = overtaken.map((each) => each.read).reduce(joinRead, read)
    const begun = this.#begin(registerFileName(columns, hashDocument([units, hashOfRead(held)])), { common, read: held, ground })
    this.#kept = [...others, begun].slice(-mostKept)
    return begun
  }

  /** Saves what changed since it was saved last, before the program stops. */
  async close(): Promise<void> {
    for (const { keeper } of this.#kept) await keeper.close()
  }

  #begin(fileName: string, { common, read, ground }: { readonly common: CommonDocument } & Pick<KeptHere, 'read' | 'ground'>): KeptHere {
    const saved = this.#saving && new SavedRegister({ db: this.#db, path: join(this.#saving.folder, fileName), tell: this.#saving.tell })
    const register: KeptHere = {
      ground,
      read,
      loading: undefined,
      keeper: new RegisterKeeper({ db: this.#db, common, read, ...(saved && { saved }), progress: (share) => { register.loading = share < 1 ? share : undefined } }),
    }
    return register
  }
}

const partition = (kept: readonly KeptHere[], isIn: (each: KeptHere) => boolean): readonly [readonly KeptHere[], readonly KeptHere[]] => [kept.filter(isIn), kept.filter((each) => !isIn(each))]
