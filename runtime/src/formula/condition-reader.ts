import type { Condition, Leaf, Operand, OperatorName, SingleOperand } from '../documents/condition-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { FormulaStop, type FormulaCursor } from './formula-cursor.ts'
import { leftSideOf, readLiteralText, sideAt, type LiteralSide } from './formula-literals.ts'
import { formulaOperators } from './formula-names.ts'
import { formulaProblems } from './formula-problem.ts'
import type { NamedReference } from './formula-references.ts'

/** The operator that a sign of a formula stands for. */
const operatorOfSign = (sign: string): OperatorName | undefined => formulaOperators().find(([, { vi }]) => vi === sign)?.[0]

/** Reads conditions: comparisons joined by “and”, which holds closer, and “or”. */
export class ConditionReader {
  readonly #cursor: FormulaCursor
  readonly #assembly: Assembly
  readonly #idOf: (leaf: Omit<Leaf, 'id'>) => string
  readonly #reference: () => NamedReference

  constructor(cursor: FormulaCursor, assembly: Assembly, idOf: (leaf: Omit<Leaf, 'id'>) => string, reference: () => NamedReference) {
    this.#cursor = cursor
    this.#assembly = assembly
    this.#idOf = idOf
    this.#reference = reference
  }

  condition(): Condition {
    const [first, ...more] = this.#joined('or', () => this.#and())
    return first === undefined ? this.#cursor.stop() : more.length === 0 ? first : { any: [first, ...more] }
  }

  #and(): Condition {
    const [first, ...more] = this.#joined('and', () => this.#one())
    return first === undefined ? this.#cursor.stop() : more.length === 0 ? first : { all: [first, ...more] }
  }

  #joined(word: 'and' | 'or', read: () => Condition): readonly Condition[] {
    const parts = [read()]
    while (this.#cursor.pass(word)) parts.push(read())
    return parts
  }

  #one(): Condition {
    const cursor = this.#cursor
    if (cursor.pass('not')) return { not: this.#enclosed() ?? cursor.stop() }
    if (cursor.pass('allOf')) return { all: this.#alone() }
    if (cursor.pass('anyOf')) return { any: this.#alone() }
    if (cursor.isSign('(')) return this.#enclosed() ?? cursor.stop()
    const { next } = cursor
    const begins = next?.kind === 'name' || next?.kind === 'strange' || next?.kind === 'phrase'
    if (!begins) throw new FormulaStop((next ? formulaProblems.notACondition : formulaProblems.unfinished)(cursor.place))
    return this.#comparison()
  }

  /** What stands between brackets; undefined where nothing does. */
  #enclosed(): Condition | undefined {
    this.#cursor.demand('(')
    if (this.#cursor.pass({ sign: ')' })) return undefined
    const condition = this.condition()
    this.#cursor.demand(')')
    return condition
  }

  #alone(): readonly Condition[] {
    const condition = this.#enclosed()
    return condition ? [condition] : []
  }

  #comparison(): Condition {
    const { place } = this.#cursor
    const left = this.#reference()
    const operator = this.#operator()
    if (operator === undefined) {
      const named = 'fact' in left ? this.#assembly.pieces.get(left.fact)?.piece : undefined
      if (named?.kind === 'condition') return { condition: named.id }
      throw new FormulaStop((this.#cursor.next ? formulaProblems.notACondition : formulaProblems.unfinished)(this.#cursor.next ? place : this.#cursor.place))
    }
    const bare = { ...left, operator: operator.name, value: operator.value ?? true } as Leaf
    const side = leftSideOf(this.#assembly, bare)
    const leaf = { ...left, operator: operator.name, value: operator.value ?? (operator.name === 'between' ? this.#span(side) : this.#operand((index) => sideAt(operator.name, side, index))) }
    return { id: this.#idOf(leaf), ...leaf } as Leaf
  }

  #operator(): { readonly name: OperatorName; readonly value?: boolean } | undefined {
    const cursor = this.#cursor
    const { next } = cursor
    const comparison = next?.kind === 'sign' ? operatorOfSign(next.sign) : next?.kind === 'phrase' && next.phrase.kind === 'operator' ? next.phrase.name : undefined
    if (comparison) return (cursor.take(), { name: comparison })
    if (cursor.pass('known')) return { name: 'isKnown', value: true }
    if (cursor.pass('unknown')) return { name: 'isKnown', value: false }
    return cursor.pass('from') ? { name: 'between' } : undefined
  }

  #span(side: LiteralSide): Operand {
    const from = this.#single(side)
    if (!this.#cursor.pass('to')) this.#cursor.stop()
    return [from, this.#single(side)]
  }

  #operand(sideOf: (index: number) => LiteralSide): Operand {
    if (!this.#cursor.pass({ sign: '(' })) return this.#single(sideOf(0))
    const operands = [this.#single(sideOf(0))]
    while (this.#cursor.pass({ sign: ';' })) operands.push(this.#single(sideOf(operands.length)))
    this.#cursor.demand(')')
    return operands
  }

  #single(side: LiteralSide): SingleOperand {
    const cursor = this.#cursor
    if (cursor.pass('yes')) return true
    if (cursor.pass('no')) return false
    const negative = cursor.pass({ sign: '-' })
    const { next } = cursor
    if (next?.kind === 'number') return (cursor.take(), negative ? -next.number : next.number)
    if (negative) cursor.stop()
    if (next?.kind === 'text') return (cursor.take(), next.exact ? next.text : readLiteralText(this.#assembly, next.text, side))
    return this.#reference()
  }
}
