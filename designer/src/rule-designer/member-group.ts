import { aggregateEntries, aggregateIn, aggregateOf, sentenceOfExpression, writeAggregate, type AggregateName, type Assembly, type Condition, type Expression, type FactPiece, type Leaf, type Operand, type Text } from '@tieuchi/runtime'

/** How many members it takes: what an aggregate says is true of them (some, every one, none, or what a package adds), or a number by an operator. */
export type Quantifier = AggregateName | CountOperator

const countOperators = ['greaterThanInclusive', 'greaterThan', 'lessThanInclusive', 'lessThan', 'equal'] as const
export type CountOperator = (typeof countOperators)[number]

export const isCounting = (quantifier: Quantifier): quantifier is CountOperator => countOperators.some((operator) => operator === quantifier)

/** Every quantifier, in the order they are offered. */
export const quantifiers = (): readonly Quantifier[] => [...aggregateEntries().flatMap(([name, { group }]) => (group ? [name] : [])), ...countOperators]

/**
 * A comparison that asks something of the members, as one group: `có ít nhất một thành viên mà …`. In the document it is
 * a fact over the members and a comparison that reads it; both are kept as they are.
 */
export interface MemberGroup {
  readonly fact: FactPiece
  readonly quantifier: Quantifier
  /** How many, where the quantifier is an operator. */
  readonly count?: Operand
  readonly where: Condition
}

/** The group a comparison is; undefined for every other, and for facts that belong to another release or programme. */
export const memberGroupOf = (assembly: Assembly, leaf: Leaf): MemberGroup | undefined => {
  if (!('fact' in leaf) || leaf.output !== undefined) return undefined
  const owned = assembly.pieces.get(leaf.fact)
  if (owned?.piece.kind !== 'fact' || owned.piece.of === 'members' || owned.programme !== assembly.programme) return undefined
  const { piece } = owned
  return groupOfFact(piece, leaf)
}

const groupOfFact = (fact: FactPiece, { operator, value }: Leaf): MemberGroup | undefined => {
  const use = typeof fact.value === 'object' ? aggregateIn(fact.value) : undefined
  if (use?.over !== 'members' || use.where === undefined) return undefined
  const { name, where } = use
  if (aggregateOf(name).group) return operator === 'equal' && value === true ? { fact, quantifier: name, where } : undefined
  const quantifier = name === 'count' ? countOperators.find((each) => each === operator) : undefined
  return quantifier && { fact, quantifier, count: value, where }
}

const valueOf = ({ quantifier, where }: Pick<MemberGroup, 'quantifier' | 'where'>): Expression => writeAggregate(isCounting(quantifier) ? 'count' : quantifier, { over: 'members', where })

/** What a member group stands for in the document: the fact, and the comparison that reads it. */
export const writeMemberGroup = ({ fact, quantifier, count, where }: MemberGroup, leaf: Pick<Leaf, 'id'>): { readonly fact: FactPiece; readonly leaf: Leaf } => {
  const { unit: _unit, ...plain } = fact
  const counted = isCounting(quantifier)
  return {
    fact: { ...(counted ? { ...plain, unit: fact.unit ?? 'persons' } : plain), value: valueOf({ quantifier, where }) },
    leaf: counted ? { id: leaf.id, fact: fact.id, operator: quantifier, value: count ?? 1 } : { id: leaf.id, fact: fact.id, operator: 'equal', value: true },
  }
}

/** Titles are read in lists; what is longer is found by opening it. */
const TITLE_LENGTH = 240

const asTitle = (sentence: string): string => {
  const cut = sentence.length > TITLE_LENGTH ? `${sentence.slice(0, TITLE_LENGTH).replace(/\s+\S*$/, '')} …` : sentence
  return cut.charAt(0).toUpperCase() + cut.slice(1)
}

/** The title of a fact that nobody gave a name of its own: what it computes. */
export const plainTitle = (assembly: Assembly, value: Expression): Text => {
  const { vi, en } = sentenceOfExpression(assembly, value)
  return { vi: asTitle(vi), en: asTitle(en) }
}

/** Whether somebody gave a fact a name of its own. */
export const isNamed = (assembly: Assembly, { title, value }: FactPiece): boolean => plainTitle(assembly, value).vi !== title.vi

/** The fact with another value. A title that only said what it computed says what it computes now; a name stays. */
export const withValue = (assembly: Assembly, fact: FactPiece, value: Expression, after: Assembly = assembly): FactPiece => {
  return { ...fact, value, ...(!isNamed(assembly, fact) && { title: plainTitle(after, value) }) }
}
