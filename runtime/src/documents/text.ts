import { limits } from '../limits/limits.ts'

/** Words for people, in both languages. Vietnamese first; neither may be empty. */
export interface Text {
  readonly vi: string
  readonly en: string
}

export type Language = keyof Text

/**
 * How sure a legal fact is: `seen` in a source, `known` without one at hand, `assumed` (a value is used
 * and every result says so), `open` (not established; there is no value).
 */
export type Certainty = 'seen' | 'known' | 'assumed' | 'open'

/** The place in the law a value, row or rule rests on. */
export interface Citation {
  /** Number of the document as cited, for example `07/2021/NĐ-CP`. */
  readonly document: string
  readonly article?: string
  readonly item?: string
}

/** Text that says something. */
const writtenSchema = { type: 'string', minLength: 1, maxLength: limits.text } as const

/** A code, a unit of measure, a number of a document: short, and never empty. */
export const nameSchema = { type: 'string', minLength: 1, maxLength: limits.name } as const

export const textSchema = {
  type: 'object',
  properties: { vi: writtenSchema, en: writtenSchema },
  required: ['vi', 'en'],
  additionalProperties: false,
} as const

export const certaintySchema = { enum: ['seen', 'known', 'assumed', 'open'] } as const

export const citationSchema = {
  type: 'object',
  properties: {
    document: writtenSchema,
    article: writtenSchema,
    item: writtenSchema,
  },
  required: ['document'],
  additionalProperties: false,
} as const

/** Named things: given by the author, never renamed. */
export const authorIdSchema = { type: 'string', maxLength: limits.name, pattern: '^(?!constructor$)[a-z][a-z0-9_]*$' } as const

/** Programmes: kebab-case. */
export const programmeIdSchema = { type: 'string', maxLength: limits.name, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' } as const

/** An outcome of a programme as others name it: `programme.outcome`. */
export const outcomeIdSchema = { type: 'string', maxLength: limits.name, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*\\.[a-z][a-z0-9_]*$' } as const

/** Rows, leaves, sections, checks: ten random base32 characters given at birth. */
export const randomIdSchema = { type: 'string', pattern: '^[a-z2-7]{10}$' } as const

export const dateSchema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' } as const
