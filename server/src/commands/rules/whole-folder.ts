import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { jsonText, type Documents } from '../../bundles/write-together.ts'
import { CommandError } from '../command-error.ts'

/** Writes files beside the folder first, which then takes its name at once: all of it is there, or nothing. A folder that exists is refused. */
export function writeWhole(folder: string, files: Documents): void {
  if (existsSync(folder)) throw new CommandError({ vi: `${folder}: đã có thư mục này; hãy đổi tên hoặc chuyển đi rồi làm lại.`, en: `${folder}: exists; rename or move it, then try again.` })
  try {
    mkdirSync(dirname(folder), { recursive: true })
    const beside = join(dirname(folder), `.writing-${process.pid}`)
    mkdirSync(beside)
    try {
      for (const [name, value] of Object.entries(files)) {
        mkdirSync(dirname(join(beside, name)), { recursive: true })
        writeFileSync(join(beside, name), jsonText(value))
      }
      renameSync(beside, folder)
    } catch (error) {
      rmSync(beside, { recursive: true, force: true })
      throw error
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError({ vi: `${folder}: không ghi được (${code}); hãy kiểm tra thư mục và quyền ghi.`, en: `${folder}: cannot be written (${code}); check the folder and its permissions.` })
  }
}
