import { isList } from '../../values/value.ts'
import { ofOne } from './comparison-forms.ts'
import { infix, type Operator } from './operator.ts'

/** A multiple choice holds a code. */
export const contains: Operator = {
  label: { vi: 'có', en: 'contains' },
  right: 'one',
  accepts: ['list'],
  sentence: infix('có', 'contains'),
  compare: ({ possible: left }, [right]) => {
    if (right?.possible.kind !== 'set') return 'unknown'
    const codes = right.possible.scalars.filter((scalar) => typeof scalar === 'string')
    if (left.kind === 'collection') {
      if (codes.every((code) => left.certain.includes(code))) return true
      return codes.some((code) => left.possible.includes(code)) ? 'unknown' : false
    }
    if (left.kind !== 'set') return 'unknown'
    const held = left.scalars.flatMap((list) => codes.map((code) => isList(list) && list.includes(code)))
    return held.every(Boolean) ? true : held.some(Boolean) ? 'unknown' : false
  },
  plan: ofOne((forms, left, right) => forms.contains(left, right)),
  cell: { words: ['có', 'gồm', 'chứa', 'contains', 'has'], shown: { vi: 'có ', en: 'has ' } },
  formula: { vi: 'CHỨA', en: 'CONTAINS' },
}
