import type { Condition } from '@tieuchi/runtime'
import { compare, newId, parameter, row, rules, say, section, soundCommon, table, type Change, type Sample } from './lint-fixture.ts'

const limits = { low: parameter(3, { unit: 'metres' }), high: parameter(8, { unit: 'metres' }) }

const limited = (...conditions: readonly Condition[]): Change => ({ logic: [rules(...conditions)], parameters: limits })

const low = { parameter: 'low' }
const high = { parameter: 'high' }

const check = (conditions: Condition): Change => ({ form: { sections: [section({ kind: 'field', field: 'length' })], checks: [{ id: newId(), severity: 'hard', field: 'length', conditions, message: say('length') }] } })

const shown = (visible: Condition, more: object = {}): Change => ({ form: { sections: [section({ kind: 'field', field: 'length' }, { kind: 'field', field: 'spare', visible, ...more })] } })

/** The crew's swimming is asked of some ages only. */
const swimming = (visible: Condition): Change => ({ form: { sections: [section({ kind: 'roster', id: newId(), items: [{ kind: 'field', field: 'born_on' }, { kind: 'field', field: 'swims', visible }], columns: ['born_on'] })] } })

const rows = (...all: readonly object[]): Change => ({ logic: [table({ rows: all })] })

const gears = ['net', 'lamp', 'rope', 'oar', 'sail', 'raft', 'flare', 'pump', 'map']

/** A table over a multiple choice: all subsets of the codes it is compared with are cases. */
const choosing = (codes: readonly string[]): Change => {
  const { properties } = soundCommon.dictionary
  const gear = { type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-label': say('gear'), 'x-list': 'gear' } as const
  return {
    logic: [table({ inputs: ['gear'], rows: [...codes.map((code) => row([{ contains: code }], ['inner'])), row([null], ['outer'])] })],
    common: {
      lists: [...soundCommon.lists, { kind: 'list', id: 'gear', title: say('gear'), entries: gears.map((code) => ({ code, title: say(code) })) }],
      dictionary: { ...soundCommon.dictionary, properties: { ...properties, household: { ...properties.household, properties: { ...properties.household.properties, gear } } } },
    },
  }
}

/** Codes of what conditions and tables can come to. */
export const conditionSamples = {
  condition_impossible: {
    bad: limited({ all: [compare('length', 'lessThan', low), compare('length', 'greaterThanInclusive', high)] }), at: 'logic/4/rules/0/conditions',
    good: limited({ all: [compare('length', 'greaterThanInclusive', low), compare('length', 'lessThan', high)] }),
  },
  condition_always: {
    bad: limited({ any: [compare('length', 'lessThan', high), compare('length', 'greaterThan', low)] }), at: 'logic/4/rules/0/conditions',
    good: limited({ any: [compare('length', 'lessThan', low), compare('length', 'greaterThan', high)] }),
  },
  outside_limits: { bad: limited(compare('length', 'greaterThan', 50)), at: 'logic/4/rules/0/conditions', good: limited(compare('length', 'greaterThan', 49)) },
  codes_all_listed: { bad: limited(compare('home_port', 'in', ['far', 'north'])), at: 'logic/4/rules/0/conditions', good: limited(compare('home_port', 'in', ['far'])) },
  condition_redundant: {
    bad: limited({ all: [compare('length', 'greaterThan', high), compare('length', 'greaterThan', low)] }), at: 'logic/4/rules/0/conditions/all/1',
    good: limited({ all: [compare('leased', 'equal', true), compare('rent', 'greaterThan', 0)] }),
  },
  not_equal_may_not_apply: {
    bad: limited(compare('rent', 'notEqual', 0)), at: 'logic/4/rules/0/conditions',
    good: limited({ all: [compare('leased', 'equal', true), compare('rent', 'notEqual', 0)] }, compare('length', 'notEqual', 0)),
  },
  check_never_fails: { bad: check(compare('length', 'greaterThanInclusive', 0)), at: 'forms/1/checks/0/conditions', good: check(compare('length', 'greaterThan', 0)) },
  check_always_fails: { bad: check(compare('length', 'greaterThan', 60)), at: 'forms/1/checks/0/conditions', good: check(compare('length', 'greaterThan', 6)) },
  required_hidden: { bad: shown(compare('length', 'greaterThan', 60), { required: true }), at: 'forms/1/sections/0/items/1/visible', good: shown(compare('length', 'greaterThan', 6), { required: true }) },
  hidden_but_needed: {
    bad: swimming(compare('age', 'greaterThan', { parameter: 'swims_from' })), at: 'forms/1/sections/0/items/0/items/1/visible',
    good: swimming(compare('age', 'greaterThanInclusive', { parameter: 'swims_from' })),
  },
  table_gap: { bad: rows(row([{ lessThan: 5 }], ['inner'])), at: 'logic/4', good: rows(row([{ lessThan: 5 }], ['inner']), row([null], ['outer'])) },
  table_overlap: {
    bad: { logic: [table({ hit: 'unique', rows: [row([{ lessThanInclusive: 5 }], ['inner']), row([{ greaterThanInclusive: 5 }], ['outer'])] })] }, at: 'logic/4/rows/0',
    good: { logic: [table({ hit: 'unique', rows: [row([{ lessThanInclusive: 5 }], ['inner']), row([{ greaterThan: 5 }], ['outer'])] })] },
  },
  row_contradictory: { bad: rows(row([{ greaterThan: 60 }], ['outer']), row([null], ['inner'])), at: 'logic/4/rows/0', good: rows(row([{ greaterThan: 6 }], ['outer']), row([null], ['inner'])) },
  row_covered: { bad: rows(row([null], ['inner']), row([{ greaterThan: 6 }], ['outer'])), at: 'logic/4/rows/1', good: rows(row([{ greaterThan: 6 }], ['outer']), row([null], ['inner'])) },
  table_too_large: { bad: choosing(gears), at: 'logic/4', good: choosing(gears.slice(1)) },
} as const satisfies Readonly<Record<string, Sample>>
