import { compareExecution } from '../agreement/compare-execution.ts'
import type { Luck } from '../agreement/luck.ts'
import { planExecution } from '../agreement/plan-execution.ts'
import { operandTypeOf } from '../conditions/operand-place.ts'
import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Leaf, OperatorName } from '../documents/condition-document.ts'
import type { Answer, Answers, HouseholdInput, Moment } from '../documents/input-document.ts'
import type { Release } from '../documents/release-document.ts'
import { compilePlan } from '../plan/compile-plan.ts'
import { PlanDictionary } from '../plan/dictionary/plan-dictionary.ts'
import { assemble, type Assembly } from '../release/assembly.ts'
import type { ValueType } from '../values/value-type.ts'
import { rightCounts } from './kit-parts.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'
import type { OperatorTrial } from './operator-meaning.ts'
import { sampleAnswers } from './sample-values.ts'

const households = 300
const day = '2026-06-01'
const moment: Moment = { law_at: day, facts_at: day, unit_at: day }
const label = { vi: '–', en: '–' }
const schemas: Readonly<Record<ValueType, FieldSchema>> = {
  number: { type: 'number', minimum: -10, maximum: 10_000_000, 'x-label': label },
  date: { type: 'string', format: 'partial-date', 'x-label': label },
  boolean: { type: 'boolean', 'x-label': label },
  text: { type: 'string', 'x-list': 'codes', 'x-label': label },
  list: { type: 'array', items: { type: 'string' }, uniqueItems: true, 'x-list': 'codes', 'x-label': label },
}

const codes = ['a', 'b']

/** A question, and what is answered to it: codes of a list, for those are what rules tell apart. */
const answersOf = (type: ValueType): readonly Answer[] => {
  if (type === 'text') return codes
  return type === 'date' ? [...sampleAnswers.date, '2026', '2026-02'] : sampleAnswers[type]
}

/** Rules that compare a question with other questions, and with values written into the rules. */
const assemblyFor = (name: OperatorName, types: readonly ValueType[], literals: readonly Answer[]): Assembly => {
  const fields: Readonly<Record<string, FieldSchema>> = Object.fromEntries(types.map((type, index) => [`field_${index}`, schemas[type]]))
  const compare = (id: string, right: readonly unknown[]): Leaf => ({ id, fact: 'field_0', operator: name, value: right.length === 1 ? right[0] : right }) as Leaf
  const group = (properties: Readonly<Record<string, FieldSchema>>) => ({ type: 'object', properties }) as const
  const common: CommonDocument = {
    format: 1, register: { head: { field: 'field_0', value: 'a' }, name: 'field_0' }, facts: [],
    lists: [{ kind: 'list', id: 'codes', title: label, entries: codes.map((code) => ({ code, title: label })) }],
    dictionary: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { household: group(fields), members: { type: 'array', items: group({}) }, unit: group({}) } },
  }
  const rule = (id: string, conditions: Leaf) => [{ id, title: label, conditions, event: { type: 'holds' } }, { id: `not_${id}`, title: label, conditions: { not: conditions }, event: { type: 'holds' } }]
  const release: Release = {
    format: 1, programme: 'kit', scope: 'national', title: label, legal_basis: [], changelog: label, parameters: {}, forms: [], cases: [],
    logic: [{ kind: 'rules', id: 'checked', title: label, rules: [...rule('of_literals', compare('aaaaaaaaaa', literals)), ...rule('of_fields', compare('bbbbbbbbbb', types.slice(1).map((_type, index) => ({ fact: `field_${index + 1}` }))))] }],
  }
  return assemble({ programme: 'kit', layer: 'national', common, releases: { kit: release } })
}

const drawHousehold = (types: readonly ValueType[], luck: Luck): HouseholdInput => {
  const household: Answers = Object.fromEntries(types.flatMap((type, index) => (luck.chance(0.2) ? [] : [[`field_${index}`, luck.pick(answersOf(type)) ?? 'a']])))
  return { household, members: [] }
}

/** Whether the form for many households says what the operator means, for households made up at random; it must be installed. */
export const checkPlan = async ({ name, operator, luck }: OperatorTrial): Promise<readonly KitProblem[]> => {
  const found = await Promise.all(operator.accepts.map((left) => checkPlanOf({ name, operator, luck }, [left, ...Array.from({ length: rightCounts[operator.right] }, (_none, index) => operandTypeOf(operator, left, index))])))
  return found.flat()
}

const checkPlanOf = async ({ name, luck }: OperatorTrial, types: readonly ValueType[]): Promise<readonly KitProblem[]> => {
  const assembly = assemblyFor(name as OperatorName, types, types.slice(1).map((type) => luck.pick(type === 'date' ? sampleAnswers.date : answersOf(type)) ?? 'a'))
  const compiled = compilePlan(assembly, new PlanDictionary(assembly.common))
  const execution = planExecution(assembly)
  if (compiled.kind === 'none' || !execution) return [kitProblem('plan_refuses', { name, error: compiled.kind === 'none' ? compiled.reason : '' })]
  const inputs = Array.from({ length: households }, () => drawHousehold(types, luck))
  const [first] = await compareExecution(assembly, execution, inputs.map((input) => ({ input, moment })))
  if (!first) return []
  return [kitProblem('plan_differs', { name, values: JSON.stringify(inputs[first.household - 1]?.household), found: JSON.stringify(first.execution), expected: JSON.stringify(first.interpreter) })]
}
