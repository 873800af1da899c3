import { assemble, checkRelease, coverageOf, type AssemblyParts } from '@tieuchi/runtime'
import { outcomeOfCase, type CaseOutcome } from './case-outcome.ts'

/** Which cases reach each rule, condition, row and entitlement, and which cases fail. */
export interface CoverageMarks {
  /** Cases by place: ids of those in which a rule, condition or entitlement is true, or that a row decides. */
  readonly reached: Readonly<Record<string, readonly string[]>>
  readonly failed: readonly string[]
  /** What became of each case, by its id. */
  readonly outcomes: Readonly<Record<string, CaseOutcome>>
  /** How many cases there are. */
  readonly cases: number
}

/** What the cases of a draft are run with: as the draft is joined, in the national layer. */
export type CoverageParts = Pick<AssemblyParts, 'programme' | 'common' | 'releases'>

/** Names a piece, or one rule or row of it. */
export const placeOf = (piece: string, part?: string): string => (part === undefined ? piece : `${piece}/${part}`)

/** Runs every case; undefined where the draft has errors, so that nobody can be judged by it. */
export const markCoverage = async ({ programme, common, releases }: CoverageParts): Promise<CoverageMarks | undefined> => {
  const { [programme]: release, ...others } = releases
  if (!release || checkRelease(common, release, others).some(({ severity }) => severity === 'error')) return undefined
  const assembly = assemble({ programme, layer: 'national', common, releases })
  const { rows, branches } = await coverageOf(assembly, release.cases)
  const outcomes: Record<string, CaseOutcome> = {}
  for (const each of release.cases) outcomes[each.id] = await outcomeOfCase(assembly, each)
  return {
    reached: Object.fromEntries([...branches.map(({ path, true: ids }) => [path, ids] as const), ...rows.map(({ path, decided }) => [path, decided] as const)]),
    failed: Object.entries(outcomes).flatMap(([id, { state }]) => (state === 'failed' || state === 'undetermined' ? [id] : [])),
    outcomes,
    cases: release.cases.length,
  }
}
