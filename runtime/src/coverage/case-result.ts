import type { Literal } from '../documents/condition-document.ts'
import type { Question, Truth } from '../documents/evaluation-document.ts'
import type { Issue } from '../documents/issue.ts'
import { momentAt, type Answer, type Moment } from '../documents/input-document.ts'
import type { CaseDocument } from '../documents/release-document.ts'
import { evaluate, type Evaluation } from '../logic/evaluate.ts'
import { RowConflict } from '../logic/hit-policies.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { householdScope } from '../logic/scope.ts'
import type { Assembly } from '../release/assembly.ts'
import { certainScalar, toAnswer, type Value } from '../values/value.ts'
import { caseIssue } from './case-issues.ts'

/** One thing a case expects, and what came out; `got` is absent where the release has nothing of that name. */
export interface ExpectationResult {
  readonly name: string
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
 * What a name of `expect` came to: an outcome or fact of the household by its id, a rule by `set.rule`. `undetermined`
 * where nothing may be concluded, `not_applicable` where it does not apply; several codes are one text, in order of the
 * alphabet, joined by a comma. Undefined where the release has nothing of that name.
 */
export const readExpected = async (interpreter: Interpreter, name: string): Promise<Literal | undefined> => {
  const { pieces } = interpreter.assembly
  const [id = '', rule] = name.split('.')
  const piece = pieces.get(id)?.piece
  if (!piece || piece.of === 'members') return undefined
  if (rule === undefined) return piece.kind === 'outcome' || piece.kind === 'fact' ? writtenValue(await interpreter.readFact({ fact: id }, householdScope)) : undefined
  if (piece.kind !== 'rules') return undefined
  const judged = (await interpreter.judgeRules(piece, householdScope)).find((each) => each.rule.id === rule)
  return judged && writtenTruth(judged.truth)
}

/** The questions whose answers can still decide what a name of `expect` comes to; none where only the law is open or rows contradict. */
export const missingFor = async (interpreter: Interpreter, name: string): Promise<readonly Question[]> => {
  try {
    return await readMissing(interpreter, name)
  } catch (error) {
    if (error instanceof RowConflict) return []
    throw error
  }
}

const readMissing = async (interpreter: Interpreter, name: string): Promise<readonly Question[]> => {
  const [id = '', rule] = name.split('.')
  const piece = interpreter.assembly.pieces.get(id)?.piece
  if (piece?.kind !== 'rules') return (await interpreter.readFact({ fact: id }, householdScope)).grounds.missing
  return (await interpreter.judgeRules(piece, householdScope)).find((each) => each.rule.id === rule)?.grounds.missing ?? []
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
    const expectations = await Promise.all(Object.entries(document.expect).map(async ([name, expected]) => expectationResult(name, expected, await readExpected(evaluation.interpreter, name))))
    const issues = expectations.filter(({ passed }) => !passed).map((each) => failureOf(assembly, each))
    return { id: document.id, passed: issues.length === 0, expectations, issues, evaluation }
  } catch (error) {
    if (!(error instanceof RowConflict)) throw error
    const expectations = Object.entries(document.expect).map(([name, expected]) => expectationResult(name, expected, undefined))
    return { id: document.id, passed: false, expectations, issues: [conflictIssue(assembly, error)] }
  }
}

const expectationResult = (name: string, expected: Literal, got: Literal | undefined): ExpectationResult =>
  got === undefined ? { name, expected, passed: false } : { name, expected, got, passed: got === expected }

const failureOf = (assembly: Assembly, { name, expected, got }: ExpectationResult): Issue =>
  got === undefined ? caseIssue('case-name-unknown', assembly, name, { expected }) : caseIssue('case-result-differs', assembly, name, { expected, got })

const conflictIssue = (assembly: Assembly, { table, rows }: RowConflict): Issue => caseIssue('case-rows-conflict', assembly, table, { rows })
