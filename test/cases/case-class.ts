import { describeUnit, type Answers, type Assumptions, type Evaluation, type HouseholdInput, type MemberAnswers } from '@tieuchi/runtime'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CasePlace, CaseProduct } from './case-product.ts'
import { findCalled } from './case-unit.ts'

/** Where and when the class of a household is asked for. */
export interface ClassQuestion extends CasePlace {
  readonly law_at: string
  readonly at: string
  readonly inputs: Readonly<Record<string, unknown>>
  readonly members?: readonly MemberAnswers[]
}

/** Judges the class of a household of which income or points, area and deprivations are given. */
export function judgeClass(product: CaseProduct, { law_at: lawAt, at, inputs, members, ...place }: ClassQuestion): Promise<Evaluation> {
  const keys = new CaseKeys(inputs, 'inputs')
  const scoreB = keys.has('score_B')
  const income = keys.takeNumber('income_per_capita_month_vnd')
  const pointsA = keys.takeNumber('score_A')
  const pointsB = keys.takeNumber('score_B')
  const deprived = keys.take('deprived_indicators') === null ? null : keys.takeTexts('deprived_indicators')
  const unknown = keys.takeTexts('unknown_indicators') ?? caseDefaults.unknownIndicators
  const unit = unitAttributes(product, keys, at)
  keys.takeTruth('national_classification_also')
  keys.finish()
  const known = deprived === undefined && !scoreB ? caseDefaults.deprivedIndicators : deprived
  const assume: Assumptions = {
    ...(known ? judgedIndicators(product, lawAt, known, unknown) : {}),
    ...(pointsB === null || pointsB === undefined ? {} : { [`${product.programme}.points_b`]: pointsB }),
  }
  const input: HouseholdInput = { household: incomeAnswers(income, pointsA), unit, ...(members && { members }) }
  return product.ask({ moment: { law_at: lawAt, facts_at: at, unit_at: at }, input, assume }, product.programme, place)
}

function incomeAnswers(income: number | null | undefined, points: number | null | undefined): Answers {
  if (typeof income === 'number') return { income_method: 'survey', income_per_person: income, ...(typeof points === 'number' && { income_points: points }) }
  if (typeof points === 'number') return { income_method: 'score', income_points: points }
  return points === null && income === undefined ? { income_method: 'score' } : { income_method: 'survey' }
}

function unitAttributes(product: CaseProduct, keys: CaseKeys, at: string): Answers {
  const area = keys.takeText('area', 'area_type')
  const called = keys.takeText('unit', 'unit_code', 'code')
  const unit = typeof called === 'string' ? findCalled(product.packs.units, called, at) : undefined
  const described = unit && describeUnit(product.packs.units, unit, at)
  if (typeof called === 'string' && !described) throw new CaseProblem(`no unit is called “${called}” or has that code on ${at}`)
  return { ...described?.attributes, ...(typeof area === 'string' && { area_type: area }) }
}

/** Stand for any indicator of the older list. */
const placeholder = /^old_[a-z]$/

/** Every indicator of the day's rules assumed deprived or not; unknown ones are left to be asked. */
function judgedIndicators(product: CaseProduct, at: string, deprived: readonly string[], unknown: readonly string[]): Assumptions {
  const ids = product.indicators(at)
  const [both] = deprived.filter((id) => unknown.includes(id))
  if (both !== undefined) throw new CaseProblem(`“${both}” is both deprived and unknown`)
  const named = placed(product, ids, [...deprived, ...unknown])
  const unknownIds = new Set(unknown.map((id) => named.get(id)))
  const deprivedIds = new Set(deprived.map((id) => named.get(id)))
  return Object.fromEntries(ids.filter((id) => !unknownIds.has(id)).map((id) => [`${product.programme}.deprivations.${id}`, deprivedIds.has(id)]))
}

/** Each name with the indicator it means; placeholders take those not named. An indicator of another day's rules does not count. */
function placed(product: CaseProduct, ids: readonly string[], names: readonly string[]): ReadonlyMap<string, string> {
  const ever = product.indicatorsEver()
  const free = ids.filter((id) => !names.includes(id))[Symbol.iterator]()
  return new Map(names.flatMap((name): (readonly [string, string])[] => {
    if (ids.includes(name)) return [[name, name]]
    if (ever.has(name)) return []
    const { value } = placeholder.test(name) && isOlderList(ids) ? free.next() : { value: undefined }
    if (value === undefined) throw new CaseProblem(`“${name}” is no indicator of these rules (${ids.join(', ')})`)
    return [[name, value]]
  }))
}

/** The list without the dimension of employment, in use before it came. */
const isOlderList = (ids: readonly string[]): boolean => !ids.includes('employment')
