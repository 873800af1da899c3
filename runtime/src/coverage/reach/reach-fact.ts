import type { FactReference } from '../../documents/condition-document.ts'
import { eventCode, outcomeSource, outputColumn, type LogicPiece, type RulesPiece, type TablePiece, type TableRow } from '../../documents/logic-document.ts'
import { rowCondition } from '../../logic/table.ts'
import type { AssembledField } from '../../release/assembly.ts'
import { exact, isExact, significantDigits, toNumber } from '../../values/number.ts'
import { certainScalar, isList, sameScalar, toAnswer, type Scalar } from '../../values/value.ts'
import { fits } from './candidates.ts'
import { readsRecorded } from './histories.ts'
import { reachHistory } from './reach-history.ts'
import { draftOf, inTurn, judgeWanted, scopeOf, withAnswer, type Draft, type Drafts, type Reach, type Whose } from './reach.ts'

const longestNumber = 15

/** Households in which a field, fact, table, rule count or outcome certainly has a value. */
export async function* reachFact(reach: Reach, reference: FactReference, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const judged = judgeWanted(await draft.interpreter.readFact(reference, scopeOf(draft, whose)), want)
  if (judged === true) yield draft
  if (judged !== 'unknown') return
  const field = reach.assembly.fields.get(reference.fact)
  const piece = reach.assembly.pieces.get(reference.fact)?.piece
  const drafts = field ? reachField(reach, field, want, draft, whose) : piece ? reachPiece(reach, piece, reference, want, draft, piece.of === 'members' ? whose : undefined) : reachRecorded(reach, reference, want, draft, whose)
  for await (const met of drafts) {
    if (judgeWanted(await met.interpreter.readFact(reference, scopeOf(met, whose)), want) === true) yield met
  }
}

/** Another programme's outcome as an earlier decision recorded it. */
async function* reachRecorded(reach: Reach, reference: FactReference, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  if (!readsRecorded(reference)) return
  yield* reachHistory(reach, reference.fact, want, draft, async (each) => judgeWanted(await each.interpreter.readFact(reference, scopeOf(each, whose)), want))
}

/** Gives an answer, with the answers by which the question applies. */
async function* reachField(reach: Reach, { id, place, schema }: AssembledField, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const exactly = !isExact(want) || (exact(toNumber(want)).compare(want) === 0 && significantDigits(toNumber(want)) <= longestNumber)
  if (place === 'history' || !exactly || !fits(schema, want)) return
  const applicable: Drafts | readonly Draft[] = schema.applies ? reach.condition(schema.applies, true, draft, whose) : [draft]
  for await (const from of applicable) {
    const next = draftOf(reach, withAnswer(from.input, place, id, toAnswer(want), whose))
    if (next) yield next
  }
}

async function* reachPiece(reach: Reach, piece: LogicPiece, reference: FactReference, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  if (piece.kind === 'fact') yield* reach.expression(piece.value, want, draft, whose)
  else if (piece.kind === 'outcome') yield* reach.fact(outcomeSource(piece), want, draft, whose)
  else if (piece.kind === 'rules' && reference.output !== undefined) yield* reachCodes(reach, piece, reference.output, want, draft, whose)
  else if (piece.kind === 'rules') yield* reach.expression({ countEvents: piece.id }, want, draft, whose)
  else if (piece.kind === 'condition' && typeof want === 'boolean') yield* reach.condition(piece.conditions, want, draft, whose)
  else if (piece.kind === 'entitlement' && reference.output === undefined && typeof want === 'boolean') yield* reach.condition(piece.conditions, want, draft, whose)
  else if (piece.kind === 'table') yield* reachTable(reach, piece, reference, want, draft, whose)
}

/** The rules whose events carry one of the codes wanted hold, the others do not. */
async function* reachCodes(reach: Reach, { rules }: RulesPiece, property: string, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  if (!isList(want)) return
  const coded = rules.flatMap((rule) => {
    const code = eventCode(rule, property)
    return code === undefined ? [] : [{ conditions: rule.conditions, held: want.includes(code) }]
  })
  yield* inTurn(coded, draft, ({ conditions, held }, from) => reach.condition(conditions, held, from, whose))
}

/** Rows that give the value: of `first` with those above it false, otherwise with every other row false. */
async function* reachTable(reach: Reach, piece: TablePiece, { output }: FactReference, want: Scalar, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const column = outputColumn(piece, output)
  for (const [index, row] of piece.rows.entries()) {
    if (!(await givesValue(piece, row, column, want, draft, whose))) continue
    const others = piece.hit === 'first' ? piece.rows.slice(0, index) : piece.rows.filter((other) => other !== row)
    for await (const held of reachRow(reach, piece, row, true, draft, whose)) {
      yield* inTurn(others, held, (other, from) => reachRow(reach, piece, other, false, from, whose))
    }
  }
}

const givesValue = async (piece: TablePiece, row: TableRow, column: number, want: Scalar, draft: Draft, whose: Whose): Promise<boolean> => {
  const operand = row.then[column]
  if (operand === undefined) return false
  if (piece.hit === 'collect' && typeof want === 'object' && !isExact(want)) return typeof operand === 'string' && want.includes(operand)
  const scalar = certainScalar(await draft.interpreter.readOperand(operand, scopeOf(draft, whose)))
  return scalar === undefined || sameScalar(scalar, want)
}

/** A row that holds, or does not; one without cells always holds. */
async function* reachRow(reach: Reach, piece: TablePiece, row: TableRow, want: boolean, draft: Draft, whose: Whose): AsyncGenerator<Draft> {
  const condition = rowCondition(piece, row)
  if (condition) yield* reach.condition(condition, want, draft, whose)
  else if (want) yield draft
}
