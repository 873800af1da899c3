import { LogicEngine } from 'json-logic-engine'
import { dayNumber } from '../workload/typed-household.ts'
import type { Workload } from '../workload/workload.ts'
import type { Judge } from './contestant.ts'
import type { Dialect } from './dialect.ts'
import { indicatorBit, type IndicatorName } from './judgement.ts'
import { Translator } from './translate.ts'

type Logic = unknown

/** With the sides exchanged: compiled by version 5.0.7, a comparison inside the right side overwrites what was read of the left. */
const symbols = { equal: '===', notEqual: '!==', lessThan: '>', lessThanInclusive: '>=', greaterThan: '<', greaterThanInclusive: '<=' } as const

/** JSON Logic as its documentation writes it; inside `filter` and `map` a variable is one of the member. */
const dialect = (day: number): Dialect<Logic> => {
  const members = { var: 'members' }
  const filtered = (where: Logic | undefined): Logic => (where === undefined ? members : { filter: [members, where] })
  return {
    literal: (value) => value,
    household: (name) => ({ var: name }),
    member: (name) => ({ var: name }),
    age: () => ({ age: [{ '-': [day, { var: 'birth_day' }] }] }),
    compare: (operator, left, right) => {
      if (operator === 'in') return { in: [left, right] }
      if (operator === 'notIn') return { '!': [{ in: [left, right] }] }
      if (operator === 'contains') return { in: [right[0], left] }
      if (operator === 'between') return { and: [{ '>=': [left, right[0]] }, { '<=': [left, right[1]] }] }
      if (operator === 'isKnown') throw new Error('Answers are complete')
      return { [symbols[operator]]: [right[0], left] }
    },
    all: (parts) => ({ and: parts }),
    any: (parts) => ({ or: parts }),
    not: (part) => ({ '!': [part] }),
    choose: (condition, then, otherwise) => ({ if: [condition, then, otherwise] }),
    add: (parts) => ({ '+': parts }),
    multiply: (parts) => ({ '*': parts }),
    divide: (dividend, divisor) => ({ '/': [dividend, divisor] }),
    count: (where) => ({ length: [filtered(where)] }),
    sum: (value, where) => ({ reduce: [{ map: [filtered(where), value] }, { '+': [{ var: 'accumulator' }, { var: 'current' }] }, 0] }),
    greatest: (value) => ({ reduce: [{ map: [members, value] }, { max: [{ var: 'accumulator' }, { var: 'current' }] }, 0] }),
  }
}

/** The same rules in `json-logic-engine`, compiled by its `build`. */
export const jsonLogicJudge = (workload: Workload): Judge => {
  const engine = new LogicEngine()
  engine.addMethod('age', ([days]: [number]) => Math.floor(days / 10_000), { deterministic: true })
  const { facts, indicators, sheet, classes } = new Translator(workload, dialect(dayNumber(workload.moment.facts_at))).translate()
  const steps = facts.map(([name, logic]) => [name, engine.build(logic)] as const)
  const indicatorsOf = engine.build({ '+': indicators.map(([name, holds]) => ({ if: [holds, indicatorBit(name as IndicatorName), 0] })) })
  const countOf = engine.build({ '+': indicators.map(([, holds]) => ({ if: [holds, 1, 0] })) })
  const pointsOf = engine.build({ '+': sheet.rows.map(({ holds, output }) => ({ if: [holds, output, 0] })) })
  const classOf = engine.build({ if: classes.rows.flatMap(({ holds, output }) => [holds, output]) })
  const perIndicator = Number(workload.release.parameters['points_per_indicator']?.value)
  return (household) => {
    const data: Record<string, unknown> = { ...household }
    for (const [name, step] of steps) data[name] = step(data)
    const count = Number(countOf(data))
    data['deprivation_count'] = count
    data['points_b'] = count * perIndicator
    data['points_a'] = pointsOf(data)
    return { class: String(classOf(data)), indicators: Number(indicatorsOf(data)), deprivation_count: count, points_a: Number(data['points_a']) }
  }
}
