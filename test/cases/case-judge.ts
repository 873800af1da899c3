import type { Evaluation } from '@tieuchi/runtime'
import { judgeInsurance } from './case-bhyt.ts'
import { judgeClass, type ClassQuestion } from './case-class.ts'
import { judgeCredit } from './case-credit.ts'
import { judgeMovement } from './case-dyn.ts'
import { judgeTuition } from './case-edu.ts'
import { judgeElectricity } from './case-elec.ts'
import { keysOutsideFormat, type SharedCase } from './case-file.ts'
import { judgeHousing } from './case-house.ts'
import { judgeIndicator } from './case-indicator.ts'
import { isObject, isObjects } from './case-keys.ts'
import { judgeLegalAid } from './case-legal.ts'
import { judgeWorker, worker } from './case-liw.ts'
import { placeOf } from './case-place.ts'
import { CaseProblem } from './case-problem.ts'
import { judgeSocial } from './case-social.ts'
import { lawDay, memberValueOf, reasonOf, rulesetsOf, valueOf, type CasePlace, type CaseProduct, type Rulesets } from './case-product.ts'
import { answerUnitCase } from './case-unit.ts'
import { judgeBalance } from './case-target.ts'
import { judgeVoluntaryInsurance } from './case-vsi.ts'
import { movementWords } from './case-words.ts'

/** What became of one case. */
export type Verdict =
  | { readonly state: 'passed' }
  | { readonly state: 'skipped'; readonly reason: string }
  | { readonly state: 'failed'; readonly expected: unknown; readonly got: unknown; readonly why: string }

export interface CaseContext {
  readonly product: CaseProduct
  readonly rulesets: Rulesets
}

/** Judges a case in the place its jurisdiction names. */
type Judge = (context: CaseContext & CasePlace, shared: SharedCase) => Promise<Verdict>

/** Every group of the shared format. */
const groups: Readonly<Record<string, Judge>> = {
  cls: judgeClassCase,
  score: judgeClassCase,
  multi: judgeYears,
  ind: judgeIndicatorCase,
  unit: judgeUnitCase,
  liw: judgeWorkerCase,
  dyn: judgeMovementCase,
  target: judgeTargetCase,
  bhyt: judgeBenefitBy(judgeInsurance),
  social: judgeBenefitBy(judgeSocial),
  edu: judgeBenefitBy(judgeTuition),
  credit: judgeBenefitBy(judgeCredit),
  vsi: judgeBenefitBy(judgeVoluntaryInsurance),
  legal: judgeBenefitBy(judgeLegalAid),
  elec: judgeBenefitBy(judgeElectricity),
  house: judgeBenefitBy(judgeHousing),
}

/** Puts one shared case to the product. A case the adapter cannot read fails; it is never passed over. */
export async function judgeCase(context: CaseContext, shared: SharedCase): Promise<Verdict> {
  const judge = Object.hasOwn(groups, shared.group) ? groups[shared.group] : undefined
  try {
    const [strange] = keysOutsideFormat(shared)
    if (strange !== undefined) throw new CaseProblem(`“${strange}” is not part of the format of a case`)
    if (!judge) throw new CaseProblem(`the adapter knows no group “${shared.group}” (${Object.keys(groups).join(', ')})`)
    return await judge({ ...context, ...placeOf(context.product, shared.jurisdiction) }, shared)
  } catch (error) {
    return { state: 'failed', expected: shared.expected, got: undefined, why: error instanceof Error ? error.message : String(error) }
  }
}

/** Rulesets that any case of a file names, by themselves or by year. */
export const rulesetsIn = (cases: readonly SharedCase[]): Rulesets =>
  rulesetsOf(cases.flatMap(({ ruleset, inputs }) => [ruleset, ...yearsOf(inputs).map((year) => year['ruleset'])]))

/** Reads a case of one group of benefits and tells what the product makes of a name in it. */
type BenefitJudge = (product: CaseProduct, question: CasePlace & { readonly at: string; readonly inputs: SharedCase['inputs'] }) => Promise<(name: string) => unknown>

/** Judges a case of benefits on its day, or on each of the days it lists. */
function judgeBenefitBy(judge: BenefitJudge): Judge {
  return async ({ product, rulesets: _rulesets, ...place }, shared) => {
    const { as_of_list: days, ...inputs } = shared.inputs
    if (days === undefined) {
      const told = await judge(product, { at: dateOf(shared), inputs, ...place })
      return compare(shared.expected, Object.fromEntries(Object.keys(shared.expected).map((name) => [name, told(name)])), () => Promise.resolve('benefits of the packs'))
    }
    if (!Array.isArray(days) || days.some((day) => typeof day !== 'string')) throw new CaseProblem(`as_of_list is ${JSON.stringify(days)}; expected a list of dates`)
    const told = await Promise.all(days.map((at: string) => judge(product, { at, inputs, ...place })))
    return compare(shared.expected, Object.fromEntries(Object.keys(shared.expected).map((name) => [name, told.map((each) => each(name))])), () => Promise.resolve('benefits of the packs'))
  }
}

const yearsOf = (inputs: SharedCase['inputs']) => (isObjects(inputs['by_year']) ? inputs['by_year'] : [])

const dateOf = ({ as_of: asOf }: SharedCase): string => {
  if (asOf === null || asOf === undefined) throw new CaseProblem('the case names no date (as_of)')
  return asOf
}

async function judgeClassCase(context: CaseContext & CasePlace, shared: SharedCase): Promise<Verdict> {
  const question = classQuestion(context, shared)
  const { place: _place, ...nationally } = question
  const [evaluation, national] = await Promise.all([judgeClass(context.product, question), judgeClass(context.product, nationally)])
  return compare(shared.expected, classValues(evaluation, shared.expected, national), () => reasonOf(evaluation))
}

/** What is asked of a household on the day of a case, by the rules of its place. */
function classQuestion({ product: _product, rulesets, ...place }: CaseContext & CasePlace, shared: SharedCase): ClassQuestion {
  const at = dateOf(shared)
  return { law_at: lawDay(rulesets, shared.ruleset ?? undefined, at), at, inputs: withUnknown(shared), ...place }
}

async function judgeWorkerCase(context: CaseContext & CasePlace, shared: SharedCase): Promise<Verdict> {
  const evaluation = await judgeWorker(context.product, classQuestion(context, shared))
  const { low_income_worker: expected, ...others } = shared.expected
  const values = { ...classValues(evaluation, others), ...(expected !== undefined && { low_income_worker: memberValueOf(evaluation.result, worker, 'low_income_worker') }) }
  return compare(shared.expected, values, () => reasonOf(evaluation))
}

async function judgeMovementCase(context: CaseContext & CasePlace, shared: SharedCase): Promise<Verdict> {
  const evaluation = await judgeMovement(context.product, classQuestion(context, shared))
  const expected = Object.fromEntries(Object.entries(shared.expected).map(([name, value]) => [name, name === 'movement' && typeof value === 'string' ? (movementWords[value] ?? value) : value]))
  return compare(expected, classValues(evaluation, expected), () => reasonOf(evaluation))
}

/** Of what is to be reached by a day there is nothing yet; how the figures of a year hang together is said by the report on movements. */
async function judgeTargetCase({ product, rulesets }: CaseContext, shared: SharedCase): Promise<Verdict> {
  if (!Object.hasOwn(shared.inputs, 'start')) return { state: 'skipped', reason: 'targets do not exist yet' }
  const at = dateOf(shared)
  const { value, expected } = await judgeBalance(product, { law_at: lawDay(rulesets, shared.ruleset ?? undefined, at), at, inputs: shared.inputs })
  return compare(shared.expected, { end: expected?.value ?? value }, () => Promise.resolve(expected?.title.en ?? 'the report says nothing against it'))
}

const withUnknown = ({ inputs, unknown_indicators: unknown }: SharedCase): SharedCase['inputs'] => (unknown === undefined ? inputs : { ...inputs, unknown_indicators: unknown })

const classNames = ['classification', 'class']
const nationalNames = ['national_classification', 'national_class']

/** The product's values under the names a case expects, of the rules that judge and of the national ones. A count of deprivations is of those known. */
function classValues({ result }: Evaluation, expected: SharedCase['expected'], national?: Evaluation): Readonly<Record<string, unknown>> {
  const valueUnder = (name: string): unknown => {
    if (nationalNames.includes(name)) return valueOf((national?.result ?? result), 'class')
    return classNames.includes(name) ? valueOf(result, 'class') : (lowerBound(result, name) ?? valueOrThrow(result, name))
  }
  return Object.fromEntries(Object.keys(expected).map((name) => [name, valueUnder(name)]))
}

const lowerBound = ({ facts }: Evaluation['result'], name: string): number | undefined => (name === 'deprivation_count' ? toNumber(facts.find(({ id }) => id === name)) : undefined)

const toNumber = (fact: Evaluation['result']['facts'][number] | undefined): number | undefined => {
  const value = fact?.value ?? fact?.from
  return typeof value === 'number' ? value : undefined
}

const valueOrThrow = (result: Evaluation['result'], name: string): unknown => {
  const value = valueOf(result, name)
  if (value === undefined) throw new CaseProblem(`expected has the key “${name}”, which is no outcome and no fact of the product`)
  return value
}

async function judgeIndicatorCase({ product, rulesets }: CaseContext, shared: SharedCase): Promise<Verdict> {
  const at = dateOf(shared)
  const { indicator, evaluation } = await judgeIndicator(product, { law_at: lawDay(rulesets, shared.ruleset ?? undefined, at), at, inputs: shared.inputs })
  const values = Object.keys(shared.expected).map((name) => [name, name === 'deprived' ? valueOf(evaluation.result, `deprivations.${indicator}`) : valueOrThrow(evaluation.result, name)] as const)
  const missing = evaluation.result.rules.find(({ id }) => id === indicator)?.missing.map(({ field }) => field) ?? []
  return compare(shared.expected, Object.fromEntries(values), () => Promise.resolve(`${indicator}${missing.length > 0 ? `, missing: ${missing.join(', ')}` : ''}`))
}

async function judgeUnitCase({ product }: CaseContext, shared: SharedCase): Promise<Verdict> {
  const answer = await answerUnitCase(product, shared.inputs, shared.as_of ?? undefined)
  const values = Object.keys(shared.expected).map((name) => {
    if (!Object.hasOwn(answer, name)) throw new CaseProblem(`expected has the key “${name}”, which the product does not tell of units and papers`)
    return [name, answer[name]] as const
  })
  return compare(shared.expected, Object.fromEntries(values), () => Promise.resolve('units and papers of the packs'))
}

/** One household over several years; what stands beside the years holds for each of them. */
async function judgeYears({ product, rulesets, ...place }: CaseContext & CasePlace, shared: SharedCase): Promise<Verdict> {
  const { by_year: years, ...rest } = withUnknown(shared)
  if (!isObjects(years) || years.length === 0) throw new CaseProblem(`by_year is ${JSON.stringify(years)}; expected a list of objects`)
  const evaluations = await Promise.all(years.map(async (year, index) => {
    const { as_of: at = shared.as_of, ruleset = shared.ruleset, ...own } = year
    if (typeof at !== 'string') throw new CaseProblem(`year ${index + 1} names no date (as_of)`)
    const inputs = { ...ofYear(rest, index, years.length), ...own }
    return judgeClass(product, { law_at: lawDay(rulesets, typeof ruleset === 'string' ? ruleset : undefined, at), at, inputs, ...place })
  }))
  const values = Object.keys(shared.expected).map((name) => [name, evaluations.map((evaluation, index) => yearValue(evaluation, name, shared.expected[name], index))] as const)
  return compare(shared.expected, Object.fromEntries(values), async () => (await Promise.all(evaluations.map(reasonOf))).join(' | '))
}

const yearKey = /^(.+)_by_year$/

const fullNames: Readonly<Record<string, string>> = { income: 'income_per_capita_month_vnd' }

/** Shared inputs as they are in one year: `income_by_year` gives each year its own. */
function ofYear(inputs: SharedCase['inputs'], index: number, count: number): SharedCase['inputs'] {
  const dated = Object.entries(inputs).flatMap(([key, values]) => {
    const [, name] = yearKey.exec(key) ?? []
    if (name === undefined) return []
    if (!Array.isArray(values) || values.length !== count) throw new CaseProblem(`${key} must list one value for each of ${count} years`)
    return [[fullNames[name] ?? name, values[index]] as const]
  })
  return { ...Object.fromEntries(Object.entries(inputs).filter(([key]) => !yearKey.test(key))), ...Object.fromEntries(dated) }
}

function yearValue(evaluation: Evaluation, name: string, expected: unknown, index: number): unknown {
  const [, single] = yearKey.exec(name) ?? []
  const wanted = Array.isArray(expected) ? expected[index] : undefined
  if (name === 'by_year') return isObject(wanted) ? classValues(evaluation, wanted) : valueOf(evaluation.result, 'class')
  if (single === undefined) throw new CaseProblem(`expected has the key “${name}”, which is not a list by year`)
  return classValues(evaluation, { [single]: wanted })[single]
}

const unknownWords: readonly unknown[] = [null, 'unknown', 'undetermined']

const same = (expected: unknown, got: unknown): boolean => {
  if (unknownWords.includes(expected)) return unknownWords.includes(got ?? null)
  if (Array.isArray(expected)) return Array.isArray(got) && expected.length === got.length && expected.every((each, index) => same(each, got[index]))
  if (isObject(expected)) return isObject(got) && Object.entries(expected).every(([key, value]) => same(value, got[key]))
  return expected === got
}

async function compare(expected: unknown, got: unknown, why: () => Promise<string>): Promise<Verdict> {
  return same(expected, got) ? { state: 'passed' } : { state: 'failed', expected, got, why: await why() }
}
