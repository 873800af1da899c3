import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { CommandError } from '../command-error.ts'
import { writeNew } from './rules-export.ts'

/** Writes documents into a folder, which is made where there is none; answers the files, none of which was there before. */
export function writeInto(folder: string, documents: readonly (readonly [name: string, document: object])[]): readonly string[] {
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError({ vi: `Không tạo được thư mục “${folder}” (${reason}); hãy chọn thư mục khác.`, en: `The folder “${folder}” cannot be made (${reason}); choose another.` })
  }
  return documents.map(([name, document]) => {
    const file = join(folder, `${name}.json`)
    writeNew(file, `${JSON.stringify(document, null, 2)}\n`)
    return file
  })
}
