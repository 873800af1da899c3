import type { Assembly, Condition, FactPiece, Leaf } from '@tieuchi/runtime'
import { randomId } from '../ui/random-id.ts'
import { withFreshIds } from './condition-edits.ts'
import { plainTitle } from './member-group.ts'

/** Names of facts that only stand for a group of members: nobody reads them. */
const groupId = (assembly: Assembly): string => {
  const id = `members_${randomId().replaceAll(/[^a-z]/g, '')}`
  return assembly.pieces.has(id) || assembly.fields.has(id) ? groupId(assembly) : id
}

/** A group of members as it begins: at least one, with a condition on that one. */
export const beginMemberGroup = (assembly: Assembly, where: Condition): { readonly fact: FactPiece; readonly leaf: Leaf } => {
  const value = { any: 'members', where } as const
  const fact: FactPiece = { kind: 'fact', id: groupId(assembly), title: plainTitle(assembly, value), value }
  return { fact, leaf: { id: randomId(), fact: fact.id, operator: 'equal', value: true } }
}

const withFreshWhere = (fact: FactPiece): FactPiece => {
  const { value } = fact
  return typeof value === 'object' && 'where' in value && value.where ? { ...fact, value: { ...value, where: withFreshIds(value.where, randomId) } as FactPiece['value'] } : fact
}

/** A copy of a shared group for one place alone. */
export const ownFact = (assembly: Assembly, fact: FactPiece): FactPiece => ({ ...withFreshWhere(fact), id: groupId(assembly), title: plainTitle(assembly, fact.value) })
