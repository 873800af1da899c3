import type { DraftDocument, Issue, ProposedCase, Scope } from '@tieuchi/runtime'
import { Type, type Static } from 'typebox'
import { text } from '../policies/policy-schema.ts'

const day = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
const hash = Type.String({ pattern: '^[0-9a-f]{64}$' })
const instant = Type.String()
const openObject = { additionalProperties: true }

export const uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

export const person = Type.Object({ id: Type.String(), name: Type.String() })

export const draftState = Type.Union([Type.Literal('draft'), Type.Literal('in_review'), Type.Literal('approved'), Type.Literal('published'), Type.Literal('discarded')])

/** Any content within the limits; what is wrong with it is told by the gate, not refused while writing. */
export const draftDocument = Type.Unsafe<DraftDocument>(Type.Object({}, openObject))

/** Begins a draft: from a release, or of a programme from nothing. */
export const newDraft = Type.Object({
  programme: Type.String({ pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' }),
  /** The release to begin from; absent for a programme from nothing. */
  from: Type.Optional(hash),
  /** Of a new programme. */
  title: Type.Optional(text),
  depends_on: Type.Optional(Type.Array(Type.String())),
  valid_from: Type.Optional(day),
}, { additionalProperties: false })

export const draftSummary = Type.Object({
  id: Type.String(),
  programme: Type.String(),
  scope: Type.String(),
  state: draftState,
  version: Type.Integer(),
  title: text,
  base: Type.Optional(Type.String()),
  valid_from: Type.Optional(Type.String()),
  valid_to: Type.Optional(Type.String()),
  created_by: person,
  updated_by: person,
  updated_at: instant,
})

export const draftEvent = Type.Object({
  kind: Type.String(), version: Type.Integer(), reason: Type.Optional(Type.String()), person, at: instant,
})

/** A draft as its pages show it. */
export const draft = Type.Object({
  ...draftSummary.properties,
  document: draftDocument,
  /** Hash of the newest version of what all share, that the additions are to. */
  common: Type.String(),
  /** Hashes of the releases in force on its first day, of the programmes it reads. */
  reads: Type.Record(Type.String(), Type.String()),
  events: Type.Array(draftEvent),
})

/** A draft begun from a file. */
export const importedDraft = Type.Object({
  id: Type.String(),
  programme: Type.String(),
  version: Type.Integer(),
  /** What all share here under the same name but with another content. */
  issues: Type.Array(Type.Unsafe<Issue>(Type.Object({}, openObject))),
})

export const savedDocument = Type.Object({ version: Type.Integer({ minimum: 1 }), document: draftDocument }, { additionalProperties: false })
export const savedDraft = Type.Object({ version: Type.Integer(), updated_at: instant, state: draftState })

export const draftVersion = Type.Object({ version: Type.Integer(), at: instant, person, restored_from: Type.Optional(Type.Integer()) })

export const step = Type.Object({ version: Type.Integer({ minimum: 1 }), reason: Type.Optional(Type.String({ minLength: 1, maxLength: 4000 })) }, { additionalProperties: false })
export const reasonedStep = Type.Object({ version: Type.Integer({ minimum: 1 }), reason: Type.String({ minLength: 1, maxLength: 4000 }) }, { additionalProperties: false })

export const publishing = Type.Object({
  version: Type.Integer({ minimum: 1 }),
  valid_from: day,
  valid_to: Type.Optional(day),
  reason: Type.String({ minLength: 1, maxLength: 4000 }),
  /** Names the list of stored decisions that come out otherwise, as the person saw it; may be absent where the list is empty. */
  seen: Type.Optional(hash),
}, { additionalProperties: false })

export const withdrawal = Type.Object({
  programme: Type.String(),
  scope: Type.Unsafe<Scope>(Type.Union([Type.Literal('national'), Type.Object({ unit: Type.String() }, { additionalProperties: false })])),
  valid_from: day,
  /** Absent: to the end of what is in force then. */
  valid_to: Type.Optional(day),
  reason: Type.String({ minLength: 1, maxLength: 4000 }),
  /** As in publishing. */
  seen: Type.Optional(hash),
}, { additionalProperties: false })

/** One item of the gate: what is demanded, whether it is met, and what to do. */
export const gateItem = Type.Object({
  id: Type.String(),
  title: text,
  state: Type.Union([Type.Literal('met'), Type.Literal('failed'), Type.Literal('to_acknowledge')]),
  sentence: text,
  remedy: Type.Optional(text),
  issues: Type.Array(Type.Unsafe<Issue>(Type.Object({}, openObject))),
  /** What is to be acknowledged by name, with who did. */
  subjects: Type.Array(Type.Object({ id: Type.String(), sentence: text, acknowledged_by: Type.Optional(person), acknowledged_at: Type.Optional(instant) })),
  /** Boundary cases to confirm. */
  proposals: Type.Array(Type.Unsafe<ProposedCase>(Type.Object({}, openObject))),
})
export const gate = Type.Object({ version: Type.Integer(), passed: Type.Boolean(), items: Type.Array(gateItem) })

export const acknowledgement = Type.Object({ version: Type.Integer({ minimum: 1 }), item: Type.String(), subjects: Type.Array(Type.String(), { minItems: 1 }) }, { additionalProperties: false })

export const newComment = Type.Object({
  change: Type.String({ maxLength: 1000 }), sentence: text, body: Type.String({ minLength: 1, maxLength: 4000 }), answers: Type.Optional(uuid),
}, { additionalProperties: false })

export const comment = Type.Object({
  id: Type.String(), change: Type.String(), sentence: text, body: Type.String(), answers: Type.Optional(Type.String()),
  person, at: instant, resolved_by: Type.Optional(person), resolved_at: Type.Optional(instant),
})

export type NewDraft = Static<typeof newDraft>
export type DraftSummary = Static<typeof draftSummary>
export type Draft = Static<typeof draft>
export type ImportedDraft = Static<typeof importedDraft>
export type SavedDocument = Static<typeof savedDocument>
export type Gate = Static<typeof gate>
export type GateItem = Static<typeof gateItem>
export type Comment = Static<typeof comment>
export type NewComment = Static<typeof newComment>
export type Withdrawal = Static<typeof withdrawal>
export type Publishing = Static<typeof publishing>
