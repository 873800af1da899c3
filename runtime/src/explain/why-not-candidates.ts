import type { Truth } from '../documents/evaluation-document.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import type { Assembly } from '../release/assembly.ts'
import { typeOfFact } from '../release/value-types.ts'
import type { ValueType } from '../values/value-type.ts'
import { addDays, isDay } from '../values/day.ts'
import { noGrounds } from '../values/grounds.ts'
import { greater, exact, isExact, toNumber, type Exact } from '../values/number.ts'
import { certainScalar, eitherBoolean, isList, known, numberRange, sameScalar, toAnswer, type Scalar, type Value } from '../values/value.ts'
import { describeReference } from './readable.ts'
import { allows, fixedInterpreter, isChangeableTarget } from './why-not-changeable.ts'
import type { Replacement } from './why-not-change.ts'
import type { Read } from './why-not-reads.ts'
import { stepOf } from './why-not-step.ts'

/** Something read that may be different, with what it is and what it could be at all. */
export interface Changeable {
  readonly read: Read
  readonly present: Value
  /** Bounds that no answer can pass. */
  readonly bounds: Value
  readonly step: Exact
}

/** One other value for something read. `distance` is 0 for the same, about 1 for something else altogether. */
export interface Candidate extends Replacement {
  readonly changeable: Changeable
  readonly scalar: Scalar
  readonly distance: number
}

const truthValue = (truth: Truth): Value => (truth === 'unknown' ? eitherBoolean(noGrounds) : known(truth))

const valueOf = async (interpreter: Interpreter, { target, reference, scope }: Read): Promise<Value> => {
  if (target.kind !== 'rule') return interpreter.readFact(reference, scopeIn(interpreter, scope.member?.id))
  const piece = interpreter.assembly.pieces.get(target.set)?.piece
  const rules = piece?.kind === 'rules' ? await interpreter.judgeRules(piece, scopeIn(interpreter, scope.member?.id)) : []
  return truthValue(rules.find(({ rule }) => rule.id === target.rule)?.truth ?? 'unknown')
}

/** The scope of the same member among the members of this evaluation. */
export const scopeIn = (interpreter: Interpreter, member: string | undefined) =>
  (member === undefined ? undefined : interpreter.memberScopes()?.find((scope) => scope.member?.id === member)) ?? {}

/** Of everything read, what may be different: nothing `x-fixed`, and nothing certain without the answers that can change. */
export const changeablesOf = async (interpreter: Interpreter, reads: readonly Read[]): Promise<readonly Changeable[]> => {
  const fixed = fixedInterpreter(interpreter)
  const all = await Promise.all(reads.filter(({ target }) => isChangeableTarget(interpreter.assembly, target)).map(async (read): Promise<Changeable> => ({
    read, present: await valueOf(interpreter, read), bounds: await valueOf(fixed, read), step: stepOf(interpreter.assembly, read.reference),
  })))
  return all.filter(({ bounds }) => bounds.possible.kind !== 'none' && certainScalar(bounds) === undefined)
}

const numbersNear = ({ read, step }: Changeable): readonly Exact[] =>
  read.goals.filter(isExact).flatMap((goal) => {
    const below = goal.div(step).floor().mul(step)
    return below.compare(goal) === 0 ? [below.sub(step), below, below.add(step)] : [below, below.add(step)]
  })

const daysNear = ({ read }: Changeable): readonly string[] =>
  read.goals.filter((goal) => typeof goal === 'string' && isDay(goal)).flatMap((day) => (typeof day === 'string' ? [addDays(day, -1), day, addDays(day, 1)] : []))

const isValid = ({ valid_from: from, valid_to: to }: { readonly valid_from?: string; readonly valid_to?: string }, day: string): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to)

/** Codes of the list, or those compared with. Where only comparisons read it, one of those that are alike. */
const codes = ({ assembly, request }: Interpreter, { read, present }: Changeable): readonly string[] => {
  const list = assembly.lists.get(describeReference(assembly, read.reference).list ?? '')
  const all = list ? list.entries.filter((entry) => isValid(entry, request.moment.facts_at)).map(({ code }) => code) : read.goals.filter((goal) => typeof goal === 'string')
  if (!read.plain || !list) return all
  const groups = (code: Scalar | undefined) => read.groups.map((group) => group.some((other) => other === code)).join()
  const now = certainScalar(present)
  const seen = new Set(typeof now === 'string' ? [groups(now)] : [])
  return all.filter((code) => !seen.has(groups(code)) && seen.add(groups(code)))
}

/** So many codes are taken in or out in every combination; more of them one at a time. */
const mostCombined = 4

const subsets = (all: readonly string[]): readonly (readonly string[])[] =>
  all.reduce<readonly (readonly string[])[]>((sets, code) => [...sets, ...sets.map((set) => [...set, code])], [[]])

/** The list with codes asked about taken in or out. */
const toggled = ({ read, present }: Changeable): readonly Scalar[] => {
  const now = certainScalar(present)
  const held = now !== undefined && isList(now) ? now : []
  const asked = read.goals.filter((goal) => typeof goal === 'string')
  const turned = asked.length > mostCombined ? asked.map((code) => [code]) : subsets(asked)
  return turned.map((some) => [...held.filter((code) => !some.includes(code)), ...some.filter((code) => !held.includes(code))])
}

const values: Readonly<Record<ValueType, (interpreter: Interpreter, changeable: Changeable) => readonly Scalar[]>> = {
  number: (_interpreter, changeable) => numbersNear(changeable),
  date: (_interpreter, changeable) => daysNear(changeable),
  boolean: () => [true, false],
  text: codes,
  list: (_interpreter, changeable) => (changeable.read.target.kind === 'answer' ? toggled(changeable) : []),
}

const typeOf = (assembly: Assembly, { target, reference, goals }: Read): ValueType => {
  if (target.kind === 'rule') return 'boolean'
  const [goal] = goals
  return typeOfFact(assembly, reference) ?? (isExact(goal) ? 'number' : typeof goal === 'boolean' ? 'boolean' : 'text')
}

const days = (day: string): number => Date.parse(day) / 86_400_000

const distanceTo = (present: Value, to: Scalar): number => {
  const { from = undefined, to: end = from } = numberRange(present) ?? {}
  if (isExact(to) && from && end) {
    const gap = to.compare(from) < 0 ? from.sub(to) : to.compare(end) > 0 ? to.sub(end) : exact(0)
    return toNumber(gap.div(greater(greater(from.abs(), to.abs()), exact(1))))
  }
  const now = certainScalar(present)
  if (now !== undefined && isList(now) && isList(to)) return now.filter((code) => !to.includes(code)).length + to.filter((code) => !now.includes(code)).length
  return typeof to === 'string' && typeof now === 'string' && isDay(to) && isDay(now) ? Math.min(1, Math.abs(days(to) - days(now)) / 3652) : 1
}

/** Other values worth trying, nearest first. Numbers and days: each limit, just below and just above it. */
export const candidatesOf = (interpreter: Interpreter, changeables: readonly Changeable[]): readonly Candidate[] =>
  changeables.flatMap((changeable) => {
    const { read, present, bounds } = changeable
    const now = certainScalar(present)
    const all = values[typeOf(interpreter.assembly, read)](interpreter, changeable)
    const different = all.filter((scalar, index) => (now === undefined || !sameScalar(scalar, now)) && allows(bounds.possible, scalar) && all.findIndex((other) => sameScalar(other, scalar)) === index)
    return different.map((scalar): Candidate => ({ target: read.target, to: toAnswer(scalar), changeable, scalar, distance: distanceTo(present, scalar) }))
  }).toSorted((a, b) => a.distance - b.distance)
