import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Release } from '../documents/release-document.ts'
import { assemble } from '../release/assembly.ts'
import { checkRelease } from '../release/check-release.ts'
import { typeOfFact } from '../release/value-types.ts'
import { applyOverlays } from './apply-overlays.ts'
import { overlayIssue } from './overlay-issues.ts'
import { patchedPath } from './patch-places.ts'

/**
 * Everything that is wrong with overlays on a base, from the province downward: patches that do not fit, and what would
 * make an evaluation of the result impossible. The base has passed `checkRelease`; `others` are the releases it reads,
 * `common` as the local layer reads it. Paths start with the overlay's place in the list. Without errors the local layer
 * can be assembled and evaluates without throwing; warnings tell floors.
 */
export const checkOverlays = (common: CommonDocument, base: Release, overlays: readonly Overlay[], others: Readonly<Record<string, Release>> = {}): readonly Issue[] => {
  const { release, issues } = applyOverlays(base, overlays)
  if (issues.some(({ severity }) => severity === 'error')) return issues
  const known = new Set(checkRelease(common, base, others).map(({ message }) => message.en))
  const found = checkRelease(common, release, others).filter(({ message }) => !known.has(message.en))
  const placed = found.map((issue) => ({ ...issue, path: patchedPath(release, overlays, issue.path) }))
  return [...issues, ...(found.length > 0 ? placed : otherTypes(common, base, release, overlays, others))]
}

/** Facts that an overlay computes as something else than the base does. */
const otherTypes = (common: CommonDocument, base: Release, release: Release, overlays: readonly Overlay[], others: Readonly<Record<string, Release>>): readonly Issue[] => {
  const [before, after] = [base, release].map((each) => assemble({ programme: base.programme, layer: 'national', common, releases: { ...others, [base.programme]: each } }))
  if (!before || !after) return []
  return overlays.flatMap((overlay, index) => overlay.logic.flatMap((patch, position) => {
    if (patch.kind !== 'fact') return []
    const [wanted, type] = [typeOfFact(before, { fact: patch.id }), typeOfFact(after, { fact: patch.id })]
    if (wanted === undefined || type === undefined || wanted === type) return []
    const title = before.pieces.get(patch.id)?.piece.title
    return [overlayIssue('overlay_value_type', overlay, [index, 'logic', position, 'value'], { title, value: JSON.stringify(patch.value), type, base: wanted })]
  }))
}
