import {
  checkReleaseFile, draftOfFile, fileOfDraft, fileOfRelease, hashDocument, nationalRelease, releaseFileText, resolvePublication,
  type CommonDocument, type DraftDocument, type Issue, type Overlay, type Release, type ReleaseFile,
} from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { findCommonBody, findReleaseBody, getNewestCommonOrThrow, listProgrammes, listPublications } from '../policies/policy-queries.ts'
import type { NamedDraftRow } from './draft-queries.ts'
import { releasesReadOn } from './draft-rules.ts'
import { beginDraft, demandScope, getDraftOrThrow, type Writing } from './draft-service.ts'

/** A file to send, and the name it is kept under. */
export interface SentFile {
  readonly name: string
  readonly text: string
}

const sent = (file: ReleaseFile): SentFile =>
  ({ name: [file.manifest.programme, file.manifest.valid_from, file.manifest.documents.release.slice(0, 8)].filter((part) => part !== undefined).join('-'), text: releaseFileText(file) })

async function getNewestCommonDocument(tx: Tx): Promise<CommonDocument> {
  const body = await findCommonBody(tx, await getNewestCommonOrThrow(tx))
  if (body === undefined) throw new Error('The newest common version has no body')
  return JSON.parse(body)
}

/** A published release as one file, proposed for the days it was last put in force for. */
export async function exportRelease(tx: Tx, { today }: Writing, hash: string): Promise<SentFile> {
  const body = await findReleaseBody(tx, hash)
  if (body === undefined) throw new Problem('release_not_found', { hash })
  const release: Release | Overlay = JSON.parse(body)
  const programme = (await listProgrammes(tx)).find(({ id }) => id === release.programme)
  if (programme === undefined) throw new Problem('programme_not_found', { programme: release.programme })
  const { valid_from, valid_to } = (await listPublications(tx, [programme.id])).findLast((publication) => publication.release === hash) ?? {}
  const reads = await releasesReadOn(tx, programme, valid_from ?? today)
  return sent(fileOfRelease({ programme, release, common: await getNewestCommonDocument(tx), valid_from, valid_to, reads }))
}

/** A draft as it was last saved, as one file. What is too unfinished to be taken up again is refused with what to complete. */
export async function exportDraft(tx: Tx, { today }: Writing, id: string): Promise<SentFile> {
  const document: DraftDocument = JSON.parse((await getDraftOrThrow(tx, id)).document)
  const file = fileOfDraft(document, await getNewestCommonDocument(tx), await releasesReadOn(tx, document.programme, document.valid_from ?? today))
  refuse('draft_unsound', validateDocument('release-file', file))
  return sent(file)
}

/** The draft a file was taken up as, and where what all share here is another than there. */
export interface Imported {
  readonly row: NamedDraftRow
  readonly issues: readonly Issue[]
}

/** Begins a draft with exactly what a file holds. A file that is not as it was exported is refused, naming the part. */
export async function importFile(tx: Tx, writing: Writing, value: unknown): Promise<Imported> {
  refuse('release_file_shape', validateDocument('release-file', value))
  const file = value as ReleaseFile
  refuse('release_file_changed', checkReleaseFile(file))
  const release = nationalRelease(file)
  if (release === undefined) throw new Problem('release_file_local')
  await demandScope(tx, writing)
  const { document, issues } = draftOfFile(file, release, await getNewestCommonDocument(tx))
  const { programme, scope } = release
  const base = resolvePublication(await listPublications(tx, [programme]), { programme, scope, at: document.valid_from ?? writing.today })?.release
  const row = await beginDraft(tx, writing, document, base, { imported: file.hash, release: hashDocument(release) })
  return { row, issues }
}

function refuse(code: 'draft_unsound' | 'release_file_shape' | 'release_file_changed', issues: readonly Issue[]): void {
  if (issues.length > 0) throw new Problem(code, {}, issues)
}
