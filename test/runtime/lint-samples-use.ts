import type { Expression, LogicPiece, Release } from '@tieuchi/runtime'
import { compare, fact, parameter, row, rules, say, section, soundCommon, soundRelease, table, type Change, type Sample } from './lint-fixture.ts'

const limit = { limit: parameter(3, { unit: 'metres' }) }

const asked = (field: string, purpose?: object): Change => {
  const { properties } = soundCommon.dictionary
  const schema = properties.household.properties[field]
  if (!schema) throw new Error(`The household has no ${field}`)
  const household = { ...properties.household, properties: { ...properties.household.properties, [field]: { ...schema, ...purpose } } }
  return { form: { sections: [section({ kind: 'field', field })] }, common: { dictionary: { ...soundCommon.dictionary, properties: { ...properties, household } } } }
}

const twoColumns = table({ outputs: ['berth', 'pier'], rows: [row([null], ['inner', 'outer'])] })

const crews = (logic: readonly LogicPiece[] = []): Readonly<Record<string, Release>> => ({
  crews: {
    ...soundRelease, programme: 'crews', forms: [], cases: [], parameters: { hands: parameter(3) },
    logic: [{ kind: 'outcome', id: 'rating', title: say('rating'), from: 'home_port', list: 'port' }, ...logic],
  },
})

const reading = (value: Expression, more: Change = {}): Change => ({ logic: [fact('foreign', value)], others: crews(), ...more })

/** Codes of what nothing reads, what nobody asks, and what is read of other programmes. */
export const useSamples = {
  unused_parameter: { bad: { parameters: limit }, at: 'parameters/limit', good: { parameters: limit, logic: [rules(compare('length', 'lessThan', { parameter: 'limit' }))] } },
  unused_fact: {
    bad: { logic: [fact('half', { fact: 'length' }), fact('quarter', { fact: 'half' })] }, at: 'logic/4',
    good: { logic: [fact('half', { fact: 'length' }), rules(compare('half', 'greaterThan', 0))] },
  },
  unused_condition: {
    bad: { logic: [{ kind: 'condition', id: 'ready', title: say('ready'), conditions: compare('spare', 'equal', true) }] }, at: 'logic/4',
    good: { logic: [{ kind: 'condition', id: 'ready', title: say('ready'), conditions: compare('spare', 'equal', true) }, rules({ condition: 'ready' })] },
  },
  unused_table: { bad: { logic: [table({})] }, at: 'logic/4', good: { logic: [table({}), rules(compare('berths', 'equal', 'inner'))] } },
  unused_output: {
    bad: { logic: [twoColumns, fact('place', { fact: 'berths', output: 'berth' }), rules(compare('place', 'equal', 'inner'))] }, at: 'logic/4/outputs/1',
    good: { logic: [twoColumns, fact('place', { fact: 'berths', output: 'berth' }), rules(compare('place', 'equal', 'inner'), { ...compare('berths', 'equal', 'outer'), output: 'pier' } as ReturnType<typeof compare>)] },
  },
  unused_field: { bad: asked('spare'), at: 'forms/1/sections/0/items/0', good: asked('spare', { 'x-purpose': say('reports') }) },
  field_not_asked: { bad: { logic: [rules(compare('spare', 'equal', true))] }, at: 'logic/4/rules/0/conditions/fact', good: { logic: [rules(compare('spare', 'equal', true))], ...asked('spare') } },
  unknown_programme: { bad: reading({ fact: 'ships.rating' }), at: 'logic/4/value', good: reading({ fact: 'crews.rating' }) },
  unknown_programme_outcome: { bad: reading({ fact: 'crews.rank' }), at: 'logic/4/value', good: reading({ fact: 'crews.rating' }) },
  unknown_programme_parameter: { bad: reading({ parameter: 'crews.feet' }), at: 'logic/4/value', good: reading({ parameter: 'crews.hands' }) },
  undeclared_dependency: { bad: reading({ fact: 'crews.rating' }, { options: { depends_on: [] } }), at: 'logic/4/value', good: reading({ fact: 'crews.rating' }, { options: { depends_on: ['crews'] } }) },
  programme_cycle: {
    bad: reading({ fact: 'crews.rating', as: 'computed' }, { others: crews([fact('home', { fact: 'boats.licence', as: 'computed' })]) }), at: 'logic/4/value',
    good: reading({ fact: 'crews.rating', as: 'computed' }, { others: crews([fact('home', { fact: 'boats.licence' })]) }),
  },
} as const satisfies Readonly<Record<string, Sample>>
