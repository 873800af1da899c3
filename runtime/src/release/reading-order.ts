import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import type { Condition } from '../documents/condition-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import { limits } from '../limits/limits.ts'
import type { Assembly } from './assembly.ts'
import { releaseIssue } from './issue-messages.ts'
import { referencesOfCondition, referencesOfPiece } from './references.ts'

type Path = readonly (string | number)[]

type PlacedPiece = readonly [LogicPiece, Path]

/**
 * Circles of pieces that read one another; where there is none, pieces that read one another in too long a row, and
 * conditions that grow too large when the named ones they use are put in their places. Everything recursive over what
 * pieces read relies on it.
 */
export const checkReading = (assembly: Assembly, pieces: readonly PlacedPiece[]): readonly Issue[] => {
  const circles = findCycles(assembly, pieces)
  return circles.length > 0 ? circles : [...longChains(assembly, pieces), ...largeConditions(assembly, pieces)]
}

const dependenciesOf = (assembly: Assembly, id: string): readonly string[] => {
  const piece = assembly.pieces.get(id)?.piece
  const field = assembly.fields.get(id)
  const references = piece ? referencesOfPiece(piece, []) : field?.schema.applies ? referencesOfCondition(field.schema.applies, [], 'members') : []
  return references.flatMap((reference) => {
    if (reference.kind === 'fact') return [reference.reference.fact]
    if (reference.kind === 'parameter') return assembly.parameters.get(reference.reference.parameter)?.parameter.by ?? []
    return reference.kind === 'leaf' ? [] : [reference.name]
  })
}

/** Depth first over what each piece reads; a piece met again on its own path closes a circle. */
const findCycles = (assembly: Assembly, pieces: readonly PlacedPiece[]): readonly Issue[] => {
  const done = new Set<string>()
  const circles: Issue[] = []
  const visit = (id: string, trail: readonly string[], path: Path): void => {
    if (trail.includes(id)) {
      circles.push(releaseIssue('cycle', path, { path: [...trail.slice(trail.indexOf(id)), id].join(' → ') }))
      return
    }
    if (done.has(id)) return
    for (const next of new Set(dependenciesOf(assembly, id))) visit(next, [...trail, id], path)
    done.add(id)
  }
  for (const [piece, path] of pieces) visit(piece.id, [], path)
  for (const id of assembly.fields.keys()) visit(id, [], ['common', 'dictionary', id])
  return circles
}

/** The first pieces beyond the limit; those that read them are only longer. */
const longChains = (assembly: Assembly, pieces: readonly PlacedPiece[]): readonly Issue[] => {
  const lengths = new Map<string, number>()
  const lengthOf = (id: string): number => {
    const known = lengths.get(id)
    if (known !== undefined) return known
    const length = 1 + [...new Set(dependenciesOf(assembly, id))].reduce((longest, next) => Math.max(longest, lengthOf(next)), 0)
    lengths.set(id, length)
    return length
  }
  return pieces.filter(([piece]) => lengthOf(piece.id) === limits.chain + 1).map(([piece, path]) => releaseIssue('chain_too_long', path, { id: piece.id, found: limits.chain + 1 }))
}

/** A condition with the named ones in their places: how many comparisons, and how many groups inside one another. */
interface Size {
  readonly comparisons: number
  readonly depth: number
}

const conditionKeys = new Set(['conditions', 'where', 'among', 'if', 'visible', 'applies'])

const largeConditions = (assembly: Assembly, pieces: readonly PlacedPiece[]): readonly Issue[] => {
  const named = new Map<string, Size>()
  const sizeOfNamed = (id: string): Size => {
    const piece = assembly.pieces.get(id)?.piece
    const size = named.get(id) ?? (piece?.kind === 'condition' ? sizeOf(piece.conditions) : { comparisons: 0, depth: 0 })
    named.set(id, size)
    return size
  }
  const sizeOf = (condition: Condition): Size => {
    if (isLeaf(condition)) return { comparisons: 1, depth: 0 }
    if ('condition' in condition) return sizeOfNamed(condition.condition)
    const parts = childrenOf(condition).map(sizeOf)
    return { comparisons: parts.reduce((sum, part) => sum + part.comparisons, 0), depth: 1 + parts.reduce((deepest, part) => Math.max(deepest, part.depth), 0) }
  }
  const tooLarge = (node: unknown, path: Path): readonly Issue[] =>
    conditionsWithin(node, path).flatMap(([condition, place]) => {
      const { comparisons, depth } = sizeOf(condition)
      if (comparisons > limits.comparisons) return [releaseIssue('condition_too_large', place, { found: comparisons })]
      return depth > limits.condition_depth ? [releaseIssue('condition_too_deep', place, { found: depth })] : []
    })
  return [
    ...pieces.flatMap(([piece, path]) => tooLarge(piece, path)),
    ...[...assembly.fields.values()].flatMap(({ id, place, schema }) => tooLarge({ applies: schema.applies }, ['common', 'dictionary', place, id])),
    ...assembly.release.forms.flatMap((form, index) => tooLarge(form, ['forms', index])),
  ]
}

/** The condition trees of a document's part. */
const conditionsWithin = (node: unknown, path: Path): readonly (readonly [Condition, Path])[] => {
  if (Array.isArray(node)) return node.flatMap((each: unknown, index) => conditionsWithin(each, [...path, index]))
  if (typeof node !== 'object' || node === null) return []
  return Object.entries(node).flatMap(([key, part]: [string, unknown]) => {
    if (part === undefined) return []
    return conditionKeys.has(key) ? [[part as Condition, [...path, key]] as const] : conditionsWithin(part, [...path, key])
  })
}
