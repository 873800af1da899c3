import type { AssembledField, Assembly } from '../release/assembly.ts'
import { referencesOfPiece } from '../release/references.ts'
import type { Answers, HouseholdInput, MemberAnswers } from '../documents/input-document.ts'
import { Interpreter } from '../logic/interpreter.ts'
import { sameScalar, type Possible, type Scalar } from '../values/value.ts'
import type { ChangeTarget } from './why-not-change.ts'

const isChangeable = (field: AssembledField | undefined): boolean => field !== undefined && field.place !== 'unit' && field.schema['x-fixed'] !== true

/** Whether anything that can change stands behind a name: an answer that is not `x-fixed`, or another programme's recorded decision. */
const restsOnChangeable = (assembly: Assembly, name: string, seen: Set<string>): boolean => {
  if (seen.has(name)) return false
  seen.add(name)
  if (name.includes('.')) return isForeignChangeable(assembly, name)
  const piece = assembly.pieces.get(name)?.piece
  if (!piece) return isChangeable(assembly.fields.get(name))
  return referencesOfPiece(piece, []).some((reference) => {
    if (reference.kind === 'leaf') return false
    if (reference.kind === 'fact') return restsOnChangeable(assembly, reference.reference.fact, seen)
    if (reference.kind !== 'parameter') return restsOnChangeable(assembly, reference.name, seen)
    const by = assembly.parameters.get(reference.reference.parameter)?.parameter.by
    return by !== undefined && restsOnChangeable(assembly, by, seen)
  })
}

const isForeignChangeable = (assembly: Assembly, name: string): boolean => {
  const [programme = '', outcome = ''] = name.split('.')
  const dependency = assembly.dependencies.get(programme)
  return dependency === undefined || restsOnChangeable(dependency, outcome, new Set())
}

/** Whether something may be suggested to be different: never an `x-fixed` answer, nor what rests on nothing else. */
export const isChangeableTarget = (assembly: Assembly, target: ChangeTarget): boolean => {
  if (target.kind === 'answer') return isChangeable(assembly.fields.get(target.field))
  if (target.kind === 'fact') return restsOnChangeable(assembly, target.fact, new Set())
  const piece = assembly.pieces.get(target.set)?.piece
  const rules = piece?.kind === 'rules' ? piece.rules.filter(({ id }) => id === target.rule) : []
  return piece?.kind === 'rules' && referencesOfPiece({ ...piece, rules }, []).some((reference) => reference.kind === 'fact' && restsOnChangeable(assembly, reference.reference.fact, new Set()))
}

const fixedAnswers = (assembly: Assembly, answers: Answers): Answers => Object.fromEntries(Object.entries(answers).filter(([id]) => assembly.fields.get(id)?.schema['x-fixed'] === true))

/**
 * The household as far as it cannot be otherwise: its unit, who its members are, and the answers that are `x-fixed`.
 * What is certain of it stays so under every change, and the bounds of everything else hold under every change.
 */
export const fixedInterpreter = ({ assembly, request }: Interpreter): Interpreter => {
  const { household, members, members_complete: complete, unit } = request.input
  const input: HouseholdInput = {
    household: fixedAnswers(assembly, household ?? {}),
    ...(members && { members: members.map((member): MemberAnswers => ({ ...fixedAnswers(assembly, member), id: member.id })) }),
    ...(complete !== undefined && { members_complete: complete }),
    ...(unit && { unit }),
  }
  return new Interpreter(assembly, { ...request, input })
}

/** Whether a value can still be a scalar. */
export const allows = (possible: Possible, scalar: Scalar): boolean => {
  if (possible.kind === 'any') return true
  if (possible.kind === 'set') return possible.scalars.some((other) => sameScalar(other, scalar))
  if (possible.kind === 'days') return typeof scalar === 'string' && (possible.from === undefined || possible.from <= scalar) && (possible.to === undefined || scalar <= possible.to)
  if (possible.kind === 'collection') return Array.isArray(scalar)
  if (possible.kind === 'none' || typeof scalar !== 'object' || !('compare' in scalar)) return false
  return (possible.from === undefined || possible.from.compare(scalar) <= 0) && (possible.to === undefined || scalar.compare(possible.to) <= 0)
}
