import type { AggregateUse } from '../../aggregates/aggregate-use.ts'
import { aggregateOf } from '../../aggregates/aggregates.ts'
import type { FactReference, ParameterReference } from '../../documents/condition-document.ts'
import { outcomeSource, outputColumn, type Expression, type LogicPiece, type Recorded, type Subject } from '../../documents/logic-document.ts'
import { byKind, isLiteral, type ExpressionTable } from '../../explain/expression-kind.ts'
import type { Assembly } from '../../release/assembly.ts'
import { withinHistory } from '../../release/history-fields.ts'
import { divideUnits, inverseUnit, multiplyUnits, ofMember, parseUnit, scaledUnit, type Unit } from './unit.ts'

/** The unit of a value as far as the documents tell: a plain number fits any, undefined where nothing is known. */
export type UnitGuess = Unit | 'any' | undefined

const isUnit = (guess: UnitGuess): guess is Unit => typeof guess === 'object'

/** The unit of several values that are one: that of the first whose unit is known. */
export const commonUnit = (guesses: readonly UnitGuess[]): UnitGuess => guesses.find(isUnit) ?? (guesses.every((guess) => guess === 'any') ? 'any' : undefined)

const years = parseUnit('years')
const months = parseUnit('months')
const calendarYear = parseUnit('calendar_year')
const count = parseUnit('count')

const isCalendarYear = (guess: UnitGuess): boolean => isUnit(guess) && guess.powers.has('calendar_year')

/** A rate without “per person”: taken over members it may be meant per person, or not. */
const perWhomUnclear = ({ powers }: Unit): boolean => !powers.has('person') && [...powers.values()].some((power) => power < 0)

/** Finds units, each piece once. The release has passed `checkRelease`. */
export class UnitBook {
  readonly assembly: Assembly
  readonly #pieces = new Map<string, UnitGuess>()
  readonly #others = new Map<string, UnitBook>()
  readonly #histories = new Map<string, UnitBook>()

  constructor(assembly: Assembly) {
    this.assembly = assembly
  }

  /** The book for a place: inside an aggregate over earlier decisions their fields are read too. */
  at({ history }: { readonly history?: Recorded }): UnitBook {
    if (!history) return this
    const book = this.#histories.get(history.outcome) ?? new UnitBook(withinHistory(this.assembly, history))
    this.#histories.set(history.outcome, book)
    return book
  }

  /** Of what a reference reads; read of a member, what is per person is this person's. */
  ofFact(reference: FactReference, of: Subject): UnitGuess {
    const guess = this.#read(reference)
    return of === 'members' && isUnit(guess) ? ofMember(guess) : guess
  }

  ofParameter({ parameter: id }: ParameterReference, of: Subject): UnitGuess {
    const parameter = this.assembly.parameters.get(id)?.parameter
    const sample = parameter?.value ?? Object.values(parameter?.values ?? {})[0]
    if (!parameter || (sample !== undefined && typeof sample !== 'number')) return undefined
    const unit = parseUnit(parameter.unit)
    return of === 'members' ? ofMember(unit) : unit
  }

  /** Of what an expression comes to; a literal fits any unit. */
  ofExpression(expression: Expression, of: Subject): UnitGuess {
    if (isLiteral(expression)) return typeof expression === 'number' ? 'any' : undefined
    return byKind(unitRules, expression, { book: this, of })
  }

  /** Of a piece whose own unit is not written down, from its value; undefined where it is no number. */
  inferred(piece: LogicPiece, output?: string): UnitGuess {
    const of = piece.of ?? 'household'
    if (piece.kind === 'fact') return this.ofExpression(piece.value, of)
    if (piece.kind === 'outcome') return this.ofFact(outcomeSource(piece), of)
    if (piece.kind === 'rules') return output === undefined ? count : undefined
    if (piece.kind === 'entitlement') return this.#ofPart(piece, output, of)
    if (piece.kind === 'condition') return undefined
    const column = outputColumn(piece, output)
    return commonUnit(piece.rows.map(({ then }) => (then[column] === undefined ? undefined : this.ofExpression(then[column], of))))
  }

  #ofPart({ level, amount }: Extract<LogicPiece, { kind: 'entitlement' }>, output: string | undefined, of: Subject): UnitGuess {
    const part = output === 'level' ? level : output === 'amount' ? amount : undefined
    return part === undefined ? undefined : this.ofExpression(part, of)
  }

  #read({ fact, output }: FactReference): UnitGuess {
    const [programme = '', outcome] = fact.split('.')
    if (outcome !== undefined) return this.#other(programme)?.ofFact({ fact: outcome }, 'household')
    const schema = this.assembly.fields.get(fact)?.schema
    if (schema) return schema['x-unit'] === undefined ? undefined : parseUnit(schema['x-unit'])
    const key = `${fact} ${output ?? ''}`
    if (!this.#pieces.has(key)) this.#pieces.set(key, this.#ofPiece(fact, output))
    return this.#pieces.get(key)
  }

  #ofPiece(id: string, output: string | undefined): UnitGuess {
    const piece = this.assembly.pieces.get(id)?.piece
    if (!piece) return undefined
    const declared = declaredUnitOf(piece, output)
    return declared === undefined ? this.inferred(piece, output) : parseUnit(declared)
  }

  #other(programme: string): UnitBook | undefined {
    const assembly = this.assembly.dependencies.get(programme)
    if (!assembly) return undefined
    const book = this.#others.get(programme) ?? new UnitBook(assembly)
    this.#others.set(programme, book)
    return book
  }
}

/** The unit a piece says its value has; of an entitlement that of its level or amount. */
export const declaredUnitOf = (piece: LogicPiece, output?: string): string | undefined => {
  if (piece.kind === 'entitlement') return output === 'level' ? piece.level_unit : output === 'amount' ? piece.unit : undefined
  return piece.kind === 'fact' || piece.kind === 'outcome' ? piece.unit : undefined
}

interface Reading {
  readonly book: UnitBook
  readonly of: Subject
}

const each = (list: readonly Expression[], { book, of }: Reading): readonly UnitGuess[] => list.map((part) => book.ofExpression(part, of))

/** Years of the calendar are points in time: their difference is a number of years. */
const added = (guesses: readonly UnitGuess[]): UnitGuess => (guesses.some(isCalendarYear) ? calendarYear : commonUnit(guesses))

const subtracted = ([a, b]: readonly UnitGuess[]): UnitGuess => (isCalendarYear(a) && isCalendarYear(b) ? years : commonUnit([a, b]))

const multiplied = (guesses: readonly UnitGuess[]): UnitGuess => {
  if (guesses.includes(undefined)) return undefined
  const units = guesses.filter(isUnit)
  const [first, ...rest] = units
  if (!first) return 'any'
  const all = rest.reduce(multiplyUnits, first)
  return guesses.includes('any') ? scaledUnit(all) : all
}

const divided = ([a, b]: readonly UnitGuess[]): UnitGuess => {
  if (a === undefined || b === undefined) return undefined
  if (b === 'any') return a === 'any' ? 'any' : scaledUnit(a)
  return a === 'any' ? scaledUnit(inverseUnit(b)) : divideUnits(a, b)
}

type Taken = Pick<AggregateUse, 'over'> & { readonly value: Expression }

/** Of one among many values: of members, or of earlier decisions. */
const ofEach = ({ over, value }: Taken, { book, of }: Reading): UnitGuess => {
  if (over !== 'members') return book.at({ history: over }).ofExpression(value, of)
  const unit = book.ofExpression(value, 'household')
  return isUnit(unit) && perWhomUnclear(unit) ? undefined : unit
}

const together = ({ over, value }: Taken, { book, of }: Reading): UnitGuess =>
  (over === 'members' ? book.ofExpression(value, 'members') : book.at({ history: over }).ofExpression(value, of))

const aggregated = ({ name, over, value }: AggregateUse, reading: Reading): UnitGuess => {
  const { unit } = aggregateOf(name)
  if (typeof unit === 'object') return parseUnit(unit.is)
  if (unit === 'elements') return parseUnit(over === 'members' ? 'persons' : 'count')
  if (unit === undefined || value === undefined) return undefined
  return unit === 'together' ? together({ over, value }, reading) : ofEach({ over, value }, reading)
}

const unitRules: ExpressionTable<Reading, UnitGuess> = {
  fact: (reference, { book, of }) => book.ofFact(reference, of),
  parameter: (reference, { book, of }) => book.ofParameter(reference, of),
  moment: () => undefined,
  add: ({ add }, reading) => added(each(add, reading)),
  subtract: ({ subtract }, reading) => subtracted(each(subtract, reading)),
  multiply: ({ multiply }, reading) => multiplied(each(multiply, reading)),
  divide: ({ divide }, reading) => divided(each(divide, reading)),
  min: ({ min }, reading) => commonUnit(each(min, reading)),
  max: ({ max }, reading) => commonUnit(each(max, reading)),
  round: ({ round }, { book, of }) => book.ofExpression(round, of),
  floor: ({ floor }, { book, of }) => book.ofExpression(floor, of),
  ageInYears: () => years,
  ageInMonths: () => months,
  monthsBetween: () => months,
  yearOf: () => calendarYear,
  personalNumberSex: () => undefined,
  personalNumberBirthYear: () => calendarYear,
  if: ({ then, else: otherwise }, reading) => commonUnit(each([then, otherwise], reading)),
  aggregate: (use, reading) => aggregated(use, reading),
  last: (expression, reading) => ofEach({ over: expression, value: expression.value }, reading),
  countEvents: () => count,
}

