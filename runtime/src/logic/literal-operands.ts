import { isFactReference, isParameterReference, operandsOf } from '../conditions/condition-tree.ts'
import { comparesText } from '../conditions/operand-place.ts'
import type { Leaf } from '../documents/condition-document.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Assembly } from '../release/assembly.ts'
import { typeOfFact } from '../release/value-types.ts'
import { known, type Value } from '../values/value.ts'
import { literalValue } from './literal-value.ts'

/** What stands on the right of a comparison without reading any household: the literals, at their places. */
export interface LiteralOperands {
  readonly values: readonly (Value | undefined)[]
  /** All of them, where nothing has to be read. */
  readonly all?: readonly Value[]
}

/** The literals of leaves among these names; compared with text they are text, even where they look like a day. */
export const literalsIn = oncePer((names: Assembly) => oncePer((leaf: Leaf): LiteralOperands => {
  const left = isParameterReference(leaf) ? undefined : typeOfFact(names, leaf)
  const values = operandsOf(leaf.value).map((operand, index) => {
    if (isFactReference(operand) || isParameterReference(operand)) return undefined
    return comparesText(leaf.operator, left, index) && typeof operand === 'string' ? known(operand) : literalValue(operand)
  })
  return values.every((value) => value !== undefined) ? { values, all: values } : { values }
}))
