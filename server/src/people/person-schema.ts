import { Type, type Static } from 'typebox'
import { roles, type Role } from './person-role.ts'

const role = Type.Unsafe<Role>(Type.Union(roles.map((name) => Type.Literal(name))))
const name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })

export const account = Type.Object({
  id: Type.String(),
  login: Type.String(),
  name: Type.String(),
  role,
  unit: Type.Object({ id: Type.String(), name: Type.String(), parents: Type.Array(Type.String()) }),
  /** Whether a password was set. */
  ready: Type.Boolean(),
  disabled: Type.Boolean(),
})

export const newAccount = Type.Object({
  login: Type.String({ pattern: '^[a-z0-9][a-z0-9._-]{2,59}$' }),
  name,
  role,
  /** The unit whose area the account sees. */
  unit: Type.String(),
}, { additionalProperties: false })

export const changedAccount = Type.Object({ name: Type.Optional(name), role: Type.Optional(role), disabled: Type.Optional(Type.Boolean()) }, { additionalProperties: false })

/** An account with a token by which its person sets a password once; shown this one time. */
export const accountWithToken = Type.Object({ account, token: Type.String() })

export type Account = Static<typeof account>
export type NewAccount = Static<typeof newAccount>
export type ChangedAccount = Static<typeof changedAccount>
export type AccountWithToken = Static<typeof accountWithToken>
