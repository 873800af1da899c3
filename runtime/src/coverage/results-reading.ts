import type { LogicPiece } from '../documents/logic-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { referencesOfCondition, referencesOfPiece, type Reference } from '../release/references.ts'
import type { ConditionSite } from './condition-site.ts'

/** The pieces that a list of references leads to directly. */
const namesOf = (references: readonly Reference[]): readonly string[] =>
  references.flatMap((reference) => {
    if (reference.kind === 'fact') return [reference.reference.fact]
    return reference.kind === 'condition' || reference.kind === 'rules' ? [reference.name] : []
  })

const leadsTo = (assembly: Assembly, references: readonly Reference[], target: string, seen: ReadonlySet<string> = new Set()): boolean =>
  namesOf(references).some((name) => {
    if (name === target) return true
    const piece = assembly.pieces.get(name)?.piece
    return piece !== undefined && !seen.has(name) && leadsTo(assembly, referencesOfPiece(piece, []), target, new Set([...seen, name]))
  })

const isOfHousehold = ({ of }: LogicPiece): boolean => of !== 'members'

/**
 * The names a case can expect whose results read a condition: its own rule, rules that read its piece, outcomes,
 * entitlements, facts;
 * nearest first. Only results of the household can be expected.
 */
export const resultsReading = (assembly: Assembly, { piece, rule }: Pick<ConditionSite, 'piece' | 'rule'>): readonly string[] => {
  if (rule && isOfHousehold(piece)) return [`${piece.id}.${rule.id}`]
  const logic = assembly.release.logic.filter(isOfHousehold)
  const reads = (each: LogicPiece): boolean => each.id === piece.id || leadsTo(assembly, referencesOfPiece(each, []), piece.id)
  const rules = logic.flatMap((each) => (each.kind === 'rules' ? each.rules.filter(({ conditions }) => leadsTo(assembly, referencesOfCondition(conditions, [], 'household'), piece.id)).map(({ id }) => `${each.id}.${id}`) : []))
  const named = (kind: LogicPiece['kind']) => logic.filter((each) => each.kind === kind && reads(each)).map(({ id }) => id)
  return [...rules, ...named('outcome'), ...named('entitlement'), ...named('fact')]
}

/** Whether something read on the way is a parameter without a value in the law. */
export const readsOpenValue = (assembly: Assembly, references: readonly Reference[], seen: ReadonlySet<string> = new Set()): boolean =>
  references.some((reference) => {
    if (reference.kind !== 'parameter') return false
    const parameter = assembly.parameters.get(reference.reference.parameter)?.parameter
    return parameter?.value === undefined && parameter?.values === undefined
  }) || namesOf(references).some((name) => {
    const piece = assembly.pieces.get(name)?.piece
    return piece !== undefined && !seen.has(name) && readsOpenValue(assembly, referencesOfPiece(piece, []), new Set([...seen, name]))
  })
