import { describeUnit, evaluateLayers, evaluationErrorText, findUnit, formatDate, hashDocument, isEvaluationError, momentAt, placesOf, unitAnswers, type Assembly, type Evaluation, type Moment, type UnitOnDate } from '@tieuchi/runtime'
import { explainLayers } from '../decisions/decision-evaluation.ts'
import type { Packs } from '../policies/pack.ts'
import { hashOf } from '../policies/pack-layers.ts'
import { isIssue, programmesWithOutcome, resolvePackRules, type ResolvedPackRules } from '../policies/pack-rules.ts'
import type { PinnedRules } from '../policies/policy-schema.ts'
import type { DecideAnswer } from './decide-answer.ts'
import type { DecideRequest } from './decide-arguments.ts'
import { DecideError } from './decide-error.ts'
import { demandInput } from './decide-input.ts'
import { demandCommune } from './decide-unit.ts'

/** What the packs make of a household, in each layer. */
export interface LocalEvaluation {
  readonly programme: string
  readonly unit: UnitOnDate
  readonly moment: Moment
  readonly rules: ResolvedPackRules
  /** The national layer first. */
  readonly evaluations: readonly Evaluation[]
}

/** Decides by the packs, without any database. */
export async function decideLocally(packs: Packs, request: DecideRequest, value: object): Promise<DecideAnswer> {
  return answerLocally(packs, await evaluateLocally(packs, request, value))
}

/** Evaluates by the packs in force on the day asked for. */
export async function evaluateLocally(packs: Packs, request: DecideRequest, value: object): Promise<LocalEvaluation> {
  const { at, file } = request
  const programme = request.programme ?? onlyProgramme(packs)
  const unit = getUnitOrThrow(packs, request)
  const input = demandInput(packs.common, value, file)
  const rules = resolvePackRules(packs, { programme, at, unit: unit.id })
  if (isIssue(rules)) throw new DecideError(rules.message)
  const moment = momentAt(at)
  const { national, local } = await evaluateLayers(rules.assemblies, { input: { ...input, unit: unitAnswers(unit) }, moment }).catch((error: unknown) => refuseRules(rules.assemblies.national, error))
  return { programme, unit, moment, rules, evaluations: [national, ...(local ? [local] : [])] }
}

/** The decision with its explanations, as the server answers it. */
export async function answerLocally({ common }: Packs, { programme, unit, moment, rules, evaluations }: LocalEvaluation): Promise<DecideAnswer> {
  return {
    programme,
    response: {
      moment,
      rules: { common: hashDocument(common), releases: pinned(rules) },
      layers: Object.fromEntries(evaluations.map(({ result }) => [result.layer, result])),
      explanations: await explainLayers(evaluations, placesOf(unit)),
    },
    common,
    releases: rules.releases,
    overlays: Object.fromEntries(Object.entries(rules.overlays).map(([name, entries]) => [name, entries.map(({ overlay }) => overlay)])),
    unit,
  }
}

/** The rules as the server pins them. */
const pinned = ({ releases, overlays }: ResolvedPackRules): PinnedRules['releases'] =>
  Object.fromEntries(Object.entries(releases).map(([name, release]) => [name, { national: hashOf(release), ...(overlays[name] && { local: overlays[name].map(({ overlay }) => hashOf(overlay)) }) }]))

function refuseRules(assembly: Assembly, error: unknown): never {
  throw isEvaluationError(error) ? new DecideError(evaluationErrorText(assembly, error)) : error
}

function onlyProgramme(packs: Packs): string {
  const programmes = programmesWithOutcome(packs).map(({ document }) => document.id)
  const [only, ...others] = programmes
  if (only !== undefined && others.length === 0) return only
  const names = programmes.join(', ')
  throw new DecideError({ vi: `Có ${programmes.length} chương trình (${names}); hãy chọn một bằng --programme.`, en: `There are ${programmes.length} programmes (${names}); choose one by --programme.` })
}

function getUnitOrThrow({ units }: Packs, { unit: code, at }: DecideRequest): UnitOnDate {
  const unit = findUnit(units, { code, at })
  const described = unit && describeUnit(units, unit, at)
  if (described) {
    demandCommune(described, code)
    return described
  }
  const day = formatDate(at)
  throw new DecideError({ vi: `--unit: không có đơn vị mã “${code}” vào ngày ${day}; hãy kiểm tra mã và ngày.`, en: `--unit: no unit has the code “${code}” on ${day}; check code and day.` })
}
