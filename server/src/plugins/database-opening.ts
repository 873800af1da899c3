import { sql } from 'kysely'
import type { Config } from './config.ts'
import { openEmbeddedDatabase } from './database-embedded.ts'
import { openServerDatabase, type Database } from './database.ts'
import { StartError } from './start-error.ts'

const oldestVersion = 15

/** The database the configuration names; a `StartError` where it does not answer or is too old. */
export async function openDatabase({ databaseUrl, data }: Pick<Config, 'databaseUrl' | 'data'>): Promise<Database> {
  if (databaseUrl === undefined) return openEmbeddedDatabase(data)
  const database = openServerDatabase(databaseUrl)
  try {
    const { rows } = await sql<{ number: string }>`select current_setting('server_version_num') as number`.execute(database.db)
    const version = Math.floor(Number(rows[0]?.number) / 10_000)
    if (version < oldestVersion) throw tooOld(version)
    return database
  } catch (error) {
    await database.close()
    throw error instanceof StartError ? error : notAnswering(databaseUrl, error)
  }
}

const tooOld = (version: number) =>
  new StartError({
    vi: `Máy chủ PostgreSQL là phiên bản ${version}; cần phiên bản ${oldestVersion} trở lên.`,
    en: `The PostgreSQL server is version ${version}; version ${oldestVersion} or newer is needed.`,
  })

/** The address without the password in it. */
function notAnswering(databaseUrl: string, error: unknown): StartError {
  const { host, pathname } = new URL(databaseUrl)
  const reason = error instanceof Error ? error.message || error.name : String(error)
  return new StartError({
    vi: `Không kết nối được cơ sở dữ liệu ${host}${pathname} (DATABASE_URL): ${reason}. Hãy kiểm tra địa chỉ, mật khẩu và máy chủ.`,
    en: `The database ${host}${pathname} (DATABASE_URL) could not be reached: ${reason}. Check address, password and server.`,
  })
}
