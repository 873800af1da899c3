import { Type, type Static } from 'typebox'

/** A file attached to a submission, without its bytes. */
export const attachment = Type.Object({
  id: Type.String(),
  /** The item of the form it belongs to. */
  item: Type.String(),
  /** The member, where the item is asked of each. */
  member: Type.Optional(Type.String()),
  name: Type.String(),
  media_type: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
  sha256: Type.String(),
  attached_at: Type.String(),
  attached_by: Type.Object({ id: Type.String(), name: Type.String() }),
})

/** Where a file is to be attached. */
export const attachmentPlace = Type.Object({
  item: Type.String({ minLength: 1, maxLength: 200 }),
  member: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
}, { additionalProperties: false })

export type Attachment = Static<typeof attachment>
