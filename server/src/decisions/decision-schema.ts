import type { EvaluationResult, ExplanationNode, HouseholdInput } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { pinnedRules } from '../policies/policy-schema.ts'
import { layerResults, moment } from '../submissions/submission-schema.ts'
import { fullLayer } from './result-schema.ts'

const openObject = { additionalProperties: true }

/** Asks for a decision on answers sent along; nothing is stored. Give `at` or a whole `moment`. */
export const decisionRequest = Type.Object({
  programme: Type.String(),
  /** Code of the unit on the date. */
  unit: Type.String(),
  at: Type.Optional(Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })),
  moment: Type.Optional(moment),
  input: Type.Unsafe<HouseholdInput>(Type.Object({}, openObject)),
  explain: Type.Optional(Type.Boolean()),
}, { additionalProperties: false })

export const explanation = Type.Unsafe<ExplanationNode>(Type.Object({}, openObject))

/** A release that was read, with the days it is in force; `unit` is the id of the unit whose local rules they are. */
export const releaseRead = Type.Object({
  programme: Type.String(),
  hash: Type.String(),
  unit: Type.Optional(Type.String()),
  valid_from: Type.Optional(Type.String()),
  valid_to: Type.Optional(Type.String()),
})

/** What came out, by which rules, and why: one explanation per outcome and entitlement of the household and its members, keyed by layer; a member's names the member. */
export const decisionResponse = Type.Object({
  moment,
  rules: pinnedRules,
  /** The same rules as a list, with the days they are in force. */
  releases: Type.Array(releaseRead),
  /** By layer: `national`, and `local` where local rules apply. */
  layers: Type.Record(Type.String(), Type.Unsafe<EvaluationResult>(fullLayer)),
  explanations: Type.Optional(Type.Record(Type.String(), Type.Array(explanation))),
})

/** A stored decision, with its explanation computed anew from input and release. */
export const storedDecision = Type.Object({
  id: Type.String(),
  submission: Type.String(),
  decided_at: Type.String(),
  hash: Type.String(),
  moment,
  rules: pinnedRules,
  layers: layerResults,
  explanations: Type.Record(Type.String(), Type.Array(explanation)),
})

export type ReleaseRead = Static<typeof releaseRead>
export type DecisionRequest = Static<typeof decisionRequest>
export type DecisionResponse = Static<typeof decisionResponse>
export type StoredDecision = Static<typeof storedDecision>
