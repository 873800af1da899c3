import type { Truth } from '../../documents/evaluation-document.ts'
import { orderOf } from '../../values/number.ts'
import { numberRange, sameScalar, type Value } from '../../values/value.ts'
import { ofOne } from './comparison-forms.ts'
import { opposite } from './order.ts'
import { inBoth, infix, infixList, type Operator } from './operator.ts'
import { turnsOnBothSides } from './turning-days.ts'

const overlap = (a: { from?: string; to?: string }, b: { from?: string; to?: string }): boolean =>
  (a.from === undefined || b.to === undefined || a.from <= b.to) && (b.from === undefined || a.to === undefined || b.from <= a.to)

const sameDays = ({ possible: a }: Value, { possible: b }: Value): Truth => {
  if (a.kind !== 'days' || b.kind !== 'days') return a.kind === 'any' || b.kind === 'any' ? 'unknown' : false
  if (!overlap(a, b)) return false
  return a.from !== undefined && a.from === a.to && b.from === b.to && a.from === b.from ? true : 'unknown'
}

const sameNumber = (a: Value, b: Value): Truth => {
  const left = numberRange(a)
  const right = numberRange(b)
  if (!left || !right) return false
  const apart = (left.to && right.from && orderOf(left.to, right.from) < 0) || (right.to && left.from && orderOf(right.to, left.from) < 0)
  return apart ? false : 'unknown'
}

/** Whether two values are the same: certain only where no other pair of possibilities is left. */
export const same = (left: Value, right: Value): Truth => {
  const a = left.possible
  const b = right.possible
  if (a.kind === 'set' && b.kind === 'set') {
    if (a.scalars.length === 1 && b.scalars.length === 1) return sameScalar(a.scalars[0], b.scalars[0])
    const equal = a.scalars.map((scalar) => b.scalars.some((other) => sameScalar(scalar, other)))
    return equal.includes(true) ? 'unknown' : false
  }
  if (a.kind === 'days' || b.kind === 'days') return sameDays(left, right)
  if (a.kind === 'any' || b.kind === 'any' || a.kind === 'collection' || b.kind === 'collection') return 'unknown'
  return sameNumber(left, right)
}


const among = (left: Value, right: readonly Value[]): Truth => {
  let possibly = false
  for (const value of right) {
    const truth = same(left, value)
    if (truth === true) return true
    possibly ||= truth === 'unknown'
  }
  if (!possibly) return false
  const { possible } = left
  const everyScalarListed = possible.kind === 'set' && possible.scalars.every((scalar) =>
    right.some((value) => same({ ...left, possible: { kind: 'set', scalars: [scalar] } }, value) === true))
  return everyScalarListed ? true : 'unknown'
}

const accepts = ['number', 'date', 'boolean', 'text', 'list'] as const

export const equal: Operator = {
  label: { vi: 'là', en: 'is' },
  right: 'one',
  accepts,
  sentence: infix('là', 'is'),
  compare: (left, [right]) => (right ? same(left, right) : 'unknown'),
  plan: ofOne((forms, left, right) => forms.same(left, right)),
  turns: [turnsOnBothSides],
  cell: { words: ['==', '=', 'đúng bằng', 'bằng', 'là', 'equals', 'is'], shown: { vi: '', en: '' } },
  formula: inBoth('='),
}

export const notEqual: Operator = {
  label: { vi: 'không phải là', en: 'is not' },
  right: 'one',
  accepts,
  sentence: infix('không phải là', 'is not'),
  compare: (left, [right]) => (right ? opposite(same(left, right)) : 'unknown'),
  plan: ofOne((forms, left, right) => forms.not(forms.same(left, right))),
  turns: [turnsOnBothSides],
  cell: { words: ['<>', '!=', '≠', 'không phải là', 'không phải', 'không là', 'khác', 'is not', 'not'], shown: { vi: '≠ ', en: '≠ ' } },
  formula: inBoth('<>'),
}

export const isIn: Operator = {
  label: { vi: 'là một trong', en: 'is one of' },
  right: 'list',
  accepts: ['number', 'date', 'text'],
  sentence: infixList('là một trong', 'is one of'),
  compare: among,
  plan: (forms, left, right) => forms.among(left, right),
  cell: { words: ['là một trong', 'một trong', 'thuộc', 'is one of', 'one of', 'any of', 'in'], shown: { vi: 'một trong: ', en: 'one of: ' } },
  formula: { vi: 'THUỘC', en: 'IN' },
}

export const notIn: Operator = {
  label: { vi: 'không thuộc', en: 'is none of' },
  right: 'list',
  accepts: ['number', 'date', 'text'],
  sentence: infixList('không thuộc', 'is none of'),
  compare: (left, right) => opposite(among(left, right)),
  plan: (forms, left, right) => forms.not(forms.among(left, right)),
  cell: { words: ['không thuộc', 'không trong', 'ngoài', 'none of', 'not in'], shown: { vi: 'không thuộc: ', en: 'none of: ' } },
  formula: { vi: 'KHÔNG THUỘC', en: 'NOT IN' },
}
