import type { Truth } from '../../documents/evaluation-document.ts'
import { orderOf } from '../../values/number.ts'
import { numberRange, type Value } from '../../values/value.ts'
import { ofOne, ofTwo } from './comparison-forms.ts'
import { inBoth, infix, type Operator } from './operator.ts'
import { turnsAbove, turnsBelow } from './turning-days.ts'

interface Ends<T> {
  readonly from?: T
  readonly to?: T
}

type Order<T> = (a: T, b: T) => number

/** `a < b` over every pair of possibilities. */
const lessEnds = <T>(a: Ends<T>, b: Ends<T>, order: Order<T>): Truth => {
  if (a.to !== undefined && b.from !== undefined && order(a.to, b.from) < 0) return true
  if (a.from !== undefined && b.to !== undefined && order(a.from, b.to) >= 0) return false
  return 'unknown'
}

const textOrder: Order<string> = (a, b) => (a < b ? -1 : a > b ? 1 : 0)

/** Whether one number or day is less than another: certain only where every pair of possibilities says so. */
export const less = (left: Value, right: Value): Truth => {
  if (left.possible.kind === 'days' && right.possible.kind === 'days') return lessEnds(left.possible, right.possible, textOrder)
  const a = numberRange(left)
  const b = numberRange(right)
  return a && b ? lessEnds(a, b, orderOf) : 'unknown'
}

/** What is not so; what nobody knows stays unknown. */
export const opposite = (truth: Truth): Truth => (truth === 'unknown' ? truth : !truth)

const accepts = ['number', 'date'] as const

export const lessThan: Operator = {
  label: { vi: 'nhỏ hơn', en: 'is less than' },
  right: 'one',
  accepts,
  sentence: infix('<', '<'),
  compare: (left, [right]) => (right ? less(left, right) : 'unknown'),
  plan: ofOne((forms, left, right) => forms.less(left, right)),
  turns: [turnsBelow],
  cell: { words: ['<', 'dưới', 'nhỏ hơn', 'ít hơn', 'thấp hơn', 'chưa đến', 'chưa đủ', 'trước', 'less than', 'fewer than', 'below', 'under', 'before'], shown: { vi: '< ', en: '< ' } },
  formula: inBoth('<'),
}

export const lessThanInclusive: Operator = {
  label: { vi: 'từ … trở xuống', en: 'is at most' },
  right: 'one',
  accepts,
  sentence: infix('≤', '≤'),
  compare: (left, [right]) => (right ? opposite(less(right, left)) : 'unknown'),
  plan: ofOne((forms, left, right) => forms.not(forms.less(right, left))),
  turns: [turnsAbove],
  cell: { words: ['<=', '=<', '≤', 'không quá', 'không vượt quá', 'không lớn hơn', 'tối đa', 'nhiều nhất', 'cao nhất', 'đến hết', 'đến', 'at most', 'up to', 'not more than', 'no more than'], shown: { vi: '≤ ', en: '≤ ' } },
  formula: inBoth('<='),
}

export const greaterThan: Operator = {
  label: { vi: 'lớn hơn', en: 'is more than' },
  right: 'one',
  accepts,
  sentence: infix('>', '>'),
  compare: (left, [right]) => (right ? less(right, left) : 'unknown'),
  plan: ofOne((forms, left, right) => forms.less(right, left)),
  turns: [turnsAbove],
  cell: { words: ['>', 'trên', 'lớn hơn', 'nhiều hơn', 'cao hơn', 'hơn', 'quá', 'sau', 'more than', 'greater than', 'above', 'over', 'after'], shown: { vi: '> ', en: '> ' } },
  formula: inBoth('>'),
}

export const greaterThanInclusive: Operator = {
  label: { vi: 'từ … trở lên', en: 'is at least' },
  right: 'one',
  accepts,
  sentence: infix('≥', '≥'),
  compare: (left, [right]) => (right ? opposite(less(left, right)) : 'unknown'),
  plan: ofOne((forms, left, right) => forms.not(forms.less(left, right))),
  turns: [turnsBelow],
  cell: { words: ['>=', '=>', '≥', 'từ đủ', 'từ', 'ít nhất', 'tối thiểu', 'không dưới', 'không nhỏ hơn', 'không ít hơn', 'at least', 'not less than', 'no less than', 'from'], shown: { vi: '≥ ', en: '≥ ' } },
  formula: inBoth('>='),
}

export const isBetween: Operator = {
  label: { vi: 'từ … đến …', en: 'is between' },
  right: 'pair',
  accepts,
  sentence: (left, [from, to]) => ({
    vi: `${left.vi} từ ${from?.vi ?? ''} đến ${to?.vi ?? ''}`,
    en: `${left.en} is from ${from?.en ?? ''} to ${to?.en ?? ''}`,
  }),
  compare: (left, [from, to]) => {
    if (!from || !to) return 'unknown'
    const above = opposite(less(left, from))
    const below = opposite(less(to, left))
    if (above === false || below === false) return false
    return above === true && below === true ? true : 'unknown'
  },
  plan: ofTwo((forms, left, [from, to]) => forms.both(forms.not(forms.less(left, from)), forms.not(forms.less(to, left)))),
  turns: [turnsBelow, turnsAbove],
}
