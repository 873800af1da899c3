import { Type, type Static } from 'typebox'
import type { HouseholdInput, Issue } from '@tieuchi/runtime'
import { explanation, releaseRead } from '../decisions/decision-schema.ts'
import { toldLayer } from '../decisions/result-schema.ts'
import { moment } from '../submissions/submission-schema.ts'

const dayPattern = '^\\d{4}-\\d{2}-\\d{2}$'
const callersId = Type.Union([Type.String({ maxLength: 200 }), Type.Number()])
const open = { additionalProperties: true }

/** What holds for all households of a stream, in the words of a single request. */
export const streamQuery = Type.Object({
  /** Programmes to decide; may be given several times. */
  programme: Type.Optional(Type.Union([Type.String(), Type.Array(Type.String(), { minItems: 1, maxItems: 20 })], { description: 'Stream only: programmes to decide; may be given several times.' })),
  unit: Type.Optional(Type.String({ description: 'Stream only: code of the unit of every line that names none.' })),
  at: Type.Optional(Type.String({ pattern: dayPattern, description: 'Stream only: the day of law, facts and units.' })),
  law_at: Type.Optional(Type.String({ pattern: dayPattern, description: 'Stream only, instead of `at`: whose law.' })),
  facts_at: Type.Optional(Type.String({ pattern: dayPattern, description: 'Stream only, instead of `at`: facts as of when.' })),
  unit_at: Type.Optional(Type.String({ pattern: dayPattern, description: 'Stream only, instead of `at`: units as of when.' })),
  explain: Type.Optional(Type.Boolean({ description: 'Stream only: explain every result. Takes much longer.' })),
}, { additionalProperties: false })

/** One household of a stream. */
export const streamLine = Type.Object({
  /** The caller's own; stands beside the result. */
  id: Type.Optional(callersId),
  /** Code of the unit on the date; absent: that of the address. */
  unit: Type.Optional(Type.String({ maxLength: 50 })),
  input: Type.Unsafe<HouseholdInput>(Type.Object({}, open)),
}, { additionalProperties: false })

const decidedLine = Type.Object({
  line: Type.Integer(),
  id: Type.Optional(callersId),
  /** By programme; layers are `national`, and `local` where local rules apply. */
  decisions: Type.Record(Type.String(), Type.Object({
    layers: Type.Record(Type.String(), toldLayer),
    explanations: Type.Optional(Type.Record(Type.String(), Type.Array(explanation))),
  })),
})

/** A problem as every error answer has it. */
export const problemDocument = Type.Object({
  type: Type.String(),
  title: Type.String(),
  status: Type.Integer(),
  code: Type.String(),
  detail: Type.Object({ vi: Type.String(), en: Type.String() }),
  issues: Type.Optional(Type.Array(Type.Unsafe<Issue>(Type.Object({ code: Type.String(), path: Type.Array(Type.Union([Type.String(), Type.Number()])), message: Type.Object({ vi: Type.String(), en: Type.String() }) }, open)))),
})

const refusedLine = Type.Object({ line: Type.Integer(), id: Type.Optional(callersId), problem: problemDocument })

/** The last line. An answer without it was cut off. */
const lastLine = Type.Object({
  end: Type.Object({
    /** Whether every line that was sent has been answered. */
    complete: Type.Boolean(),
    decided: Type.Integer(),
    refused: Type.Integer(),
    moment,
    /** By which rules, for which units. */
    rules: Type.Array(Type.Object({ programme: Type.String(), units: Type.Array(Type.String()), releases: Type.Array(releaseRead) })),
    /** Why the rest was not answered. */
    problem: Type.Optional(problemDocument),
  }),
})

/** A line of the answer: a household decided, one refused, or the end. */
export const answerLine = Type.Union([decidedLine, refusedLine, lastLine])

export type StreamQuery = Static<typeof streamQuery>
export type StreamLine = Static<typeof streamLine>
export type ToldLayer = Static<typeof toldLayer>
export type DecidedLine = Static<typeof decidedLine>
export type RefusedLine = Static<typeof refusedLine>
export type LastLine = Static<typeof lastLine>
export type AnswerLine = Static<typeof answerLine>
