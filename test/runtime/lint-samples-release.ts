import { limits, type CommonDocument, type Condition, type FieldKindUse, type FieldSchema, type LogicPiece, type RosterItem } from '@tieuchi/runtime'
import { byHarbour, compare, fact, newId, row, rules, section, soundCommon, table, type Sample } from './lint-fixture.ts'

const crew = (...fields: readonly string[]): RosterItem => ({ kind: 'roster', id: newId(), columns: fields.slice(0, 1), items: fields.map((field) => ({ kind: 'field', field })) })

/** Facts each of which is the one before. */
const chain = (count: number): readonly LogicPiece[] => Array.from({ length: count }, (_none, index) => fact(`step_${index}`, { fact: index === 0 ? 'length' : `step_${index - 1}` }))

/** Named conditions each of which uses the one before. */
const named = (count: number, use: (before: Condition) => Condition): readonly LogicPiece[] =>
  Array.from({ length: count }, (_none, index) => ({ kind: 'condition', id: `named_${index}`, title: { vi: `Điều kiện ${index}`, en: `named ${index}` }, conditions: index === 0 ? compare('spare', 'equal', true) : use({ condition: `named_${index - 1}` }) }))

const withDraught = (more: Partial<FieldSchema>): Pick<CommonDocument, 'dictionary'> => {
  const { dictionary } = soundCommon
  const draught: FieldSchema = { type: 'number', 'x-label': { vi: 'Mớn nước', en: 'draught' }, 'x-unit': 'metres', ...more }
  return { dictionary: { ...dictionary, properties: { ...dictionary.properties, household: { type: 'object', properties: { ...dictionary.properties.household.properties, draught } } } } }
}

const withPlot = (use: Omit<FieldKindUse, 'name' | 'version'>, type: FieldSchema['type'] = 'string'): Pick<CommonDocument, 'dictionary'> => {
  const { dictionary } = soundCommon
  const plot: FieldSchema = { type, 'x-label': { vi: 'Thửa đất', en: 'plot' }, 'x-purpose': { vi: 'Để tìm chỗ neo', en: 'to find the mooring' }, 'x-kind': { name: 'sample.parcel', version: '1.2.0', ...use } }
  return { dictionary: { ...dictionary, properties: { ...dictionary.properties, household: { type: 'object', properties: { ...dictionary.properties.household.properties, plot } } } } }
}

/** Codes of `checkRelease`: places that do not fit together. */
export const releaseSamples = {
  duplicate_id: { bad: { logic: [fact('length', 1)] }, at: 'logic/4', good: { logic: [fact('width', 1)] } },
  reserved_id: { bad: { logic: [fact('standard', 1)] }, at: 'logic/4', good: { logic: [fact('standards', 1)] } },
  unknown_fact: { bad: { logic: [rules(compare('keel', 'equal', true))] }, at: 'logic/4/rules/0/conditions/fact', good: { logic: [rules(compare('spare', 'equal', true))] } },
  unknown_parameter: { bad: { logic: [fact('due', { parameter: 'fee' })] }, at: 'logic/4/value', good: { logic: [fact('due', { parameter: 'dearest' })] } },
  unknown_condition: {
    bad: { logic: [rules({ condition: 'seaworthy' })] }, at: 'logic/4/rules/0/conditions',
    good: { logic: [rules({ condition: 'seaworthy' }), { kind: 'condition', id: 'seaworthy', title: { vi: 'Đủ điều kiện', en: 'seaworthy' }, conditions: compare('spare', 'equal', true) }] },
  },
  unknown_rules: { bad: { logic: [fact('defects', { countEvents: 'checks' })] }, at: 'logic/4/value', good: { logic: [fact('defects', { countEvents: 'checked' }), rules(compare('spare', 'equal', true))] } },
  unknown_list: { bad: { logic: [fact('place', { fact: 'home_port' }, { list: 'oceans' })] }, at: 'logic/4', good: { logic: [fact('place', { fact: 'home_port' }, { list: 'port' })] } },
  unknown_code: { bad: { logic: [rules(compare('home_port', 'equal', 'east'))] }, at: 'logic/4/rules/0/conditions/value', good: { logic: [rules(compare('home_port', 'equal', 'far'))] } },
  unknown_output: { bad: { logic: [table({}), fact('place', { fact: 'berths', output: 'pier' })] }, at: 'logic/5/value', good: { logic: [table({}), fact('place', { fact: 'berths', output: 'berth' })] } },
  member_read_of_household: { bad: { logic: [rules(compare('swims', 'equal', true))] }, at: 'logic/4/rules/0/conditions/fact', good: { logic: [{ ...rules(compare('swims', 'equal', true)), of: 'members' }] } },
  cycle: { bad: { logic: [fact('first', { fact: 'second' }), fact('second', { fact: 'first' })] }, at: 'logic/4', good: { logic: [fact('first', { fact: 'second' }), fact('second', { fact: 'length' })] } },
  chain_too_long: { bad: { logic: chain(limits.chain) }, at: `logic/${3 + limits.chain}`, good: { logic: chain(3) } },
  condition_too_large: { bad: { logic: named(15, (before) => ({ all: [before, before] })) }, at: 'logic/18/conditions', good: { logic: named(3, (before) => ({ all: [before, before] })) } },
  condition_too_deep: { bad: { logic: named(limits.condition_depth + 2, (before) => ({ not: before })) }, at: `logic/${5 + limits.condition_depth}/conditions`, good: { logic: named(3, (before) => ({ not: before })) } },
  extension_missing: { bad: { logic: [rules(compare('length', 'other.near', 3))] }, at: 'logic/4/rules/0/conditions/operator', good: { logic: [rules(compare('length', 'lessThan', 3))] } },
  extension_name: {
    bad: { logic: [rules(compare('length', 'sample.near', 3))], release: { extensions: { sample: '1.0.0' } } }, at: 'logic/4/rules/0/conditions/operator',
    good: { logic: [rules(compare('length', 'lessThan', 3))] },
  },
  extension_version: { bad: { release: { extensions: { sample: '2.0.0' } } }, at: 'extensions/sample', good: { release: { extensions: { sample: '1.0.0' } } } },
  extension_unsaid: {
    bad: { logic: [{ ...rules(compare('born_on', 'sample.withinMonths', ['2026-01-01', 3])), of: 'members' }] }, at: 'extensions',
    good: { logic: [{ ...rules(compare('born_on', 'sample.withinMonths', ['2026-01-01', 3])), of: 'members' }], release: { extensions: { sample: '1.2.0' } } },
  },
  kind_type: { bad: { common: withPlot({}, 'boolean') }, at: 'common/dictionary/household/plot/x-kind', good: { common: withPlot({}) } },
  kind_option: { bad: { common: withPlot({ options: { sheet: true } }) }, at: 'common/dictionary/household/plot/x-kind/options/sheet', good: { common: withPlot({ options: { sheet_optional: true } }) } },
  aggregate_parts: {
    bad: { logic: [fact('most', { aggregate: 'sample.majority', over: 'members', value: 1, where: compare('swims', 'equal', true) })], release: { extensions: { sample: '1.2.0' } } }, at: 'logic/4/value',
    good: { logic: [fact('most', { aggregate: 'sample.majority', over: 'members', where: compare('swims', 'equal', true) })], release: { extensions: { sample: '1.2.0' } } },
  },
  row_length: { bad: { logic: [table({ inputs: ['length', 'leased'], rows: [row([null], ['inner'], { id: 'shortshort' })] })] }, at: 'logic/4/rows/0/when', good: { logic: [table({})] } },
  is_known_of_fact: {
    bad: { logic: [rules(compare('length', 'isKnown', true))] }, at: 'logic/4/rules/0/conditions/fact',
    good: { logic: [rules({ id: newId(), parameter: 'dearest', operator: 'isKnown', value: true })] },
  },
  operator_type: { bad: { logic: [rules(compare('leased', 'lessThan', 3))] }, at: 'logic/4/rules/0/conditions', good: { logic: [rules(compare('length', 'lessThan', 3))] } },
  value_type: { bad: { logic: [rules(compare('length', 'lessThan', '10'))] }, at: 'logic/4/rules/0/conditions/value', good: { logic: [rules(compare('length', 'lessThan', 10))] } },
  result_type: { bad: { logic: [table({ hit: 'collect', rows: [row([null], [3])] })] }, at: 'logic/4/rows/0/then/0', good: { logic: [table({ hit: 'sum', rows: [row([null], [3])] })] } },
  parameter_by: { bad: { parameters: { fee: byHarbour(2, 6, { by: 'length' }) } }, at: 'parameters/fee', good: { parameters: { fee: byHarbour(2, 6) } } },
  parameter_value_missing: { bad: { parameters: { fee: byHarbour(2, 6, { values: { north: 2 } }) } }, at: 'parameters/fee/values', good: { parameters: { fee: byHarbour(2, 6) } } },
  parameter_key: {
    bad: { parameters: { fee: byHarbour(2, 6) }, logic: [fact('due', { parameter: 'fee', at: { harbour: 'east' } })] }, at: 'logic/4/value',
    good: { parameters: { fee: byHarbour(2, 6) }, logic: [fact('due', { parameter: 'fee', at: { harbour: 'south' } })] },
  },
  parameter_overridable: {
    bad: { parameters: { fee: byHarbour(2, 6, { values: { north: 2, south: true }, overridable: 'raise' }) } }, at: 'parameters/fee/overridable',
    good: { parameters: { fee: byHarbour(2, 6, { overridable: 'raise' }) } },
  },
  field_limits: { bad: { common: withDraught({ minimum: 9, maximum: 2 }) }, at: 'common/dictionary/household/draught', good: { common: withDraught({ minimum: 2, maximum: 9 }) } },
  field_place: { bad: { form: { sections: [section({ kind: 'field', field: 'swims' })] } }, at: 'forms/1/sections/0/items/0', good: { form: { sections: [section({ kind: 'field', field: 'spare' })] } } },
  field_twice: {
    bad: { form: { sections: [section({ kind: 'field', field: 'spare' }, { kind: 'field', field: 'spare' })] } }, at: 'forms/1/sections/0/items/1',
    good: { form: { sections: [section({ kind: 'field', field: 'spare' }, { kind: 'field', field: 'length' })] } },
  },
  roster_twice: {
    bad: { form: { sections: [section(crew('sailor'), crew('swims'))] } }, at: 'forms/1/sections/0/items/1',
    good: { form: { sections: [section(crew('sailor', 'swims'))] } },
  },
} as const satisfies Readonly<Record<string, Sample>>
