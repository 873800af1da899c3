import { Type, type Static } from 'typebox'

export const credentials = Type.Object({ login: Type.String({ minLength: 1, maxLength: 100 }), password: Type.String({ minLength: 1, maxLength: 200 }) }, { additionalProperties: false })

/** Who is signed in, where, and what the person may do. Send `csrf` as header `x-csrf-token` with every change. */
export const session = Type.Object({
  person: Type.Object({ id: Type.String(), login: Type.String(), name: Type.String() }),
  unit: Type.Object({ id: Type.String(), code: Type.String(), name: Type.String(), parents: Type.Array(Type.String()) }),
  permissions: Type.Array(Type.String()),
  csrf: Type.String(),
  /** Today in Asia/Ho_Chi_Minh, ISO. */
  today: Type.String(),
})

export const newPassword = Type.Object({ token: Type.String(), password: Type.String({ minLength: 10, maxLength: 200 }) }, { additionalProperties: false })

export type Session = Static<typeof session>
export type Credentials = Static<typeof credentials>
