import type { Literal } from '../documents/condition-document.ts'
import type { Grounds } from '../documents/evaluation-document.ts'
import { isDay } from '../values/day.ts'
import { noGrounds } from '../values/grounds.ts'
import { exact } from '../values/number.ts'
import { dayBetween, known, type Value } from '../values/value.ts'

/** A literal of a document; a full ISO day is a day. */
export const literalValue = (literal: Literal, grounds: Grounds = noGrounds): Value => {
  if (typeof literal === 'number') return known(exact(literal), grounds)
  return typeof literal === 'string' && isDay(literal) ? dayBetween(literal, literal, grounds) : known(literal, grounds)
}
