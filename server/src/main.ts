import { migrate, NewerSchemaError } from '@tieuchi/migrations'
import type { Text } from '@tieuchi/runtime'
import type { FastifyInstance } from 'fastify'
import { build } from './app.ts'
import { writeBanner } from './commands/banner.ts'
import { buildWeb } from './commands/web-build.ts'
import type { DemoAccount } from './demo/demo-accounts.ts'
import { prepareReviews } from './demo/demo-job.ts'
import { sowDemo, type SyntheticInput } from './demo/demo-service.ts'
import { Jobs } from './jobs/jobs.ts'
import { installPackages } from './extensions/extension-packages.ts'
import { offerAdministrator } from './people/first-administrator.ts'
import { dayOf } from './plugins/clock.ts'
import type { Config } from './plugins/config.ts'
import { asSystem, holdName, type Database } from './plugins/database.ts'
import { openDatabase } from './plugins/database-opening.ts'
import { StartError } from './plugins/start-error.ts'
import { readPacks } from './policies/pack-files.ts'
import type { Packs } from './policies/pack.ts'
import { loadRules } from './policies/policy-loading.ts'
import { loadUnits } from './units/unit-service.ts'

export interface Running {
  readonly address: string
  readonly banner: string
  close(): Promise<void>
}

interface StartRequest {
  readonly config: Config
  /** Folder of the repository. */
  readonly root: string
  readonly tell: (line: Text) => void
}

/** Brings database, rules and web application up to date and listens. What stands in the way is a `StartError`. */
export async function startServer({ config, root, tell }: StartRequest): Promise<Running> {
  await installPackages()
  const packs = readPacks(config.rulesets)
  const database = await openDatabase(config)
  const jobs = new Jobs()
  try {
    const [webFolder, prepared] = await Promise.all([config.apiOnly ? undefined : buildWeb(root, tell), prepare(database, jobs, { packs, config, tell })])
    const app = await build({
      db: database.db,
      jobs,
      secureCookie: config.secureCookie,
      logger: { level: 'warn' },
      ...(webFolder === undefined ? {} : { webFolder }),
      ...(config.columns === undefined ? {} : { columnsFolder: config.columns }),
    })
    await jobs.start(database, app.log)
    await prepared.beside?.()
    const address = await listen(app, config)
    return {
      address,
      banner: writeBanner({ address, embedded: database.kind === 'embedded', ...prepared }),
      close: async () => {
        await app.close()
        await jobs.stop()
        await database.close()
      },
    }
  } catch (error) {
    await jobs.stop()
    await database.close()
    throw error
  }
}

interface Preparation {
  readonly packs: Packs
  readonly config: Config
  readonly tell: (line: Text) => void
}

interface Prepared {
  readonly accounts: readonly DemoAccount[]
  readonly administrator?: { readonly login: string; readonly token: string }
  /** What goes on beside the program. */
  readonly beside?: () => Promise<void>
}

async function prepare({ db }: Database, jobs: Jobs, { packs, config: { demo, households, past }, tell }: Preparation): Promise<Prepared> {
  await migrate(db).catch(explainMigration)
  const lines = await asSystem(db, async (tx) => {
    await holdName(tx, 'packs')
    await loadUnits(tx, packs.units)
    return loadRules(tx, packs)
  })
  lines.forEach(tell)
  const now = new Date()
  const today = dayOf(now)
  if (!demo) {
    const administrator = await offerAdministrator(db, packs.units, today, now)
    return { accounts: [], ...(administrator ? { administrator } : {}) }
  }
  const { common, units } = packs
  const request = { households, at: today, now, past }
  const accounts = await sowDemo(db, { common, units, now, today, ...(packs.demo !== undefined && { households: () => synthesise(packs, request) }) })
  if (packs.demo === undefined || packs.past === undefined) return { accounts }
  const reviews = prepareReviews(db, jobs, { common, demo: packs.demo, past: packs.past, households, tell })
  await reviews.before()
  return { accounts, beside: reviews.beside }
}

/** The generator is loaded only where a register is to be made up: most starts need none. */
async function synthesise(packs: Packs, { past, ...request }: { readonly households: number; readonly at: string; readonly now: Date; readonly past: boolean }): Promise<Iterable<SyntheticInput>> {
  const { generatePast, generateRegister } = await import('./demo/register-generator.ts')
  return past ? generatePast(packs, request) : generateRegister(packs, request)
}

/** PostgreSQL: insufficient_privilege. */
const noPrivilege = '42501'

function explainMigration(error: unknown): never {
  if (error instanceof NewerSchemaError) {
    const steps = error.steps.join(', ')
    throw new StartError({
      vi: `Cơ sở dữ liệu đã được nâng cấp bởi phiên bản mới hơn (${steps}). Hãy cập nhật chương trình rồi khởi động lại.`,
      en: `The database was upgraded by a newer version (${steps}). Update the program and start again.`,
    })
  }
  if (error instanceof Error && 'code' in error && error.code === noPrivilege) {
    throw new StartError({
      vi: `Tài khoản trong DATABASE_URL không đủ quyền tạo cấu trúc dữ liệu (${error.message}). Tài khoản cần sở hữu cơ sở dữ liệu và có quyền CREATEROLE, hoặc đã là thành viên của các vai trò app_user và app_area.`,
      en: `The account in DATABASE_URL may not create the schema (${error.message}). It must own the database and have CREATEROLE, or already be a member of the roles app_user and app_area.`,
    })
  }
  throw error
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (error) {
    await app.close()
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new StartError({
      vi: `Cổng ${port} đang được chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn cổng khác: --port ${port + 1}.`,
      en: `Port ${port} is in use by another program. Stop it, or choose another port: --port ${port + 1}.`,
    })
  }
}
