import { ofOne } from './comparison-forms.ts'
import { same } from './equality.ts'
import type { Operator } from './operator.ts'

/**
 * Whether a value is there at all. Not monotone, so in logic only parameters may be asked: a parameter is known
 * unless the law's value has not been established. The interpreter puts the yes or no of that in place of the value.
 */
export const isKnown: Operator = {
  label: { vi: 'đã xác định', en: 'is established' },
  right: 'one',
  accepts: ['boolean'],
  sentence: (left, [right]) => {
    const not = right?.en === 'no'
    return { vi: `${left.vi} ${not ? 'chưa được xác định' : 'đã được xác định'}`, en: `${left.en} ${not ? 'is not established' : 'is established'}` }
  },
  compare: (left, [right]) => (right ? same(left, right) : 'unknown'),
  plan: ofOne((forms, left, right) => forms.same(left, right)),
}
