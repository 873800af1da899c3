import type { Answer } from '../documents/input-document.ts'
import { noGrounds } from '../values/grounds.ts'
import { exact, type Exact } from '../values/number.ts'
import { anything, dayBetween, isList, known, type Scalar, type Value } from '../values/value.ts'
import type { ValueType } from '../values/value-type.ts'

/** Answers of each type on which operators are tried: ordinary ones, and those beside which mistakes lie. */
export const sampleAnswers: Readonly<Record<ValueType, readonly Answer[]>> = {
  number: [-1, 0, 0.5, 1, 2, 3, 6, 12, 100, 1_500_000],
  date: ['2019-12-31', '2020-02-29', '2025-08-31', '2026-01-15', '2026-02-28', '2026-03-01', '2026-07-15', '2026-07-16'],
  boolean: [true, false],
  text: ['', 'a', 'A', 'ab', 'đường', '2026-01-15'],
  list: [[], ['a'], ['b'], ['a', 'b']],
}

/** An answer as a value of its type: text stays text even where it looks like a day. */
export const valueOf = (answer: Answer, type: ValueType): Value => {
  if (typeof answer === 'number') return known(exact(answer))
  return type === 'date' && typeof answer === 'string' ? dayBetween(answer, answer, noGrounds) : known(answer)
}

/** Several answers of one type as one value of which only so much is known. */
export const oneOfAnswers = (answers: readonly Answer[], type: ValueType): Value => {
  if (type === 'date') {
    const days = answers.map(String).toSorted()
    return dayBetween(days[0] ?? '', days.at(-1) ?? '', noGrounds)
  }
  const [first = true, ...rest] = answers.map((answer): Scalar => (typeof answer === 'number' ? exact(answer) : answer))
  return { possible: { kind: 'set', scalars: [first, ...rest] }, notApplicable: false, grounds: noGrounds }
}

/** A number between two, both possible. */
export const rangeOf = (from: number, to: number): Value => ({ possible: { kind: 'range', from: exact(from), to: exact(to) }, notApplicable: false, grounds: noGrounds })

/** A value about which nothing is known. */
export const unknownOf = (type: ValueType): Value => (type === 'date' ? { possible: { kind: 'days' }, notApplicable: false, grounds: noGrounds } : anything(noGrounds))

const writeScalar = (scalar: Scalar): string => (isList(scalar) ? `[${scalar.join(', ')}]` : typeof scalar === 'object' ? scalar.toString() : JSON.stringify(scalar))

const endOf = (end: Exact | string | undefined): string => (end === undefined ? '?' : typeof end === 'string' ? end : end.toString())

/** A value as problems show it. */
export const writeSample = ({ possible }: Value): string => {
  if (possible.kind === 'set') return possible.scalars.map(writeScalar).join(' | ')
  if (possible.kind === 'range' || possible.kind === 'days') return possible.from !== undefined && possible.from === possible.to ? endOf(possible.from) : `${endOf(possible.from)} … ${endOf(possible.to)}`
  return possible.kind === 'any' ? '?' : possible.kind
}
