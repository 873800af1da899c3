import type { Origins } from '../documents/evaluation-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Overlay, PiecePatch } from '../documents/overlay-document.ts'
import type { Release } from '../documents/release-document.ts'
import { overlayIssue } from './overlay-issues.ts'
import { patchParameter } from './parameter-patch.ts'
import { isRepeated, patchEach, unpatched, type Patched, type Patching } from './patch.ts'
import { patchPiece } from './piece-patch.ts'

/** The rules of a layer, who says what in them, and what is wrong with the overlays. */
export interface OverlaidRelease {
  /** The base with other `parameters` and `logic`; it has no hash of its own and is never stored. */
  readonly release: Release
  readonly origins: Origins
  /** Errors: patches that do not fit the base, and were left out. Warnings: floors. Paths start with the overlay's place in the list. */
  readonly issues: readonly Issue[]
}

/**
 * The base release with overlays on it, from the province downward, each on what the one before left. Never throws:
 * a patch that does not fit, since it is wrong or the base has moved on, changes nothing and is an issue.
 */
export const applyOverlays = (base: Release, overlays: readonly Overlay[]): OverlaidRelease => {
  const { value, origins, issues } = overlays.reduce<Patched<Release>>((before, overlay, index) => {
    const after = applyOverlay(before.value, { overlay, path: [index] }, before.origins)
    return { value: after.value, origins: { ...before.origins, ...after.origins }, issues: [...before.issues, ...after.issues] }
  }, unpatched(base))
  return { release: value, origins, issues }
}

const applyOverlay = (base: Release, patching: Patching, prior: Origins): Patched<Release> => {
  const { overlay, path } = patching
  if (overlay.programme !== base.programme) return unpatched(base, overlayIssue('overlay_programme', overlay, [...path, 'programme'], { programme: overlay.programme, base: base.programme }))
  const parameters = patchEach(base.parameters, Object.entries(overlay.parameters), (value, entry) => patchParameter(value, entry, patching, { base, prior }))
  const logic = patchEach(base.logic, overlay.logic, (value, patch, index) => {
    const own = { overlay, path: [...path, 'logic', index] }
    return isRepeated(overlay.logic.map(idOf), index) ? unpatched(value, overlayIssue('overlay_patched_twice', overlay, own.path, { id: idOf(patch) })) : patchPiece(value, patch, own)
  })
  return {
    value: { ...base, parameters: parameters.value, logic: logic.value },
    origins: { ...parameters.origins, ...logic.origins },
    issues: [...parameters.issues, ...logic.issues],
  }
}

const idOf = (patch: PiecePatch): string => (patch.kind === 'added' ? patch.piece.id : patch.id)

