import type { CoreOperatorName, Literal, OperatorName } from '@tieuchi/runtime'

/** The workload compares by operators of the core alone. */
export const ofCore = (operator: OperatorName): CoreOperatorName => {
  if (operator.includes('.')) throw new Error(`${operator} is no operator of the core`)
  return operator as CoreOperatorName
}

/** How another rules engine writes what the rules of the workload are made of. A term is a piece of its language. */
export interface Dialect<Term> {
  readonly literal: (value: Literal) => Term
  /** An answer of the household or its unit, or a fact computed before. */
  readonly household: (name: string) => Term
  /** An answer of the member at hand. */
  readonly member: (name: string) => Term
  /** Completed years of the member at hand. */
  readonly age: () => Term
  readonly compare: (operator: CoreOperatorName, left: Term, right: readonly Term[]) => Term
  readonly all: (parts: readonly Term[]) => Term
  readonly any: (parts: readonly Term[]) => Term
  readonly not: (part: Term) => Term
  readonly choose: (condition: Term, then: Term, otherwise: Term) => Term
  readonly add: (parts: readonly Term[]) => Term
  readonly multiply: (parts: readonly Term[]) => Term
  readonly divide: (dividend: Term, divisor: Term) => Term
  /** Of the members for which the condition holds, or of all. */
  readonly count: (where: Term | undefined) => Term
  readonly sum: (value: Term, where: Term | undefined) => Term
  readonly greatest: (value: Term) => Term
}
