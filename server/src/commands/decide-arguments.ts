import { parseArgs } from 'node:util'
import { isDay, type Language } from '@tieuchi/runtime'
import { DecideError } from './decide-error.ts'
import { readServerAddress } from './server-address.ts'
import type { ServerAddress } from './server-connection.ts'

/** What the command line asks for. */
export interface DecideRequest {
  readonly file: string
  readonly at: string
  /** Code of the unit on that day. */
  readonly unit: string
  /** Absent: the only programme that decides something. */
  readonly programme?: string
  readonly json: boolean
  readonly language: Language
  /** Absent: the packs of this checkout decide. */
  readonly server?: ServerAddress
}

type Environment = Readonly<Record<string, string | undefined>>

const options = {
  at: { type: 'string' },
  unit: { type: 'string' },
  programme: { type: 'string' },
  json: { type: 'boolean' },
  lang: { type: 'string' },
  server: { type: 'string' },
  login: { type: 'string' },
  password: { type: 'string' },
} as const

const usage = {
  vi: 'Cách dùng: pnpm decide --at 2026-06-01 --unit 11074 household.json [--programme mã] [--json] [--lang en] [--server địa-chỉ --login tên --password mật-khẩu]',
  en: 'Usage: pnpm decide --at 2026-06-01 --unit 11074 household.json [--programme id] [--json] [--lang en] [--server url --login name --password password]',
}

const wrong = (vi: string, en: string): DecideError => new DecideError({ vi: `${vi}\n${usage.vi}`, en: `${en}\n${usage.en}` })

/** Language of the answer, as far as the command line can be read; Vietnamese unless English is asked for. */
export const languageOf = (args: readonly string[]): Language => (args.includes('--lang=en') || args[args.indexOf('--lang') + 1] === 'en' ? 'en' : 'vi')

/** Reads the command line; login and password may come from TIEUCHI_LOGIN and TIEUCHI_PASSWORD instead. */
export function readArguments(args: readonly string[], environment: Environment): DecideRequest {
  const { values, positionals } = parse(args)
  const [file, more] = positionals
  if (file === undefined) throw wrong('Thiếu tệp thông tin hộ.', 'The file of the household is missing.')
  if (more !== undefined) throw wrong(`Chỉ nhận một tệp; thừa “${more}”.`, `One file is expected; “${more}” is too much.`)
  const at = demand(values.at, 'at', 'ngày xét, dạng 2026-06-01', 'the day, like 2026-06-01')
  if (!isDay(at)) throw wrong(`--at: “${at}” không phải một ngày có trên lịch theo dạng 2026-06-01.`, `--at: “${at}” is not a day of the calendar, like 2026-06-01.`)
  const language = values.lang ?? 'vi'
  if (language !== 'vi' && language !== 'en') throw wrong(`--lang: “${language}” không có; chọn vi hoặc en.`, `--lang: there is no “${language}”; choose vi or en.`)
  const server = readServerAddress(values, environment, wrong)
  return {
    file,
    at,
    unit: demand(values.unit, 'unit', 'mã đơn vị hành chính, ví dụ 11074', 'the code of the unit, for example 11074'),
    ...(values.programme === undefined ? {} : { programme: values.programme }),
    json: values.json ?? false,
    language,
    ...(server ? { server } : {}),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: args.filter((argument) => argument !== '--'), options, strict: true, allowPositionals: true })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw wrong(`Không hiểu tham số: ${reason}`, `The arguments are not understood: ${reason}`)
  }
}

function demand(value: string | undefined, name: string, vi: string, en: string): string {
  if (value === undefined || value === '') throw wrong(`Thiếu --${name}: ${vi}.`, `--${name} is missing: ${en}.`)
  return value
}
