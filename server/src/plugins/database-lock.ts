import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { StartError } from './start-error.ts'

/**
 * Takes the data folder for this process alone and returns the release of it. The embedded database takes no lock of its own and two
 * processes on one folder lose rows silently. SQLite's lock belongs to the operating system, which gives it back when the process
 * dies, however it dies.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const owner = join(folder, 'lock-owner')
  const lock = new DatabaseSync(join(folder, 'lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch {
    lock.close()
    throw inUse(folder, readOwner(owner))
  }
  writeFileSync(owner, String(process.pid))
  return () => lock.close()
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return '?'
  }
}

const inUse = (folder: string, owner: string) =>
  new StartError({
    vi: `Thư mục dữ liệu ${folder} đang được một tiến trình khác dùng (số ${owner}). Hãy dừng tiến trình đó, hoặc chọn thư mục khác bằng --data.`,
    en: `The data folder ${folder} is in use by another process (number ${owner}). Stop that process, or choose another folder with --data.`,
  })
