import type { Grounds } from '../documents/evaluation-document.ts'
import type { Answer } from '../documents/input-document.ts'
import { mergeGrounds, noGrounds, settled } from './grounds.ts'
import type { Day } from './day.ts'
import { exact, greater, isExact, orderOf, smaller, toNumber, type Exact } from './number.ts'

/** One possible answer. Several codes of a multiple choice are one list. */
export type Scalar = boolean | string | Exact | readonly string[]

/**
 * What a value can still be:
 * - `set`: one of finitely many scalars; with one member it is known;
 * - `range`: a number between two ends, inclusive; an absent end is unbounded;
 * - `days`: a day between two ends, inclusive;
 * - `collection`: a list that certainly has some codes and possibly more; with nothing left open it is a `set` of one list;
 * - `any`: nothing is known;
 * - `none`: nothing, for it is certainly not applicable.
 */
export type Possible =
  | { readonly kind: 'set'; readonly scalars: readonly [Scalar, ...Scalar[]] }
  | { readonly kind: 'range'; readonly from?: Exact; readonly to?: Exact }
  | { readonly kind: 'days'; readonly from?: Day; readonly to?: Day }
  | { readonly kind: 'collection'; readonly certain: readonly string[]; readonly possible: readonly string[] }
  | { readonly kind: 'any' }
  | { readonly kind: 'none' }

/** What is known about a value, and what that rests on. */
export interface Value {
  readonly possible: Possible
  /** "Not applicable" is possible; certain where `possible` is `none`. */
  readonly notApplicable: boolean
  readonly grounds: Grounds
}

const MAX_SET = 32

export const known = (scalar: Scalar, grounds: Grounds = noGrounds): Value => ({ possible: { kind: 'set', scalars: [scalar] }, notApplicable: false, grounds })

export const knownNumber = (number: number, grounds: Grounds = noGrounds): Value => known(exact(number), grounds)

export const anything = (grounds: Grounds): Value => ({ possible: { kind: 'any' }, notApplicable: false, grounds })

export const notApplicable = (grounds: Grounds = noGrounds): Value => ({ possible: { kind: 'none' }, notApplicable: true, grounds: settled(grounds) })

/** A value that rests on more. */
export const withGrounds = (value: Value, more: Grounds): Value => (more === noGrounds ? value : { ...value, grounds: mergeGrounds(value.grounds, more) })

/** A number between two ends; equal ends make it known. */
export const between = (from: Exact | undefined, to: Exact | undefined, grounds: Grounds): Value =>
  from !== undefined && to !== undefined && orderOf(from, to) === 0
    ? known(from, settled(grounds))
    : { possible: { kind: 'range', ...(from && { from }), ...(to && { to }) }, notApplicable: false, grounds }

/** A day between two ends; equal ends make it known. */
export const dayBetween = (from: Day | undefined, to: Day | undefined, grounds: Grounds): Value =>
  from !== undefined && from === to
    ? { possible: { kind: 'days', from, to }, notApplicable: false, grounds: settled(grounds) }
    : { possible: { kind: 'days', ...(from !== undefined && { from }), ...(to !== undefined && { to }) }, notApplicable: false, grounds }

export const eitherBoolean = (grounds: Grounds): Value => ({ possible: { kind: 'set', scalars: [true, false] }, notApplicable: false, grounds })

/** A value that is the given one or not applicable. */
export const perhapsNotApplicable = (value: Value, grounds: Grounds): Value => ({
  possible: value.possible,
  notApplicable: true,
  grounds: mergeGrounds(value.grounds, grounds),
})

/** The single scalar (days as their ISO text) where the value is certain. */
export const certainScalar = ({ possible, notApplicable: maybe }: Value): Scalar | undefined => {
  if (maybe) return undefined
  if (possible.kind === 'set') return possible.scalars.length === 1 ? possible.scalars[0] : undefined
  if (possible.kind === 'days') return possible.from !== undefined && possible.from === possible.to ? possible.from : undefined
  return undefined
}

/** Nothing more can change: one value, or certainly not applicable. */
export const isCertain = (value: Value): boolean => value.possible.kind === 'none' || certainScalar(value) !== undefined

export const sameScalar = (a: Scalar, b: Scalar): boolean => {
  if (isExact(a)) return isExact(b) && orderOf(a, b) === 0
  if (isList(a)) return isList(b) && a.length === b.length && a.every((code) => b.includes(code))
  return a === b
}

export const isList = (scalar: Scalar): scalar is readonly string[] => Array.isArray(scalar)

/** The two ends of the numbers a value may be; undefined where it is no number. */
export const numberRange = ({ possible }: Value): { readonly from?: Exact; readonly to?: Exact } | undefined => {
  if (possible.kind === 'range') return possible
  if (possible.kind === 'any') return {}
  if (possible.kind !== 'set') return undefined
  const { scalars } = possible
  if (scalars.length === 1) return isExact(scalars[0]) ? { from: scalars[0], to: scalars[0] } : undefined
  const numbers = scalars.filter(isExact)
  const [first] = numbers
  if (first === undefined || numbers.length < scalars.length) return undefined
  return { from: numbers.reduce(smaller, first), to: numbers.reduce(greater, first) }
}

const merged = (a: Possible, b: Possible): Possible => {
  if (a.kind === 'none') return b
  if (b.kind === 'none') return a
  if (a.kind === 'any' || b.kind === 'any') return { kind: 'any' }
  if (a.kind === 'set' && b.kind === 'set') {
    const added = b.scalars.filter((scalar) => !a.scalars.some((other) => sameScalar(scalar, other)))
    if (a.scalars.length + added.length <= MAX_SET) return { kind: 'set', scalars: [...a.scalars, ...added] }
  }
  if (a.kind === 'days' && b.kind === 'days') return mergedDays(a, b)
  return mergedNumbers(a, b)
}

const mergedDays = (a: { from?: Day; to?: Day }, b: { from?: Day; to?: Day }): Possible => {
  const from = a.from === undefined || b.from === undefined ? undefined : a.from < b.from ? a.from : b.from
  const to = a.to === undefined || b.to === undefined ? undefined : a.to > b.to ? a.to : b.to
  return { kind: 'days', ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

const mergedNumbers = (a: Possible, b: Possible): Possible => {
  const left = numberRange({ possible: a, notApplicable: false, grounds: noGrounds })
  const right = numberRange({ possible: b, notApplicable: false, grounds: noGrounds })
  if (!left || !right) return { kind: 'any' }
  const from = left.from && right.from && smaller(left.from, right.from)
  const to = left.to && right.to && greater(left.to, right.to)
  return { kind: 'range', ...(from && { from }), ...(to && { to }) }
}

/** Any of several values; grounds are the caller's, for it alone knows what decides between them. */
export const oneOf = (values: readonly Value[], grounds: Grounds): Value => {
  const [first, ...others] = values
  const possible = first && others.length === 0 ? first.possible : values.map((value) => value.possible).reduce(merged, { kind: 'none' })
  const value: Value = { possible, notApplicable: values.some((each) => each.notApplicable), grounds }
  return isCertain(value) ? { ...value, grounds: settled(grounds) } : value
}

/** Two values that are certain and equal. */
export const sameCertain = (a: Value, b: Value): boolean => {
  if (a.possible.kind === 'none' || b.possible.kind === 'none') return a.possible.kind === b.possible.kind
  const left = certainScalar(a)
  const right = certainScalar(b)
  return left !== undefined && right !== undefined && sameScalar(left, right)
}

/** An answer, or a constant of a document, as a scalar; numbers exact. */
export const toScalar = (answer: Answer): Scalar => (typeof answer === 'number' ? exact(answer) : answer)

/** A scalar as JSON writes it. */
export const toAnswer = (scalar: Scalar): Answer => (isExact(scalar) ? toNumber(scalar) : scalar)
