import type { Condition, CoreOperatorName, Expression, FactPiece, FactReference, Leaf, LogicPiece, Operand, ParameterReference, SingleOperand, TableRow } from '@tieuchi/runtime'
import type { Workload } from '../workload/workload.ts'
import { ofCore, type Dialect } from './dialect.ts'

/** A row of a table: as one condition, and cell by cell. */
export interface TranslatedRow<Term> {
  readonly holds: Term
  /** One for each input; undefined where any value will do. */
  readonly cells: readonly (TranslatedCell<Term> | undefined)[]
  readonly output: Term
}

export interface TranslatedCell<Term> {
  readonly operator: CoreOperatorName
  readonly right: readonly Term[]
}

export interface TranslatedTable<Term> {
  readonly inputs: readonly string[]
  readonly rows: readonly TranslatedRow<Term>[]
}

/** The rules of the workload in the language of another engine, step by step. */
export interface Translation<Term> {
  /** Facts of the household, each after those it reads. */
  readonly facts: readonly (readonly [name: string, value: Term])[]
  readonly indicators: readonly (readonly [name: string, holds: Term])[]
  /** The points of all rows that hold are summed. */
  readonly sheet: TranslatedTable<Term>
  /** The first row that holds decides. */
  readonly classes: TranslatedTable<Term>
}

const isReference = (value: unknown): value is FactReference => typeof value === 'object' && value !== null && 'fact' in value
const isParameter = (value: unknown): value is ParameterReference => typeof value === 'object' && value !== null && 'parameter' in value
const listOf = (operand: Operand): readonly SingleOperand[] => (Array.isArray(operand) ? operand : [operand as SingleOperand])

/** Facts that another step counts. */
const countedLater = new Set(['deprivation_count', 'points_b', 'points_a'])

/** Translates what the workload uses of the document language; complete answers only, so two-valued. */
export class Translator<Term> {
  readonly #workload: Workload
  readonly #dialect: Dialect<Term>

  constructor(workload: Workload, dialect: Dialect<Term>) {
    this.#workload = workload
    this.#dialect = dialect
  }

  translate(): Translation<Term> {
    const facts = ['member_count', ...this.#workload.release.logic.flatMap((piece) => (piece.kind === 'fact' && piece.of !== 'members' && !countedLater.has(piece.id) ? [piece.id] : []))]
    const rules = this.#piece('deprivations', 'rules').rules
    return {
      facts: facts.map((id) => [id, this.#expression(this.#piece(id, 'fact').value)] as const),
      indicators: rules.map(({ id, conditions }) => [id, this.#condition(conditions)] as const),
      sheet: this.#table('sheet_points'),
      classes: this.#table('classification'),
    }
  }

  #piece<Kind extends LogicPiece['kind']>(id: string, kind: Kind): Extract<LogicPiece, { kind: Kind }> {
    const piece = this.#workload.assembly.pieces.get(id)?.piece
    if (piece?.kind !== kind) throw new Error(`${id} is no ${kind}`)
    return piece as Extract<LogicPiece, { kind: Kind }>
  }

  #table(id: string): TranslatedTable<Term> {
    const { inputs, rows } = this.#piece(id, 'table')
    const facts = inputs.map((input) => {
      if (typeof input !== 'string') throw new Error('The columns of the workload are facts of its own')
      return input
    })
    return { inputs: facts, rows: rows.map((row) => this.#row(facts, row)) }
  }

  #row(inputs: readonly string[], { id, when, then: [output = 0] }: TableRow): TranslatedRow<Term> {
    const entries = when.map((cell) => Object.entries(cell ?? {})[0] as readonly [CoreOperatorName, Operand] | undefined)
    return {
      holds: this.#dialect.all(entries.flatMap((entry, column) => (entry ? [this.#leaf({ id, fact: inputs[column] ?? '', operator: entry[0], value: entry[1] })] : []))),
      cells: entries.map((entry) => entry && { operator: entry[0], right: listOf(entry[1]).map((operand) => this.#operand(operand)) }),
      output: this.#operand(output),
    }
  }

  #condition(condition: Condition): Term {
    if ('all' in condition) return this.#dialect.all(condition.all.map((part) => this.#condition(part)))
    if ('any' in condition) return this.#dialect.any(condition.any.map((part) => this.#condition(part)))
    if ('not' in condition) return this.#dialect.not(this.#condition(condition.not))
    if ('condition' in condition) return this.#condition(this.#piece(condition.condition, 'condition').conditions)
    return this.#leaf(condition)
  }

  /** A comparison is false where its question does not apply. */
  #leaf(leaf: Leaf): Term {
    if (!isReference(leaf)) throw new Error('The workload compares facts only')
    const truth = this.#memberTruth(leaf)
    const compared = truth ?? this.#dialect.compare(ofCore(leaf.operator), this.#fact(leaf), listOf(leaf.value).map((operand) => this.#operand(operand)))
    const applies = this.#workload.assembly.fields.get(leaf.fact)?.schema.applies
    return applies ? this.#dialect.all([this.#condition(applies), compared]) : compared
  }

  /** A fact of members that is yes or no, in place of comparing it. */
  #memberTruth({ fact, operator, value }: FactReference & Leaf): Term | undefined {
    const piece = this.#workload.assembly.pieces.get(fact)?.piece
    if (piece?.kind !== 'fact' || piece.of !== 'members' || typeof piece.value !== 'object' || !('if' in piece.value) || operator !== 'equal') return undefined
    const holds = this.#condition(piece.value.if)
    return value === piece.value.then ? holds : this.#dialect.not(holds)
  }

  #fact({ fact }: FactReference): Term {
    if (fact === 'age') return this.#dialect.age()
    return this.#workload.assembly.fields.get(fact)?.place === 'members' ? this.#dialect.member(fact) : this.#dialect.household(fact)
  }

  #operand(operand: SingleOperand): Term {
    if (isParameter(operand)) return this.#parameter(operand)
    return isReference(operand) ? this.#fact(operand) : this.#dialect.literal(operand)
  }

  #parameter({ parameter: id }: ParameterReference): Term {
    const parameter = this.#workload.assembly.parameters.get(id)?.parameter
    if (parameter?.value !== undefined) return this.#dialect.literal(parameter.value)
    const { by, values } = parameter ?? {}
    const codes = Object.entries(values ?? {})
    const last = codes.at(-1)
    if (by === undefined || last === undefined) throw new Error(`Parameter ${id} has no value`)
    return codes.slice(0, -1).reduceRight(
      (otherwise, [code, value]) => this.#dialect.choose(this.#dialect.compare('equal', this.#dialect.household(by), [this.#dialect.literal(code)]), this.#dialect.literal(value), otherwise),
      this.#dialect.literal(last[1]),
    )
  }

  #expression(expression: Expression): Term {
    if (typeof expression !== 'object') return this.#dialect.literal(expression)
    if ('fact' in expression) return this.#fact(expression)
    if ('parameter' in expression) return this.#parameter(expression)
    if ('if' in expression) return this.#dialect.choose(this.#condition(expression.if), this.#expression(expression.then), this.#expression(expression.else))
    if ('add' in expression) return this.#dialect.add(expression.add.map((part) => this.#expression(part)))
    if ('multiply' in expression) return this.#dialect.multiply(expression.multiply.map((part) => this.#expression(part)))
    if ('divide' in expression) return this.#dialect.divide(this.#expression(expression.divide[0]), this.#expression(expression.divide[1]))
    return this.#aggregate(expression)
  }

  #aggregate(expression: Exclude<FactPiece['value'], string | number | boolean>): Term {
    if ('count' in expression) return this.#dialect.count(expression.where && this.#condition(expression.where))
    if ('share' in expression) return this.#dialect.divide(this.#dialect.count(this.#condition(expression.where)), this.#dialect.count(undefined))
    if ('sum' in expression) return this.#dialect.sum(this.#expression(expression.value), this.#where(expression.value, expression.where))
    if ('max' in expression && expression.max === 'members' && 'value' in expression) return this.#dialect.greatest(this.#expression(expression.value))
    throw new Error(`The workload has no ${JSON.stringify(expression)}`)
  }

  /** A member to whom the question does not apply is left out. */
  #where(value: Expression, where: Condition | undefined): Term | undefined {
    const applies = isReference(value) ? this.#workload.assembly.fields.get(value.fact)?.schema.applies : undefined
    const conditions = [applies, where].flatMap((condition) => (condition ? [this.#condition(condition)] : []))
    return conditions.length === 0 ? undefined : this.#dialect.all(conditions)
  }
}
