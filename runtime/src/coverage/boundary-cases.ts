import { momentAt, type HouseholdInput } from '../documents/input-document.ts'
import type { CaseDocument } from '../documents/release-document.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { householdScope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import { isExact } from '../values/number.ts'
import { numberRange } from '../values/value.ts'
import { decideTargets, startsOf, type SearchPlace } from './boundary-search.ts'
import { branchTarget, rowTarget, thresholdTarget, type CaseTarget } from './case-target.ts'
import { conditionSitesOf, nodesOf } from './condition-site.ts'
import { coverageOf, type Coverage } from './coverage.ts'
import { decidedHousehold, liesOn, type DecidedHousehold } from './decided-household.ts'
import { minimalInput } from './minimal-input.ts'
import { missingAnswerCases } from './missing-answer-cases.ts'
import { proposedCase, type ProposedCase, type UnreachedPlace } from './proposed-case.ts'
import { purposeSentence, unreachedSentence } from './purpose-sentence.ts'
import { candidatesOf } from './reach/candidates.ts'
import type { Draft } from './reach/reach.ts'
import { readsOpenValue } from './results-reading.ts'
import { positions, type Position } from './position.ts'
import { thresholdsOf, valuesAt, type Threshold } from './threshold.ts'

/** Cases for what a release's own cases leave out, and the places that none was found for. */
export interface BoundaryCases {
  readonly cases: readonly ProposedCase[]
  readonly unreached: readonly UnreachedPlace[]
}

type GivenCase = Omit<CaseDocument, 'expect'>

/**
 * Proposes cases that reach what the given ones do not: each threshold one step below, at and above; each branch on both
 * sides; each row deciding; each answer missing. Deterministic, and bounded in the households it tries. `at` is a day of
 * the release, for which all proposals are made. Nothing is expected of them yet: that is left for a person.
 */
export const boundaryCases = async (assembly: Assembly, at: string, given: readonly GivenCase[] = assembly.release.cases): Promise<BoundaryCases> => {
  const place: SearchPlace = { assembly, moment: momentAt(at), candidates: candidatesOf(assembly, at) }
  const atThresholds = await reachThresholds(place, await coverageOf(assembly, given))
  const elsewhere = await reachPlaces(place, [...given, ...atThresholds.cases])
  const complete = [...atThresholds.cases, ...elsewhere.cases]
  const missing = await missingAnswerCases(place, complete, given)
  return { cases: distinct([...complete, ...missing]), unreached: [...atThresholds.unreached, ...elsewhere.unreached] }
}

/** One of those that put the same question about the same household. */
const distinct = (cases: readonly ProposedCase[]): readonly ProposedCase[] => {
  const seen = new Set<string>()
  return cases.filter(({ given, suggestion }) => {
    const content = canonicalJson({ given, suggestion })
    return !seen.has(content) && seen.add(content)
  })
}

const reachThresholds = async (place: SearchPlace, { thresholds: covered }: Coverage): Promise<BoundaryCases> => {
  const found: BoundaryCases[] = []
  for (const threshold of conditionSitesOf(place.assembly).flatMap((site) => thresholdsOf(place.assembly, site))) {
    const reached = covered.find(({ path }) => path === threshold.path)
    const wanted = positions.filter((position) => reached?.[position].length === 0)
    if (wanted.length > 0) found.push(await reachThreshold(place, threshold, wanted))
  }
  return joined(found)
}

const joined = (all: readonly BoundaryCases[]): BoundaryCases => ({ cases: all.flatMap(({ cases }) => cases), unreached: all.flatMap(({ unreached }) => unreached) })

const reachThreshold = async (place: SearchPlace, threshold: Threshold, wanted: readonly Position[]): Promise<BoundaryCases> => {
  const started = await Promise.all(wanted.map(async (position) => {
    const target = thresholdTarget(place.assembly, threshold, position)
    return { position, target, starts: await startsOf(place, target) }
  }))
  const decided = await decideTargets(place, started)
  const unreached = started.filter(({ target }) => !decided.some((each) => each.target === target))
  return {
    cases: await Promise.all(decided.map((each) => writeCase(place, each))),
    unreached: await Promise.all(unreached.map(async ({ target, position }) => unreachedPlace(target, await thresholdReason(place, threshold, target, position)))),
  }
}

const thresholdReason = async ({ assembly, moment }: SearchPlace, threshold: Threshold, { names, reads }: CaseTarget, position: Position): Promise<UnreachedPlace['code']> => {
  if (threshold.limit === undefined) return 'open'
  if (names.length === 0) return 'unread'
  if (readsOpenValue(assembly, reads)) return 'open'
  if (threshold.site.history) return 'not_found'
  const nobodyAsked = new Interpreter(assembly, { input: threshold.of === 'members' ? { members: [{ id: 'm1' }] } : {}, moment })
  const range = numberRange(await nobodyAsked.readFact(threshold.leaf, nobodyAsked.memberScopes()?.[0] ?? householdScope))
  const values = valuesAt(threshold, position).filter(isExact)
  const inside = values.some((value) => (!range?.from || value.compare(range.from) >= 0) && (!range?.to || value.compare(range.to) <= 0))
  return range && !inside ? 'outside' : 'not_found'
}

const unreachedPlace = async ({ purpose, place }: CaseTarget, code: UnreachedPlace['code']): Promise<UnreachedPlace> => ({ purpose, code, sentence: unreachedSentence(purpose, await place(), code) })

/** Branches and rows that neither the given cases nor those at thresholds reach, nor one found on the way. */
const reachPlaces = async (place: SearchPlace, given: readonly GivenCase[]): Promise<BoundaryCases> => {
  const { branches, rows } = await coverageOf(place.assembly, given)
  const found: BoundaryCases[] = []
  const households: Draft[] = []
  for (const target of [...branchTargets(place, branches), ...rowTargets(place, rows)]) {
    if (await liesOnAny(target, households)) continue
    const decided = target.names.length === 0 ? undefined : (await decideTargets(place, [{ target, starts: await startsOf(place, target) }]))[0]
    if (decided) {
      const written = await writeCase(place, decided)
      households.push(draftOfCase(place, written.given))
      found.push({ cases: [written], unreached: [] })
    } else found.push({ cases: [], unreached: [await unreachedPlace(target, placeReason(place, target))] })
  }
  return joined(found)
}

const liesOnAny = async (target: CaseTarget, households: readonly Draft[]): Promise<boolean> => {
  for (const household of households) if (await liesOn(target, household)) return true
  return false
}

const draftOfCase = ({ assembly, moment }: SearchPlace, input: HouseholdInput): Draft => ({ input, interpreter: new Interpreter(assembly, { input, moment }) })

const placeReason = ({ assembly }: SearchPlace, { names, reads }: CaseTarget): UnreachedPlace['code'] => (names.length === 0 ? 'unread' : readsOpenValue(assembly, reads) ? 'open' : 'not_found')

const branchTargets = ({ assembly }: SearchPlace, branches: Coverage['branches']): readonly CaseTarget[] => {
  const nodes = new Map(conditionSitesOf(assembly).flatMap(nodesOf).map((node) => [node.path, node]))
  return branches.flatMap((branch) => {
    const node = nodes.get(branch.path)
    return node ? [true, false].filter((want) => branch[want ? 'true' : 'false'].length === 0).map((want) => branchTarget(assembly, node, want)) : []
  })
}

const rowTargets = ({ assembly }: SearchPlace, rows: Coverage['rows']): readonly CaseTarget[] => {
  const open = new Set(rows.filter(({ decided }) => decided.length === 0).map(({ path }) => path))
  return assembly.release.logic.flatMap((piece) => (piece.kind === 'table' ? piece.rows.filter(({ id }) => open.has(`${piece.id}/${id}`)).map((row) => rowTarget(assembly, piece, row)) : []))
}

const writeCase = async (place: SearchPlace, { target, draft, name, result }: DecidedHousehold): Promise<ProposedCase> => {
  const anyone = { ...target, holds: target.holdsForAny }
  const given = await minimalInput(draft.input, async (input) => (await decidedHousehold(anyone, draftOfCase(place, input), name))?.result === result)
  return proposedCase(target.purpose, purposeSentence(target.purpose, await target.place(draftOfCase(place, given))), place.moment.law_at, given, name, result)
}
