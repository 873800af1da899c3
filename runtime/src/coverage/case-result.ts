import type { Literal } from '../documents/condition-document.ts'
import type { Question, Truth } from '../documents/evaluation-document.ts'
import type { Issue } from '../documents/issue.ts'
import { momentAt, type Answer, type Moment } from '../documents/input-document.ts'
import type { EntitlementPiece } from '../documents/logic-document.ts'
import type { CaseDocument } from '../documents/release-document.ts'
import { evaluate, type Evaluation } from '../logic/evaluate.ts'
import { MissingExtension } from '../extensions/missing-extension.ts'
import { isEvaluationError, type EvaluationError } from '../logic/evaluation-error.ts'
import { RowConflict } from '../logic/hit-policies.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { householdScope, type Scope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'
import { certainScalar, toAnswer, type Value } from '../values/value.ts'
import { caseIssue } from './case-issues.ts'

/** One thing a case expects, and what came out; `got` is absent where the release has nothing of that name. */
export interface ExpectationResult {
  readonly name: string
  /** Whose result, where it is one of members. */
  readonly member?: string
  readonly expected: Literal
  readonly got?: Literal
  readonly passed: boolean
}

export interface CaseResult {
  readonly id: string
  readonly passed: boolean
  readonly expectations: readonly ExpectationResult[]
  /** One for each expectation that was not met, and one where two rows of a `unique` table contradict each other. */
  readonly issues: readonly Issue[]
  /** Absent where the table contradicts itself; hand it to `explain`. */
  readonly evaluation?: Evaluation
}

/** The three dates of a case: its own moment, or `at` for all three. A case has one of them by its schema. */
export const momentOfCase = ({ at, moment }: Pick<CaseDocument, 'at' | 'moment'>): Moment => moment ?? momentAt(at ?? '')

/** An interpreter for the household of a case, with what the case puts in place. */
export const interpretCase = (assembly: Assembly, each: Omit<CaseDocument, 'expect'>): Interpreter =>
  new Interpreter(assembly, { input: each.given, moment: momentOfCase(each), ...(each.assume && { assume: each.assume }) })

/**
 * What a name of `expect` came to, of the household or of one member: an outcome or fact by its id, a rule by `set.rule`,
 * an entitlement by its id (`granted`, `refused`), its level and amount by `id.level` and `id.amount`. `undetermined`
 * where nothing may be concluded, `not_applicable` where it does not apply; several codes are one text, in order of the
 * alphabet, joined by a comma. Undefined where the release has nothing of that name, or no such member is there.
 */
export const readExpected = async (interpreter: Interpreter, name: string, member?: string): Promise<Literal | undefined> => {
  const [id = '', part] = name.split('.')
  const piece = interpreter.assembly.pieces.get(id)?.piece
  const scope = scopeOf(interpreter, member)
  if (!piece || !scope || (piece.of === 'members') !== (member !== undefined)) return undefined
  if (piece.kind === 'rules') {
    const judged = (await interpreter.judgeRules(piece, scope)).find((each) => each.rule.id === part)
    return judged && writtenTruth(judged.truth)
  }
  if (piece.kind === 'entitlement') return readEntitled(interpreter, piece, part, scope)
  return part === undefined && (piece.kind === 'outcome' || piece.kind === 'fact') ? writtenValue(await interpreter.readFact({ fact: id }, scope)) : undefined
}

const scopeOf = (interpreter: Interpreter, member: string | undefined): Scope | undefined =>
  member === undefined ? householdScope : interpreter.memberScopes()?.find((scope) => scope.member?.id === member)

const readEntitled = async (interpreter: Interpreter, piece: EntitlementPiece, part: string | undefined, scope: Scope): Promise<Literal | undefined> => {
  if (part !== undefined) return (part === 'level' && piece.level !== undefined) || (part === 'amount' && piece.amount !== undefined) ? writtenValue(await interpreter.readFact({ fact: piece.id, output: part }, scope)) : undefined
  const granted = writtenValue(await interpreter.readFact({ fact: piece.id }, scope))
  return typeof granted === 'boolean' ? (granted ? 'granted' : 'refused') : granted
}

/** The questions whose answers can still decide what a name of `expect` comes to; none where only the law is open or rows contradict. */
export const missingFor = async (interpreter: Interpreter, name: string): Promise<readonly Question[]> => {
  try {
    return await readMissing(interpreter, name)
  } catch (error) {
    if (isEvaluationError(error)) return []
    throw error
  }
}

const readMissing = async (interpreter: Interpreter, name: string): Promise<readonly Question[]> => {
  const [id = '', part] = name.split('.')
  const piece = interpreter.assembly.pieces.get(id)?.piece
  if (piece?.kind === 'rules') return (await interpreter.judgeRules(piece, householdScope)).find((each) => each.rule.id === part)?.grounds.missing ?? []
  return (await interpreter.readFact(part === undefined ? { fact: id } : { fact: id, output: part }, householdScope)).grounds.missing
}

const writtenTruth = (truth: Truth): Literal => (truth === 'unknown' ? 'undetermined' : truth)

const writtenValue = (value: Value): Literal => {
  if (value.possible.kind === 'none') return 'not_applicable'
  const scalar = certainScalar(value)
  return scalar === undefined ? 'undetermined' : writtenAnswer(toAnswer(scalar))
}

const writtenAnswer = (answer: Answer): Literal => (typeof answer === 'object' ? answer.toSorted().join(', ') : answer)

/**
 * Puts a case to the release and compares each of its expectations with what came out. The release and the answers of
 * the case have passed their checks; a case whose moment is missing is a programmer's mistake.
 */
export const runCase = async (assembly: Assembly, document: CaseDocument): Promise<CaseResult> => {
  try {
    const evaluation = await evaluate(assembly, interpretCase(assembly, document).request)
    const expectations = await Promise.all(expectedResults(document).map(async (each) => expectationResult(each, await readExpected(evaluation.interpreter, each.name, each.member))))
    const issues = expectations.filter(({ passed }) => !passed).map((each) => failureOf(assembly, each))
    return { id: document.id, passed: issues.length === 0, expectations, issues, evaluation }
  } catch (error) {
    if (!isEvaluationError(error)) throw error
    const expectations = expectedResults(document).map((each) => expectationResult(each, undefined))
    return { id: document.id, passed: false, expectations, issues: [errorIssue(assembly, error)] }
  }
}

/** Something a case expects. */
export type Expected = Pick<ExpectationResult, 'name' | 'member' | 'expected'>

/** Each thing expected: of the household, or of one member. */
export const expectedResults = ({ expect }: Pick<CaseDocument, 'expect'>): readonly Expected[] =>
  Object.entries(expect).flatMap(([name, expected]): readonly Expected[] =>
    typeof expected === 'object' ? Object.entries(expected).map(([member, each]) => ({ name, member, expected: each })) : [{ name, expected }])

const expectationResult = (each: Expected, got: Literal | undefined): ExpectationResult =>
  got === undefined ? { ...each, passed: false } : { ...each, got, passed: got === each.expected }

const failureOf = (assembly: Assembly, each: ExpectationResult): Issue =>
  caseIssue(each.got === undefined ? 'case-name-unknown' : 'case-result-differs', assembly, each.name, each)

const errorIssue = (assembly: Assembly, error: EvaluationError): Issue =>
  error instanceof RowConflict ? caseIssue('case-rows-conflict', assembly, error.table, { rows: error.rows }) : { code: 'case-limit', severity: 'error', path: [], params: error instanceof MissingExtension ? { packages: error.packages } : { limit: error.limit }, message: error.text }
