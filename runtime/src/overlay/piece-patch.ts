import type { Origins } from '../documents/evaluation-document.ts'
import type { LogicPiece, Rule } from '../documents/logic-document.ts'
import type { AddedPiece, EntitlementPatch, Overlay, PiecePatch, RulePatch } from '../documents/overlay-document.ts'
import { localOrigin, piecePlace } from './origins.ts'
import { overlayIssue } from './overlay-issues.ts'
import { patchParts, type PartPatch } from './part-patch.ts'
import { unpatched, withPatchSource, type Patched, type Patching } from './patch.ts'
import { rowPatch } from './row-patch.ts'

type Logic = readonly LogicPiece[]
type ChangedPiece = Exclude<PiecePatch, AddedPiece>

/** The logic after one patch. */
export const patchPiece = (logic: Logic, patch: PiecePatch, patching: Patching): Patched<Logic> => {
  if (patch.kind === 'added') return addPiece(logic, patch, patching)
  const { overlay, path } = patching
  const piece = logic.find(({ id }) => id === patch.id)
  if (!piece) return unpatched(logic, overlayIssue('overlay_unknown_piece', overlay, [...path, 'id'], { piece: patch.id }))
  if (piece.kind !== patch.kind) return unpatched(logic, overlayIssue('overlay_piece_kind', overlay, [...path, 'kind'], { title: piece.title, kind: patch.kind, base: piece.kind }))
  const { value, ...rest } = changePiece(piece, patch, patching)
  return { value: logic.map((each) => (each === piece ? value : each)), ...rest }
}

const addPiece = (logic: Logic, { piece }: AddedPiece, { overlay, path }: Patching): Patched<Logic> =>
  logic.some(({ id }) => id === piece.id)
    ? unpatched(logic, overlayIssue('overlay_id_taken', overlay, [...path, 'piece', 'id'], { id: piece.id }))
    : { value: [...logic, piece], origins: originsOfAdded(piece, overlay), issues: [] }

const originsOfAdded = (piece: LogicPiece, overlay: Overlay): Origins => {
  const parts = piece.kind === 'table' ? piece.rows : piece.kind === 'rules' ? piece.rules : []
  return {
    [piecePlace(piece.id)]: localOrigin(overlay, 'citation' in piece ? piece.citation : undefined),
    ...Object.fromEntries(parts.map(({ id, citation }) => [piecePlace(piece.id, id), localOrigin(overlay, citation)])),
  }
}

const changePiece = (piece: LogicPiece, patch: ChangedPiece, patching: Patching): Patched<LogicPiece> => {
  if (patch.kind === 'table' && piece.kind === 'table') {
    const { value: rows, ...rest } = patchParts(piece.rows, patch.rows.map((each) => rowPatch(piece, each)), { ...patching, whole: piece, noun: 'row' })
    return { value: { ...piece, rows }, ...rest }
  }
  if (patch.kind === 'rules' && piece.kind === 'rules') {
    const { value: rules, ...rest } = patchParts(piece.rules, patch.rules.map(rulePatch), { ...patching, whole: piece, noun: 'rule' })
    return { value: { ...piece, rules }, ...rest }
  }
  if (piece.overridable !== true) return unpatched(piece, overlayIssue('overlay_not_overridable', patching.overlay, patching.path, { title: piece.title }))
  return { value: rewritten(piece, patch), origins: { [piecePlace(piece.id)]: localOrigin(patching.overlay, 'citation' in patch ? patch.citation : undefined) }, issues: [] }
}

const rulePatch = (patch: RulePatch): PartPatch<Rule> => {
  if (patch.kind === 'added') return { kind: 'added', part: patch.rule, behind: patch.behind }
  return patch.kind === 'removed' ? patch : { kind: 'changed', id: patch.id, change: (rule) => withPatchSource({ ...rule, conditions: patch.conditions }, patch) }
}

const rewritten = (piece: LogicPiece, patch: ChangedPiece): LogicPiece => {
  if (patch.kind === 'fact' && piece.kind === 'fact') return withPatchSource({ ...piece, value: patch.value }, patch)
  if (patch.kind === 'condition' && piece.kind === 'condition') return withPatchSource({ ...piece, conditions: patch.conditions }, patch)
  return patch.kind === 'entitlement' && piece.kind === 'entitlement' ? withPatchSource({ ...piece, ...grantedBy(patch) }, patch, true) : piece
}

/** What a patch of an entitlement gives instead, without what it rests on. */
const grantedBy = ({ kind: _kind, id: _id, title: _title, citation: _citation, certainty: _certainty, note: _note, ...given }: EntitlementPatch): Partial<EntitlementPatch> => given
