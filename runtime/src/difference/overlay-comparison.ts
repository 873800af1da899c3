import type { CommonDocument } from '../documents/common-document.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { ChangedParameter, Overlay } from '../documents/overlay-document.ts'
import type { Parameter, Release } from '../documents/release-document.ts'
import { applyOverlays } from '../overlay/apply-overlays.ts'
import type { ReleaseComparison } from './change-sentence.ts'

/** Two overlays of one programme, and the base they are read on. */
export interface OverlayComparison {
  readonly base: Release
  readonly before: Overlay
  readonly after: Overlay
  readonly common: CommonDocument
  readonly others?: Readonly<Record<string, Release>>
}

/**
 * Two overlays as two releases that say what they say, so that they are compared and told as releases are: by
 * `diffReleases` of the two and `sentencesOfChanges`. Values are the local ones even where the base is a floor; a patch
 * that does not fit the base is left out, as `checkOverlays` tells.
 */
export const overlayComparison = ({ base, before, after, ...rest }: OverlayComparison): ReleaseComparison => ({ before: asWritten(base, before), after: asWritten(base, after), ...rest })

const asWritten = (base: Release, overlay: Overlay): Release => {
  const { release } = applyOverlays(opened(base), [overlay])
  const { title, legal_basis: basis, changelog, cases } = overlay
  const parameters = Object.entries(release.parameters).map(([id, parameter]) => {
    const patch = overlay.parameters[id]
    return [id, patch?.kind === 'changed' ? restingOn(parameter, patch) : parameter] as const
  })
  return { ...release, title, legal_basis: basis, changelog, cases, parameters: Object.fromEntries(parameters) }
}

/** The base with everything open to the locality, so that nothing of an overlay gives way to it. */
const opened = (base: Release): Release => ({
  ...base,
  parameters: Object.fromEntries(Object.entries(base.parameters).map(([id, parameter]) => [id, { ...parameter, overridable: true }])),
  logic: base.logic.map((piece): LogicPiece => ({ ...piece, overridable: true })),
})

/** A parameter with what the patch rests on, even where some of its values are the base's. */
const restingOn = ({ citation: _citation, confirmed: _confirmed, note: _note, ...rest }: Parameter, { citation, certainty, confirmed, note }: ChangedParameter): Parameter => ({
  ...rest,
  certainty,
  ...(citation && { citation }),
  ...(confirmed !== undefined && { confirmed }),
  ...(note && { note }),
})
