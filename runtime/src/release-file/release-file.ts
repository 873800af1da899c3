import { commonSchema, type CommonDocument } from '../documents/common-document.ts'
import { noAdditions, type CommonAdditions, type DraftDocument } from '../documents/draft-document.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { ProgrammeDocument, Release } from '../documents/release-document.ts'
import { authorIdSchema, dateSchema, programmeIdSchema, textSchema } from '../documents/text.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import { hashDocument } from '../release/hash.ts'

/** The documents a file holds, each under its name. */
export interface FileDocuments {
  readonly programme: ProgrammeDocument
  readonly release: Release | Overlay
  /** What the release adds to what all programmes share; empty for one that was published. */
  readonly additions: CommonAdditions
  /** What all share, as the release is read with it, without those additions. */
  readonly common: CommonDocument
}

/** What a file says of itself. */
export interface FileManifest {
  readonly programme: string
  /** Days the release is proposed for. */
  readonly valid_from?: string
  readonly valid_to?: string
  /** Content hash of each document of the file; of the release it is the hash it is published under. */
  readonly documents: Readonly<Record<keyof FileDocuments, string>>
  /** Content hashes of the releases of other programmes it was read with, by programme. They are not in the file. */
  readonly reads: Readonly<Record<string, string>>
}

/** One release with all that is needed to take it elsewhere, as one file. The same release gives the same bytes. */
export interface ReleaseFile extends FileDocuments {
  readonly format: 1
  readonly kind: 'release'
  readonly manifest: FileManifest
  /** Content hash of the manifest, and so of everything. */
  readonly hash: string
}

export interface FileContent extends FileDocuments {
  readonly valid_from?: string | undefined
  readonly valid_to?: string | undefined
  readonly reads: Readonly<Record<string, string>>
}

/** Puts documents together as one file. */
export function makeReleaseFile({ programme, release, additions, common, valid_from: from, valid_to: to, reads }: FileContent): ReleaseFile {
  const documents = { programme, release, additions, common }
  const manifest: FileManifest = { programme: programme.id, ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }), documents: hashesOf(documents), reads }
  return { format: 1, kind: 'release', manifest, hash: hashDocument(manifest), ...documents }
}

/** The content hash of each document. */
export const hashesOf = ({ programme, release, additions, common }: FileDocuments): FileManifest['documents'] =>
  ({ programme: hashDocument(programme), release: hashDocument(release), additions: hashDocument(additions), common: hashDocument(common) })

/** The bytes of a file: canonical JSON and a line end. */
export const releaseFileText = (file: ReleaseFile): string => `${canonicalJson(file)}\n`

/** A draft as one file. */
export const fileOfDraft = ({ programme, release, additions, valid_from, valid_to }: DraftDocument, common: CommonDocument, reads: FileManifest['reads']): ReleaseFile =>
  makeReleaseFile({ programme, release, additions, common, valid_from, valid_to, reads })

/** A release that is published or lies in a pack, as one file. */
export const fileOfRelease = (content: Omit<FileContent, 'additions'>): ReleaseFile => makeReleaseFile({ ...content, additions: noAdditions })

const anything = { type: 'object' } as const
const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const
const group = { type: 'object', propertyNames: authorIdSchema, additionalProperties: { type: 'object' } } as const
const objects = { type: 'array', items: { type: 'object' } } as const
const words = { type: 'object', properties: { vi: { type: 'string' }, en: { type: 'string' } }, required: ['vi', 'en'], additionalProperties: false } as const

/** JSON Schema 2020-12 of a file: the outline of a release that may be unfinished; what is wrong in it the gate tells. */
export const releaseFileSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    kind: { const: 'release' },
    manifest: {
      type: 'object',
      properties: {
        programme: programmeIdSchema,
        valid_from: dateSchema,
        valid_to: dateSchema,
        documents: { type: 'object', properties: { programme: hash, release: hash, additions: hash, common: hash }, required: ['programme', 'release', 'additions', 'common'], additionalProperties: false },
        reads: { type: 'object', propertyNames: programmeIdSchema, additionalProperties: hash },
      },
      required: ['programme', 'documents', 'reads'],
      additionalProperties: false,
    },
    hash,
    programme: {
      type: 'object',
      properties: { format: { const: 1 }, id: programmeIdSchema, title: textSchema, depends_on: { type: 'array', items: programmeIdSchema } },
      required: ['format', 'id', 'title', 'depends_on'],
      additionalProperties: false,
    },
    release: {
      type: 'object',
      properties: {
        format: { const: 1 }, programme: programmeIdSchema,
        scope: { anyOf: [{ const: 'national' }, { type: 'object', properties: { unit: { type: 'string' } }, required: ['unit'], additionalProperties: false }] },
        title: words, changelog: words, legal_basis: objects, parameters: group, logic: objects, forms: objects, reports: objects, cases: objects,
      },
      required: ['format', 'programme', 'scope', 'title', 'legal_basis', 'changelog', 'parameters', 'logic', 'cases'],
      additionalProperties: false,
    },
    additions: {
      type: 'object',
      properties: {
        fields: { type: 'object', properties: { household: group, members: group, unit: group }, required: ['household', 'members', 'unit'], additionalProperties: false },
        lists: objects,
        entries: { type: 'object', propertyNames: authorIdSchema, additionalProperties: objects },
        ended: { type: 'object', propertyNames: authorIdSchema, additionalProperties: anything },
        facts: objects,
      },
      required: ['fields', 'lists', 'entries', 'ended', 'facts'],
      additionalProperties: false,
    },
    common: { ...commonSchema, $defs: {} },
  },
  required: ['format', 'kind', 'manifest', 'hash', 'programme', 'release', 'additions', 'common'],
  additionalProperties: false,
  $defs: commonSchema.$defs,
} as const
