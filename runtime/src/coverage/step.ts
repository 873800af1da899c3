import type { Condition, FactReference } from '../documents/condition-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { exact, type Exact } from '../values/number.ts'
import { sizeOfFact } from './step-size.ts'

/**
 * The least by which a value can differ from a threshold: a number in its own unit, a day, or, for a share of members,
 * one person of those it is a share of.
 */
export type Step =
  | { readonly kind: 'number'; readonly size: Exact }
  | { readonly kind: 'day' }
  | { readonly kind: 'person'; readonly among?: Condition }

/** The step of what a reference reads: 1 for whole numbers, 0.01 for decimals, a multiple where arithmetic allows no less. */
export const stepOf = (assembly: Assembly, reference: FactReference): Step => {
  const piece = assembly.pieces.get(reference.fact)?.piece
  const schema = assembly.fields.get(reference.fact)?.schema
  if (schema?.format === 'date' || schema?.format === 'partial-date') return { kind: 'day' }
  if (piece?.kind === 'fact' && typeof piece.value === 'object' && 'share' in piece.value && piece.value.share === 'members') return { kind: 'person', ...(piece.value.among && { among: piece.value.among }) }
  return { kind: 'number', size: sizeOfFact(assembly, reference) ?? exact(1) }
}
