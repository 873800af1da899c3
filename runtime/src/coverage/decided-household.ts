import type { Literal, SingleOperand } from '../documents/condition-document.ts'
import type { HouseholdInput } from '../documents/input-document.ts'
import { outcomeSource, outputColumn } from '../documents/logic-document.ts'
import { isEvaluationError } from '../logic/evaluation-error.ts'
import type { Assembly } from '../release/assembly.ts'
import { toScalar, type Scalar } from '../values/value.ts'
import { missingFor, readExpected } from './case-result.ts'
import type { CaseTarget } from './case-target.ts'
import { historiesFor } from './reach/histories.ts'
import { draftOf, inTurn, type Draft, type Drafts, type Reach } from './reach/reach.ts'

/** A household that lies on its target, with one result decided. */
export interface DecidedHousehold {
  readonly target: CaseTarget
  readonly draft: Draft
  readonly name: string
  readonly result: Literal
}

/**
 * The household with its result; undefined where it does not lie on the target, answers are missing, or rows
 * contradict. With no answer missing a result may still be undetermined, for want of a value in the law.
 */
export const decidedHousehold = async (target: CaseTarget, draft: Draft, name: string): Promise<DecidedHousehold | undefined> => {
  try {
    if (!(await target.holds(draft))) return undefined
    const result = await readExpected(draft.interpreter, name)
    if (result === undefined) return undefined
    const open = result === 'undetermined' && (await missingFor(draft.interpreter, name)).length > 0
    return open ? undefined : { target, draft, name, result }
  } catch (error) {
    if (isEvaluationError(error)) return undefined
    throw error
  }
}

/** Whether a household lies on a target; one in which rows of a table contradict each other lies nowhere. */
export const liesOn = async (target: CaseTarget, draft: Draft): Promise<boolean> => {
  try {
    return await target.holds(draft)
  } catch (error) {
    if (isEvaluationError(error)) return false
    throw error
  }
}

/** Households on the target with the result decided: first with the place itself deciding, then as they come. */
export async function* decidedHouseholds(reach: Reach, target: CaseTarget, start: Draft, name: string): AsyncGenerator<DecidedHousehold> {
  const { settings, whose } = target
  if (settings.length > 0) {
    for await (const set of inTurn(settings, start, ({ condition, want }, from) => reach.condition(condition, want, from, whose))) {
      yield* completed(reach, target, set, name)
      break
    }
  }
  yield* completed(reach, target, start, name)
}

/** The first household for each value the result can be given. */
export async function* completed(reach: Reach, target: CaseTarget, start: Draft, name: string): AsyncGenerator<DecidedHousehold> {
  for (const meet of waysToDecide(reach, name)) {
    for await (const draft of meet(start)) {
      const decided = await decidedHousehold(target, draft, name)
      if (!decided) continue
      yield decided
      break
    }
  }
}

/** Households in which the law alone leaves the result open, or decides it after all. */
export async function* answeredHouseholds(reach: Reach, target: CaseTarget, start: Draft, name: string): AsyncGenerator<DecidedHousehold> {
  for await (const draft of answered(reach, start, name)) {
    const decided = await decidedHousehold(target, draft, name)
    if (decided) yield decided
  }
}

/** Answers one missing question after another until none is left that can decide the result. */
async function* answered(reach: Reach, draft: Draft, name: string): AsyncGenerator<Draft> {
  const [question] = await missingFor(draft.interpreter, name)
  if (!question) {
    yield draft
    return
  }
  if (question.field === 'members') {
    const next = draftOf(reach, { ...draft.input, members: draft.input.members ?? [{ id: 'm1' }] })
    if (next && draft.input.members === undefined) yield* answered(reach, next, name)
    return
  }
  if (question.field === 'history') {
    if (draft.input.history !== undefined) return
    for (const history of historiesFor(reach)) {
      const next = draftOf(reach, { ...draft.input, history })
      if (next) yield* answered(reach, next, name)
    }
    return
  }
  for (const value of reach.candidates({ fact: question.field })) {
    for await (const next of reach.fact({ fact: question.field }, value, draft, question.member)) yield* answered(reach, next, name)
  }
}

/** For each value the result may have, the way to it. */
const waysToDecide = (reach: Reach, name: string): readonly ((draft: Draft) => Drafts)[] => {
  const [id = '', rule] = name.split('.')
  const piece = reach.assembly.pieces.get(id)?.piece
  if (piece?.kind === 'rules') {
    const found = piece.rules.find((each) => each.id === rule)
    return found ? [true, false].map((want) => (draft) => reach.condition(found.conditions, want, draft, undefined)) : []
  }
  if (piece?.kind === 'entitlement') return [true, false].map((want) => (draft) => reach.condition(piece.conditions, want, draft, undefined))
  return resultValues(reach.assembly, reach, id).map((value) => (draft) => reach.fact({ fact: id }, value, draft, undefined))
}

const resultValues = (assembly: Assembly, reach: Reach, id: string): readonly Scalar[] => {
  const piece = assembly.pieces.get(id)?.piece
  const source = piece?.kind === 'outcome' ? outcomeSource(piece) : undefined
  const table = source && assembly.pieces.get(source.fact)?.piece
  if (table?.kind !== 'table' || table.hit === 'sum') return reach.candidates({ fact: id })
  const column = outputColumn(table, source?.output)
  const outputs = table.rows.flatMap((row) => literalOutput(row.then[column]))
  const distinct = [...new Map(outputs.map((output) => [String(output), output])).values()]
  return table.hit === 'collect' ? distinct.map((code) => [String(code)]) : distinct
}

const literalOutput = (output: SingleOperand | undefined): readonly Scalar[] => (typeof output === 'object' || output === undefined ? [] : [toScalar(output)])

/** One household's answers, with those of another put over them; members are matched by their order's id. */
const overlaid = (context: HouseholdInput, over: HouseholdInput): HouseholdInput => {
  const members = mergedMembers(context, over)
  const history = over.history ?? context.history
  return {
    ...((context.household ?? over.household) && { household: { ...context.household, ...over.household } }),
    ...((context.unit ?? over.unit) && { unit: { ...context.unit, ...over.unit } }),
    ...(members && { members }),
    ...(history && { history }),
  }
}

const mergedMembers = ({ members: below }: HouseholdInput, { members: above }: HouseholdInput): HouseholdInput['members'] => {
  if (!below || !above) return above ?? below
  const known = new Map(below.map((member) => [member.id, member]))
  return above.map((member) => ({ ...known.get(member.id), ...member }))
}

/** The draft of a target moved into the context of another household. */
export const movedInto = (reach: Reach, context: Draft, start: Draft): Draft | undefined => draftOf(reach, overlaid(context.input, start.input))
