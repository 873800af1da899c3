import { existsSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { lockFolder } from './database-lock.ts'
import { columnTypes, poolDatabase, type Database } from './database.ts'

// Machine code of the database is kept once it was made: giving it back, V8 13 stops the process now and then (“Check failed:
// jit_page_->allocations_.erase(addr) == 1”, seen in tests that opened many databases).
setFlagsFromString('--no-wasm-code-gc')

/** A third of the memory of the default, at no measured cost for one household at a time. */
const startParams = [...PGlite.defaultStartParams, '-c', 'shared_buffers=16MB']

/**
 * Opens the database inside this process: in a folder it alone may use, or in memory where no folder is given. One in
 * memory may begin from the copy of another, which is quicker than making it.
 */
export async function openEmbeddedDatabase(folder?: string, copy?: Blob): Promise<Database> {
  const unlock = folder === undefined ? () => undefined : lockFolder(folder)
  try {
    const pglite = await openPglite(folder, copy)
    const pool = new pg.Pool({ ...createPgConfig(pglite), max: 1, connectionTimeoutMillis: 10_000, types: columnTypes })
    const { close, ...database } = poolDatabase(pool)
    return {
      kind: 'embedded',
      ...database,
      close: async () => {
        await close()
        await pglite.close()
        unlock()
      },
    }
  } catch (error) {
    unlock()
    throw error
  }
}

/** A new database is made beside its place and moved there when complete, so a start that was cut short leaves no half of one. */
async function openPglite(folder: string | undefined, copy: Blob | undefined): Promise<PGlite> {
  if (folder === undefined) return PGlite.create({ startParams, ...(copy && { loadDataDir: copy }) })
  const dataDir = join(folder, 'database')
  if (!existsSync(dataDir)) {
    const unfinished = join(folder, 'database-unfinished')
    rmSync(unfinished, { recursive: true, force: true })
    const pglite = await PGlite.create({ dataDir: unfinished, startParams })
    await pglite.close()
    renameSync(unfinished, dataDir)
  }
  // Nobody else uses the folder, so the mark of a running database is of one that was killed. Killed while it was written
  // it is empty, and PostgreSQL would not start over it.
  rmSync(join(dataDir, 'postmaster.pid'), { force: true })
  return PGlite.create({ dataDir, startParams })
}
