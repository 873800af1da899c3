import { readServerAddress } from '../server-address.ts'
import type { ServerAddress } from '../server-connection.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesArguments, RulesOption } from './rules-command.ts'

/** Options that name a running server. */
export const serverOptions: Readonly<Record<string, RulesOption>> = {
  server: { type: 'string', value: { vi: 'địa chỉ', en: 'url' }, help: { vi: 'máy chủ đang chạy', en: 'a running server' } },
  login: { type: 'string', value: { vi: 'tên', en: 'name' }, help: { vi: 'tên đăng nhập, hoặc biến TIEUCHI_LOGIN', en: 'login, or the variable TIEUCHI_LOGIN' } },
  password: { type: 'string', value: { vi: 'mật khẩu', en: 'password' }, help: { vi: 'mật khẩu, hoặc biến TIEUCHI_PASSWORD', en: 'password, or the variable TIEUCHI_PASSWORD' } },
}

/** The server that a command for rules was told of. */
export const serverOf = (name: string, { text }: RulesArguments): ServerAddress | undefined =>
  readServerAddress({ server: text('server'), login: text('login'), password: text('password') }, process.env, (vi, en) => wrongUse(name, vi, en))
