import type { Assembly, CaseDocument, Condition, EvaluationResult, HistoryEntry, HouseholdInput, Leaf, MemberAnswers, SingleOperand } from '@tieuchi/runtime'
import { at } from './fixture.ts'

/** Everything a household with complete answers is, for a recount that shares nothing with the interpreter but results of facts. */
export interface Facts {
  readonly read: (name: string) => unknown
}

type Given = Required<Pick<HouseholdInput, 'household' | 'members' | 'unit' | 'history'>>

const notApplicable = Symbol('not applicable')

const completedYears = (birth: string): number => Number(at.facts_at.slice(0, 4)) - Number(birth.slice(0, 4)) - (birth.slice(5) > at.facts_at.slice(5) ? 1 : 0)

export const householdFacts = ({ facts }: EvaluationResult, { household, unit }: Given): Facts => ({
  read: (name) => {
    if (name === 'rent' && household['leased'] !== true) return notApplicable
    const fact = facts.find(({ id }) => id === name)
    if (fact) return fact.not_applicable ? notApplicable : fact.value
    return household[name] ?? unit[name]
  },
})

export const memberFacts = (facts: Facts, member: MemberAnswers): Facts => ({
  read: (name) => (name === 'age' ? completedYears(String(member['born_on'])) : (member[name] ?? facts.read(name))),
})

/** An earlier decision; one without an end lasts for ever. */
export const entryFacts = (facts: Facts, { value, from, to = '9999-12-31', decided_on: decided }: HistoryEntry): Facts => {
  const own: Readonly<Record<string, unknown>> = { value, from, to, decided_on: decided }
  return { read: (name) => (Object.hasOwn(own, name) ? own[name] : facts.read(name)) }
}

const near = 1e-9

const isSame = (a: unknown, b: unknown): boolean => (typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) < near : a === b)

const operandValue = ({ parameters }: Assembly['release'], operand: SingleOperand, { read }: Facts): unknown => {
  if (typeof operand !== 'object') return operand
  if ('fact' in operand) return read(operand.fact)
  const { value, by, values } = parameters[operand.parameter] ?? {}
  return value ?? values?.[String(read(by ?? ''))]
}

const leafTruth = (release: Assembly['release'], leaf: Leaf, facts: Facts): boolean => {
  if (!('fact' in leaf)) throw new Error('The fixture compares facts only')
  const left = facts.read(leaf.fact)
  const right = [leaf.value].flat().map((operand) => operandValue(release, operand as SingleOperand, facts))
  if (left === notApplicable || right.includes(notApplicable)) return false
  const [a, b] = [left as number, right[0] as number]
  const truths: Partial<Record<Leaf['operator'], boolean>> = {
    equal: isSame(left, right[0]),
    notEqual: !isSame(left, right[0]),
    in: right.some((each) => isSame(left, each)),
    notIn: !right.some((each) => isSame(left, each)),
    lessThan: a < b && !isSame(a, b),
    lessThanInclusive: a < b || isSame(a, b),
    greaterThan: a > b && !isSame(a, b),
    greaterThanInclusive: a > b || isSame(a, b),
    between: a >= b && a <= (right[1] as number),
    contains: Array.isArray(left) && left.includes(right[0]),
  }
  const truth = truths[leaf.operator]
  if (truth === undefined) throw new Error(`${leaf.operator} is not recounted`)
  return truth
}

type Visit = (path: string, truth: boolean, leaf: Leaf | undefined) => void

/** The truth of a condition of complete answers, telling every node with its place. */
export const recount = (release: Assembly['release'], condition: Condition, facts: Facts, path: string, visit: Visit): boolean => {
  const below = (child: Condition, index: number) => recount(release, child, facts, `${path}/${index}`, visit)
  if ('operator' in condition) {
    const truth = leafTruth(release, condition, facts)
    visit(path, truth, condition)
    return truth
  }
  if ('condition' in condition) throw new Error('The fixture names no condition')
  const children = 'all' in condition ? condition.all.map(below) : 'any' in condition ? condition.any.map(below) : [!below(condition.not, 0)]
  const truth = 'any' in condition ? children.includes(true) : !children.includes(false)
  visit(path, truth, undefined)
  return truth
}

/** Where a number of a leaf lies from a number or parameter it is compared with, by a step. */
export const recountPosition = (release: Assembly['release'], { fact, value }: { readonly fact: string; readonly value: SingleOperand }, facts: Facts, step: number): 'below' | 'at' | 'above' | undefined => {
  const [left, right] = [facts.read(fact), operandValue(release, value, facts)]
  if (typeof left !== 'number' || typeof right !== 'number') return undefined
  const distance = left - right
  if (Math.abs(distance) < near) return 'at'
  return Math.abs(Math.abs(distance) - step) < near ? (distance < 0 ? 'below' : 'above') : undefined
}

export const caseOf = (given: Given, index: number): Omit<CaseDocument, 'expect'> & { readonly given: Given } =>
  ({ id: `case${index}`, title: { vi: 'ca', en: 'case' }, moment: at, given })
