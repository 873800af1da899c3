import type { Issue } from '../documents/issue.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Overlay, PiecePatch, RowPatch, RulePatch } from '../documents/overlay-document.ts'
import type { Release } from '../documents/release-document.ts'
import { columnNames } from './column-names.ts'

type Path = Issue['path']

/** One patch: what of the release it is about, by ids, and where it stands among the overlays. */
export interface PatchPlace {
  /** `parameters, id`; `logic, piece`; `logic, piece, rows, row`; `logic, piece, rules, rule`. */
  readonly target: readonly string[]
  readonly path: Path
  readonly overlay: Overlay
}

const partIdOf = (patch: RowPatch | RulePatch): string => (patch.kind !== 'added' ? patch.id : 'row' in patch ? patch.row.id : patch.rule.id)

const piecePlaces = (patch: PiecePatch, path: Path, overlay: Overlay): readonly PatchPlace[] => {
  if (patch.kind === 'added') return [{ target: ['logic', patch.piece.id], path: [...path, 'piece'], overlay }]
  if (patch.kind !== 'table' && patch.kind !== 'rules') return [{ target: ['logic', patch.id], path, overlay }]
  const [name, parts]: readonly [string, readonly (RowPatch | RulePatch)[]] = patch.kind === 'table' ? ['rows', patch.rows] : ['rules', patch.rules]
  return parts.map((each, index) => ({ target: ['logic', patch.id, name, partIdOf(each)], path: [...path, name, index, ...insideAdded(each)], overlay }))
}

const insideAdded = (patch: RowPatch | RulePatch): Path => (patch.kind !== 'added' ? [] : 'row' in patch ? ['row'] : ['rule'])

/** Every patch of these overlays, in the order they are applied. */
export const patchPlaces = (overlays: readonly Overlay[]): readonly PatchPlace[] =>
  overlays.flatMap((overlay, index) => [
    ...Object.entries(overlay.parameters).map(([id, patch]): PatchPlace => ({ target: ['parameters', id], path: [index, 'parameters', id, ...(patch.kind === 'added' ? ['parameter'] : [])], overlay })),
    ...overlay.logic.flatMap((patch, position) => piecePlaces(patch, [index, 'logic', position], overlay)),
  ])

/** A place of the release as patches name it, and the rest of the way: the cells of a row by their column. */
const targetOf = ({ logic }: Release, path: Path): readonly [target: readonly string[], rest: Path] => {
  const [part, at, name, index, ...rest] = path
  if (part !== 'logic') return [[String(part), String(at)], path.slice(2)]
  const piece = logic[Number(at)]
  const inner = piece && partOf(piece, name, index)
  if (!piece || !inner) return [['logic', piece?.id ?? ''], path.slice(2)]
  return [['logic', piece.id, String(name), inner.id], piece.kind === 'table' ? columnPath(piece, rest) : rest]
}

const partOf = (piece: LogicPiece, name: Path[number] | undefined, index: Path[number] | undefined): { readonly id: string } | undefined => {
  if (piece.kind === 'table' && name === 'rows') return piece.rows[Number(index)]
  return piece.kind === 'rules' && name === 'rules' ? piece.rules[Number(index)] : undefined
}

const columnPath = (table: Extract<LogicPiece, { readonly kind: 'table' }>, [part, column, ...rest]: Path): Path => {
  if (part === 'when') return ['cells', columnNames(table)[Number(column)] ?? '', ...rest]
  return part === 'then' ? ['results', table.outputs[Number(column)] ?? '', ...rest] : [part, column, ...rest].filter((step) => step !== undefined)
}

const sameTarget = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((step, index) => step === b[index])

/** Where a place of the overlaid release was written: in the last patch of it, else in the last overlay as a whole. */
export const patchedPath = (release: Release, overlays: readonly Overlay[], path: Path): Path => {
  const [target, rest] = targetOf(release, path)
  const places = patchPlaces(overlays)
  const exact = places.findLast((place) => sameTarget(place.target, target))
  if (exact) return [...exact.path, ...(exact.path.at(-1) === 'row' ? path.slice(4) : rest)]
  const piece = places.findLast((place) => sameTarget(place.target, target.slice(0, 2)))
  return piece ? [...piece.path, ...path.slice(2)] : [overlays.length - 1]
}
