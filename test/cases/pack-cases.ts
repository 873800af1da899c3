import { momentOfCase, runCase, type CaseDocument } from '@tieuchi/runtime'
import type { PackRelease, Packs } from '@tieuchi/server/policies/pack-files.ts'
import { isIssue, resolvePackRules } from '@tieuchi/server/policies/pack-rules.ts'
import type { Verdict } from './case-judge.ts'
import { CaseProblem } from './case-problem.ts'
import { reasonOf } from './case-product.ts'

export interface PackCase {
  readonly programme: string
  readonly release: PackRelease
  readonly document: CaseDocument
}

/** The cases that releases carry themselves. */
export const packCases = ({ programmes }: Packs): readonly PackCase[] =>
  programmes.flatMap(({ document: { id }, releases }) => releases.flatMap((release) => release.release.cases.map((document) => ({ programme: id, release, document }))))

/** Runs a release's own case on the rules in force on the case's day, which must be that release. */
export async function judgePackCase(packs: Packs, { programme, release, document }: PackCase): Promise<Verdict> {
  const { expect } = document
  try {
    const moment = momentOfCase(document)
    const rules = resolvePackRules(packs, { programme, at: moment.law_at })
    if (isIssue(rules)) throw new CaseProblem(rules.message.en)
    const { national } = rules.assemblies
    if (rules.release !== release || !national) throw new CaseProblem(`on ${moment.law_at} the rules of ${rules.release.folder} are in force`)
    const { passed, expectations, issues, evaluation } = await runCase(national, document)
    if (passed) return { state: 'passed' }
    const got = Object.fromEntries(expectations.map((each) => [each.name, each.got]))
    return { state: 'failed', expected: expect, got, why: evaluation ? await reasonOf(evaluation) : issues.map(({ message }) => message.en).join(' ') }
  } catch (error) {
    return { state: 'failed', expected: expect, got: undefined, why: error instanceof Error ? error.message : String(error) }
  }
}
