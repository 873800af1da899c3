import type { components, paths } from '../generated/api-types.ts'

type Decide = paths['/api/decisions']['post']

type AnswerLine = Decide['responses'][200]['content']['application/x-ndjson']

/** What holds for all households of a stream. */
export type StreamQuery = NonNullable<Decide['parameters']['query']>

/** One household of a stream: its answers, with an id of one's own. */
export type HouseholdLine = Decide['requestBody']['content']['application/x-ndjson']

/** A household that was decided. */
export type DecidedLine = Extract<AnswerLine, { readonly decisions: unknown }>

/** A line that could not be decided, and what to do about it. */
export type RefusedLine = Extract<AnswerLine, { readonly problem: unknown }>

/** The last line: how many there were, and by which rules they were decided. */
export type LastLine = Extract<AnswerLine, { readonly end: unknown }>
export type EndOfAnswer = LastLine['end']

/** What an answer that is an error says, in Vietnamese and English. */
export type Problem = components['schemas']['Problem']
