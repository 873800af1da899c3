import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Release } from '../documents/release-document.ts'
import { applyOverlays } from '../overlay/apply-overlays.ts'
import { patchedPath } from '../overlay/patch-places.ts'
import { lawCodes } from './codes/law-codes.ts'
import type { LintOptions } from './lint-context.ts'
import { lintRelease } from './lint-release.ts'

/**
 * What a person should know of the law behind an overlay: what its patches rest on, how sure that is, which numbers stand in
 * rules. Of the base nothing is said again. Nothing is found where a patch does not fit; `checkOverlays` tells that. Paths are
 * places of the overlay.
 */
export const lintOverlay = (common: CommonDocument, base: Release, overlay: Overlay, others?: Readonly<Record<string, Release>>, options: LintOptions = {}): readonly Issue[] => {
  const { release, issues } = applyOverlays(base, [overlay])
  if (issues.some(({ severity }) => severity === 'error')) return []
  const local: Release = { ...release, legal_basis: [...base.legal_basis, ...overlay.legal_basis] }
  return lintRelease(common, local, others, options).filter(({ code }) => Object.hasOwn(lawCodes, code)).flatMap((issue) => {
    const [, ...place] = patchedPath(release, [overlay], issue.path)
    return place.length === 0 ? [] : [{ ...issue, path: place }]
  })
}
