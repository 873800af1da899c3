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

/** Everything read on the way from some references down to the answers, each piece entered once. */
const readOnTheWay = (assembly: Assembly, references: readonly Reference[]): readonly Reference[] => {
  const all = [...references]
  const entered = new Set<string>()
  for (const reference of all) {
    for (const name of namesOf([reference])) {
      const piece = assembly.pieces.get(name)?.piece
      if (!piece || entered.has(name)) continue
      entered.add(name)
      all.push(...referencesOfPiece(piece, []))
    }
  }
  return all
}

const leadsTo = (assembly: Assembly, references: readonly Reference[], target: string): boolean => namesOf(readOnTheWay(assembly, references)).includes(target)

const isOfHousehold = ({ of }: LogicPiece): boolean => of !== 'members'

/**
 * The names a case can expect whose results read a condition: its own rule, rules that read its piece, outcomes,
 * entitlements, facts; nearest first. Only results of the household are proposed.
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
export const readsOpenValue = (assembly: Assembly, references: readonly Reference[]): boolean =>
  readOnTheWay(assembly, references).some((reference) => {
    if (reference.kind !== 'parameter') return false
    const parameter = assembly.parameters.get(reference.reference.parameter)?.parameter
    return parameter?.value === undefined && parameter?.values === undefined
  })
