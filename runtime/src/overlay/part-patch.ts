import type { Origins } from '../documents/evaluation-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Rule, TableRow } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { localOrigin, piecePlace } from './origins.ts'
import { overlayIssue, type OverlayIssueCode } from './overlay-issues.ts'
import { isRepeated, patchEach, unpatched, type Patched, type Patching } from './patch.ts'

/** The piece whose rows or rules are patched. */
export interface Whole {
  readonly id: string
  readonly title: Text
  readonly overridable?: boolean
}

type Part = TableRow | Rule

/** A patch of one row or rule, whichever it is. */
export type PartPatch<P extends Part> =
  | { readonly kind: 'changed'; readonly id: string; readonly change: (part: P, patching: PartPatching) => P | readonly Issue[] }
  | { readonly kind: 'added'; readonly part: P; readonly behind?: string | undefined }
  | { readonly kind: 'removed'; readonly id: string }

export interface PartPatching extends Patching {
  readonly whole: Whole
  readonly noun: 'row' | 'rule'
}

const unknownCodes = { row: 'overlay_unknown_row', rule: 'overlay_unknown_rule' } as const

const idOf = <P extends Part>(patch: PartPatch<P>): string => (patch.kind === 'added' ? patch.part.id : patch.id)

/** The rows or rules of a piece after patches of some of them; a place may be named only once. */
export const patchParts = <P extends Part>(parts: readonly P[], patches: readonly PartPatch<P>[], { path, ...rest }: PartPatching): Patched<readonly P[]> =>
  patchEach(parts, patches, (value, patch, index) => {
    const patching: PartPatching = { ...rest, path: [...path, `${rest.noun}s`, index] }
    if (isRepeated(patches.map(idOf), index)) return unpatched(value, partIssue(patching, 'overlay_patched_twice', ['id'], { id: idOf(patch) }))
    return patch.kind === 'added' ? addPart(value, patch, patching) : alterPart(value, patch, patching)
  })

export const partIssue = ({ overlay, path, whole }: PartPatching, code: OverlayIssueCode, below: Issue['path'], params: Readonly<Record<string, unknown>> = {}): Issue =>
  overlayIssue(code, overlay, [...path, ...below], { title: whole.title, ...params })

const unknownPart = (patching: PartPatching, id: string, below: string): Issue => partIssue(patching, unknownCodes[patching.noun], [below], { [patching.noun]: id })

const nameOf = ({ whole: { title } }: PartPatching, part: Part, index: number): Text =>
  ('title' in part ? part.title : { vi: `${title.vi}, dòng ${index + 1}`, en: `${title.en}, row ${index + 1}` })

const says = ({ overlay, whole }: PartPatching, part: Part | undefined): Origins => ({ [piecePlace(whole.id, part?.id)]: localOrigin(overlay, part?.citation) })

/** One row or rule changed, or taken away, which is said of the whole. */
const alterPart = <P extends Part>(parts: readonly P[], patch: Exclude<PartPatch<P>, { readonly kind: 'added' }>, patching: PartPatching): Patched<readonly P[]> => {
  const index = parts.findIndex(({ id }) => id === patch.id)
  const part = parts[index]
  if (!part) return unpatched(parts, unknownPart(patching, patch.id, 'id'))
  if (patching.whole.overridable !== true && part.overridable !== true) return unpatched(parts, partIssue(patching, 'overlay_not_overridable', [], { title: nameOf(patching, part, index) }))
  if (patch.kind === 'removed') return { value: parts.toSpliced(index, 1), origins: says(patching, undefined), issues: [] }
  const changed = patch.change(part, patching)
  return isIssues(changed) ? unpatched(parts, ...changed) : { value: parts.with(index, changed), origins: says(patching, changed), issues: [] }
}

const isIssues = <P>(changed: P | readonly Issue[]): changed is readonly Issue[] => Array.isArray(changed)

const addPart = <P extends Part>(parts: readonly P[], { part, behind }: Extract<PartPatch<P>, { readonly kind: 'added' }>, patching: PartPatching): Patched<readonly P[]> => {
  if (patching.whole.overridable !== true) return unpatched(parts, partIssue(patching, 'overlay_not_overridable', []))
  if (parts.some(({ id }) => id === part.id)) return unpatched(parts, partIssue(patching, 'overlay_id_taken', [patching.noun, 'id'], { id: part.id }))
  const place = behind === undefined ? 0 : parts.findIndex(({ id }) => id === behind) + 1
  if (behind !== undefined && place === 0) return unpatched(parts, unknownPart(patching, behind, 'behind'))
  return { value: parts.toSpliced(place, 0, part), origins: says(patching, part), issues: [] }
}
