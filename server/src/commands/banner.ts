import type { Text } from '@tieuchi/runtime'
import { demoPassword, type DemoAccount } from '../demo/demo-accounts.ts'

export interface BannerFacts {
  readonly address: string
  readonly embedded: boolean
  readonly accounts: readonly DemoAccount[]
  readonly administrator?: { readonly login: string; readonly token: string }
}

/** What is said once the program is ready: where, as whom, and what kind of database this is. */
export function writeBanner({ address, embedded, accounts, administrator }: BannerFacts): string {
  const parts = [
    [`Tiêu Chí đã sẵn sàng · Tiêu Chí is ready:  ${address}`, `API:  ${address}/api/docs`],
    accounts.length > 0 ? ['Tài khoản dùng thử · demonstration accounts:', ...accounts.map(accountLine)] : [],
    administrator ? administratorLines(address, administrator) : [],
    embedded ? embeddedLines : [],
    ['Dừng: Ctrl-C · Stop: Ctrl-C'],
  ]
  return parts.filter((part) => part.length > 0).map((part) => part.map((line) => `  ${line}`).join('\n')).join('\n\n')
}

const roleWords: Readonly<Record<DemoAccount['role'], string>> = {
  officer: '',
  viewer: '',
  auditor: '',
  administrator: ' (quản trị · administrator)',
  author: ' (soạn thảo quy định · writes rules)',
  approver: ' (phê duyệt quy định · approves rules)',
}

const accountLine = ({ login, unit, role }: DemoAccount) => `${login.padEnd(14)} ${demoPassword}   ${unit.name}${roleWords[role]}`

const administratorLines = (address: string, { login, token }: { login: string; token: string }) => [
  `Đặt mật khẩu cho quản trị viên “${login}” (dùng một lần, trong 7 ngày):`,
  `Set the password of the administrator “${login}” (once, within 7 days):`,
  `${address}/password?token=${token}`,
]

const embeddedLines = [
  'Cơ sở dữ liệu nhúng: chỉ dùng thử và cho nơi nhỏ; an toàn khi chương trình dừng đột ngột, không an toàn khi mất điện.',
  'Embedded database: for trials and small sites; safe when the program is killed, not when the power fails.',
  'Để dùng thật, đặt DATABASE_URL=postgres://… (PostgreSQL 15 trở lên) rồi khởi động lại; dữ liệu thử không chuyển theo.',
  'For real use set DATABASE_URL=postgres://… (PostgreSQL 15 or newer) and start again; trial data stays behind.',
]

/** A line in both languages. */
export const bothLanguages = ({ vi, en }: Text): string => `${vi}\n${en}`
