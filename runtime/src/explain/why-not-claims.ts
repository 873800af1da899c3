import type { Interpreter } from '../logic/interpreter.ts'
import type { Rule, RulesPiece } from '../documents/logic-document.ts'
import { exact, isExact, toNumber, type Exact } from '../values/number.ts'
import { certainScalar, sameCertain, toAnswer, type Scalar } from '../values/value.ts'
import { scopeIn, type Candidate } from './why-not-candidates.ts'
import type { Replacement } from './why-not-change.ts'
import type { FoundSet, Trials } from './why-not-search.ts'

/** On which side of the value the outcome stays the same. */
export type Direction = 'or_less' | 'or_more'

/** Most whole numbers tried one by one before a claim about all of them. */
const mostSteps = 12

/** The set with one of its changes replaced by another. */
const instead = (set: FoundSet, change: Candidate, other: Replacement): readonly Replacement[] => set.changes.map((each) => (each === change ? other : each))

const holdsWith = async (trials: Trials, set: FoundSet, change: Candidate, other: Replacement): Promise<boolean> => {
  const outcome = (await trials.run(instead(set, change, other)))?.outcome
  return outcome !== undefined && sameCertain(outcome, set.outcome)
}

const order = (a: Scalar, b: Scalar): number => (isExact(a) && isExact(b) ? a.compare(b) : typeof a === 'string' && typeof b === 'string' ? (a < b ? -1 : a > b ? 1 : 0) : 0)

/** Every whole number beyond the value, where they are few. */
const steps = ({ changeable: { bounds, step }, scalar }: Candidate, less: boolean): readonly Exact[] | undefined => {
  const { possible } = bounds
  const end = possible.kind === 'range' ? (less ? possible.from : possible.to) : undefined
  if (!end || !isExact(scalar) || step.compare(1) !== 0) return undefined
  const count = toNumber(less ? scalar.sub(end) : end.sub(scalar))
  return count > mostSteps ? undefined : Array.from({ length: Math.max(0, Math.floor(count)) }, (_step, index) => (less ? scalar.sub(exact(index + 1)) : scalar.add(exact(index + 1))))
}

/** The end of what is possible on one side, or where there is none, a number ten times as large. */
const farthest = ({ changeable: { bounds }, scalar }: Candidate, sign: number): readonly Scalar[] => {
  const { possible } = bounds
  if (!isExact(scalar)) return []
  const end = possible.kind === 'range' ? (sign < 0 ? possible.from : possible.to) : undefined
  const far = end ?? scalar.add(exact(10 * sign).mul(scalar.abs().add(1)))
  return far.compare(scalar) * sign > 0 ? [far] : []
}

/**
 * Whether the outcome stays the same for every value further away that is possible at all. Claimed only where each such value was tried, or
 * where only comparisons with constants read it and a value on and beside each constant was tried.
 */
export const directionOf = async (trials: Trials, set: FoundSet, change: Candidate, candidates: readonly Candidate[]): Promise<Direction | undefined> => {
  const now = certainScalar(change.changeable.present)
  const sign = now === undefined ? 0 : order(change.scalar, now)
  if (sign === 0) return undefined
  const beyond = candidates.filter(({ changeable, scalar }) => changeable === change.changeable && order(scalar, change.scalar) * sign > 0).map(({ scalar }) => scalar)
  const further: readonly Scalar[] = steps(change, sign < 0) ?? (change.changeable.read.plain ? [...beyond, ...farthest(change, sign)] : [])
  if (further.length === 0) return undefined
  for (const scalar of further) {
    if (!(await holdsWith(trials, set, change, { target: change.target, to: toAnswer(scalar) }))) return undefined
  }
  return sign < 0 ? 'or_less' : 'or_more'
}

/** The rule set that a fact counts. */
export const countedRules = ({ assembly }: Interpreter, { target }: Candidate): { readonly piece: RulesPiece; readonly programme: string } | undefined => {
  const value = target.kind === 'fact' ? assembly.pieces.get(target.fact)?.piece : undefined
  if (value?.kind !== 'fact' || typeof value.value !== 'object' || !('countEvents' in value.value)) return undefined
  const entry = assembly.pieces.get(value.value.countEvents)
  return entry?.piece.kind === 'rules' ? { piece: entry.piece, programme: entry.programme } : undefined
}

/** Of a count that changes by one: the single rules that would do by turning, each tried. */
export const turningRules = async (interpreter: Interpreter, fixed: Interpreter, trials: Trials, set: FoundSet, change: Candidate): Promise<readonly Rule[]> => {
  const counted = countedRules(interpreter, change)
  const now = certainScalar(change.changeable.present)
  const difference = isExact(now) && isExact(change.scalar) ? toNumber(change.scalar.sub(now)) : 0
  if (!counted || Math.abs(difference) !== 1) return []
  const { piece, programme } = counted
  const { member } = change.changeable.read.scope
  const to = difference > 0
  const [judged, bounds] = await Promise.all([interpreter, fixed].map((each) => each.judgeRules(piece, scopeIn(each, member?.id))))
  const able = (judged ?? []).filter(({ rule, truth }) => truth === !to && bounds?.some((other) => other.rule.id === rule.id && other.truth !== !to))
  const turning: Rule[] = []
  for (const { rule } of able) {
    const target = { kind: 'rule', name: `${programme}.${piece.id}.${rule.id}`, set: piece.id, rule: rule.id, ...(member && { member: member.id }) } as const
    if (await holdsWith(trials, set, change, { target, to })) turning.push(rule)
  }
  return turning
}
