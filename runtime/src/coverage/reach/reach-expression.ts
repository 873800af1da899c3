import type { Expression } from '../../documents/logic-document.ts'
import { evaluateExpression } from '../../logic/expression.ts'
import { overOf } from '../../logic/over.ts'
import { exact, isExact, minus, over, plus, times, toNumber, zero, type Exact } from '../../values/number.ts'
import { certainScalar, sameScalar, toScalar, type Scalar } from '../../values/value.ts'
import { birthdaysFor } from './birthdays.ts'
import { judgeWanted, scopeOf, type Draft, type Reach, type Whose } from './reach.ts'
import { reachHistory } from './reach-history.ts'
import { reachMembers } from './reach-members.ts'

/** Households in which an expression certainly has a value. */
export async function* reachExpression(reach: Reach, expression: Expression, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const judged = await judgeExpression(expression, want, draft, whose)
  if (judged === true) yield draft
  if (judged !== 'unknown' || typeof expression !== 'object') return
  for await (const met of waysTo(reach, expression, want, draft, whose)) {
    if ((await judgeExpression(expression, want, met, whose)) === true) yield met
  }
}

const judgeExpression = async (expression: Expression, want: Scalar, draft: Draft, whose: Whose): Promise<boolean | 'unknown'> =>
  judgeWanted(await valueOf(expression, draft, whose), want)

const valueOf = (expression: Expression, draft: Draft, whose: Whose) => evaluateExpression(expression, draft.interpreter.expressionReader(scopeOf(draft, whose)))

type Compound = Extract<Expression, object>

async function* waysTo(reach: Reach, expression: Compound, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  if ('fact' in expression) yield* reach.fact(expression, want, draft, whose)
  else if ('if' in expression) yield* reachChoice(reach, expression, want, draft, whose)
  else if ('countEvents' in expression) yield* reachEvents(reach, expression.countEvents, want, draft, whose)
  else if ('parameter' in expression) yield* reachParameter(reach, expression.parameter, want, draft, whose)
  else yield* reachEarlier(reach, expression, want, draft, whose) ?? reachMembers(reach, expression, want, draft) ?? reachArithmetic(reach, expression, want, draft, whose)
}

/** Earlier decisions that come to an aggregate's value; undefined where the expression is no aggregate over them. */
const reachEarlier = (reach: Reach, expression: Compound, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> | undefined => {
  const recorded = overOf(expression)
  return typeof recorded === 'object' ? reachHistory(reach, recorded.outcome, want, draft, (each) => judgeExpression(expression, want, each, whose)) : undefined
}

async function* reachChoice(reach: Reach, { if: condition, then, else: otherwise }: Extract<Compound, { readonly if: unknown }>, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  for (const [truth, branch] of [[true, then], [false, otherwise]] as const) {
    if ((await judgeExpression(branch, want, draft, whose)) === false) continue
    for await (const decided of reach.condition(condition, truth, draft, whose)) yield* reach.expression(branch, want, decided, whose)
  }
}

async function* reachParameter(reach: Reach, name: string, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const { by, values = {} } = reach.assembly.parameters.get(name)?.parameter ?? {}
  const keys = Object.entries(values).filter(([, value]) => sameScalar(toScalar(value), want))
  if (by !== undefined) for (const [key] of keys) yield* reach.fact({ fact: by }, key, draft, whose)
}

/** So many rules hold: the first that can, and no more. */
async function* reachEvents(reach: Reach, set: string, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const piece = reach.assembly.pieces.get(set)?.piece
  if (piece?.kind !== 'rules' || !isExact(want)) return
  yield* chooseRules(reach, piece.rules.map(({ conditions }) => conditions), toNumber(want), draft, whose)
}

async function* chooseRules(reach: Reach, rules: readonly Parameters<Reach['condition']>[0][], wanted: number, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const [first, ...rest] = rules
  if (first === undefined) {
    if (wanted === 0) yield draft
    return
  }
  if (wanted < 0 || wanted > rules.length) return
  for (const choice of wanted > 0 ? [true, false] : [false]) {
    for await (const chosen of reach.condition(first, choice, draft, whose)) yield* chooseRules(reach, rest, wanted - (choice ? 1 : 0), chosen, whose)
  }
}

async function* reachArithmetic(reach: Reach, expression: Compound, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  if ('ageInYears' in expression) yield* reachAge(reach, expression.ageInYears, 12, want, draft, whose)
  else if ('ageInMonths' in expression) yield* reachAge(reach, expression.ageInMonths, 1, want, draft, whose)
  else if ('monthsBetween' in expression) yield* reachAge(reach, expression.monthsBetween, 1, want, draft, whose)
  else if ('yearOf' in expression && isExact(want)) yield* reach.expression(expression.yearOf, `${String(toNumber(want)).padStart(4, '0')}-01-01`, draft, whose)
  else if ('floor' in expression) yield* reach.expression(expression.floor, want, draft, whose)
  else if ('round' in expression) yield* reach.expression(expression.round, want, draft, whose)
  else if (isExact(want)) yield* reachOperands(reach, expression, want, draft, whose)
}

/** Birth dates by which a number of whole years or months is complete on a day that is certain. */
async function* reachAge(reach: Reach, [birth, day]: readonly [Expression, Expression], months: number, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const on = certainScalar(await valueOf(day, draft, whose))
  if (typeof on !== 'string' || !isExact(want)) return
  for (const born of birthdaysFor(on, toNumber(want) * months, months)) yield* reach.expression(birth, born, draft, whose)
}

interface Operation {
  readonly parts: readonly Expression[]
  /** The value of one operand, by its place, that makes the whole come out, given the others. */
  readonly solve: (want: Exact, others: readonly Exact[], place: number) => Exact | undefined
}

const sum = (numbers: readonly Exact[]): Exact => numbers.reduce(plus, zero)
const product = (numbers: readonly Exact[]): Exact => numbers.reduce(times, exact(1))
const quotient = (a: Exact, b: Exact): Exact | undefined => (b.compare(zero) === 0 ? undefined : over(a, b))

const operationOf = (expression: Compound): Operation | undefined => {
  if ('add' in expression) return { parts: expression.add, solve: (want, others) => minus(want, sum(others)) }
  if ('subtract' in expression) return { parts: expression.subtract, solve: (want, [other = zero], place) => (place === 0 ? plus(want, other) : minus(other, want)) }
  if ('multiply' in expression) return { parts: expression.multiply, solve: (want, others) => quotient(want, product(others)) }
  if ('divide' in expression) return { parts: expression.divide, solve: (want, [other = zero], place) => (place === 0 ? times(want, other) : quotient(other, want)) }
  if ('min' in expression && typeof expression.min === 'object') return { parts: expression.min, solve: (want) => want }
  return 'max' in expression && typeof expression.max === 'object' ? { parts: expression.max, solve: (want) => want } : undefined
}

/** Settles all operands but one from the values worth trying, and solves for that one. */
async function* reachOperands(reach: Reach, expression: Compound, want: Exact, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const operation = operationOf(expression)
  if (!operation) return
  const certain = await Promise.all(operation.parts.map(async (part) => certainScalar(await valueOf(part, draft, whose))))
  const free = operation.parts.flatMap((part, place) => (certain[place] === undefined ? [{ part, place }] : []))
  const [last] = free
  if (!last) return
  for await (const settled of settleParts(reach, free.slice(1).map(({ part }) => part), draft, whose)) {
    const values = await Promise.all(operation.parts.map(async (part) => certainScalar(await valueOf(part, settled, whose))))
    const others = values.filter((_value, place) => place !== last.place).filter(isExact)
    const solved = others.length === values.length - 1 ? operation.solve(want, others, last.place) : undefined
    if (solved) yield* reach.expression(last.part, solved, settled, whose)
  }
}

async function* settleParts(reach: Reach, parts: readonly Expression[], draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const [first, ...rest] = parts
  if (first === undefined) {
    yield draft
    return
  }
  for (const value of valuesWorthTrying(reach, first)) {
    for await (const settled of reach.expression(first, value, draft, whose)) yield* settleParts(reach, rest, settled, whose)
  }
}

const few = [1, 0, 2, 3].map((number) => exact(number))

const valuesWorthTrying = (reach: Reach, expression: Expression): readonly Scalar[] => {
  if (typeof expression !== 'object') return [toScalar(expression)]
  if ('fact' in expression) return [...few, ...reach.candidates(expression)]
  if ('if' in expression) return [...valuesWorthTrying(reach, expression.then), ...valuesWorthTrying(reach, expression.else)]
  if ('parameter' in expression) {
    const { value, values = {} } = reach.assembly.parameters.get(expression.parameter)?.parameter ?? {}
    return [...(value === undefined ? [] : [value]), ...Object.values(values)].map(toScalar)
  }
  return few
}
