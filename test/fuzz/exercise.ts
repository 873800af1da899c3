import {
  analyseTable, applyChanges, applyCommonChanges, assemble, boundaryCases, canonicalJson, checkRelease, coverageOf, describeUnit, diffCommon, diffReleases, evaluate, explain, exportForm, findUnit, formSetAround, formState, generateForm, hashDocument,
  applyOverlays, assembleLayers, checkOverlays, importForm, isEvaluationError, lintRelease, momentAt, prefillAnswers, runCase, sentenceOfPiece, sentencesOfChanges, sentencesOfCommonChanges, wholeForms, whyNot,
  type Assembly, type CommonDocument, type Evaluation, type HouseholdInput, type Issue, type Overlay, type Release, type UnitDocument,
} from '@tieuchi/runtime'
import { checkInput as checkInBrowser } from '@tieuchi/runtime/validation/browser'
import { checkInput, validate, validateDocument } from '@tieuchi/runtime/validation/server'
import { mutate } from './mutate.ts'
import type { Random } from './random.ts'
import type { Subject } from './subjects.ts'

/** How far mutated documents and input came. */
export type Stage = 'schema' | 'check' | 'input' | 'refused' | 'evaluated'

const at = '2026-06-01'

/** What is wrong with how the product took a subject; thrown, so that it is told like any other failure. */
export class ContractError extends Error {}

const demand = (holds: boolean, message: string): void => {
  if (!holds) throw new ContractError(message)
}

const demandIssues = (issues: readonly Issue[]): void => {
  for (const { code, message, path } of issues) demand(code !== '' && message.vi !== '' && message.en !== '' && Array.isArray(path), `An issue says nothing: ${code}`)
}

/** Runs something that rules may make impossible; whether it was possible. */
const possible = async (run: () => unknown): Promise<boolean> => {
  try {
    await run()
    return true
  } catch (error) {
    if (isEvaluationError(error)) return false
    throw error
  }
}

const sameIssues = (a: readonly Issue[], b: readonly Issue[]): boolean => JSON.stringify(a.map((issue) => JSON.stringify(issue)).toSorted()) === JSON.stringify(b.map((issue) => JSON.stringify(issue)).toSorted())

/** Both validators' word on an input; whether it may be evaluated. */
const acceptsInput = (common: CommonDocument, input: unknown): boolean => {
  const issues = checkInput(common, input)
  demandIssues(issues)
  demand(sameIssues(issues, checkInBrowser(common, input)), `Server and browser differ on ${JSON.stringify(input).slice(0, 500)}`)
  return issues.length === 0
}

const exerciseDocuments = (assembly: Assembly, before: Subject): void => {
  const { common, release } = assembly
  for (const document of [common, release]) demand(/^[0-9a-f]{64}$/.test(hashDocument(document)), 'No hash')
  for (const id of assembly.pieces.keys()) sentenceOfPiece(assembly, id)
  for (const form of release.forms) for (const language of ['vi', 'en'] as const) canonicalJson(generateForm(formSetAround(assembly, form), language))
  const changes = diffReleases(before.release, release)
  sentencesOfChanges(changes, { before: before.release, after: release, common })
  demand(canonicalJson(applyChanges(before.release, changes)) === canonicalJson(release), 'A difference does not lead to the second release')
  const shared = diffCommon(before.common, common)
  sentencesOfCommonChanges(shared, { before: before.common, after: common })
  demand(canonicalJson(applyCommonChanges(before.common, shared)) === canonicalJson(common), 'A difference does not lead to the second dictionary')
}

/** Forms come back from other tools as they went; what was mutated in between is taken or told. */
const exerciseExchange = (assembly: Assembly, random: Random): void => {
  const tools = { newId: () => 'exchanged2', validate }
  for (const form of wholeForms(assembly.release)) {
    const exported = exportForm(assembly, form.id)
    const { form: same, notTaken } = importForm(exported, assembly, tools)
    demand(canonicalJson(same) === canonicalJson(form) && notTaken.length === 0, `The form ${form.id} does not come back as it went`)
    const { schema, uiSchema }: Partial<typeof exported> = { schema: {}, ...mutate(JSON.parse(canonicalJson(exported)), random) }
    for (const { message, path } of importForm({ schema, uiSchema }, assembly, tools).notTaken) demand(message.vi !== '' && message.en !== '' && Array.isArray(path), 'A note says nothing')
  }
}

const exerciseAnalysis = async (assembly: Assembly, random: Random): Promise<void> => {
  const { common, release } = assembly
  for (const piece of release.logic) if (piece.kind === 'table') canonicalJson(analyseTable(assembly, piece.id).findings)
  const sound = release.cases.filter(({ given }) => checkInput(common, given).length === 0)
  for (const each of sound) demandIssues((await runCase(assembly, each)).issues)
  await coverageOf(assembly, sound)
  if (random.chance(0.01)) await boundaryCases(assembly, at, sound)
}

const exerciseExplanation = async (evaluation: Evaluation, release: Release, random: Random): Promise<void> => {
  const told = release.logic.filter(({ kind }) => kind === 'outcome' || kind === 'entitlement')
  for (const { id, of } of told) {
    for (const member of of === 'members' ? Object.keys(evaluation.result.member_outcomes) : [undefined]) {
      await possible(async () => canonicalJson(await explain(evaluation, id, member)))
      if (random.chance(0.04)) await possible(async () => canonicalJson(await whyNot(evaluation, id, { by: random.pick(['facts', 'answers']), ...(member !== undefined && { member }) })))
    }
  }
}

const exerciseInput = async (assembly: Assembly, input: HouseholdInput, random: Random): Promise<Stage> => {
  for (const form of assembly.release.forms) {
    const set = formSetAround(assembly, form)
    await possible(async () => canonicalJson(await formState(set, input, momentAt(at))))
    canonicalJson(prefillAnswers(set, input))
  }
  const evaluated = await possible(async () => {
    const evaluation = await evaluate(assembly, { input, moment: momentAt(at) })
    canonicalJson(evaluation.result)
    await exerciseExplanation(evaluation, assembly.release, random)
  })
  return evaluated ? 'evaluated' : 'refused'
}

const isOverlay = (overlay: unknown): overlay is Overlay => validateDocument('overlay', overlay).length === 0

/** Overlays on a sound release: told as issues, or joined to it and evaluated. */
const exerciseOverlays = async ({ common, release, overlays, input }: Subject): Promise<void> => {
  if (!Array.isArray(overlays) || !overlays.every(isOverlay)) return
  demandIssues(applyOverlays(release, overlays).issues)
  const issues = checkOverlays(common, release, overlays)
  demandIssues(issues)
  if (issues.some(({ severity }) => severity === 'error') || overlays.length === 0 || !acceptsInput(common, input)) return
  const layers = assembleLayers({ programme: release.programme, common, releases: { [release.programme]: release }, overlays: { [release.programme]: overlays } })
  for (const assembly of [layers.national, ...(layers.local ? [layers.local] : [])]) {
    await possible(async () => {
      const evaluation = await evaluate(assembly, { input, moment: momentAt(at) })
      canonicalJson(evaluation.result)
      for (const { id } of assembly.release.logic.filter(({ kind, of }) => kind === 'outcome' && of !== 'members')) canonicalJson(await explain(evaluation, id))
    })
  }
}

const exerciseUnits = (units: readonly UnitDocument[]): void => {
  const document = { format: 1, source: '', units }
  if (validateDocument('units', document).length > 0) return
  for (const unit of units) {
    const described = describeUnit(units, unit, at)
    if (described) findUnit(units, { code: described.code, at })
  }
}

/**
 * The contract: whatever comes either is told as issues, or is hashed, compared, written in sentences, analysed,
 * evaluated and explained; nothing but the documented errors is thrown.
 */
export const exercise = async (subject: Subject, before: Subject, random: Random): Promise<Stage> => {
  const { common, release, units, input } = subject
  exerciseUnits(units)
  const form = [...validateDocument('common', common), ...validateDocument('release', release)]
  demandIssues(form)
  if (form.length > 0) return 'schema'
  const issues = checkRelease(common, release)
  demandIssues(issues)
  if (issues.length > 0 || random.chance(0.1)) demandIssues(lintRelease(common, release, {}))
  if (issues.length > 0) return 'check'
  const assembly = assemble({ programme: release.programme, layer: 'national', common, releases: { [release.programme]: release } })
  exerciseDocuments(assembly, before)
  if (random.chance(0.2)) exerciseExchange(assembly, random)
  await exerciseAnalysis(assembly, random)
  await exerciseOverlays(subject)
  return acceptsInput(common, input) ? exerciseInput(assembly, input, random) : 'input'
}
