import { explain, memberTitle, momentAt, placesOf, type EntitlementResult, type Evaluation, type ExplanationNode, type Places } from '@tieuchi/runtime'
import { evaluatePinned } from '../decisions/decision-evaluation.ts'
import { inputOf, readKnownHouseholds, type KnownHousehold } from '../known-households/known-household.ts'
import { calendarDayOrThrow } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import { describeOnDate } from '../units/unit-service.ts'
import { findBenefits, orProblem, type BenefitRules, type UnsoundRules } from './benefit-rules.ts'
import { describeFinding, saysTheSame } from './entitlement-line.ts'
import { findNamedHousehold } from './entitlement-queries.ts'
import type { EntitlementLine, ExplanationAsked, HouseholdEntitlements, ProgrammeEntitlements } from './entitlement-schema.ts'
import { recordedOn } from './recorded-outcomes.ts'

interface Asked {
  readonly household: string
  readonly at: string
}

interface Found {
  readonly named: NonNullable<Awaited<ReturnType<typeof findNamedHousehold>>>
  readonly unit: UnitOnDate
  readonly known: KnownHousehold
  readonly benefits: readonly (BenefitRules | UnsoundRules)[]
}

async function findOrThrow(tx: Tx, book: RuleBook, { household: id, at }: Asked): Promise<Found> {
  calendarDayOrThrow(at)
  const named = await findNamedHousehold(tx, id)
  if (!named) throw new Problem('household_not_found')
  const unit = await describeOnDate(tx, named.unit_id, at)
  const known = (await readKnownHouseholds(tx, momentAt(at), [id], new Map([[unit.id, unit.attributes]]))).get(id)
  if (!known) throw new Problem('household_not_found')
  return { named, unit, known, benefits: await findBenefits(tx, book, { unit: known.unit, at }) }
}

/** What a household and its members are entitled to on a day, by the rules of that day and what was decided until then. Nothing is stored. */
export async function describeEntitlements(tx: Tx, book: RuleBook, asked: Asked): Promise<HouseholdEntitlements> {
  const { named, unit, known, benefits } = await findOrThrow(tx, book, asked)
  const sound = benefits.filter((each) => 'layers' in each)
  const [first] = sound
  const { members = [] } = known.answers
  const programmes: ProgrammeEntitlements[] = []
  for (const benefit of benefits) programmes.push(await describeProgramme(tx, book, benefit, { known, at: asked.at, places: placesOf(unit) }))
  return {
    household: { id: named.id, label: named.label, ...(named.place !== null && { place: named.place }), unit: { id: unit.id, name: unit.name } },
    at: asked.at,
    known: known.answers.household !== undefined,
    members: first ? members.map(({ id }) => ({ id, title: memberTitle(first.layers[0], members, id) })) : [],
    recorded: recordedOn(known, asked.at, sound),
    programmes,
  }
}

interface Circumstances {
  readonly known: KnownHousehold
  readonly at: string
  readonly places: Places
}

async function describeProgramme(tx: Tx, book: RuleBook, benefit: BenefitRules | UnsoundRules, circumstances: Circumstances): Promise<ProgrammeEntitlements> {
  const { programme: { id, title, in_force: release, local = [] } } = benefit
  if (!release) throw new Error(`Nothing of ${id} is in force`)
  const described = {
    programme: id, title, local: local.map(({ release: hash, title: name, valid_from: from, unit }) => ({ hash, title: name, unit: unit.name, ...(from !== undefined && { valid_from: from }) })),
    release: { hash: release.release, title: release.title, ...(release.valid_from !== undefined && { valid_from: release.valid_from }) },
  }
  if ('problem' in benefit) return { ...described, entitlements: [], problem: benefit.problem }
  const [lines] = await orProblem(benefit.programme, listLines(tx, book, benefit, circumstances).then((found) => [found]))
  return lines && 'problem' in lines ? { ...described, entitlements: [], problem: lines.problem } : { ...described, entitlements: lines ?? [] }
}

const evaluateBenefit = (tx: Tx, book: RuleBook, { programme, rules, reads }: BenefitRules, { known, at }: Pick<Circumstances, 'known' | 'at'>): Promise<Evaluation[]> =>
  evaluatePinned(tx, book, { programme: programme.id, rules, input: inputOf(known, reads), moment: momentAt(at) })

/** The entitlements of the layer that counts, each with what the national one says where that is something else. */
async function listLines(tx: Tx, book: RuleBook, benefit: BenefitRules, circumstances: Circumstances): Promise<EntitlementLine[]> {
  const evaluations = await evaluateBenefit(tx, book, benefit, circumstances)
  const [national, counting] = [evaluations[0], evaluations.at(-1)]
  if (!national || !counting) return []
  const findingIn = (evaluation: Evaluation, result: EntitlementResult) => describeFinding({ evaluation, input: circumstances.known.answers, places: circumstances.places }, result)
  const lines: EntitlementLine[] = []
  for (const result of counting.result.entitlements) {
    const finding = await findingIn(counting, result)
    const beside = counting === national ? undefined : national.result.entitlements.find(({ id, member }) => id === result.id && member === result.member)
    const other = beside && (await findingIn(national, beside))
    const { id, title, member } = result
    lines.push({ id, title, ...(member !== undefined && { member }), layer: counting.result.layer, ...finding, ...(other && !saysTheSame(other, finding) && { national: other }) })
  }
  return lines
}

/** Why an entitlement came out as it did. */
export async function explainEntitlement(tx: Tx, book: RuleBook, household: string, { at, programme, layer, entitlement, member }: ExplanationAsked): Promise<ExplanationNode> {
  const { unit, known, benefits } = await findOrThrow(tx, book, { household, at })
  const benefit = benefits.find((each) => each.programme.id === programme)
  if (!benefit || !('layers' in benefit)) throw new Problem('entitlement_not_found')
  const evaluation = (await evaluateBenefit(tx, book, benefit, { known, at })).find(({ result }) => result.layer === layer)
  const found = evaluation?.result.entitlements.some((each) => each.id === entitlement && each.member === member)
  if (!evaluation || !found) throw new Problem('entitlement_not_found')
  return explain(evaluation, entitlement, member, placesOf(unit))
}
