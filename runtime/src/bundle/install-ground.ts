import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { ProgrammeDocument, Release } from '../documents/release-document.ts'
import type { UnitDocument } from '../documents/unit-document.ts'
import { resolvePublication, type Publication } from '../release/publication.ts'
import type { BundledRelease } from './bundle.ts'

/** What is there already: in a folder of packs, or in a database. */
export interface InstallGround {
  /** Absent: nothing is shared there yet. */
  readonly common?: CommonDocument
  readonly programmes: readonly ProgrammeDocument[]
  /** The units of local law with every unit above them. */
  readonly units: readonly UnitDocument[]
  readonly publications: readonly Publication[]
  /** Whether rules without an end give way to later ones by themselves; otherwise somebody has to write their last day first. */
  readonly givesWay: boolean
  /** Documents of everything that was published, by content hash. */
  readonly documents: ReadonlyMap<string, Release | Overlay>
}

/** One release or overlay to be put in force. */
export interface InstallStep {
  readonly file: BundledRelease
  readonly publication: Publication & { readonly release: string }
}

/** A step with its place in the bundle. */
export interface ToldStep extends InstallStep {
  readonly path: Issue['path']
}

/** The national release of a programme in force on a day. */
export const nationalOn = ({ publications, documents }: Pick<InstallGround, 'publications' | 'documents'>, programme: string, at: string): { readonly hash: string; readonly release: Release } | undefined => {
  const hash = resolvePublication(publications, { programme, scope: 'national', at })?.release
  const found = hash === undefined ? undefined : documents.get(hash)
  return hash !== undefined && found?.scope === 'national' ? { hash, release: found } : undefined
}
