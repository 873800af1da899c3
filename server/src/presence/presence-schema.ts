import { Type, type Static } from 'typebox'

/** Where the sender stands; pages write and read it, the server hands it on. */
export const standing = Type.Object({ place: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })) }, { additionalProperties: false })

/** Somebody else who has it open now. */
export const presentPerson = Type.Object({ id: Type.String(), name: Type.String(), place: Type.Optional(Type.String()) })

export const presence = Type.Object({
  /** The version stored now: where the page shows an older one it loads this. */
  version: Type.Integer(),
  others: Type.Array(presentPerson),
})

export type PresentPerson = Static<typeof presentPerson>
export type Presence = Static<typeof presence>
