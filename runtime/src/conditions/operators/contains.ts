import { isList } from '../../values/value.ts'
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
}
