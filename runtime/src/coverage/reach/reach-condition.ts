import { compare } from '../../conditions/compare.ts'
import { isFactReference, isLeaf, isParameterReference, operandsOf } from '../../conditions/condition-tree.ts'
import type { Condition, Leaf, SingleOperand } from '../../documents/condition-document.ts'
import { inlineConditions } from '../../release/assembly.ts'
import { isCertain } from '../../values/value.ts'
import { readsRecorded } from './histories.ts'
import { reachHistory } from './reach-history.ts'
import { certainFact, inTurn, scalarValue, scopeOf, type Draft, type Reach, type Whose } from './reach.ts'

/** Households in which a condition is certainly true, or certainly false. */
export async function* reachCondition(reach: Reach, condition: Condition, want: boolean, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const { truth } = await draft.interpreter.judge(condition, scopeOf(draft, whose))
  if (truth === want) yield draft
  if (truth !== 'unknown') return
  if (isLeaf(condition)) yield* reachLeaf(reach, condition, want, draft, whose)
  else if ('not' in condition) yield* reach.condition(condition.not, !want, draft, whose)
  else if ('condition' in condition) yield* reach.condition(inlineConditions(reach.assembly, condition), want, draft, whose)
  else yield* reachGroup(reach, 'all' in condition ? condition.all : condition.any, 'all' in condition === want, want, draft, whose)
}

/** Every child as wanted, or any one of them. */
async function* reachGroup(reach: Reach, children: readonly Condition[], every: boolean, want: boolean, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  if (every) yield* inTurn(children, draft, (child, from) => reach.condition(child, want, from, whose))
  else for (const child of children) yield* reach.condition(child, want, draft, whose)
}

async function* reachLeaf(reach: Reach, leaf: Leaf, want: boolean, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  for await (const settled of inTurn(operandsOf(leaf.value), draft, (operand, from) => settleOperand(reach, operand, from, whose))) {
    yield* reachLeft(reach, leaf, want, settled, whose)
  }
}

/** Makes a right side certain. */
async function* settleOperand(reach: Reach, operand: SingleOperand, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  if (isFactReference(operand) && (await certainFact(draft, operand, whose)) === undefined) {
    for (const scalar of reach.candidates(operand)) yield* reach.fact(operand, scalar, draft, whose)
    return
  }
  if (!isParameterReference(operand) || isCertain(await draft.interpreter.readParameter(operand, scopeOf(draft, whose)))) {
    yield draft
    return
  }
  const { by, values = {} } = reach.assembly.parameters.get(operand.parameter)?.parameter ?? {}
  if (by !== undefined) for (const key of Object.keys(values)) yield* reach.fact({ fact: by }, key, draft, whose)
}

/** Tries the values of the left side that compare as wanted; a comparison is false, too, where its field does not apply. */
async function* reachLeft(reach: Reach, leaf: Leaf, want: boolean, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const { truth } = await draft.interpreter.judge(leaf, scopeOf(draft, whose))
  if (truth === want) yield draft
  if (truth !== 'unknown' || isParameterReference(leaf)) return
  const right = await Promise.all(operandsOf(leaf.value).map((operand) => draft.interpreter.readOperand(operand, scopeOf(draft, whose))))
  const near = right.flatMap((value) => (value.possible.kind === 'set' ? value.possible.scalars : []))
  for (const scalar of reach.candidates(leaf, near)) {
    if (compare(leaf.operator, scalarValue(scalar), right) === want) yield* reach.fact(leaf, scalar, draft, whose)
  }
  if (!want && readsRecorded(leaf)) yield* reachHistory(reach, leaf.fact, undefined, draft, async (each) => (await each.interpreter.judge(leaf, scopeOf(each, whose))).truth === false)
  const applies = reach.assembly.fields.get(leaf.fact)?.schema.applies
  if (!want && applies) yield* reach.condition(applies, false, draft, whose)
}
