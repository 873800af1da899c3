import { compareExecution } from '../agreement/compare-execution.ts'
import type { Luck } from '../agreement/luck.ts'
import { planExecution } from '../agreement/plan-execution.ts'
import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import type { Condition } from '../documents/condition-document.ts'
import { isExtensionName } from '../documents/extension-name.ts'
import type { Answers, HistoryEntry, HouseholdInput, MemberAnswers, Moment } from '../documents/input-document.ts'
import type { AggregateName, Expression, LogicPiece } from '../documents/logic-document.ts'
import type { Release } from '../documents/release-document.ts'
import { writeAggregate } from '../aggregates/aggregate-use.ts'
import { compilePlan } from '../plan/compile-plan.ts'
import { PlanDictionary } from '../plan/dictionary/plan-dictionary.ts'
import { assemble, type Assembly } from '../release/assembly.ts'
import type { AggregateTrial } from './aggregate-meaning.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'
import { sampleAnswers } from './sample-values.ts'

const households = 300
const day = '2026-06-01'
const moment: Moment = { law_at: day, facts_at: day, unit_at: day }
const label = { vi: '–', en: '–' }
const fields: Readonly<Record<string, FieldSchema>> = {
  counts: { type: 'boolean', 'x-label': label },
  taken: { type: 'number', minimum: -10, maximum: 10_000_000, 'x-label': label },
}

const numbers = sampleAnswers.number.filter((answer) => typeof answer === 'number')

const counting: Condition = { id: 'aaaaaaaaaa', fact: 'counts', operator: 'equal', value: true }
const positive: Condition = { id: 'bbbbbbbbbb', fact: 'value', operator: 'greaterThan', value: 0 }

/** The aggregate over the members and over earlier decisions, with a condition and, where it may be left out, without. */
const usesOf = ({ name, aggregate: { takes } }: AggregateTrial): readonly Expression[] => {
  if (!isExtensionName(name)) return []
  const valued = takes === 'value where?'
  const ofMembers = { over: 'members', ...(valued && { value: { fact: 'taken' } }) } as const
  const ofDecisions = { over: 'history', outcome: 'kit.decided', ...(valued && { value: { fact: 'value' } }) } as const
  const write = (parts: Parameters<typeof writeAggregate>[1]): Expression => writeAggregate(name as AggregateName, parts)
  return [write({ ...ofMembers, where: counting }), write({ ...ofDecisions, where: positive }), ...(takes === 'where' ? [] : [write(ofMembers), write(ofDecisions)])]
}

/** Rules whose results are what the aggregate comes to, and whether that is more than something. */
const assemblyFor = (trial: AggregateTrial): Assembly => {
  const group = (properties: Readonly<Record<string, FieldSchema>>) => ({ type: 'object', properties }) as const
  const common: CommonDocument = {
    format: 1, register: { head: { field: 'counts', value: 'a' }, name: 'counts' }, facts: [], lists: [],
    dictionary: { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object', properties: { household: group({}), members: { type: 'array', items: group(fields) }, unit: group({}) } },
  }
  const pieces = usesOf(trial).flatMap((value, index): readonly LogicPiece[] => [
    { kind: 'fact', id: `fact_${index}`, title: label, value },
    { kind: 'outcome', id: `result_${index}`, title: label, from: `fact_${index}` },
    ...(trial.aggregate.gives === 'number' ? [{ kind: 'rules', id: `rules_${index}`, title: label, rules: [{ id: 'more', title: label, conditions: { id: 'cccccccccc', fact: `fact_${index}`, operator: 'greaterThan', value: 1 }, event: { type: 'holds' } }] } as const] : []),
  ])
  const decided: readonly LogicPiece[] = [{ kind: 'fact', id: 'number', title: label, value: 1 }, { kind: 'outcome', id: 'decided', title: label, from: 'number' }]
  const release: Release = { format: 1, programme: 'kit', scope: 'national', title: label, legal_basis: [], changelog: label, parameters: {}, forms: [], cases: [], logic: [...decided, ...pieces] }
  return assemble({ programme: 'kit', layer: 'national', common, releases: { kit: release } })
}

const drawMember = (luck: Luck, index: number): MemberAnswers => {
  const answers: Answers = { ...(luck.chance(0.8) && { counts: luck.chance(0.7) }), ...(luck.chance(0.8) && { taken: luck.pick(numbers) ?? 0 }) }
  return { id: `m${index}`, ...answers }
}

const drawEntry = (luck: Luck, index: number): HistoryEntry => ({
  programme: 'kit', outcome: 'decided', layer: 'national', from: `202${index}-01-01`, to: `202${index}-12-31`, decided_on: `202${index}-01-01`, ...(luck.chance(0.8) && { value: luck.pick(numbers) ?? 0 }),
})

const drawHousehold = (luck: Luck): HouseholdInput => ({
  household: {},
  ...(luck.chance(0.9) && { members: Array.from({ length: luck.between(0, 5) }, (_member, index) => drawMember(luck, index)), ...(luck.chance(0.2) && { members_complete: false }) }),
  ...(luck.chance(0.9) && { history: Array.from({ length: luck.between(0, 4) }, (_entry, index) => drawEntry(luck, index)), ...(luck.chance(0.3) && { history_from: '2021-06-01' }) }),
})

/** Whether the form for many households says what the aggregate means, for households made up at random; it must be installed. */
export const checkAggregatePlan = async (trial: AggregateTrial): Promise<readonly KitProblem[]> => {
  const { name, luck } = trial
  const assembly = assemblyFor(trial)
  const refused = planRefusal(assembly)
  const execution = refused === undefined ? planExecution(assembly) : undefined
  if (!execution) return [kitProblem('plan_refuses', { name, error: refused ?? '' })]
  const inputs = Array.from({ length: households }, () => drawHousehold(luck))
  const [first] = await compareExecution(assembly, execution, inputs.map((input) => ({ input, moment })))
  if (!first) return []
  return [kitProblem('plan_differs', { name, values: JSON.stringify(inputs[first.household - 1]), found: JSON.stringify(first.execution), expected: JSON.stringify(first.interpreter) })]
}

/** Why no plan can be compiled; undefined where one can. */
const planRefusal = (assembly: Assembly): string | undefined => {
  const compiled = compilePlan(assembly, new PlanDictionary(assembly.common))
  return compiled.kind === 'none' ? compiled.reason : undefined
}
