import { isParameterReference, operandsOf } from '../../conditions/condition-tree.ts'
import { operandPlace } from '../../conditions/operand-place.ts'
import type { OperandPlace } from '../../conditions/operators/operator.ts'
import type { Issue } from '../../documents/issue.ts'
import type { Expression, LogicPiece } from '../../documents/logic-document.ts'
import { typeOfFact } from '../../release/value-types.ts'
import { formatUnit } from '../../values/format.ts'
import type { Text } from '../../documents/text.ts'
import { placedLeavesOf, type PlacedLeaf } from '../condition-place.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { expressionNodesOfPiece } from '../piece-expression.ts'
import { declaredUnitOf, UnitBook, type UnitGuess } from '../units/unit-book.ts'
import { givenOnce, parseUnit, unitsFit, writeUnit, type Unit } from '../units/unit.ts'

/** A unit in words; one multiplied with another as both, `đ · người`. */
const unitWords = (written: string): Text => {
  const write = (language: keyof Text): string => written.split('·').map((part) => formatUnit(part, language).trim()).filter(Boolean).join(' · ')
  return { vi: write('vi') || 'số lượng', en: write('en') || 'count' }
}

const guessWords = (unit: Unit): Text => unitWords(writeUnit(unit))

const clash = (a: UnitGuess, b: UnitGuess): readonly [Unit, Unit] | undefined =>
  (typeof a === 'object' && typeof b === 'object' && !unitsFit(a, b) ? [a, b] : undefined)

const unitOfPlace = ({ unit }: OperandPlace): UnitGuess => (unit === undefined ? undefined : parseUnit(unit))

const comparedUnits = (context: LintContext, whole: UnitBook, { leaf, path, place }: PlacedLeaf): readonly Issue[] => {
  const { of } = place
  const book = whole.at(place)
  const left = isParameterReference(leaf) ? book.ofParameter(leaf, of) : book.ofFact(leaf, of)
  return operandsOf(leaf.value).flatMap((operand, index) => {
    const own = operandPlace(leaf.operator, index)
    const found = clash(own ? unitOfPlace(own) : left, book.ofExpression(operand, of))
    return found ? [lintIssue(context, 'units_compared', [...path, 'value'], { left: guessWords(found[0]), right: guessWords(found[1]) })] : []
  })
}

/** Operands that must have one unit, as lists of expressions. */
const alternatives = (expression: Exclude<Expression, boolean | number | string>): readonly Expression[] => {
  if ('add' in expression) return expression.add
  if ('subtract' in expression) return expression.subtract
  if ('min' in expression && typeof expression.min === 'object') return expression.min
  if ('max' in expression && typeof expression.max === 'object') return expression.max
  return 'if' in expression ? [expression.then, expression.else] : []
}

const isPointInTime = (guess: UnitGuess): boolean => typeof guess === 'object' && guess.powers.has('calendar_year')

/** Years may be added to a year of the calendar. */
const shiftsTime = (expression: object, guesses: readonly UnitGuess[]): boolean => ('add' in expression || 'subtract' in expression) && guesses.some(isPointInTime)

const mixed = (context: LintContext, guesses: readonly UnitGuess[], pathOf: (index: number) => Path): readonly Issue[] => {
  const first = guesses.findIndex((guess) => typeof guess === 'object')
  return guesses.flatMap((guess, index) => {
    const found = index > first ? clash(guesses[first], guess) : undefined
    return found ? [lintIssue(context, 'units_mixed', pathOf(index), { left: guessWords(found[0]), right: guessWords(found[1]) })] : []
  })
}

const mixedInExpressions = (context: LintContext, book: UnitBook, piece: LogicPiece, path: Path): readonly Issue[] =>
  expressionNodesOfPiece(piece, path).flatMap(({ expression, path: at, ...reading }) => {
    if (typeof expression !== 'object') return []
    const guesses = alternatives(expression).map((part) => book.at(reading).ofExpression(part, reading.of))
    return shiftsTime(expression, guesses) ? [] : mixed(context, guesses, () => at)
  })

const mixedInPiece = (context: LintContext, book: UnitBook, piece: LogicPiece, path: Path): readonly Issue[] => {
  if (piece.kind !== 'table') return mixedInExpressions(context, book, piece, path)
  const of = piece.of ?? 'household'
  return piece.outputs.flatMap((_output, column) =>
    mixed(context, piece.rows.map(({ then }) => (then[column] === undefined ? undefined : book.ofExpression(then[column], of))), (row) => [...path, 'rows', row, 'then', column]))
}

/** The values of a piece that may have a unit, with the property that holds it. */
const valuesOf = (piece: LogicPiece): readonly { readonly output?: string; readonly property: string }[] => {
  if (piece.kind === 'entitlement') return [{ output: 'level', property: 'level_unit' }, { output: 'amount', property: 'unit' }]
  return piece.kind === 'fact' || piece.kind === 'outcome' ? [{ property: 'unit' }] : []
}

/** The unit of what a piece comes to; an amount given once may be worked out from one per span of time. */
const inferredUnit = (book: UnitBook, piece: LogicPiece, output: string | undefined, declared: Unit): UnitGuess => {
  const guess = book.inferred(piece, output)
  const isOnce = piece.kind === 'entitlement' && output === 'amount' && piece.period?.every === 'once'
  return isOnce && typeof guess === 'object' && unitsFit(declared, givenOnce(guess)) ? declared : guess
}

const unitOfPiece = (context: LintContext, book: UnitBook, piece: LogicPiece, path: Path): readonly Issue[] =>
  valuesOf(piece).flatMap(({ output, property }) => {
    const declared = declaredUnitOf(piece, output)
    if (declared === undefined) return typeOfFact(context.assembly, { fact: piece.id, ...(output !== undefined && { output }) }) === 'number' ? [lintIssue(context, 'unit_missing', path, {})] : []
    const unit = parseUnit(declared)
    const found = clash(unit, inferredUnit(book, piece, output, unit))
    return found ? [lintIssue(context, 'unit_declared', [...path, property], { declared: unitWords(declared), found: guessWords(found[1]) })] : []
  })

const fieldsWithoutUnit = (context: LintContext): readonly Issue[] =>
  [...context.assembly.fields.values()].flatMap(({ id, place, schema }) =>
    ((schema.type === 'number' || schema.type === 'integer') && schema['x-unit'] === undefined ? [lintIssue(context, 'unit_missing', ['common', 'dictionary', place, id], {})] : []))

/** Units: what is compared, added and declared must fit, and numbers must have one. */
export const unitChecks = (context: LintContext): readonly Issue[] => {
  const book = new UnitBook(context.assembly)
  return [
    ...placedLeavesOf(context.conditions).flatMap((leaf) => comparedUnits(context, book, leaf)),
    ...context.pieces.flatMap(({ piece, path }) => [...mixedInPiece(context, book, piece, path), ...unitOfPiece(context, book, piece, path)]),
    ...fieldsWithoutUnit(context),
  ]
}
