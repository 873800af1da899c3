import type { Condition } from '../../documents/condition-document.ts'
import type { Expression } from '../../documents/logic-document.ts'
import { exact, isExact, toNumber, type Exact } from '../../values/number.ts'
import type { Scalar } from '../../values/value.ts'
import { draftOf, inTurn, scopeOf, type Draft, type Reach } from './reach.ts'

/** The most members a household is made of. */
const mostMembers = 10

type Aggregate = Extract<Expression, object>

/** Households whose members come to an aggregate's value; undefined where the expression is no aggregate over them. */
export const reachMembers = (reach: Reach, expression: Aggregate, want: Scalar, draft: Draft): AsyncGenerator<Draft> | undefined => {
  if ('count' in expression) return isExact(want) ? reachCount(reach, expression.where, want, draft) : nobody()
  if ('any' in expression) return typeof want === 'boolean' ? reachQuantity(reach, expression.where, want ? 'some' : 'none', draft) : nobody()
  if ('none' in expression) return typeof want === 'boolean' ? reachQuantity(reach, expression.where, want ? 'none' : 'some', draft) : nobody()
  if ('all' in expression) return typeof want === 'boolean' ? reachQuantity(reach, { not: expression.where }, want ? 'none' : 'some', draft) : nobody()
  if ('share' in expression) return isExact(want) ? reachShare(reach, expression.where, expression.among, want, draft) : nobody()
  if ('sum' in expression) return isExact(want) ? reachSum(reach, expression.value, expression.where, want, draft) : nobody()
  const everyone = 'min' in expression && typeof expression.min === 'string' ? expression : 'max' in expression && typeof expression.max === 'string' ? expression : undefined
  return everyone && isExact(want) ? reachEach(reach, everyone.value, everyone.where, want, draft) : undefined
}

async function* nobody(): AsyncGenerator<Draft> {}

const membersOf = ({ input }: Draft): readonly string[] => (input.members ?? []).map(({ id }) => id)

/** The household with a number of members, where nobody asked who they are. */
async function* withMembers(reach: Reach, least: number, draft: Draft): AsyncGenerator<Draft> {
  if (draft.input.members !== undefined) {
    yield draft
    return
  }
  for (let count = least; count <= mostMembers; count += 1) {
    const next = draftOf(reach, { ...draft.input, members: Array.from({ length: count }, (_member, index) => ({ id: `m${index + 1}` })) })
    if (!next) return
    yield next
  }
}

/** Exactly so many of these members meet a condition, the rest certainly do not. */
async function* chooseMembers(reach: Reach, where: Condition, wanted: number, members: readonly string[], draft: Draft): AsyncGenerator<Draft> {
  const [first, ...rest] = members
  if (first === undefined) {
    if (wanted === 0) yield draft
    return
  }
  if (wanted < 0 || wanted > members.length) return
  const { truth } = await draft.interpreter.judge(where, scopeOf(draft, first))
  const choices = truth === 'unknown' ? [wanted > 0, wanted <= 0] : [truth]
  for (const choice of choices) {
    for await (const chosen of reach.condition(where, choice, draft, first)) yield* chooseMembers(reach, where, wanted - (choice ? 1 : 0), rest, chosen)
  }
}

async function* reachCount(reach: Reach, where: Condition | undefined, want: Exact, draft: Draft): AsyncGenerator<Draft> {
  const wanted = toNumber(want)
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > mostMembers) return
  for await (const household of withMembers(reach, where ? Math.max(1, wanted) : wanted, draft)) {
    if (where) yield* chooseMembers(reach, where, wanted, membersOf(household), household)
    else if (membersOf(household).length === wanted) yield household
    else return
  }
}

async function* reachQuantity(reach: Reach, where: Condition, how: 'some' | 'none', draft: Draft): AsyncGenerator<Draft> {
  for await (const household of withMembers(reach, 1, draft)) {
    if (how === 'none') yield* inTurn(membersOf(household), household, (member, from) => reach.condition(where, false, from, member))
    else for (const member of membersOf(household)) yield* reach.condition(where, true, household, member)
  }
}

/** Every member is made one of the whole, and as many as the share tells meet the condition. */
async function* reachShare(reach: Reach, where: Condition, among: Condition | undefined, want: Exact, draft: Draft): AsyncGenerator<Draft> {
  for await (const household of withMembers(reach, 1, draft)) {
    const members = membersOf(household)
    const wanted = toNumber(want.mul(members.length))
    if (!Number.isInteger(wanted)) continue
    const whole = among ? inTurn(members, household, (member, from) => reach.condition(among, true, from, member)) : [household]
    for await (const base of whole) yield* chooseMembers(reach, where, wanted, members, base)
  }
}

/** One member brings the whole sum, the others nothing: left out by the condition, or with the value 0. */
async function* reachSum(reach: Reach, value: Expression, where: Condition | undefined, want: Exact, draft: Draft): AsyncGenerator<Draft> {
  for await (const household of withMembers(reach, 1, draft)) {
    const [first, ...others] = membersOf(household)
    if (first === undefined) return
    for await (const brought of bring(reach, value, where, want, household, first)) {
      yield* inTurn(others, brought, (member, from) => (where ? reach.condition(where, false, from, member) : reach.expression(value, exact(0), from, member)))
    }
  }
}

/** Every member has the value, and so it is the least and the greatest. */
async function* reachEach(reach: Reach, value: Expression, where: Condition | undefined, want: Exact, draft: Draft): AsyncGenerator<Draft> {
  for await (const household of withMembers(reach, 1, draft)) {
    yield* inTurn(membersOf(household), household, (member, from) => bring(reach, value, where, want, from, member))
  }
}

async function* bring(reach: Reach, value: Expression, where: Condition | undefined, want: Exact, draft: Draft, member: string): AsyncGenerator<Draft> {
  for await (const valued of reach.expression(value, want, draft, member)) {
    if (where) yield* reach.condition(where, true, valued, member)
    else yield valued
  }
}
