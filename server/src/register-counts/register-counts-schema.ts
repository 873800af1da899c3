import type { Issue } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'

const openObject = { additionalProperties: true }

/** The version of the draft that is told of, and the day on which its rules, the households and the units are looked at. */
const asked = { version: Type.Integer(), at: Type.String() }

/** Of how many households, or members, something is true, not known for want of answers, or false. */
export const truthCount = Type.Object({
  piece: Type.String(),
  /** A rule of a set or a row of a table by its id; absent: the piece as a whole. */
  part: Type.Optional(Type.String()),
  of: Type.Union([Type.Literal('household'), Type.Literal('members')]),
  true: Type.Integer(),
  unknown: Type.Integer(),
  false: Type.Integer(),
})

export const registerCounts = Type.Union([
  /** The register is being read; `share` of it is there, of 1. */
  Type.Object({ state: Type.Literal('loading'), ...asked, share: Type.Number() }),
  /** The figures are not there yet. */
  Type.Object({ state: Type.Literal('counting'), ...asked }),
  /** Nobody can be judged by the draft as it is. */
  Type.Object({ state: Type.Literal('unfinished'), ...asked, issues: Type.Array(Type.Unsafe<Issue>(Type.Object({}, openObject))) }),
  Type.Object({
    state: Type.Literal('counted'),
    ...asked,
    households: Type.Integer(),
    members: Type.Integer(),
    /** Households that were left out: they can only be judged one by one, and there are too many of them. */
    left_out: Type.Integer(),
    counts: Type.Array(truthCount),
  }),
])

export type TruthCountLine = Static<typeof truthCount>
export type RegisterCounts = Static<typeof registerCounts>
