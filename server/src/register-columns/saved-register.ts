import { dirname } from 'node:path'
import type { CommonDocument, Text } from '@tieuchi/runtime'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { Db } from '../plugins/database.ts'
import { hasMark, insertMark, type LogPosition } from './register-columns-queries.ts'
import { readRegisterFile, writeRegisterFile } from './register-file.ts'
import { clearRegisterFolder } from './register-folder.ts'

/** What columns were made of. */
export interface RegisterKey {
  readonly day: string
  /** Hash of the attributes of all units on their day. */
  readonly units: string
  readonly position: LogPosition
}

export interface Kept {
  readonly register: RegisterColumns
  readonly key: RegisterKey
}

/** The key as it stands in a file, with the mark that was left in the database when it was written. */
type FileKey = RegisterKey & { readonly mark: string }

export interface SavedRegisterOptions {
  readonly db: Db
  readonly path: string
  /** Told in one line why a file could not be used or written. */
  readonly tell: (line: Text, error?: unknown) => void
}

const failedReading: Text = { vi: 'Không đọc được bản sao sổ bộ theo cột; sẽ dựng lại từ cơ sở dữ liệu.', en: 'The saved columns of the register could not be read; they are built anew from the database.' }
const failedWriting: Text = { vi: 'Không ghi được bản sao sổ bộ theo cột; lần khởi động sau sẽ dựng lại từ cơ sở dữ liệu.', en: 'The columns of the register could not be saved; after the next start they are built anew from the database.' }
const ofAnother: Text = { vi: 'Bản sao sổ bộ theo cột thuộc cơ sở dữ liệu khác hoặc trạng thái khác của cơ sở dữ liệu này; sẽ dựng lại.', en: 'The saved columns of the register are of another database, or of another state of this one; they are built anew.' }

/** A few changes are sooner read again than the whole register written: so many, and this part of it. */
const fewChanges = 1000
const partOfRegister = 100

/** Columns of the register in a file for the next start. Whatever becomes of the file is told, and costs building them anew, nothing more. */
export class SavedRegister {
  readonly #options: SavedRegisterOptions
  /** What the file holds; or what could not be written to it: that is tried again once much has changed, not at every use. */
  #saved: { readonly register: RegisterColumns; readonly revision: number } | undefined

  constructor(options: SavedRegisterOptions) {
    this.#options = options
  }

  /** The columns as they were saved; undefined where there are none to go on from. */
  async load(common: CommonDocument): Promise<Kept | undefined> {
    const { db, path, tell } = this.#options
    try {
      const loaded = readRegisterFile(path, common)
      if (loaded?.kind === 'refused') tell(loaded.message)
      if (loaded?.kind !== 'loaded') return undefined
      const { mark, ...key } = loaded.key as FileKey
      if (!(await hasMark(db, mark))) {
        tell(ofAnother)
        return undefined
      }
      return { register: this.#noted(loaded.register), key }
    } catch (error) {
      tell(failedReading, error)
      return undefined
    }
  }

  /** Whether it is time to save columns: they never were, or much has changed since. */
  isFarBehind(register: RegisterColumns): boolean {
    return this.#saved?.register !== register || register.revision - this.#saved.revision > Math.max(fewChanges, register.size / partOfRegister)
  }

  /** Saves columns where anything changed since; they may not change meanwhile. */
  async save({ register, key }: Kept): Promise<void> {
    const { db, path, tell } = this.#options
    if (this.#saved?.register === register && this.#saved.revision === register.revision) return
    try {
      const fileKey: FileKey = { ...key, mark: await insertMark(db) }
      await writeRegisterFile(path, register, fileKey)
      await clearRegisterFolder(dirname(path), Date.now())
    } catch (error) {
      tell(failedWriting, error)
    }
    this.#noted(register)
  }

  #noted(register: RegisterColumns): RegisterColumns {
    this.#saved = { register, revision: register.revision }
    return register
  }
}
