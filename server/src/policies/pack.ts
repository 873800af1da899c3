import type { CommonDocument, Overlay, ProgrammeDocument, Release, UnitDocument } from '@tieuchi/runtime'

/** A release as a pack proposes it; the period is not part of what is hashed. */
export interface PackRelease {
  /** Folder it was read from, seen from the folder of the packs. */
  readonly folder: string
  readonly release: Release
  readonly valid_from?: string
  readonly valid_to?: string
}

/** Local law as a pack proposes it, on top of whatever release is in force. */
export interface PackOverlay {
  readonly folder: string
  readonly overlay: Overlay
  readonly valid_from?: string
  readonly valid_to?: string
}

/** What a folder of a programme holds. */
export type PackRules = PackRelease | PackOverlay

/** The document of a folder without its period. */
export const documentOf = (entry: PackRules): Release | Overlay => ('release' in entry ? entry.release : entry.overlay)

export interface PackProgramme {
  readonly document: ProgrammeDocument
  readonly releases: readonly PackRelease[]
  readonly overlays: readonly PackOverlay[]
}

export interface Packs {
  readonly common: CommonDocument
  readonly units: readonly UnitDocument[]
  readonly programmes: readonly PackProgramme[]
  /** Description of a register made up for demonstration. */
  readonly demo?: unknown
  /** What that register went through before today. */
  readonly past?: unknown
}
