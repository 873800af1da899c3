import type { AggregateTakes } from '../aggregates/aggregate.ts'
import { writeAggregate } from '../aggregates/aggregate-use.ts'
import type { Condition, Leaf } from '../documents/condition-document.ts'
import type { Expression, Recorded, RoundingMode } from '../documents/logic-document.ts'
import type { Language } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { withinHistory } from '../release/history-fields.ts'
import { ConditionReader } from './condition-reader.ts'
import { FormulaStop, type FormulaCursor } from './formula-cursor.ts'
import { readLiteralText, type LiteralSide } from './formula-literals.ts'
import { aggregateCalled, isAggregateFunction, isBare, signatureOf, type AggregateFunction, type FormulaFunction, type PlainFunction } from './formula-names.ts'
import { formulaProblems } from './formula-problem.ts'
import { referenceNames, type NamedReference, type ReferenceNames } from './formula-references.ts'

const plain: LiteralSide = { type: undefined, list: undefined }

type Treatment = (reader: ExpressionReader, side: LiteralSide) => Expression

/** Values between semicolons, as many as stand there. */
const list = (kind: 'add' | 'multiply' | 'min' | 'max'): Treatment => (reader) => {
  const parts = [reader.sum(plain)]
  while (reader.cursor.pass({ sign: ';' })) parts.push(reader.sum(plain))
  return { [kind]: parts } as unknown as Expression
}

const one = (kind: string): Treatment => (reader) => ({ [kind]: reader.sum(plain) }) as unknown as Expression

const two = (kind: string): Treatment => (reader) => {
  const first = reader.sum(plain)
  reader.cursor.demand(';')
  return { [kind]: [first, reader.sum(plain)] } as unknown as Expression
}

const round = (mode: RoundingMode): Treatment => (reader) => {
  const value = reader.sum(plain)
  reader.cursor.demand(';')
  const unit = reader.cursor.take()
  if (unit.kind !== 'number' || unit.number <= 0) throw new FormulaStop(formulaProblems.notANumber(unit))
  return { round: value, mode, unit: unit.number }
}

/** Decimals that a stored number keeps, and digits before its point. */
const MOST_DECIMALS = 6
const MOST_DIGITS = 12

/** Rounding as in spreadsheets: to so many decimals; negative, to so many digits before the point. */
const roundDigits = (mode: RoundingMode): Treatment => (reader) => {
  const value = reader.sum(plain)
  reader.cursor.demand(';')
  const { from } = reader.cursor.place
  const negative = reader.cursor.pass({ sign: '-' })
  const digits = reader.cursor.take()
  const number = digits.kind === 'number' ? digits.number * (negative ? -1 : 1) : Number.NaN
  if (!Number.isInteger(number) || number > MOST_DECIMALS || number < -MOST_DIGITS) throw new FormulaStop(formulaProblems.notDecimals({ from, to: digits.to }))
  return { round: value, mode, unit: Number(`1e${-number}`) }
}

const moment = (name: 'law_at' | 'facts_at' | 'unit_at'): Treatment => () => ({ moment: name })

const partsOf = (reader: ExpressionReader, takes: AggregateTakes): object => {
  const valued = takes === 'value where?'
  const value = valued ? { value: reader.sum(plain) } : {}
  if (takes === 'where?' && reader.cursor.isSign(')')) return {}
  if (valued && !reader.cursor.pass({ sign: ';' })) return value
  const where = reader.condition()
  return { ...value, where, ...(takes === 'where among?' && reader.cursor.pass({ sign: ';' }) && { among: reader.condition() }) }
}

/** Over decisions it begins with the outcome decided on; what follows is read of each of them. */
const decisionsAndParts = (reader: ExpressionReader, takes: AggregateTakes): Recorded => {
  const recorded = reader.outcome()
  if (takes === 'where?' && reader.cursor.isSign(')')) return recorded
  reader.cursor.demand(';')
  return { ...recorded, ...partsOf(reader.within(recorded), takes) }
}

const readAggregate = (name: AggregateFunction, reader: ExpressionReader): Expression => {
  const { list: over, aggregate, takes } = aggregateCalled(name)
  return writeAggregate(aggregate, over === 'members' ? { over, ...partsOf(reader, takes) } : { over, ...decisionsAndParts(reader, takes) })
}

const treatments: Readonly<Record<PlainFunction, Treatment>> = {
  total: list('add'), product: list('multiply'), least: list('min'), greatest: list('max'),
  round: round('half_up'), roundUp: round('up'), roundDown: round('down'), roundEven: round('half_even'),
  roundDigits: roundDigits('half_up'), roundUpDigits: roundDigits('up'), roundDownDigits: roundDigits('down'), floor: one('floor'),
  ageInYears: two('ageInYears'), ageInMonths: two('ageInMonths'), monthsBetween: two('monthsBetween'),
  yearOf: one('yearOf'), personalNumberSex: one('personalNumberSex'), personalNumberBirthYear: one('personalNumberBirthYear'),
  factsAt: moment('facts_at'), lawAt: moment('law_at'), unitAt: moment('unit_at'),
  if: (reader, side) => {
    const condition = reader.condition()
    reader.cursor.demand(';')
    const then = reader.sum(side)
    reader.cursor.demand(';')
    return { if: condition, then, else: reader.sum(side) }
  },
  countEvents: (reader) => ({ countEvents: reader.factName() }),
  lastDecision: (reader) => ({ last: 'history', ...decisionsAndParts(reader, 'value where?') }) as unknown as Expression,
}

/** Reads values: sums of products of what stands alone. */
export class ExpressionReader {
  readonly cursor: FormulaCursor
  readonly #assembly: Assembly
  readonly #language: Language
  readonly #names: ReferenceNames
  readonly #idOf: (leaf: Omit<Leaf, 'id'>) => string

  constructor(cursor: FormulaCursor, assembly: Assembly, language: Language, idOf: (leaf: Omit<Leaf, 'id'>) => string) {
    this.cursor = cursor
    this.#assembly = assembly
    this.#language = language
    this.#names = referenceNames(assembly, language)
    this.#idOf = idOf
  }

  /** What reads the parts of an aggregate over earlier decisions. */
  within(recorded: Recorded): ExpressionReader {
    return new ExpressionReader(this.cursor, withinHistory(this.#assembly, recorded), this.#language, this.#idOf)
  }

  sum(side: LiteralSide): Expression {
    let value = this.#product(side)
    let open = false
    while (this.cursor.isSign('+', '-')) {
      const plus = this.cursor.pass({ sign: '+' })
      if (!plus) this.cursor.pass({ sign: '-' })
      const next = this.#product(plain)
      if (!plus) value = { subtract: [value, next] }
      else if (open && typeof value === 'object' && 'add' in value) value = { add: [...value.add, next] }
      else value = { add: [value, next] }
      open = plus
    }
    return value
  }

  #product(side: LiteralSide): Expression {
    let value = this.#one(side)
    let open = false
    while (this.cursor.isSign('*', '/')) {
      const times = this.cursor.pass({ sign: '*' })
      if (!times) this.cursor.pass({ sign: '/' })
      const next = this.#one(plain)
      if (!times) value = { divide: [value, next] }
      else if (open && typeof value === 'object' && 'multiply' in value) value = { multiply: [...value.multiply, next] }
      else value = { multiply: [value, next] }
      open = times
    }
    return value
  }

  #one(side: LiteralSide): Expression {
    const { cursor } = this
    if (cursor.pass({ sign: '-' })) return this.#opposite()
    if (cursor.pass({ sign: '(' })) {
      const value = this.sum(side)
      cursor.demand(')')
      return value
    }
    if (cursor.called && cursor.isCall) return this.#call(cursor.called, side)
    if (cursor.pass('yes')) return true
    if (cursor.pass('no')) return false
    const { next } = cursor
    if (next?.kind === 'number') return (cursor.take(), next.number)
    if (next?.kind === 'text') return (cursor.take(), next.exact ? next.text : readLiteralText(this.#assembly, next.text, side))
    return this.reference()
  }

  /** A negative number; of anything else the difference to nothing. */
  #opposite(): Expression {
    const value = this.#one(plain)
    return typeof value === 'number' ? -value : { subtract: [0, value] }
  }

  #call(name: FormulaFunction, side: LiteralSide): Expression {
    const { cursor } = this
    const { from } = cursor.take()
    const { takes, ...words } = signatureOf(name)
    const stop = (): never => {
      throw new FormulaStop(formulaProblems.arguments(words[this.#language], takes.vi, takes.en)({ from, to: cursor.place.to }))
    }
    if (!cursor.pass({ sign: '(' })) return stop()
    if (cursor.isSign(')') && takes.vi !== '' && !isBare(name)) return stop()
    const value = isAggregateFunction(name) ? readAggregate(name, this) : treatments[name](this, side)
    if (cursor.isSign(';')) return stop()
    cursor.demand(')')
    return value
  }

  condition(): Condition {
    return new ConditionReader(this.cursor, this.#assembly, this.#idOf, () => this.reference()).condition()
  }

  /** What is named here, in brackets or by words that are the whole name of something. */
  reference(): NamedReference {
    const { cursor } = this
    if (cursor.next?.kind !== 'name') {
      const bare = cursor.takeWords((words) => 'reference' in this.#names.find(words))
      const found = bare === undefined ? undefined : this.#names.find(bare)
      return found && 'reference' in found ? found.reference : cursor.stop()
    }
    const token = cursor.take()
    const found = this.#names.find(token.kind === 'name' ? token.name : '')
    if ('reference' in found) return found.reference
    throw new FormulaStop((found.problem === 'unknown' ? formulaProblems.unknownName : formulaProblems.ambiguousName)(token.kind === 'name' ? token.name : '')(token))
  }

  /** The id of a fact, rule set or result named here. */
  factName(): string {
    const { place } = this.cursor
    const reference = this.reference()
    if ('fact' in reference) return reference.fact
    throw new FormulaStop(formulaProblems.unexpected(reference.parameter)(place))
  }

  outcome(): Recorded {
    const { place } = this.cursor
    const reference = this.reference()
    if ('fact' in reference) return { outcome: reference.fact, ...(reference.layer && { layer: reference.layer }) }
    throw new FormulaStop(formulaProblems.unexpected(reference.parameter)(place))
  }
}
