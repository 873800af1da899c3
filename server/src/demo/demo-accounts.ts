import { describeUnit, type UnitDocument } from '@tieuchi/runtime'
import { plainText } from '../households/household-search.ts'
import type { Role } from '../people/person-role.ts'

export interface DemoAccount {
  readonly login: string
  readonly name: string
  readonly role: Role
  readonly unit: { readonly id: string; readonly name: string }
}

/** Of every demonstration account; such accounts exist only beside demonstration data. */
export const demoPassword = 'tieuchi-demo'

const mostOfficers = 6

const provinceRoles = [
  { role: 'administrator', suffix: '', title: 'Quản trị' },
  { role: 'author', suffix: '.soan', title: 'Người soạn thảo' },
  { role: 'approver', suffix: '.duyet', title: 'Người phê duyệt' },
] as const

/** Who administers, writes and approves rules in each province that has communes, and an officer in each of the first communes. */
export function describeAccounts(units: readonly UnitDocument[], at: string): DemoAccount[] {
  const existing = units.flatMap((unit) => describeUnit(units, unit, at) ?? [])
  const communes = existing.filter((unit) => unit.kind === 'commune').slice(0, mostOfficers)
  const provinces = existing.filter((unit) => unit.kind === 'province' && communes.some((commune) => commune.parents.includes(unit.name)))
  return [
    ...communes.map(({ id, name }) => ({ login: loginOf(name), name: `Cán bộ ${name}`, role: 'officer' as const, unit: { id, name } })),
    ...provinces.flatMap(({ id, name }) => provinceRoles.map(({ role, suffix, title }) => ({ login: `${loginOf(name)}${suffix}`, name: `${title} ${name}`, role, unit: { id, name } }))),
  ]
}

const kinds = /^(xã|phường|thị trấn|đặc khu|tỉnh|thành phố)\s+/i

/** `Xã Đại Sơn` → `daison`. */
const loginOf = (name: string): string => plainText(name.replace(kinds, '')).replaceAll(/[^a-z0-9]/g, '')
