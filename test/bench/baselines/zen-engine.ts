import { ZenEngine } from '@gorules/zen-engine'
import type { CoreOperatorName } from '@tieuchi/runtime'
import { dayNumber } from '../workload/typed-household.ts'
import type { Workload } from '../workload/workload.ts'
import type { Judge } from './contestant.ts'
import type { Dialect } from './dialect.ts'
import { indicatorBit, type IndicatorName } from './judgement.ts'
import { Translator, type TranslatedTable, type Translation } from './translate.ts'

const symbols = { equal: '==', notEqual: '!=', lessThan: '<', lessThanInclusive: '<=', greaterThan: '>', greaterThanInclusive: '>=' } as const

const compared = (operator: CoreOperatorName, left: string, right: readonly string[]): string => {
  if (operator === 'in') return `${left} in [${right.join(', ')}]`
  if (operator === 'notIn') return `${left} not in [${right.join(', ')}]`
  if (operator === 'contains') return `contains(${left}, ${right.join()})`
  if (operator === 'between') return `${left} in [${right.join('..')}]`
  if (operator === 'isKnown') throw new Error('Answers are complete')
  return `${left} ${symbols[operator]} ${right.join()}`
}

/** The ZEN expression language. */
const dialect = (day: number): Dialect<string> => ({
  literal: (value) => JSON.stringify(value),
  household: (name) => name,
  member: (name) => `#.${name}`,
  age: () => `floor((${day} - #.birth_day) / 10000)`,
  compare: compared,
  all: (parts) => `(${parts.join(' and ')})`,
  any: (parts) => `(${parts.join(' or ')})`,
  not: (part) => `not (${part})`,
  choose: (condition, then, otherwise) => `(${condition} ? ${then} : ${otherwise})`,
  add: (parts) => `(${parts.join(' + ')})`,
  multiply: (parts) => `(${parts.join(' * ')})`,
  divide: (dividend, divisor) => `(${dividend} / ${divisor})`,
  count: (where) => (where === undefined ? 'len(members)' : `count(members, ${where})`),
  sum: (value, where) => `sum(map(${where === undefined ? 'members' : `filter(members, ${where})`}, ${value}))`,
  greatest: (value) => `max(map(members, ${value}))`,
})

interface Node {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly position: { readonly x: number; readonly y: number }
  readonly content?: object
}

const node = (id: string, type: string, content?: object): Node => ({ id, name: id, type, position: { x: 0, y: 0 }, ...(content && { content }) })

const expressions = (id: string, list: readonly (readonly [key: string, value: string])[]): Node =>
  node(id, 'expressionNode', { passThrough: true, expressions: list.map(([key, value], index) => ({ id: `${id}${index}`, key, value })) })

interface TableOptions {
  readonly hitPolicy: 'first' | 'collect'
  readonly passThrough: boolean
  /** Where the hits are put. */
  readonly outputPath?: string
}

/** A decision table with a column for each input; in its cells `$` is the value of the column. */
const table = (id: string, { inputs, rows }: TranslatedTable<string>, output: string, options: TableOptions): Node =>
  node(id, 'decisionTableNode', {
    ...options,
    inputs: inputs.map((field, column) => ({ id: `i${column}`, name: field, field })),
    outputs: [{ id: 'o', name: output, field: output }],
    rules: rows.map(({ cells, output: value }, index) => ({
      _id: `${id}${index}`,
      ...Object.fromEntries(cells.map((cell, column) => [`i${column}`, cell ? compared(cell.operator, '$', cell.right) : ''])),
      o: value,
    })),
  })

/** Expressions of one node do not see each other, so facts that read facts have a node of their own. */
const readsAnother = (facts: Translation<string>['facts']) => ([, value]: readonly [string, string]): boolean => facts.some(([name]) => new RegExp(`\\b${name}\\b`).test(value))

const decisionGraph = ({ facts, indicators, sheet, classes }: Translation<string>, pointsPerIndicator: number): object => {
  const isDerived = readsAnother(facts)
  const nodes = [
    node('request', 'inputNode'),
    expressions('facts', facts.filter((fact) => !isDerived(fact))),
    expressions('derived', facts.filter(isDerived)),
    expressions('indicators', indicators.map(([name, holds]) => [`is_${name}`, holds] as const)),
    expressions('counts', [
      ['deprivation_count', indicators.map(([name]) => `(is_${name} ? 1 : 0)`).join(' + ')],
      ['indicators', indicators.map(([name]) => `(is_${name} ? ${indicatorBit(name as IndicatorName)} : 0)`).join(' + ')],
      ['points_b', `$.deprivation_count * ${pointsPerIndicator}`],
    ]),
    table('sheet', sheet, 'points', { hitPolicy: 'collect', passThrough: true, outputPath: 'hits' }),
    expressions('total', [['points_a', 'sum(map(hits, #.points))']]),
    table('classes', classes, 'class', { hitPolicy: 'first', passThrough: true }),
    node('response', 'outputNode'),
  ]
  return { nodes, edges: nodes.slice(1).map(({ id }, index) => ({ id: `edge${index}`, type: 'edge', sourceId: nodes[index]?.id, targetId: id })) }
}

/** The same rules as a decision graph of `@gorules/zen-engine`, read once and evaluated for one household after the other. */
export const zenJudge = (workload: Workload): Judge => {
  const translation = new Translator(workload, dialect(dayNumber(workload.moment.facts_at))).translate()
  const decision = new ZenEngine().createDecision(decisionGraph(translation, Number(workload.release.parameters['points_per_indicator']?.value)))
  return async (household) => {
    const { result } = await decision.evaluate(household)
    return { class: result.class, indicators: result.indicators, deprivation_count: result.deprivation_count, points_a: result.points_a }
  }
}
