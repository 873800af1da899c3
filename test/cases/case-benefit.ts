import type { Answer, Answers, Assumptions, EntitlementResult, Evaluation, FieldSchema, HistoryEntry, MemberAnswers } from '@tieuchi/runtime'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys, isObject } from './case-keys.ts'
import { birthDate } from './case-person.ts'
import { CaseProblem } from './case-problem.ts'
import type { CaseProduct, CasePlace } from './case-product.ts'

/** What is said of one person and of where and how the household lives; the rest is silent. */
export interface BenefitFacts {
  readonly household?: Answers
  /** Answers given as unknown are named here, so that silence does not speak for them. */
  readonly unknown?: readonly string[]
  readonly member?: Answers
  readonly unit?: Answers
  readonly assume?: Assumptions
  /** Earlier decisions, where a case tells them; none means never. */
  readonly history?: readonly HistoryEntry[]
}

/** Whose rules judge, and when and where. */
export interface BenefitQuestion extends CasePlace {
  readonly programme: string
  readonly at: string
}

/** The one person of a case of a benefit. */
export const person = 'person'

/** Puts a household of one person to a programme of benefits. What a case does not say is as `caseDefaults` has it. */
export function askBenefit(product: CaseProduct, { programme, at, ...place }: BenefitQuestion, { household = {}, member = {}, unit = {}, unknown = [], assume = {}, history }: BenefitFacts): Promise<Evaluation> {
  const { properties } = product.packs.common.dictionary
  const silent = (fields: Readonly<Record<string, FieldSchema>>) => silentAnswers(fields, unknown)
  const members: readonly MemberAnswers[] = [{ ...silent(properties.members.items.properties), ...member, id: person }]
  return product.ask({
    moment: { law_at: at, facts_at: at, unit_at: at },
    input: { household: { ...silent(properties.household.properties), ...household }, members, unit: { ...silent(properties.unit.properties), ...unit }, ...(history && { history }) },
    assume,
  }, programme, place)
}

/** What silence says of a household, a person or a place, but for the fields named as unknown. */
export const silentAnswers = (fields: Readonly<Record<string, FieldSchema>>, unknown: readonly string[] = []): Answers =>
  Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => (unknown.includes(name) ? [] : silentAnswer(name, field))))

/** A truth nobody told is false, of a list nothing said means none; anything else stays unknown, unless it has a default. */
function silentAnswer(name: string, { type, 'x-list': list }: FieldSchema): readonly (readonly [string, Answer])[] {
  const { answers, withNone } = caseDefaults.benefit
  const answer = answers[name]
  if (answer !== undefined) return [[name, answer]]
  if (type === 'boolean') return [[name, false]]
  if (list === undefined || !withNone.includes(list)) return []
  return [[name, type === 'array' ? [] : caseDefaults.benefit.none]]
}

/** The recorded status a case names; `null` is unknown, so nothing is assumed and nothing recorded. */
export function statusAssumptions(keys: CaseKeys): Assumptions {
  const named = keys.takeText('class', 'classification', 'household_class')
  if (named === null) return {}
  const status = caseDefaults.benefit.statuses[named ?? caseDefaults.benefit.none]
  if (!status) throw new CaseProblem(`class is “${named}”; expected one of ${Object.keys(caseDefaults.benefit.statuses).join(', ')} or null`)
  return status
}

const described = (value: unknown): Readonly<Record<string, unknown>> => {
  if (value === undefined || isObject(value)) return value ?? {}
  throw new CaseProblem(`person is ${JSON.stringify(value)}; expected an object`)
}

/** The recorded status a case names, and the keys of the person it describes; it says nothing else. */
export function statusAndPerson(inputs: Readonly<Record<string, unknown>>): { readonly assume: Assumptions; readonly keys: CaseKeys } {
  const keys = new CaseKeys(inputs, 'inputs')
  const assume = statusAssumptions(keys)
  const about = described(keys.take('person'))
  keys.finish()
  return { assume, keys: new CaseKeys(about, person) }
}

/** The keys of a case whose person may be described apart or beside the class. */
export const keysWithPerson = ({ person: about, ...rest }: Readonly<Record<string, unknown>>): CaseKeys => new CaseKeys({ ...rest, ...described(about) }, 'inputs')

/** The age of a person on the day; without one it is the default, `null` is unknown. */
export function ageAnswers(keys: CaseKeys, at: string): Answers {
  const age = keys.takeNumber('age', 'age_years')
  const born = keys.takeText('birth_date')
  if (typeof born === 'string') return { birth_date: born }
  if (age === null || born === null) return {}
  return { birth_date: birthDate(age ?? caseDefaults.benefit.age, at) }
}

/** What an entitlement came to for the person, or for the household. */
export function entitlementOf({ result }: Evaluation, id: string): EntitlementResult {
  const found = result.entitlements.find((each) => each.id === id)
  if (!found) throw new CaseProblem(`the programme has no entitlement “${id}” (${[...new Set(result.entitlements.map((each) => each.id))].join(', ')})`)
  return found
}

/** Whether it is granted; unknown where that is not decided. */
export const isGranted = ({ state }: EntitlementResult): boolean | undefined => (state === 'undetermined' ? undefined : state === 'granted')

/** Its amount or level: nothing where refused, unknown where undetermined or not told by the law. */
export const numberOf = (entitlement: EntitlementResult, part: 'amount' | 'level'): number | undefined => {
  const value = entitlement[part]
  if (entitlement.state === 'refused') return 0
  return entitlement.state === 'granted' && typeof value === 'number' ? value : undefined
}
