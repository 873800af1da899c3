import type { Truth } from '../documents/evaluation-document.ts'
import type { LogicPiece, TablePiece } from '../documents/logic-document.ts'
import { isEvaluationError } from '../logic/evaluation-error.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { rowCondition } from '../logic/table.ts'
import { householdScope, type EvaluationRequest, type Scope } from '../logic/scope.ts'
import { truthPieces } from '../plan/compile/compile-truths.ts'
import type { Assembly } from '../release/assembly.ts'
import type { Value } from '../values/value.ts'

/** What of a release is true of a household, of which of its parts; of members one truth for each. */
export interface JudgedTruth {
  readonly piece: string
  readonly part?: string
  readonly of: 'household' | 'members'
  readonly truths: readonly Truth[]
}

type Parts = readonly (readonly [part: string | undefined, truth: Truth])[]

/**
 * What is true of one household as the interpreter finds it: rules, named conditions, rows (of `first` and `unique` the one that
 * decides), yes/no facts, entitlements. Where rules contradict themselves on it, what rests on them is unknown.
 */
export const judgeTruths = async (assembly: Assembly, request: EvaluationRequest): Promise<readonly JudgedTruth[]> => {
  const interpreter = new Interpreter(assembly, request)
  const judged: JudgedTruth[] = []
  for (const piece of truthPieces(assembly)) {
    const { of = 'household' } = piece
    const scopes = of === 'members' ? (interpreter.memberScopes() ?? []) : [householdScope]
    const found: Parts[] = []
    for (const scope of scopes) found.push(await unknownOnConflict(piece, () => partsOf(interpreter, piece, scope)))
    judged.push(...partNames(piece).map((part, index): JudgedTruth => ({ piece: piece.id, ...(part !== undefined && { part }), of, truths: found.map((parts) => parts[index]?.[1] ?? 'unknown') })))
  }
  return judged
}

const partNames = (piece: LogicPiece): readonly (string | undefined)[] => {
  if (piece.kind === 'rules') return piece.rules.map(({ id }) => id)
  return piece.kind === 'table' ? piece.rows.map(({ id }) => id) : [undefined]
}

const unknownOnConflict = async (piece: LogicPiece, judge: () => Promise<Parts>): Promise<Parts> => {
  try {
    return await judge()
  } catch (error) {
    if (!isEvaluationError(error)) throw error
    return partNames(piece).map((part) => [part, 'unknown'])
  }
}

const partsOf = async (interpreter: Interpreter, piece: LogicPiece, scope: Scope): Promise<Parts> => {
  if (piece.kind === 'rules') return (await interpreter.judgeRules(piece, scope)).map(({ rule, truth }) => [rule.id, truth])
  if (piece.kind === 'table') return rowsOf(interpreter, piece, scope)
  if (piece.kind === 'condition' || piece.kind === 'entitlement') return [[undefined, (await interpreter.judge(piece.conditions, scope)).truth]]
  return [[undefined, truthOfValue(await interpreter.readFact({ fact: piece.id }, scope))]]
}

/** What does not apply is not true. */
const truthOfValue = ({ possible, notApplicable }: Value): Truth => {
  if (possible.kind === 'none' || (possible.kind === 'set' && !possible.scalars.includes(true))) return false
  return possible.kind === 'set' && possible.scalars.length === 1 && !notApplicable ? true : 'unknown'
}

/** Rows by their cells alone: what they bring plays no part. */
const rowsOf = async (interpreter: Interpreter, piece: TablePiece, scope: Scope): Promise<Parts> => {
  const truths: Truth[] = []
  for (const row of piece.rows) {
    const condition = rowCondition(piece, row)
    truths.push(condition ? (await interpreter.judge(condition, scope)).truth : true)
  }
  const deciding = piece.hit === 'first' ? firstOf(truths) : piece.hit === 'unique' ? onlyOf(truths) : truths
  return piece.rows.map(({ id }, index) => [id, deciding[index] ?? 'unknown'])
}

/** A row decides where it holds and none above it may. */
const firstOf = (truths: readonly Truth[]): readonly Truth[] => {
  let above: Truth = false
  return truths.map((truth) => {
    const deciding = truth === false || above === true ? false : above === 'unknown' ? 'unknown' : truth
    above = above === true || truth === true ? true : above === 'unknown' ? 'unknown' : truth
    return deciding
  })
}

/** Where one row holds no other does; where two do the table contradicts itself. */
const onlyOf = (truths: readonly Truth[]): readonly Truth[] => {
  const holding = truths.filter((truth) => truth === true).length
  if (holding > 1) return truths.map(() => 'unknown')
  return holding === 1 ? truths.map((truth) => truth === true) : truths
}
