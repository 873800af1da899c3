import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files for the columns in use, and for those of the dictionary or the units before. */
const mostFiles = 4
/** Nobody writes a file for so long: who began it was ended. */
const abandonedAfter = 3_600_000

const kept = '.columns'
const unfinished = '.unfinished'

/** Name of the file for columns of one kind. */
export const registerFileName = (columns: string, units: string): string => `${columns.slice(0, 16)}-${units.slice(0, 16)}${kept}`

/** Name beside a file under which it is written; of several processes each has another. */
export const unfinishedName = (path: string, writer: string): string => `${path}.${writer}${unfinished}`

/** Removes the files that were written longest ago, but for a few, and what was never finished. */
export async function clearRegisterFolder(folder: string, now: number): Promise<void> {
  const files = await listFiles(folder)
  const columns = files.filter(({ path }) => path.endsWith(kept)).toSorted((a, b) => b.written - a.written)
  const abandoned = files.filter(({ path, written }) => path.endsWith(unfinished) && now - written > abandonedAfter)
  await Promise.all([...columns.slice(mostFiles), ...abandoned].map(({ path }) => rm(path, { force: true })))
}

/** Another process may remove one meanwhile. */
async function listFiles(folder: string): Promise<readonly { readonly path: string; readonly written: number }[]> {
  const found = (await readdir(folder)).map(async (name) => {
    const path = join(folder, name)
    const state = await stat(path).catch(() => undefined)
    return state ? [{ path, written: state.mtimeMs }] : []
  })
  return (await Promise.all(found)).flat()
}
