import { compare, fact, parameter, row, rules, soundCommon, table, type Change, type Sample } from './lint-fixture.ts'

const outcome = (from: string, more: object = {}): NonNullable<Change['logic']>[number] => ({ kind: 'outcome', id: 'second_outcome', title: { vi: 'Kết quả thứ hai', en: 'second outcome' }, from, ...more })

const withField = (schema: object): Change => {
  const { properties } = soundCommon.dictionary
  const tons = { type: 'integer', 'x-label': { vi: 'Trọng tải', en: 'Tonnage' }, ...schema } as const
  return { common: { dictionary: { ...soundCommon.dictionary, properties: { ...properties, household: { ...properties.household, properties: { ...properties.household.properties, tons } } } } } }
}

/** Codes of types, code lists and units. */
export const typeSamples = {
  expression_type: { bad: { logic: [fact('sum', { add: [{ fact: 'length' }, { fact: 'leased' }] })] }, at: 'logic/4/value/add/1', good: { logic: [fact('sum', { add: [{ fact: 'length' }, { fact: 'length' }] })] } },
  branch_types: {
    bad: { logic: [fact('pick', { if: compare('leased', 'equal', true), then: { fact: 'length' }, else: 'far' })] }, at: 'logic/4/value',
    good: { logic: [fact('pick', { if: compare('leased', 'equal', true), then: { fact: 'length' }, else: 0 })] },
  },
  then_types: {
    bad: { logic: [table({ rows: [row([{ lessThan: 5 }], ['inner']), row([null], [3])] })] }, at: 'logic/4/rows/1/then/0',
    good: { logic: [table({ rows: [row([{ lessThan: 5 }], ['inner']), row([null], ['outer'])] })] },
  },
  code_outside_list: {
    bad: { logic: [table({}), outcome('berths', { list: 'port' })] }, at: 'logic/4/rows/0/then/0',
    good: { logic: [table({ rows: [row([null], ['far'])] }), outcome('berths', { list: 'port' })] },
  },
  lists_differ: { bad: { logic: [rules(compare('home_port', 'equal', { fact: 'harbour' }))] }, at: 'logic/4/rules/0/conditions/value', good: { logic: [rules(compare('home_port', 'equal', { fact: 'home_port' }))] } },
  list_type: { bad: { logic: [outcome('length', { list: 'port' })] }, at: 'logic/4/list', good: { logic: [outcome('home_port', { list: 'port' })] } },
  outcome_without_list: { bad: { logic: [outcome('home_port')] }, at: 'logic/4', good: { logic: [outcome('length', { unit: 'metres' })] } },
  code_not_in_force: {
    bad: { logic: [rules(compare('licence', 'equal', 'former'))], options: { period: { valid_from: '2020-01-01', valid_to: '2021-12-31' } } }, at: 'logic/4/rules/0/conditions/value',
    good: { logic: [rules(compare('licence', 'equal', 'former'))], options: { period: { valid_from: '2020-01-01', valid_to: '2020-12-31' } } },
  },
  unit_missing: { bad: withField({}), at: 'common/dictionary/household/tons', good: withField({ 'x-unit': 'tonnes' }) },
  unit_declared: {
    bad: { logic: [fact('per_head', { divide: [{ parameter: 'dearest' }, { fact: 'captains' }] }, { unit: 'VND/month' })] }, at: 'logic/4/unit',
    good: { logic: [fact('per_head', { divide: [{ parameter: 'dearest' }, { fact: 'captains' }] }, { unit: 'VND/person/month' })] },
  },
  units_compared: {
    bad: { logic: [rules(compare('income', 'lessThan', { parameter: 'dearest' }))] }, at: 'logic/4/rules/0/conditions/value',
    good: { logic: [rules(compare('income', 'lessThan', { parameter: 'line' }))], parameters: { line: parameter(700_000, { unit: 'VND/person/month' }) } },
  },
  units_mixed: {
    bad: { logic: [fact('sum', { add: [{ parameter: 'dearest' }, { parameter: 'yearly' }] })], parameters: { yearly: parameter(12, { unit: 'VND/year' }) } }, at: 'logic/4/value',
    good: { logic: [fact('sum', { add: [{ parameter: 'dearest' }, { divide: [{ parameter: 'yearly' }, 12] }] })], parameters: { yearly: parameter(12, { unit: 'VND/year' }) } },
  },
} as const satisfies Readonly<Record<string, Sample>>
