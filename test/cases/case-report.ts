import { MalformedCase, type SharedCase } from './case-file.ts'
import { judgeCase, rulesetsIn, type Verdict } from './case-judge.ts'
import { CaseProduct } from './case-product.ts'
import { judgePackCase, packCases } from './pack-cases.ts'
import type { Packs } from '@tieuchi/server/policies/pack.ts'

export interface JudgedCase {
  readonly id: string
  readonly title: string
  readonly verdict: Verdict
}

/** Every case of a file in the shared format, in order. */
export async function judgeSharedCases(packs: Packs, cases: readonly (SharedCase | MalformedCase)[]): Promise<readonly JudgedCase[]> {
  const context = { product: new CaseProduct(packs), rulesets: rulesetsIn(cases.filter((each): each is SharedCase => !(each instanceof MalformedCase))) }
  const judged: JudgedCase[] = []
  for (const each of cases) judged.push(each instanceof MalformedCase ? failedByForm(each) : { id: each.id, title: each.title, verdict: await judgeCase(context, each) })
  return judged
}

const failedByForm = ({ id, problems }: MalformedCase): JudgedCase =>
  ({ id, title: 'not in the format', verdict: { state: 'failed', expected: undefined, got: undefined, why: problems.join('; ') } })

/** Every case of every release of the packs. */
export async function judgePackCases(packs: Packs): Promise<readonly JudgedCase[]> {
  const judged: JudgedCase[] = []
  for (const each of packCases(packs)) judged.push({ id: `${each.release.folder} ${each.document.id}`, title: each.document.title.en, verdict: await judgePackCase(packs, each) })
  return judged
}

/** One line for each case that failed or was skipped, and last the numbers. */
export function reportLines(judged: readonly JudgedCase[]): readonly string[] {
  const count = (state: Verdict['state']) => judged.filter(({ verdict }) => verdict.state === state).length
  return [...judged.flatMap(lineOf), `${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`]
}

export const hasFailed = (judged: readonly JudgedCase[]): boolean => judged.some(({ verdict }) => verdict.state === 'failed')

function lineOf({ id, title, verdict }: JudgedCase): readonly string[] {
  if (verdict.state === 'passed') return []
  if (verdict.state === 'skipped') return [`skipped ${id} “${title}”: ${verdict.reason}`]
  return [`FAILED ${id} “${title}”: expected ${written(verdict.expected)}, got ${written(verdict.got)}; ${oneLine(verdict.why)}`]
}

const written = (value: unknown): string => JSON.stringify(value) ?? 'nothing'

const oneLine = (words: string): string => words.replaceAll(/\s*\n\s*/g, ' ')
