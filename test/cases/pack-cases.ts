import { momentOfCase, runCase, type CaseDocument } from '@tieuchi/runtime'
import type { PackOverlay, PackRelease, Packs } from '@tieuchi/server/policies/pack.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import type { Verdict } from './case-judge.ts'
import { CaseProblem } from './case-problem.ts'
import { reasonOf } from './case-product.ts'

export interface PackCase {
  readonly programme: string
  readonly release: PackRelease | PackOverlay
  readonly document: CaseDocument
}

const casesOf = (release: PackCase['release']): readonly CaseDocument[] => ('overlay' in release ? release.overlay : release.release).cases

/** The cases that releases and overlays carry themselves. */
export const packCases = ({ programmes }: Packs): readonly PackCase[] =>
  programmes.flatMap(({ document: { id }, releases, overlays }) => [...releases, ...overlays].flatMap((release) => casesOf(release).map((document) => ({ programme: id, release, document }))))

/** Runs a case on the rules in force on its day, which must be those it belongs to: a release by itself, an overlay in the local layer of its unit. */
export async function judgePackCase(packs: Packs, { programme, release, document }: PackCase): Promise<Verdict> {
  const { expect } = document
  try {
    const moment = momentOfCase(document)
    const unit = 'overlay' in release ? release.overlay.scope.unit : undefined
    const rules = resolvePackRules(packs, { programme, at: moment.law_at, ...(unit !== undefined && { unit }) })
    if (isIssue(rules)) throw new CaseProblem(rules.message.en)
    const inForce = unit === undefined ? rules.release : rules.overlays[programme]?.at(-1)
    const assembly = unit === undefined ? rules.assemblies.national : rules.assemblies.local
    if (inForce !== release || !assembly) throw new CaseProblem(`on ${moment.law_at} the rules of ${inForce?.folder ?? 'nobody'} are in force`)
    const { passed, expectations, issues, evaluation } = await runCase(assembly, document)
    if (passed) return { state: 'passed' }
    const got = Object.fromEntries(expectations.map((each) => [each.name, each.got]))
    return { state: 'failed', expected: expect, got, why: evaluation ? await reasonOf(evaluation) : issues.map(({ message }) => message.en).join(' ') }
  } catch (error) {
    return { state: 'failed', expected: expect, got: undefined, why: error instanceof Error ? error.message : String(error) }
  }
}
