import type { CommandError } from './command-error.ts'
import type { ServerAddress } from './server-connection.ts'

export interface AddressOptions {
  readonly server?: string | undefined
  readonly login?: string | undefined
  readonly password?: string | undefined
}

type Environment = Readonly<Record<string, string | undefined>>

/** The server that a command line names, if it does; login and password may come from TIEUCHI_LOGIN and TIEUCHI_PASSWORD instead. */
export function readServerAddress(options: AddressOptions, environment: Environment, wrong: (vi: string, en: string) => CommandError): ServerAddress | undefined {
  const { server: url } = options
  if (url === undefined) return undefined
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) throw wrong(`--server: “${url}” không phải địa chỉ http hoặc https.`, `--server: “${url}” is not an http or https address.`)
  const demand = (value: string | undefined, name: string, vi: string, en: string): string => {
    if (value === undefined || value === '') throw wrong(`Thiếu --${name}: ${vi}.`, `--${name} is missing: ${en}.`)
    return value
  }
  return {
    url,
    login: demand(options.login ?? environment['TIEUCHI_LOGIN'], 'login', 'tên đăng nhập (hoặc biến môi trường TIEUCHI_LOGIN)', 'the login (or the variable TIEUCHI_LOGIN)'),
    password: demand(options.password ?? environment['TIEUCHI_PASSWORD'], 'password', 'mật khẩu (hoặc biến môi trường TIEUCHI_PASSWORD)', 'the password (or the variable TIEUCHI_PASSWORD)'),
  }
}
