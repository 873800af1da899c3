import { isLeaf } from '../conditions/condition-tree.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { TablePiece } from '../documents/logic-document.ts'
import type { CaseDocument } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { isEvaluationError } from '../logic/evaluation-error.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import type { Assembly } from '../release/assembly.ts'
import { interpretCase } from './case-result.ts'
import { conditionSitesOf, judgedNodes, namesAt, nodesOf, scopesOf, type ConditionSite } from './condition-site.ts'
import { branchSentence, gapSentence, rowSentence, thresholdSentence } from './coverage-sentence.ts'
import { decidingRows } from './deciding-rows.ts'
import { positions, type Position } from './position.ts'
import { positionOf, thresholdsOf } from './threshold.ts'
import { turningDaysOf } from './turning-day.ts'
import type { TurningDay, TurningDays } from '../conditions/operators/turning-days.ts'

/** Ids of the cases that reached something; none means it was never tried. */
type Reached = readonly string[]

export interface RowCoverage {
  readonly path: string
  readonly sentence: Text
  /** Cases that the row decided: the first that holds, or of the other hit policies one that holds and counts. */
  readonly decided: Reached
}

export interface RuleCoverage {
  readonly path: string
  readonly sentence: Text
  readonly true: Reached
  readonly false: Reached
  readonly unknown: Reached
}

/** A group, a comparison, or the use of a named condition. */
export interface BranchCoverage {
  readonly path: string
  readonly kind: 'group' | 'leaf'
  readonly sentence: Text
  readonly true: Reached
  readonly false: Reached
}

export interface ThresholdCoverage {
  readonly path: string
  readonly sentence: Text
  /** The law's value has not been established, so nothing can lie on it. */
  readonly open: boolean
  /** Of an age: at these positions only a case on the first or on the last day of it counts. */
  readonly days: TurningDays
  readonly below: Reached
  readonly at: Reached
  readonly above: Reached
}

/** Something no case reached, said for people. */
export interface CoverageGap {
  readonly kind: 'row' | 'rule' | 'branch' | 'threshold'
  readonly path: string
  readonly side: 'decided' | 'true' | 'false' | 'unknown' | Position
  readonly sentence: Text
}

/** What the cases of a release reach, each part by its place in the logic. */
export interface Coverage {
  readonly rows: readonly RowCoverage[]
  readonly rules: readonly RuleCoverage[]
  readonly branches: readonly BranchCoverage[]
  readonly thresholds: readonly ThresholdCoverage[]
  readonly gaps: readonly CoverageGap[]
}

type Marks = ReadonlyMap<string, readonly string[]>

/** Which case reached which side of which place: `path side` → case ids. */
class Tally {
  readonly #marks = new Map<string, string[]>()

  add(path: string, side: string, id: string): void {
    const key = `${path} ${side}`
    const ids = this.#marks.get(key) ?? []
    if (!ids.includes(id)) ids.push(id)
    this.#marks.set(key, ids)
  }

  get marks(): Marks {
    return this.#marks
  }
}

/**
 * What the cases reach of the release's own logic: each row deciding, each rule true, false and unknown, each branch of
 * each condition on both sides, each threshold one step below, at and above (of an age, on the day the comparison turns). A piece that a case puts in place is not
 * reached by it. The cases have passed their check; what a case expects plays no part.
 */
export const coverageOf = async (assembly: Assembly, cases: readonly Omit<CaseDocument, 'expect'>[]): Promise<Coverage> => {
  const sites = conditionSitesOf(assembly)
  const tally = new Tally()
  for (const each of cases) await observe(assembly, sites, each, tally)
  return coverageFrom(assembly, sites, tally.marks)
}

const observe = async (assembly: Assembly, sites: readonly ConditionSite[], each: Omit<CaseDocument, 'expect'>, tally: Tally): Promise<void> => {
  const interpreter = interpretCase(assembly, each)
  for (const site of sites) await unlessConflict(() => observeSite(site, interpreter, (path, side) => tally.add(path, side, each.id)))
  for (const piece of assembly.release.logic) {
    if (piece.kind === 'table') await unlessConflict(() => observeTable(piece, interpreter, (path, side) => tally.add(path, side, each.id)))
  }
}

/** Where two rows of a `unique` table hold at once, what reads it has no result and so reaches nothing. */
const unlessConflict = async (observation: () => Promise<void>): Promise<void> => {
  try {
    await observation()
  } catch (error) {
    if (!isEvaluationError(error)) throw error
  }
}

type Mark = (path: string, side: string) => void

const observeSite = async (site: ConditionSite, interpreter: Interpreter, mark: Mark): Promise<void> => {
  const thresholds = thresholdsOf(interpreter.assembly, site)
  for (const scope of scopesOf(site, interpreter)) {
    for (const [path, { truth }] of judgedNodes(site.condition, await interpreter.judge(site.condition, scope), site.path)) mark(path, String(truth))
    for (const threshold of thresholds) {
      const position = await positionOf(threshold, interpreter, scope)
      if (position) mark(threshold.path, position)
    }
  }
}

const observeTable = async (piece: TablePiece, interpreter: Interpreter, mark: Mark): Promise<void> => {
  for (const scope of scopesOf({ piece, of: piece.of ?? 'household' }, interpreter)) {
    for (const row of decidingRows(piece, await interpreter.traceTable(piece, scope))) mark(`${piece.id}/${row.row.id}`, 'decided')
  }
}

const truths: readonly Truth[] = [true, false, 'unknown']

const coverageFrom = (assembly: Assembly, sites: readonly ConditionSite[], marks: Marks): Coverage => {
  const reached = (path: string, side: string): Reached => marks.get(`${path} ${side}`) ?? []
  const sides = (path: string) => ({ true: reached(path, 'true'), false: reached(path, 'false') })
  const tables = assembly.release.logic.filter((piece) => piece.kind === 'table')
  const rows = tables.flatMap((piece) => piece.rows.map((row): RowCoverage => ({ path: `${piece.id}/${row.id}`, sentence: rowSentence(assembly, piece, row), decided: reached(`${piece.id}/${row.id}`, 'decided') })))
  const rules = sites.flatMap(({ path, rule }): readonly RuleCoverage[] => (rule ? [{ path, sentence: rule.title, ...sides(path), unknown: reached(path, 'unknown') }] : []))
  const branches = sites.flatMap(nodesOf).map(({ site, path, condition }): BranchCoverage => ({ path, kind: isLeaf(condition) ? 'leaf' : 'group', sentence: branchSentence(namesAt(assembly, site), condition), ...sides(path) }))
  const thresholds = sites.flatMap((site) => thresholdsOf(assembly, site)).map((threshold): ThresholdCoverage => ({
    path: threshold.path, sentence: thresholdSentence(namesAt(assembly, threshold.site), threshold), open: threshold.limit === undefined, days: turningDaysOf(assembly, threshold),
    below: reached(threshold.path, 'below'), at: reached(threshold.path, 'at'), above: reached(threshold.path, 'above'),
  }))
  return { rows, rules, branches, thresholds, gaps: gapsOf({ rows, rules, branches, thresholds }) }
}

const gapsOf = ({ rows, rules, branches, thresholds }: Omit<Coverage, 'gaps'>): readonly CoverageGap[] => {
  const gap = (kind: CoverageGap['kind'], side: CoverageGap['side'], { path, sentence }: { readonly path: string; readonly sentence: Text }, day?: TurningDay): CoverageGap =>
    ({ kind, path, side, sentence: gapSentence(side, sentence, day) })
  return [
    ...rows.filter(({ decided }) => decided.length === 0).map((row) => gap('row', 'decided', row)),
    ...rules.flatMap((rule) => truths.map(truthName).filter((side) => rule[side].length === 0).map((side) => gap('rule', side, rule))),
    ...branches.flatMap((branch) => (['true', 'false'] as const).filter((side) => branch[side].length === 0).map((side) => gap('branch', side, branch))),
    ...thresholds.filter(({ open }) => !open).flatMap((threshold) => positions.filter((side) => threshold[side].length === 0).map((side) => gap('threshold', side, threshold, threshold.days[side]))),
  ]
}

const truthName = (truth: Truth): 'true' | 'false' | 'unknown' => (truth === true ? 'true' : truth === false ? 'false' : 'unknown')
