import { commonSchema, type CodeList, type FieldSchema, type ListEntry } from './common-document.ts'
import type { ConditionPiece, FactPiece } from './logic-document.ts'
import { programmeSchema, releaseSchema, type ProgrammeDocument, type Release } from './release-document.ts'
import { authorIdSchema, dateSchema } from './text.ts'

type Fields = Readonly<Record<string, FieldSchema>>

/** What a draft adds to what all programmes share, which only grows; published together with the release. */
export interface CommonAdditions {
  readonly fields: { readonly household: Fields; readonly members: Fields; readonly unit: Fields }
  /** New code lists. */
  readonly lists: readonly CodeList[]
  /** New entries of lists that exist, by list. */
  readonly entries: Readonly<Record<string, readonly ListEntry[]>>
  /** The last day of use of entries that exist, by list and code. */
  readonly ended: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly facts: readonly (FactPiece | ConditionPiece)[]
}

/**
 * A release being written, with all it needs to be published: the programme as it will be called, the additions to what
 * is shared, and the proposed days. It may be incomplete until it is sent for approval.
 */
export interface DraftDocument {
  readonly format: 1
  readonly programme: ProgrammeDocument
  readonly release: Release
  readonly additions: CommonAdditions
  readonly valid_from?: string
  readonly valid_to?: string
}

export const noAdditions: CommonAdditions = { fields: { household: {}, members: {}, unit: {} }, lists: [], entries: {}, ended: {}, facts: [] }

const { field } = commonSchema.$defs
const { items: listSchema } = commonSchema.properties.lists
const fields = { type: 'object', propertyNames: authorIdSchema, additionalProperties: { $ref: '#/$defs/field' } } as const

const additions = {
  type: 'object',
  properties: {
    fields: { type: 'object', properties: { household: fields, members: fields, unit: fields }, required: ['household', 'members', 'unit'], additionalProperties: false },
    lists: { type: 'array', items: listSchema },
    entries: { type: 'object', propertyNames: authorIdSchema, additionalProperties: { type: 'array', items: listSchema.properties.entries.items } },
    ended: { type: 'object', propertyNames: authorIdSchema, additionalProperties: { type: 'object', additionalProperties: dateSchema } },
    facts: { type: 'array', items: { $ref: '#/$defs/piece' } },
  },
  required: ['fields', 'lists', 'entries', 'ended', 'facts'],
  additionalProperties: false,
} as const

const { required: _allOfThem, ...someAdditions } = additions
const { required: _allGroups, ...someFields } = additions.properties.fields

/** JSON Schema 2020-12 of what a pack adds to what all programmes share, as it stands in a file beside its programme: any part may be absent. */
export const additionsSchema = { ...someAdditions, properties: { ...additions.properties, fields: someFields }, $defs: { ...releaseSchema.$defs, field } } as const

/** What a pack adds, as written: any part may be absent. */
export type WrittenAdditions = Partial<Omit<CommonAdditions, 'fields'>> & { readonly fields?: Partial<CommonAdditions['fields']> }

/** Additions with every part there. */
export const wholeAdditions = ({ fields: written, ...rest }: WrittenAdditions): CommonAdditions => ({ ...noAdditions, ...rest, fields: { ...noAdditions.fields, ...written } })

/** JSON Schema 2020-12 of a complete draft, for the gate; while it is written only its outline is demanded. */
export const draftSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    programme: programmeSchema,
    release: { ...releaseSchema, $defs: {} },
    additions,
    valid_from: dateSchema,
    valid_to: dateSchema,
  },
  required: ['format', 'programme', 'release', 'additions'],
  additionalProperties: false,
  $defs: { ...releaseSchema.$defs, field },
} as const
