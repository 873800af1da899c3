import { commonSchema, type CommonDocument } from '../documents/common-document.ts'
import type { Release, Scope } from '../documents/release-document.ts'
import { authorIdSchema, dateSchema, nameSchema, programmeIdSchema, textSchema, type Text } from '../documents/text.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import { hashDocument } from '../release/hash.ts'
import { releaseFileSchema, type ReleaseFile } from '../release-file/release-file.ts'

/** A release file whose shared documents stand in the bundle once for all. */
export type BundledRelease = Pick<ReleaseFile, 'manifest' | 'hash' | 'programme' | 'release' | 'additions'>

/** What of a bundle a person wants to know first. */
export interface BundledTitle {
  readonly programme: string
  readonly scope: Scope
  readonly title: Text
  readonly valid_from?: string
  readonly valid_to?: string
  /** Content hash it is published under. */
  readonly release: string
}

/** Entries of the dictionary, code lists and shared facts that the releases read, by id. */
export interface SharedNeeds {
  readonly fields: readonly string[]
  readonly lists: readonly string[]
  readonly facts: readonly string[]
}

/** What must be there where a bundle is installed, besides what it brings. */
export interface BundleNeeds extends SharedNeeds {
  /** Releases of programmes that are not in the bundle but were read with it, by programme. */
  readonly programmes: Readonly<Record<string, readonly string[]>>
  /** The national releases each overlay was made for, in the order of their days; by content hash. */
  readonly bases: Readonly<Record<string, readonly string[]>>
}

export interface BundleManifest {
  readonly made_by: string
  readonly made_on: string
  readonly contents: readonly BundledTitle[]
  readonly needs: BundleNeeds
  /** Content hashes of the shared documents, and of each release file of the bundle, in their order. */
  readonly common: string
  readonly files: readonly string[]
}

/**
 * Several releases and overlays as one file: release files that share what all share, and the national releases that overlays were
 * made for. Those are never installed; they are there so that a new base can be compared with them.
 */
export interface Bundle {
  readonly format: 1
  readonly kind: 'bundle'
  readonly manifest: BundleManifest
  /** Content hash of the manifest, and so of everything. */
  readonly hash: string
  readonly common: CommonDocument
  readonly releases: readonly BundledRelease[]
  readonly bases: readonly Release[]
}

export interface BundleContent {
  readonly made_by: string
  readonly made_on: string
  readonly files: readonly ReleaseFile[]
  readonly bases: readonly Release[]
  readonly needs: BundleNeeds
}

/** Puts release files together; all must have been read with the same shared documents. */
export const makeBundle = ({ made_by: by, made_on: on, files, bases, needs }: BundleContent): Bundle => {
  const [first] = files
  if (!first || files.some(({ manifest }) => manifest.documents.common !== first.manifest.documents.common)) throw new Error('A bundle holds release files that share their common documents')
  const manifest: BundleManifest = { made_by: by, made_on: on, contents: files.map(titleOf), needs, common: first.manifest.documents.common, files: files.map(({ hash }) => hash) }
  return {
    format: 1, kind: 'bundle', manifest, hash: hashDocument(manifest), common: first.common, bases,
    releases: files.map(({ manifest: own, hash, programme, release, additions }) => ({ manifest: own, hash, programme, release, additions })),
  }
}

/** What a manifest says of a release file. */
export const titleOf = ({ manifest: { programme, valid_from: from, valid_to: to, documents }, release: { scope, title } }: BundledRelease): BundledTitle =>
  ({ programme, scope, title, ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }), release: documents.release })

/** The release files of a bundle, each whole. */
export const releaseFilesOf = ({ common, releases }: Bundle): readonly ReleaseFile[] => releases.map((each) => ({ format: 1, kind: 'release', ...each, common }))

/** The bytes of a bundle: canonical JSON and a line end. */
export const bundleText = (bundle: Bundle): string => `${canonicalJson(bundle)}\n`

const hash = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const
const hashes = { type: 'array', items: hash } as const
const ids = { type: 'array', items: authorIdSchema } as const
const scope = { anyOf: [{ const: 'national' }, { type: 'object', properties: { unit: { type: 'string' } }, required: ['unit'], additionalProperties: false }] } as const
const { manifest, programme, release, additions } = releaseFileSchema.properties

/** JSON Schema 2020-12 of a bundle; what is wrong in its releases the check of each tells. */
export const bundleSchema = {
  type: 'object',
  properties: {
    format: { const: 1 },
    kind: { const: 'bundle' },
    manifest: {
      type: 'object',
      properties: {
        made_by: nameSchema,
        made_on: dateSchema,
        contents: {
          type: 'array',
          items: {
            type: 'object',
            properties: { programme: programmeIdSchema, scope, title: textSchema, valid_from: dateSchema, valid_to: dateSchema, release: hash },
            required: ['programme', 'scope', 'title', 'release'],
            additionalProperties: false,
          },
        },
        needs: {
          type: 'object',
          properties: {
            fields: ids, lists: ids, facts: ids,
            programmes: { type: 'object', propertyNames: programmeIdSchema, additionalProperties: hashes },
            bases: { type: 'object', propertyNames: hash, additionalProperties: hashes },
          },
          required: ['fields', 'lists', 'facts', 'programmes', 'bases'],
          additionalProperties: false,
        },
        common: hash,
        files: hashes,
      },
      required: ['made_by', 'made_on', 'contents', 'needs', 'common', 'files'],
      additionalProperties: false,
    },
    hash,
    common: { ...commonSchema, $defs: {} },
    releases: {
      type: 'array',
      minItems: 1,
      items: { type: 'object', properties: { manifest, hash, programme, release, additions }, required: ['manifest', 'hash', 'programme', 'release', 'additions'], additionalProperties: false },
    },
    bases: { type: 'array', items: { type: 'object' } },
  },
  required: ['format', 'kind', 'manifest', 'hash', 'common', 'releases', 'bases'],
  additionalProperties: false,
  $defs: commonSchema.$defs,
} as const
