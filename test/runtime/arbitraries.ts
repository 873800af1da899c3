import { addDays, type Condition, type Expression, type HistoryEntry, type HouseholdInput, type LogicPiece, type MemberAnswers } from '@tieuchi/runtime'
import fc from 'fast-check'
import { leaf, text } from './fixture.ts'

const number = fc.integer({ min: 0, max: 9 })
const order = fc.constantFrom('lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'equal', 'notEqual' as const)

const householdLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.tuple(fc.constantFrom('hull_sound', 'engine_sound', 'leased'), fc.constantFrom('equal', 'notEqual' as const), fc.boolean()).map(([fact, operator, value]) => leaf(fact, operator, value)),
  fc.tuple(fc.constantFrom('length', 'cargo', 'rent', 'crew_count', 'voyage_sum', 'score', 'past'), order, fc.oneof(number, fc.constantFrom({ fact: 'cargo' }, { parameter: 'limit' }, { parameter: 'by_harbour' }))).map(([fact, operator, value]) => leaf(fact, operator, value)),
  fc.tuple(fc.constantFrom('contains' as const), fc.constantFrom('net', 'lamp')).map(([operator, value]) => leaf('gear', operator, value)),
  fc.tuple(fc.constantFrom('in', 'notIn' as const), fc.subarray([1, 2, 3, 5], { minLength: 1 })).map(([operator, value]) => leaf('cargo', operator, value)),
  fc.tuple(number, number).map(([from, to]) => leaf('length', 'between', [from, to])),
  fc.constantFrom('built_on').map((fact) => leaf(fact, 'lessThan', '2020-06-15')),
)

const memberLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.boolean().map((value) => leaf('swims', 'equal', value)),
  fc.tuple(order, number).map(([operator, value]) => leaf('voyages', operator, value)),
  fc.tuple(fc.constantFrom('lessThan', 'greaterThanInclusive' as const), fc.integer({ min: 4, max: 8 })).map(([operator, value]) => leaf('age', operator, value)),
  fc.tuple(order, number).map(([operator, value]) => leaf('cargo', operator, value)),
)

const tree = (leaves: fc.Arbitrary<Condition>): fc.Arbitrary<Condition> =>
  fc.letrec<{ node: Condition }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      leaves,
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
      fc.array(tie('node'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
      tie('node').map((not) => ({ not })),
    ),
  })).node

export const householdCondition = tree(householdLeaf)

const aggregate: fc.Arbitrary<Expression> = tree(memberLeaf).chain((where) => fc.constantFrom<Expression>(
  { count: 'members', where },
  { sum: 'members', value: { fact: 'voyages' }, where },
  { min: 'members', value: { fact: 'voyages' }, where },
  { max: 'members', value: { fact: 'age' }, where },
  { multiply: [{ share: 'members', where }, 6] },
  { share: 'members', where: leaf('swims', 'equal', true), among: where },
))

const entryLeaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom('north', 'south').map((value) => leaf('value', 'equal', value)),
  fc.tuple(fc.constantFrom('from', 'to'), fc.constantFrom('lessThan', 'greaterThanInclusive' as const), fc.constantFrom('2023-01-01', '2024-01-01', '2025-07-01')).map(([fact, operator, value]) => leaf(fact, operator, value)),
  fc.boolean().map((value) => leaf('hull_sound', 'equal', value)),
)

const berths = { outcome: 'harbours.berth' } as const

/** A number taken of earlier decisions. */
const past: fc.Arbitrary<Expression> = tree(entryLeaf).chain((where) => fc.constantFrom<Expression>(
  { count: 'history', ...berths, where },
  { max: 'history', ...berths, value: { monthsBetween: [{ fact: 'from' }, { moment: 'facts_at' }] }, where },
  { sum: 'history', ...berths, value: { fact: 'cargo' }, where },
  { multiply: [{ share: 'history', ...berths, where }, 6] },
  { share: 'history', ...berths, where: leaf('value', 'equal', 'north'), among: where },
  { last: 'history', ...berths, value: { ageInYears: [{ fact: 'from' }, { moment: 'facts_at' }] }, where },
  { if: { id: 'anyyyyyyyy', fact: 'was_north', operator: 'equal', value: true }, then: 5, else: { count: 'history', ...berths } },
))

const arithmetic: fc.Arbitrary<Expression> = fc.tuple(fc.constantFrom<Expression>({ fact: 'cargo' }, { fact: 'length' }, { fact: 'rent' }, { parameter: 'by_harbour' }), number).chain(([operand, constant]) =>
  fc.constantFrom<Expression>(
    { add: [operand, { fact: 'crew_count' }] },
    { subtract: [operand, constant] },
    { divide: [constant, operand] },
    { max: [operand, constant] },
    { min: [operand, { fact: 'cargo' }] },
    { if: leaf('engine_sound', 'equal', true), then: operand, else: constant },
    { countEvents: 'defects' },
  ))

const id = fc.stringMatching(/^[a-z2-7]{10}$/)

const cell = fc.option(fc.oneof(
  fc.tuple(order, number).map(([operator, value]) => ({ [operator]: value })),
  fc.constant({ lessThanInclusive: { parameter: 'by_harbour' } }),
), { freq: 2 })

/** Random logic over the fixture's dictionary: aggregates, arithmetic, rules and a table, ending in one outcome. */
export const randomLogic: fc.Arbitrary<readonly LogicPiece[]> = fc.record({
  crew: aggregate,
  voyages: aggregate,
  past,
  was_north: tree(entryLeaf).chain((where) => fc.constantFrom<Expression>({ any: 'history', ...berths, where }, { all: 'history', ...berths, where }, { none: 'history', ...berths, where })),
  granted: tree(householdLeaf),
  amount: arithmetic,
  score: arithmetic,
  rules: fc.array(tree(householdLeaf.filter((condition) => !('fact' in condition && condition.fact === 'score'))), { minLength: 1, maxLength: 3 }),
  hit: fc.constantFrom('first', 'sum', 'max', 'collect' as const),
  rows: fc.array(fc.tuple(id, cell, cell, cell, fc.constantFrom('north', 'south', 'both'), fc.integer({ min: -3, max: 5 })), { minLength: 1, maxLength: 5 }),
}).map(({ crew, voyages, score, past: earlier, was_north, granted, amount, rules, hit, rows }): readonly LogicPiece[] => [
  { kind: 'fact', id: 'age', of: 'members', title: text('age'), value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } },
  { kind: 'fact', id: 'crew_count', title: text('crew'), value: crew },
  { kind: 'fact', id: 'voyage_sum', title: text('voyages'), value: voyages },
  { kind: 'fact', id: 'was_north', title: text('was north'), value: was_north },
  { kind: 'fact', id: 'past', title: text('past'), value: earlier },
  { kind: 'rules', id: 'defects', title: text('defects'), rules: rules.map((conditions, index) => ({ id: `rule_${index}`, title: text('rule'), conditions, event: { type: 'defect' } })) },
  { kind: 'fact', id: 'score', title: text('score'), value: score },
  {
    kind: 'table', id: 'berths', title: text('berths'), hit, inputs: ['cargo', 'score', 'crew_count'], outputs: ['berth'],
    rows: rows.map(([rowId, a, b, c, code, points]) => ({ id: rowId, when: [a, b, c], then: [hit === 'sum' || hit === 'max' ? points : code] })),
  },
  { kind: 'outcome', id: 'berth', title: text('berth'), from: 'berths' },
  { kind: 'entitlement', id: 'subsidy', title: text('subsidy'), conditions: granted, amount, unit: 'VND', period: { every: 'once' } },
])

export const parameters = {
  limit: { title: text('limit'), unit: 'count', value: 4, certainty: 'seen' as const },
  by_harbour: { title: text('by harbour'), unit: 'count', by: 'harbour', values: { north: 2, south: 6 }, certainty: 'seen' as const },
}

const answers = {
  household: {
    hull_sound: fc.boolean(), engine_sound: fc.boolean(), leased: fc.boolean(), rent: number, cargo: number,
    length: fc.constantFrom(0, 0.5, 3, 4.25, 9), gear: fc.subarray(['net', 'lamp']), built_on: fc.constantFrom('2020-06-14', '2020-06-15', '1999-01-01'),
  },
  member: { swims: fc.boolean(), voyages: number, born_on: fc.constantFrom('2020-02-29', '2019-06-01', '2021-12-31', '2022-05-31', '2020-06-02') },
  unit: { harbour: fc.constantFrom('north', 'south') },
}

const entry: fc.Arbitrary<HistoryEntry> = fc.record({
  programme: fc.constant('harbours'),
  outcome: fc.constant('berth'),
  layer: fc.constantFrom('national' as const, 'local'),
  value: fc.constantFrom('north', 'south', 'both'),
  from: fc.constantFrom('2021-03-01', '2022-11-15', '2024-02-01', '2026-01-01', '2027-01-01'),
  length: fc.option(fc.integer({ min: 1, max: 900 })),
}).map(({ length, ...each }) => ({ ...each, decided_on: each.from, standard: 'first', ...(length !== null && { to: addDays(each.from, length) }) }))

/** A household with every question answered. */
export const completeInput: fc.Arbitrary<Required<Pick<HouseholdInput, 'household' | 'members' | 'unit' | 'history'>>> = fc.record({
  history: fc.array(entry, { maxLength: 3 }),
  household: fc.record(answers.household),
  members: fc.array(fc.record(answers.member), { maxLength: 3 }).map((members) => members.map((member, index): MemberAnswers => ({ ...member, id: `m${index}` }))),
  unit: fc.record(answers.unit),
})
