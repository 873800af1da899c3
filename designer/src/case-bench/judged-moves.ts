import { checkRelease, expectedResults, interpretCase, isEvaluationError, readExpected, runCase, type Assembly, type CaseDocument, type Literal, type Release, type Text } from '@tieuchi/runtime'
import { expectablesOf, keyOfName, type Expectable } from './expectations.ts'
import type { CaseMove } from './moved-cases.ts'

/** A result that comes out otherwise; without a value where the rules contradict each other. */
export interface ChangedResult {
  readonly name: string
  readonly title: Text
  readonly before?: Literal | undefined
  readonly after?: Literal | undefined
}

/** A case that comes out otherwise once it is moved, and whether it was and is as expected. */
export interface ChangedCase {
  readonly example: CaseDocument
  readonly results: readonly ChangedResult[]
  readonly passedBefore: boolean
  readonly passes: boolean
}

/** Whether the rules of a draft can judge anybody. */
export const canJudge = ({ common, release }: Assembly, others: Readonly<Record<string, Release>>): boolean => checkRelease(common, release, others).every(({ severity }) => severity !== 'error')

/** The results of the release, and whatever else a case expects. */
const comparedOf = (assembly: Assembly, example: CaseDocument): readonly Expectable[] => {
  const expected = new Set(expectedResults(example).map(keyOfName))
  return expectablesOf(assembly, example.given.members ?? []).filter((each) => each.kind === 'outcome' || each.kind === 'entitlement' || expected.has(keyOfName(each)))
}

type CameOut = ReadonlyMap<string, Literal | undefined>

const cameOutOf = async (assembly: Assembly, example: CaseDocument, compared: readonly Expectable[]): Promise<CameOut> => {
  const interpreter = interpretCase(assembly, example)
  return new Map(await Promise.all(compared.map(async (each) => [keyOfName(each), await readExpected(interpreter, each.name, each.member).catch(noneWhereContradicting)] as const)))
}

const noneWhereContradicting = (error: unknown): undefined => {
  if (!isEvaluationError(error)) throw error
  return undefined
}

/** What comes out otherwise of a case by the same rules once it is moved; undefined where nothing does. */
export const judgeMove = async (assembly: Assembly, { before, after }: CaseMove): Promise<ChangedCase | undefined> => {
  const compared = comparedOf(assembly, before)
  const [old, now] = [await cameOutOf(assembly, before, compared), await cameOutOf(assembly, after, compared)]
  const results = compared.filter((each) => old.get(keyOfName(each)) !== now.get(keyOfName(each))).map((each): ChangedResult => ({ name: each.name, title: each.title, before: old.get(keyOfName(each)), after: now.get(keyOfName(each)) }))
  if (results.length === 0) return undefined
  return { example: after, results, passedBefore: (await runCase(assembly, before)).passed, passes: (await runCase(assembly, after)).passed }
}
