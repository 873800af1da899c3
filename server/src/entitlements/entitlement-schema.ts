import type { Citation, EntitlementResult, ExplanationNode } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { text } from '../policies/policy-schema.ts'

const openObject = { additionalProperties: true }

const isoDay = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const bound = Type.Union([Type.Literal('exact'), Type.Literal('at_least'), Type.Literal('at_most')])
const layer = Type.Union([Type.Literal('national'), Type.Literal('local')])

/** Whose entitlements, and as of which day. */
export const entitlementsAt = Type.Object({ at: isoDay }, { additionalProperties: false })

/** One entitlement of the household or of a member, to be explained. */
export const explanationAsked = Type.Object({ at: isoDay, programme: Type.String(), layer, entitlement: Type.String(), member: Type.Optional(Type.String()) }, { additionalProperties: false })

/** A comparison that decided: what must hold or fails, what was read of the household, and by which article. */
export const entitlementReason = Type.Object({ sentence: text, read: Type.Optional(text), citation: Type.Optional(Type.Unsafe<Citation>(Type.Object({}, openObject))) })

/** A question whose answer can still decide. */
export const openQuestion = Type.Object({ field: Type.String(), member: Type.Optional(Type.String()), title: text })

/** What one layer says of an entitlement. Level, amount and period stand where granted, as far as they are known. */
const finding = {
  state: Type.Union([Type.Literal('granted'), Type.Literal('refused'), Type.Literal('undetermined')]),
  /** Level, amount and period in words; what is not known yet, or left open by the law, is said. */
  terms: Type.Optional(text),
  level: Type.Optional(Type.Union([Type.Boolean(), Type.Number(), Type.String(), Type.Array(Type.String())])),
  level_unit: Type.Optional(Type.String()),
  /** What the level says; `bound` is what the amount says. */
  level_bound: Type.Optional(bound),
  amount: Type.Optional(Type.Number()),
  unit: Type.Optional(Type.String()),
  bound,
  period: Type.Optional(Type.Unsafe<NonNullable<EntitlementResult['period']>>(Type.Object({}, openObject))),
  /** Đồng that come every month, where the amount is one. */
  monthly: Type.Optional(Type.Number()),
  citation: Type.Optional(Type.Unsafe<Citation>(Type.Object({}, openObject))),
  reasons: Type.Array(entitlementReason),
  missing: Type.Array(openQuestion),
  /** Names of values that the law leaves open, and of those that are taken for the time being. */
  open: Type.Array(text),
  assumed: Type.Array(text),
}

/** An entitlement as it counts: by local rules where some are in force, with what the national ones say where that is something else. */
export const entitlementLine = Type.Object({
  id: Type.String(),
  title: text,
  /** Absent: it is the household's. */
  member: Type.Optional(Type.String()),
  layer,
  ...finding,
  national: Type.Optional(Type.Object(finding)),
})

const release = Type.Object({ hash: Type.String(), title: text, valid_from: Type.Optional(Type.String()) })

/** What one programme gives; or why nothing can be concluded from its rules. */
export const programmeEntitlements = Type.Object({
  programme: Type.String(),
  title: text,
  /** Which releases judged. */
  release,
  local: Type.Array(Type.Object({ ...release.properties, unit: Type.String() })),
  entitlements: Type.Array(entitlementLine),
  problem: Type.Optional(text),
})

/** A decision in force on the day that the rules read. Without a value it left the outcome open. */
export const recordedOutcome = Type.Object({
  programme: text,
  outcome: text,
  member: Type.Optional(Type.String()),
  value: Type.Optional(text),
  from: Type.String(),
  to: Type.Optional(Type.String()),
  decided_on: Type.Optional(Type.String()),
})

export const householdEntitlements = Type.Object({
  household: Type.Object({ id: Type.String(), label: Type.String(), place: Type.Optional(Type.String()), unit: Type.Object({ id: Type.String(), name: Type.String() }) }),
  at: Type.String(),
  /** Whether the register knows answers of that day. */
  known: Type.Boolean(),
  /** Members of that day, in order. */
  members: Type.Array(Type.Object({ id: Type.String(), title: text })),
  recorded: Type.Array(recordedOutcome),
  programmes: Type.Array(programmeEntitlements),
})

export const explanationNode = Type.Unsafe<ExplanationNode>(Type.Object({}, openObject))

export type EntitlementReason = Static<typeof entitlementReason>
export type EntitlementLine = Static<typeof entitlementLine>
export type ProgrammeEntitlements = Static<typeof programmeEntitlements>
export type RecordedOutcome = Static<typeof recordedOutcome>
export type HouseholdEntitlements = Static<typeof householdEntitlements>
export type ExplanationAsked = Static<typeof explanationAsked>
