import { oncePer } from '../documents/once-per.ts'
import type { CommonDocument } from '../documents/common-document.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Release } from '../documents/release-document.ts'

/** Releases in force by programme, with the overlays on each from the province downward. */
export interface RulesAround {
  readonly common: CommonDocument
  readonly releases: Readonly<Record<string, Release>>
  readonly overlays: Readonly<Record<string, readonly Overlay[]>>
}

/**
 * The overlays that these rules read. Those of what all share are left out where nothing they touch is read: the local
 * layer would only repeat the national one, and say that there are local rules where there are none. By themselves they stay.
 */
export const overlaysRead = ({ common, releases, overlays }: RulesAround): RulesAround['overlays'] => {
  const { common: shared = [], ...own } = overlays
  const { common: _shared, ...rules } = releases
  const readers = [...Object.values(rules), ...Object.values(own).flat(), common.facts]
  return Object.keys(rules).length === 0 || shared.some((overlay) => isRead(overlay, readers)) ? overlays : own
}

/** Pieces of the shared rules are few and read by any name, so that an overlay with logic counts as read. */
const isRead = ({ parameters, logic }: Overlay, readers: readonly object[]): boolean =>
  logic.length > 0 || readers.some((reader) => Object.keys(parameters).some((id) => parametersNamed(reader).has(id) || parametersNamed(reader).has(`common.${id}`)))

/** Every parameter a document names, wherever in it. */
const parametersNamed = oncePer((document: object): ReadonlySet<string> => new Set(namesIn(document)))

const namesIn = (part: unknown): readonly string[] => {
  if (typeof part !== 'object' || part === null) return []
  return Object.entries(part).flatMap(([key, value]: [string, unknown]) => (key === 'parameter' && typeof value === 'string' ? [value] : namesIn(value)))
}
