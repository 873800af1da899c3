import {
  boundaryCases, coverageOf, explain, momentOfCase, runCase,
  type Assembly, type CaseDocument, type CaseResult, type Coverage, type CoverageGap, type Evaluation, type ExplanationNode, type ExpectationResult, type Issue, type ProposedCase, type Text, type UnreachedPlace,
} from '@tieuchi/runtime'
import { dayOf } from '../../plugins/clock.ts'
import { assemblePack, assemblePackRelease, dayOfRelease } from '../../policies/pack-assembly.ts'
import type { OpenDocument, OpenRelease } from '../../policies/pack-files.ts'
import { isIssue } from '../../policies/pack-rules.ts'
import { documentOf, type Packs } from '../../policies/pack.ts'

/** A case that did not come out as it says. */
export interface FailedCase {
  readonly id: string
  readonly title: Text
  /** Its number among the cases of the release. */
  readonly index: number
  readonly expectations: readonly ExpectationResult[]
  readonly issues: readonly Issue[]
  /** Of each expectation that was not met: why it came out as it did, as far as it can be explained. */
  readonly why: readonly ExplanationNode[]
}

/** How much of something the cases reach. */
export interface Reach {
  readonly kind: CoverageGap['kind']
  readonly reached: number
  readonly all: number
}

/** What the cases of a release or overlay came to. */
export interface CaseRun {
  readonly rules: OpenDocument
  readonly run: number
  readonly failed: readonly FailedCase[]
  /** Absent where only some of the cases were run, and for overlays. */
  readonly reach?: readonly Reach[]
  readonly gaps?: readonly CoverageGap[]
  /** Cases that would reach what none does, and what no case can. */
  readonly proposed?: readonly ProposedCase[]
  readonly unreached?: readonly UnreachedPlace[]
}

/** Runs cases of a release or overlay, each on its own day; those alone whose id is asked for. */
export async function runCases(packs: Packs, rules: OpenDocument, only?: string): Promise<Pick<CaseRun, 'rules' | 'run' | 'failed'>> {
  const cases = documentOf(rules).cases.map((document, index) => ({ document, index })).filter(({ document }) => only === undefined || document.id === only)
  const failed: FailedCase[] = []
  const assemblies = new Map<string, Assembly | Issue>()
  for (const { document, index } of cases) {
    const at = momentOfCase(document).law_at
    const assembly = assemblies.get(at) ?? assemblePack(packs, rules, at)
    assemblies.set(at, assembly)
    if (isIssue(assembly)) failed.push({ id: document.id, title: document.title, index, expectations: [], issues: [assembly], why: [] })
    else {
      const result = await runCase(assembly, document)
      if (!result.passed) failed.push(await failedCase(document, index, result))
    }
  }
  return { rules, run: cases.length, failed }
}

async function failedCase({ id, title }: CaseDocument, index: number, { expectations, issues, evaluation }: CaseResult): Promise<FailedCase> {
  const missed = expectations.filter(({ passed }) => !passed)
  return { id, title, index, expectations, issues, why: evaluation ? (await Promise.all(missed.map(({ name }) => reasonOf(evaluation, name)))).flat() : [] }
}

/** The explanation of an outcome, or of the line about a fact or rule in that of an outcome which reads it. */
async function reasonOf(evaluation: Evaluation, name: string): Promise<readonly ExplanationNode[]> {
  const outcomes = evaluation.result.outcomes.map(({ id }) => id)
  if (outcomes.includes(name)) return [await explain(evaluation, name)]
  for (const outcome of outcomes) {
    const found = findNode(await explain(evaluation, outcome), name.split('.').at(-1) ?? name)
    if (found) return [found]
  }
  return []
}

const findNode = (node: ExplanationNode, id: string): ExplanationNode | undefined =>
  node.id === id ? node : node.children.map((child) => findNode(child, id)).find((found) => found !== undefined)

/** What the cases of a release reach of its logic, and the cases that are missing. */
export async function measureCases(packs: Packs, entry: OpenRelease): Promise<Required<Pick<CaseRun, 'reach' | 'gaps' | 'proposed' | 'unreached'>>> {
  const at = dayOfRelease(entry, dayOf(new Date()))
  const assembly = assemblePackRelease(packs, entry.release, at)
  const coverage = await coverageOf(assembly, entry.release.cases)
  const { cases, unreached } = await boundaryCases(assembly, at)
  return { reach: reachOf(coverage), gaps: coverage.gaps, proposed: cases, unreached }
}

function reachOf({ rows, rules, branches, thresholds }: Coverage): readonly Reach[] {
  const of = (kind: Reach['kind'], sides: readonly (readonly string[])[]): Reach => ({ kind, reached: sides.filter((cases) => cases.length > 0).length, all: sides.length })
  return [
    of('row', rows.map(({ decided }) => decided)),
    of('rule', rules.flatMap((rule) => [rule.true, rule.false, rule.unknown])),
    of('branch', branches.flatMap((branch) => [branch.true, branch.false])),
    of('threshold', thresholds.filter(({ open }) => !open).flatMap(({ below, at, above }) => [below, at, above])),
  ]
}
