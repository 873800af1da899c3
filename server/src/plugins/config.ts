import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { StartError } from './start-error.ts'

/** How the program was asked to run. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Absent: the embedded database in `data`. */
  readonly databaseUrl?: string
  readonly data: string
  /** Folder for columns of the register. Absent with a database server unless a data folder is named: what people answered then lies nowhere else. */
  readonly columns?: string
  readonly rulesets: string
  /** Demonstration accounts and register. */
  readonly demo: boolean
  readonly households: number
  /** Give the made-up register a past: earlier answers, and reviews decided on them. */
  readonly past: boolean
  /** Cookies only over HTTPS. */
  readonly secureCookie: boolean
  /** Serve the API alone. */
  readonly apiOnly: boolean
}

interface ConfigSources {
  readonly root: string
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
}

const options = {
  host: { type: 'string' },
  port: { type: 'string' },
  data: { type: 'string' },
  rulesets: { type: 'string' },
  demo: { type: 'boolean' },
  households: { type: 'string' },
  past: { type: 'boolean' },
  'api-only': { type: 'boolean' },
} as const

/** Reads arguments before environment before defaults; what cannot be understood is a `StartError` that names it. */
export function readConfig({ root, args, env }: ConfigSources): Config {
  const given = parseOptions(args)
  const databaseUrl = env['DATABASE_URL'] || undefined
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl)) throw wrong('DATABASE_URL', 'postgres://…', databaseUrl.split('@').at(-1) ?? '')
  const named = given.data ?? (env['DATA_FOLDER'] || undefined)
  const data = resolve(root, named ?? '.data')
  return {
    host: given.host ?? env['HOST'] ?? '127.0.0.1',
    port: readInteger('PORT', given.port ?? env['PORT'] ?? '8080', 0, 65_535),
    ...(databaseUrl === undefined ? {} : { databaseUrl }),
    data,
    ...(databaseUrl !== undefined && named === undefined ? {} : { columns: join(data, 'register-columns') }),
    rulesets: resolve(root, given.rulesets ?? 'rulesets'),
    demo: given.demo ?? databaseUrl === undefined,
    households: readInteger('--households', given.households ?? '5000', 0, 1_000_000),
    past: given.past ?? true,
    secureCookie: readSwitch('COOKIE_SECURE', env['COOKIE_SECURE']),
    apiOnly: given['api-only'] ?? false,
  }
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: args.filter((argument) => argument !== '--'), options, strict: true, allowNegative: true }).values
  } catch (error) {
    const known = Object.keys(options).map((name) => `--${name}`).join(' ')
    const reason = error instanceof Error ? error.message : String(error)
    throw new StartError({ vi: `Tham số không hiểu được: ${reason}\nCác tham số có thể dùng: ${known}`, en: `An argument was not understood: ${reason}\nKnown arguments: ${known}` })
  }
}

function readInteger(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (text.trim() === '' || !Number.isInteger(number) || number < least || number > most) throw wrong(name, `${least}–${most}`, text)
  return number
}

function readSwitch(name: string, text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'false' || text === '0') return false
  if (text === 'true' || text === '1') return true
  throw wrong(name, 'true | false', text)
}

const wrong = (name: string, expected: string, value: string) =>
  new StartError({ vi: `${name} có giá trị “${value}”, cần ${expected}. Hãy sửa rồi khởi động lại.`, en: `${name} is “${value}”, expected ${expected}. Correct it and start again.` })
