import type { CommonDocument, Release, ReportDocument, Text } from '@tieuchi/runtime'
import { byHarbour, citation, compare, fact, grant, newId, parameter, row, rules, say, section, soundCommon, soundRelease, table, type Change, type Sample } from './lint-fixture.ts'

const id = 'samesame22'

const spare = compare('spare', 'equal', true)

const listOf = (...entries: CommonDocument['lists'][number]['entries']): Change => ({
  common: { lists: [...soundCommon.lists, { kind: 'list', id: 'flags', title: say('flags'), entries }] },
})

const titled = (title: Text): Change => ({ release: { title } })

const cased = (expect: Release['cases'][number]['expect'], more: object = {}): Change => ({ cases: [{ id: newId(), title: say('case'), at: '2026-06-01', given: {}, expect, ...more }] })

const anchored = (anchor: string) => ({ ...section({ kind: 'text', id: newId(), text: say('read') }), anchor })

/** Another programme with a form that offers one anchor. */
const harbour: Readonly<Record<string, Release>> = {
  harbour: { ...soundRelease, programme: 'harbour', logic: [], cases: [], forms: [{ kind: 'form', id: 'visit', title: say('visit'), sections: [anchored('berth'), section({ kind: 'field', field: 'leased' })] }] },
}

/** Pages of the boats for a form of the harbour. */
const pagesAt = (form: string, anchor: string, ...fields: readonly string[]): Change => ({
  release: { forms: [...soundRelease.forms, { kind: 'pages', id: 'second', title: say('second'), form, anchor, sections: [section({ kind: 'text', id: newId(), text: say('read') }, ...fields.map((field) => ({ kind: 'field', field }) as const))] }] },
  others: harbour, options: { depends_on: ['harbour'] },
})

const report = (by: string, ...columns: ReportDocument['columns']): ReportDocument => ({
  id: 'boats_by', title: say('boats'), period: 'year', citation, rows: [{ kind: 'codes', id: 'by_it', fact: by }],
  columns: [{ kind: 'measure', id: 'how_many', title: say('how many'), measure: { count: 'households' } }, ...columns],
})

const twice = (of: string): ReportDocument => report('home_port', { kind: 'formula', id: 'twice_it', title: say('twice'), formula: { multiply: [{ fact: of }, 2] } })

const summed = (of: string): ReportDocument => report('home_port', { kind: 'measure', id: 'in_all', title: say('in all'), measure: { sum: 'households', value: { fact: of } } })

const counting = (column: string, title: string): ReportDocument['columns'][number] => ({ kind: 'measure', id: column, title: say(title), measure: { count: 'households' } })

const alike = (title: string): ReportDocument => report('home_port', { kind: 'group', id: 'of_all', title: say('of all'), columns: [counting('first_of_all', 'how many'), counting('second_of_all', title)] })

/** Codes found in the documents as they are written. */
export const documentSamples = {
  duplicate_part_id: {
    bad: { logic: [rules({ all: [{ ...spare, id } as typeof spare, { ...compare('leased', 'equal', true), id } as typeof spare] })] }, at: 'logic/4/rules/0/conditions/all/1',
    good: { logic: [rules({ all: [spare, compare('leased', 'equal', true)] })] },
  },
  empty_group: { bad: { logic: [rules({ any: [] })] }, at: 'logic/4/rules/0/conditions', good: { logic: [rules({ any: [spare] })] }, draft: true },
  rows_identical: {
    bad: { logic: [table({ rows: [row([{ lessThan: 5 }], ['inner']), row([{ lessThan: 5 }], ['inner'])] })] }, at: 'logic/4/rows/1',
    good: { logic: [table({ rows: [row([{ lessThan: 5 }], ['inner']), row([{ lessThan: 6 }], ['inner'])] })] },
  },
  rules_identical: {
    bad: { logic: [rules(compare('spare', 'equal', true), compare('spare', 'equal', true))] }, at: 'logic/4/rules/1',
    good: { logic: [rules(compare('spare', 'equal', true), compare('spare', 'equal', false))] },
  },
  duplicate_output: {
    bad: { logic: [table({ outputs: ['berth', 'berth'], rows: [row([null], ['inner', 'outer'])] })] }, at: 'logic/4/outputs/1',
    good: { logic: [table({ outputs: ['berth', 'pier'], rows: [row([null], ['inner', 'outer'])] })] },
  },
  duplicate_code: {
    bad: listOf({ code: 'red', title: say('red') }, { code: 'red', title: say('red again') }), at: 'common/lists/4/entries/1',
    good: listOf({ code: 'red', title: say('red'), valid_to: '2020-12-31' }, { code: 'red', title: say('red again'), valid_from: '2021-01-01' }),
  },
  period_reversed: {
    bad: listOf({ code: 'red', title: say('red'), valid_from: '2021-01-01', valid_to: '2020-12-31' }), at: 'common/lists/4/entries/0',
    good: listOf({ code: 'red', title: say('red'), valid_from: '2021-01-01', valid_to: '2021-01-01' }),
  },
  day_unknown: { bad: cased({ licence: 'granted' }, { at: '2026-02-29' }), at: 'cases/1/at', good: cased({ licence: 'granted' }, { at: '2028-02-29' }) },
  number_digits: { draft: true, bad: { parameters: { fee: parameter(0.123_456_789_012_345_6) } }, at: 'parameters/fee/value', good: { parameters: { fee: parameter(0.123_456_789_012_345) } } },
  value_unwritten: { bad: { logic: [rules(compare('home_port', 'equal', ''))] }, at: 'logic/4/rules/0/conditions/value', good: { logic: [rules(compare('home_port', 'equal', 'far'))] } },
  operand_count: { bad: { logic: [rules(compare('length', 'between', [3]))] }, at: 'logic/4/rules/0/conditions/value', good: { logic: [rules(compare('length', 'between', [3, 4]))] } },
  operand_repeated: {
    bad: { logic: [rules(compare('home_port', 'in', ['far', 'far']))] }, at: 'logic/4/rules/0/conditions/value/1',
    good: { logic: [rules(compare('home_port', 'in', ['far']))] },
  },
  entitlement_bound: { bad: { logic: [grant({ bound: 'at_least' })] }, at: 'logic/4', good: { logic: [grant({ bound: 'at_least', level: { parameter: 'part' }, level_unit: 'share' })], parameters: { part: parameter(0.7, { unit: 'share' }) } } },
  entitlement_level_bound: {
    bad: { logic: [grant({ bound: 'at_most', level: { parameter: 'part' }, level_unit: 'share', amount: { parameter: 'dearest' }, unit: 'VND/month' })], parameters: { part: parameter(0.7, { unit: 'share' }) } }, at: 'logic/4',
    good: { logic: [grant({ bound: 'at_most', level: { parameter: 'part' }, level_unit: 'share', level_bound: 'exact', amount: { parameter: 'dearest' }, unit: 'VND/month' })], parameters: { part: parameter(0.7, { unit: 'share' }) } },
  },
  entitlement_period: {
    bad: { logic: [grant({ amount: { parameter: 'dearest' }, unit: 'VND/month', period: { every: 'year' } })] }, at: 'logic/4/period',
    good: { logic: [grant({ amount: { parameter: 'dearest' }, unit: 'VND/month', period: { every: 'school_month' } })] },
  },
  release_without_outcome: { bad: { release: { logic: soundRelease.logic.slice(0, 3) } }, at: 'logic', good: {} },
  section_empty: { bad: { form: { sections: [section()] } }, at: 'forms/1/sections/0', good: { form: { sections: [section({ kind: 'field', field: 'spare' })] } } },
  anchor_twice: {
    bad: { form: { sections: [anchored('berth'), anchored('berth')] } }, at: 'forms/1/sections/1/anchor',
    good: { form: { sections: [anchored('berth'), anchored('pier')] } },
  },
  pages_form: { bad: pagesAt('harbour.departure', 'berth'), at: 'forms/1/form', good: pagesAt('harbour.visit', 'berth') },
  pages_anchor: { bad: pagesAt('harbour.visit', 'pier'), at: 'forms/1/anchor', good: pagesAt('harbour.visit', 'berth') },
  pages_ask_again: { bad: pagesAt('harbour.visit', 'berth', 'leased'), at: 'forms/1/sections/0/items/1', good: pagesAt('harbour.visit', 'berth', 'spare') },
  check_field: {
    bad: { form: { sections: [section({ kind: 'field', field: 'spare' })], checks: [{ id: newId(), severity: 'soft', field: 'length', conditions: spare, message: say('spare') }] } }, at: 'forms/1/checks/0/field',
    good: { form: { sections: [section({ kind: 'field', field: 'spare' })], checks: [{ id: newId(), severity: 'soft', field: 'spare', conditions: spare, message: say('spare') }] } },
  },
  roster_column: {
    bad: { form: { sections: [section({ kind: 'roster', id: newId(), items: [{ kind: 'field', field: 'swims' }], columns: ['sailor'] })] } }, at: 'forms/1/sections/0/items/0/columns/0',
    good: { form: { sections: [section({ kind: 'roster', id: newId(), items: [{ kind: 'field', field: 'swims' }], columns: ['swims'] })] } },
  },
  matrix_choices: {
    bad: { form: { sections: [section({ kind: 'matrix', id: newId(), title: say('both'), items: [{ kind: 'field', field: 'spare' }, { kind: 'field', field: 'length' }] })] } }, at: 'forms/1/sections/0/items/0/items/1',
    good: { form: { sections: [section({ kind: 'matrix', id: newId(), title: say('both'), items: [{ kind: 'field', field: 'spare' }, { kind: 'field', field: 'leased' }] })] } },
  },
  part_never_shown: {
    bad: { form: { sections: [{ ...section({ kind: 'field', field: 'spare' }), visible: compare('length', 'lessThan', -1) }] } }, at: 'forms/1/sections/0/visible',
    good: { form: { sections: [{ ...section({ kind: 'field', field: 'spare' }), visible: compare('leased', 'equal', true) }] } },
  },
  visible_reads_later: {
    bad: { form: { sections: [section({ kind: 'field', field: 'length', visible: spare }, { kind: 'field', field: 'spare' })] } }, at: 'forms/1/sections/0/items/0/visible',
    good: { form: { sections: [section({ kind: 'field', field: 'spare' }, { kind: 'field', field: 'length', visible: spare })] } },
  },
  label_is_id: {
    bad: { form: { sections: [section({ kind: 'field', field: 'spare', label: { vi: 'spare', en: 'Spare' } })] } }, at: 'forms/1/sections/0/items/0',
    good: { form: { sections: [section({ kind: 'field', field: 'spare', label: { vi: 'Còn thừa', en: 'spare' } })] } },
  },
  citation_missing: { bad: { parameters: { fee: parameter(2, { citation: undefined }) } }, at: 'parameters/fee', good: { parameters: { fee: parameter(2, { citation: undefined, note: say('asked for') }) } } },
  legal_basis_missing: { bad: { release: { legal_basis: [] } }, at: 'legal_basis', good: {} },
  basis_not_covering: {
    bad: { parameters: { fee: parameter(2, { citation: { document: '02/2020/NĐ-CP' } }) } }, at: 'parameters/fee',
    good: { parameters: { fee: parameter(2, { citation: { document: '02/2020/NĐ-CP' }, certainty: 'assumed' }) } },
  },
  open_without_note: { bad: { parameters: { fee: parameter(undefined, { certainty: 'open' }) } }, at: 'parameters/fee', good: { parameters: { fee: parameter(undefined, { certainty: 'open', note: say('not found') }) } } },
  confirmed_missing: { bad: { parameters: { fee: parameter(2, { certainty: 'seen' }) } }, at: 'parameters/fee', good: { parameters: { fee: parameter(2, { certainty: 'seen', confirmed: '2026-01-01' }) } } },
  confirmed_old: {
    bad: { options: { today: '2028-01-02' } }, at: 'parameters/longest',
    good: { options: { today: '2028-01-01' } },
  },
  confirmed_future: { bad: { options: { today: '2025-12-31' } }, at: 'parameters/longest', good: { options: { today: '2026-01-01' } } },
  citation_only_noted: {
    bad: { options: { require_citation: true }, logic: [table({ rows: [{ id: 'onlynoteda', when: [{ equal: 1 }], then: ['inner'], note: say('as always') }] })] }, at: 'logic/4/rows/0',
    good: { options: { require_citation: true }, logic: [table({ rows: [{ id: 'onlynoteda', when: [{ equal: 1 }], then: ['inner'], note: say('as always'), certainty: 'assumed' }, { id: 'onlynotedb', when: [null], then: ['inner'], note: say('the rest') }] })] },
  },
  known_value: {
    bad: { options: { require_citation: true }, parameters: { fee: parameter(2, { certainty: 'known' }) } }, at: 'parameters/fee',
    good: { parameters: { fee: parameter(2, { certainty: 'known' }) } },
  },
  open_value: { bad: { parameters: { fee: parameter(undefined, { certainty: 'open', note: say('not found') }) } }, at: 'parameters/fee', good: { parameters: { fee: parameter(2) } } },
  assumed_value: { bad: { logic: [table({ rows: [row([null], ['inner'], { certainty: 'assumed' })] })] }, at: 'logic/4/rows/0', good: { logic: [table({ rows: [row([null], ['inner'], { certainty: 'known' })] })] } },
  overridable_open: {
    bad: { parameters: { fee: parameter(undefined, { certainty: 'open', note: say('not found'), overridable: 'raise' }) } }, at: 'parameters/fee',
    good: { parameters: { fee: parameter(undefined, { certainty: 'open', note: say('not found'), overridable: true }) } },
  },
  unit_spelling: { bad: { parameters: { fee: parameter(2, { unit: 'đồng/tháng' }) } }, at: 'parameters/fee/unit', good: { parameters: { fee: parameter(2, { unit: 'VND/month' }) } } },
  parameter_types: { bad: { parameters: { fee: byHarbour(2, 'six') } }, at: 'parameters/fee/values/south', good: { parameters: { fee: byHarbour(2, 6) } } },
  share_range: { bad: { parameters: { part: parameter(50, { unit: 'share' }) } }, at: 'parameters/part', good: { parameters: { part: parameter(50, { unit: 'percent' }) } } },
  parameter_magnitude: { bad: { parameters: { fee: byHarbour(700_000, 900, { unit: 'VND' }) } }, at: 'parameters/fee/values', good: { parameters: { fee: byHarbour(700_000, 900_000, { unit: 'VND' }) } } },
  text_blank: { bad: titled({ vi: 'Thuyền', en: ' ' }), at: 'title', good: titled({ vi: 'Thuyền', en: 'Boats' }) },
  text_same: { bad: titled({ vi: 'Quy định thuyền', en: 'Quy định thuyền' }), at: 'title', good: titled({ vi: 'Quy định thuyền', en: 'Rules of boats' }) },
  text_without_accents: { bad: titled({ vi: 'Quy dinh ve thuyen', en: 'Rules of boats' }), at: 'title', good: titled({ vi: 'Quy định về thuyền', en: 'Rules of boats' }) },
  'case-name-unknown': { bad: cased({ harbour_fee: 3 }), at: 'cases/1/expect/harbour_fee', good: cased({ non_swimmers: 3 }) },
  case_expects_nothing: { bad: cased({}), at: 'cases/1', good: cased({ licence: 'granted' }) },
  case_value: { bad: cased({ licence: 'given' }), at: 'cases/1/expect/licence', good: cased({ licence: 'undetermined' }) },
  case_assume_unknown: { bad: cased({ licence: 'granted' }, { assume: { 'boats.captain_count': 1 } }), at: 'cases/1/assume/boats.captain_count', good: cased({ licence: 'granted' }, { assume: { 'boats.captains': 1 } }) },
  case_outside_period: { bad: { options: { period: { valid_from: '2026-07-01' } } }, at: 'cases/0', good: { options: { period: { valid_from: '2026-06-01', valid_to: '2026-06-01' } } } },
  outcome_without_case: { bad: { release: { cases: [] } }, at: 'logic/3', good: {} },
  number_in_rule: {
    bad: { logic: [rules(compare('age', 'lessThan', 1))].map((piece) => ({ ...piece, of: 'members' as const })) }, at: 'logic/4/rules/0/conditions/value',
    good: { logic: [rules(compare('captains', 'lessThan', 1)), fact('yearly', { multiply: [{ parameter: 'dearest' }, 12] }, { unit: 'VND/year', citation })] },
  },
  rows_without_codes: {
    bad: { release: { reports: [report('length')] } }, at: 'reports/0/rows/0/fact',
    good: { release: { reports: [report('home_port')] } },
  },
  nothing_chosen: { bad: { release: { reports: [report('')] } }, at: 'reports/0/rows/0/fact', good: { release: { reports: [report('home_port')] } } },
  column_gone: { bad: { release: { reports: [twice('how_few')] } }, at: 'reports/0/columns/1/formula/multiply/0', good: { release: { reports: [twice('how_many')] } } },
  columns_alike: { bad: { release: { reports: [alike('how many')] } }, at: 'reports/0/columns/1/columns/1', good: { release: { reports: [alike('how few')] } } },
  no_number: { bad: { release: { reports: [summed('home_port')] } }, at: 'reports/0/columns/1/measure/value', good: { release: { reports: [summed('length')] } } },
} as const satisfies Readonly<Record<string, Sample>>
