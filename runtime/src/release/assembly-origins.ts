import { leavesOf } from '../conditions/condition-tree.ts'
import type { Grounds } from '../documents/evaluation-document.ts'
import { piecePlace } from '../overlay/origins.ts'
import { noGrounds } from '../values/grounds.ts'
import type { Assembly } from './assembly.ts'

type Named = Pick<Assembly, 'origins' | 'pieces' | 'parameters' | 'programme'>

/** Full name of a piece, or of a row or rule of it, as `Assembly.origins` has it. */
export const pieceName = ({ pieces, programme }: Named, piece: string, part?: string): string => `${pieces.get(piece)?.programme ?? programme}.${piecePlace(piece, part)}`

/**
 * Full names of the values a parameter may have been read with: that of the key, or every one while the key is not
 * known; the name of the parameter itself where it has a single value or none.
 */
export const parameterNames = ({ parameters }: Named, id: string, key: string | undefined): readonly string[] => {
  const found = parameters.get(id)
  if (!found) return []
  const { parameter: { values }, place } = found
  if (values === undefined) return [place]
  return (key === undefined ? Object.keys(values) : [key]).map((each) => `${place}.${each}`)
}

/** What of these names an overlay touches, as grounds. */
export const overlaidGrounds = ({ origins }: Named, names: readonly string[]): Grounds => {
  if (origins.size === 0) return noGrounds
  const overlaid = names.filter((name) => origins.has(name))
  return overlaid.length === 0 ? noGrounds : { ...noGrounds, overlaid }
}

const leaves = new WeakMap<Named['origins'], ReadonlyMap<string, string>>()

/** The named condition an overlay touches that a comparison stands in; comparisons are judged in the place of the name. */
export const overlaidConditionOf = (assembly: Named, leaf: string): string | undefined => {
  if (assembly.origins.size === 0) return undefined
  const known = leaves.get(assembly.origins) ?? new Map<string, string>([...assembly.pieces.values()].flatMap(({ piece }) => {
    const name = pieceName(assembly, piece.id)
    return piece.kind === 'condition' && assembly.origins.has(name) ? leavesOf(piece.conditions).map(({ id }) => [id, name] as const) : []
  }))
  leaves.set(assembly.origins, known)
  return known.get(leaf)
}
