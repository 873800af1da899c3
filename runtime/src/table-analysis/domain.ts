import type { Cell } from '../documents/logic-document.ts'
import type { Literal, SingleOperand } from '../documents/condition-document.ts'
import type { Answer } from '../documents/input-document.ts'
import { isList, toAnswer, type Scalar, type Value } from '../values/value.ts'
import type { BitSet } from './bit-set.ts'

/** A part of a domain that no comparison of the table divides, with one value of it. */
export interface Atom {
  readonly value: Value
  /** The most readable answer in this part. */
  readonly sample: Answer
}

/** How a bound is written in a cell: as itself, or as the parameter it comes from. */
export type WriteBound = (bound: Literal) => SingleOperand

/**
 * The values something read can have, divided by the constants it is compared with. `size` counts atoms, and one more
 * where the value may be not applicable; sets of atoms have that size.
 */
export interface Domain {
  readonly atoms: readonly Atom[]
  /** Divides the atoms so that every comparison with these values comes out alike within each part. */
  readonly partsBy: (operands: readonly Value[], size: number) => readonly BitSet[]
  /** Stretches that together are these atoms. */
  readonly stretchesFor: (atoms: BitSet, write: WriteBound) => readonly Stretch[]
}

/** Some neighbouring or listed values, as the language says them. */
export interface Stretch {
  /** One cell that holds on all of them and, where one cell can say it, on no other; `null` is any. */
  readonly cell: Cell | null
  /** Comparisons that hold or fail on exactly these values, as near as words need it. */
  readonly words: readonly { readonly cell: Cell; readonly holds: boolean }[]
}

/** A stretch that one cell says. */
export const stretchOf = (cell: Cell | null): Stretch => ({ cell, words: cell === null ? [] : [{ cell, holds: true }] })

/** The constants in what an operand may be. */
export const constantsOf = ({ possible }: Value): readonly Scalar[] => {
  if (possible.kind === 'set') return possible.scalars
  if (possible.kind !== 'range' && possible.kind !== 'days') return []
  return [possible.from, possible.to].filter((end) => end !== undefined)
}

/** The codes or texts in what operands may be, without repetition. */
export const textsOf = (operands: readonly Value[]): readonly string[] =>
  [...new Set(operands.flatMap(constantsOf).flatMap((scalar) => (typeof scalar === 'string' && !isList(scalar) ? [scalar] : [])))]

/** A scalar as a literal of the language; a list has none. */
export const literalOf = (scalar: Scalar): Literal | undefined => {
  const answer = toAnswer(scalar)
  return typeof answer === 'object' ? undefined : answer
}
