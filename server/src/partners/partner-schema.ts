import { Type, type Static } from 'typebox'

const name = Type.String({ minLength: 1, maxLength: 200, pattern: '\\S' })
const isoDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })

const most = { requests: 100_000, households: 10_000_000 }

/** What a partner may ask for. */
const permitted = {
  /** Programmes it may have decided. */
  programmes: Type.Array(Type.String(), { minItems: 1, maxItems: 100, uniqueItems: true }),
  /** Whether it may be told why. */
  explanations: Type.Boolean(),
  requests_per_minute: Type.Integer({ minimum: 1, maximum: most.requests }),
  households_per_day: Type.Integer({ minimum: 1, maximum: most.households }),
  /** The last day its key can be used. */
  valid_to: isoDate,
}

/** What an administrator changes of a partner: all of what it may ask for, as it is from now on. */
export const partnerChange = Type.Object({
  /** Id of the unit whose area it may ask about. */
  unit: Type.String(),
  ...permitted,
}, { additionalProperties: false })

export const newPartner = Type.Object({
  name,
  /** What it needs decisions for, as the trail tells it. */
  purpose: Type.String({ minLength: 1, maxLength: 1000, pattern: '\\S' }),
  /** Id of the unit whose area it may ask about. */
  unit: Type.String(),
  ...permitted,
}, { additionalProperties: false })

export const partner = Type.Object({
  id: Type.String(),
  name: Type.String(),
  purpose: Type.String(),
  unit: Type.Object({ id: Type.String(), name: Type.String(), parents: Type.Array(Type.String()) }),
  ...permitted,
  /** The first letters of its key. */
  key_start: Type.String(),
  created_at: Type.String(),
  state: Type.Union([Type.Literal('active'), Type.Literal('over'), Type.Literal('revoked')]),
  /** When the key was used last; absent: never. */
  used_at: Type.Optional(Type.String()),
  /** Households decided today. */
  households_today: Type.Integer(),
})

/** A partner with its key, which is shown this one time. */
export const partnerWithKey = Type.Object({ partner, key: Type.String() })

export type PartnerChange = Static<typeof partnerChange>
export type NewPartner = Static<typeof newPartner>
export type Partner = Static<typeof partner>
export type PartnerWithKey = Static<typeof partnerWithKey>
