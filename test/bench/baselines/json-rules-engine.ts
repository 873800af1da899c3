import type { Condition, CoreOperatorName, Leaf, Operand, ParameterReference, SingleOperand, TablePiece } from '@tieuchi/runtime'
import { Engine, type NestedCondition, type RuleProperties, type TopLevelCondition } from 'json-rules-engine'
import { dayNumber, type TypedHousehold } from '../workload/typed-household.ts'
import type { Workload } from '../workload/workload.ts'
import type { Judge } from './contestant.ts'
import { ofCore } from './dialect.ts'
import { handWrittenLaw } from './hand-written-law.ts'
import { indicatorBit, type IndicatorName } from './judgement.ts'
import { peopleFacts } from './people-facts.ts'

/** What the handlers of events add up during one run. */
interface Tally {
  indicators: number
  deprivations: number
  points: number
}

const isParameter = (operand: SingleOperand): operand is ParameterReference => typeof operand === 'object' && 'parameter' in operand

/** The document's conditions are nearly those of json-rules-engine: parameters become facts, `between` two comparisons. */
const conditionsOf = ({ assembly }: Workload, peopleNames: ReadonlySet<string>) => {
  const value = (operand: SingleOperand): unknown => {
    if (typeof operand !== 'object') return operand
    return isParameter(operand) ? { fact: 'law', path: `$.${operand.parameter}` } : { fact: operand.fact }
  }
  const compared = (fact: string, operator: CoreOperatorName, operand: Operand): NestedCondition => {
    const left = peopleNames.has(fact) ? { fact: 'people', path: `$.${fact}` } : { fact }
    if (operator === 'between' && Array.isArray(operand)) return { all: [compared(fact, 'greaterThanInclusive', operand[0]), compared(fact, 'lessThanInclusive', operand[1])] }
    return { ...left, operator, value: Array.isArray(operand) ? operand.map(value) : value(operand as SingleOperand) }
  }
  const nested = (condition: Condition): NestedCondition => {
    if ('all' in condition) return { all: condition.all.map(nested) }
    if ('any' in condition) return { any: condition.any.map(nested) }
    if ('not' in condition) return { not: nested(condition.not) }
    if (!('fact' in condition)) throw new Error('The workload compares facts only')
    const applies = assembly.fields.get(condition.fact)?.schema.applies
    const comparison = compared(condition.fact, ofCore(condition.operator), condition.value)
    return applies ? { all: [nested(applies), comparison] } : comparison
  }
  return (condition: Condition): TopLevelCondition => {
    const root = nested(condition)
    return 'all' in root || 'any' in root || 'not' in root ? root : { all: [root] }
  }
}

const rowConditions = ({ inputs, rows }: TablePiece): readonly Condition[] =>
  rows.map(({ id, when }) => ({ all: when.flatMap((cell, column) => Object.entries(cell ?? {}).map(([operator, value]): Leaf => ({ id, fact: String(inputs[column]), operator: operator as CoreOperatorName, value }))) }))

/** Indicators and rows of the sheet fire first; the classification reads what their events added up to. */
const rulesOf = (workload: Workload, peopleNames: ReadonlySet<string>): readonly RuleProperties[] => {
  const toConditions = conditionsOf(workload, peopleNames)
  const { logic, parameters } = workload.release
  return logic.flatMap((piece): readonly RuleProperties[] => {
    if (piece.kind === 'rules') return piece.rules.map(({ id, conditions }) => ({ name: id, priority: 10, conditions: toConditions(conditions), event: { type: 'deprived', params: { indicator: id } } }))
    if (piece.kind !== 'table') return []
    const conditions = rowConditions(piece)
    if (piece.id === 'classification') return piece.rows.map(({ then }, row) => ({ priority: 1, conditions: toConditions(conditions[row] ?? { all: [] }), event: { type: 'class', params: { name: then[0], row } } }))
    return piece.rows.map(({ id, then: [points] }, row) => {
      const parameter = typeof points === 'object' && isParameter(points) ? parameters[points.parameter] : undefined
      return { name: id, priority: 10, conditions: toConditions(conditions[row] ?? { all: [] }), event: { type: 'points', params: { ...parameter?.values } } }
    })
  })
}

/** Values of the law for the area of the household at hand. */
const lawFact = ({ release }: Workload) => (area: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(release.parameters).flatMap(([id, { value, by, values }]) => (value !== undefined ? [[id, value]] : by === 'area_type' ? [[id, values?.[area]]] : [])))

/**
 * The same rules in json-rules-engine as its documentation shows: one engine with all rules, facts computed on demand and
 * read by path, priorities and handlers of events where one rule reads what others found.
 */
export const jsonRulesJudge = (workload: Workload): Judge => {
  const day = dayNumber(workload.moment.facts_at)
  const law = handWrittenLaw(workload.release)
  const lawOf = { rural: lawFact(workload)('rural'), urban: lawFact(workload)('urban') }
  const engine = new Engine()
  for (const rule of rulesOf(workload, new Set(Object.keys(peopleFacts([], day, law))))) engine.addRule(rule)
  engine.addFact('law', async (_params, almanac) => lawOf[await almanac.factValue<'rural' | 'urban'>('area_type')])
  engine.addFact('people', async (_params, almanac) => peopleFacts(await almanac.factValue<TypedHousehold['members']>('members'), day, law))
  engine.addFact('non_durable_parts', async (_params, almanac) => {
    const parts = await Promise.all(['walls_durable', 'columns_durable', 'roof_durable'].map((name) => almanac.factValue<boolean>(name)))
    return parts.filter((durable) => !durable).length
  })
  engine.addFact('floor_area_per_person', async (_params, almanac) => (await almanac.factValue<number>('floor_area')) / (await almanac.factValue<TypedHousehold['members']>('members')).length)
  engine.addFact('deprivation_count', async (_params, almanac) => (await almanac.factValue<Tally>('tally')).deprivations)
  engine.addFact('points_b', async (_params, almanac) => (await almanac.factValue<Tally>('tally')).deprivations * law.points_per_indicator)
  engine.addFact('points_a', async (_params, almanac) => (await almanac.factValue<Tally>('tally')).points)
  engine.on<{ indicator: IndicatorName }>('deprived', async ({ indicator }, almanac) => {
    const tally = await almanac.factValue<Tally>('tally')
    tally.indicators |= indicatorBit(indicator)
    tally.deprivations += 1
  })
  engine.on<Readonly<Record<string, number>>>('points', async (points, almanac) => {
    const [tally, region] = await Promise.all([almanac.factValue<Tally>('tally'), almanac.factValue<string>('region')])
    tally.points += points[region] ?? 0
  })
  return async (household) => {
    const tally: Tally = { indicators: 0, deprivations: 0, points: 0 }
    const { events } = await engine.run({ ...household, tally })
    const [first] = events.filter(({ type }) => type === 'class').toSorted((a, b) => Number(a.params?.['row']) - Number(b.params?.['row']))
    return { class: String(first?.params?.['name']), indicators: tally.indicators, deprivation_count: tally.deprivations, points_a: tally.points }
  }
}
