import type { EntitlementPiece, LogicPiece } from '../../documents/logic-document.ts'
import { outputOf } from '../results/output-value.ts'
import type { EntitlementOutput, OutcomeOutput, PlanOutputs, RuleOutput } from '../results/plan-outputs.ts'
import type { Expression } from '../../documents/logic-document.ts'
import type { PlanCompiler } from './compiler.ts'
import { householdPlace, membersPlace } from './place.ts'

/** What of a release a plan finds; everything unless said. Entitlements and facts may be named one by one. */
export interface PlanParts {
  readonly outcomes?: boolean
  readonly entitlements?: boolean | readonly string[]
  readonly rules?: boolean
  readonly facts?: boolean | readonly string[]
}

const isNamed = (named: boolean | readonly string[], { id }: LogicPiece): boolean => (typeof named === 'boolean' ? named : named.includes(id))

const isOfHousehold = ({ of }: LogicPiece): boolean => of !== 'members'

const placeOf = (piece: LogicPiece) => (isOfHousehold(piece) ? householdPlace : membersPlace)

const compileEntitlement = (compiler: PlanCompiler, piece: EntitlementPiece): EntitlementOutput => {
  const { graph } = compiler
  const place = placeOf(piece)
  const { certain, possible } = compiler.judge(piece.conditions, place)
  const part = (expression: Expression | undefined) => (expression === undefined ? undefined : outputOf(graph, compiler.compile(expression, place), 'ends'))
  const [level, amount, atMost, from, to] = [piece.level, piece.amount, piece.period?.at_most, piece.period?.from, piece.period?.to].map(part)
  return {
    id: piece.id,
    of: isOfHousehold(piece) ? 'household' : 'members',
    certain,
    possible,
    ...(level && { level }),
    ...(amount && { amount }),
    ...(atMost && { atMost }),
    ...(from && { from }),
    ...(to && { to }),
  }
}

/** The results of a release, in document order, as nodes. */
export const compileOutputs = (compiler: PlanCompiler, { outcomes = true, entitlements = true, rules = true, facts = true }: PlanParts): PlanOutputs => {
  const pieces = [...compiler.assembly.pieces.values()].map(({ piece }) => piece)
  const outcomeOf = (piece: LogicPiece): OutcomeOutput => ({ id: piece.id, value: outputOf(compiler.graph, compiler.readFact({ fact: piece.id }, placeOf(piece)), piece.kind === 'outcome' ? 'options' : 'ends') })
  const outcomePieces = outcomes ? pieces.filter((piece) => piece.kind === 'outcome') : []
  const factPieces = pieces.filter((piece) => piece.kind === 'fact' && isOfHousehold(piece) && isNamed(facts, piece))
  const ruleSets = rules ? pieces.filter((piece) => piece.kind === 'rules').filter(isOfHousehold) : []
  return {
    outcomes: outcomePieces.filter(isOfHousehold).map(outcomeOf),
    memberOutcomes: outcomePieces.filter((piece) => !isOfHousehold(piece)).map(outcomeOf),
    entitlements: pieces.filter((piece) => piece.kind === 'entitlement').filter((piece) => isNamed(entitlements, piece)).map((piece) => compileEntitlement(compiler, piece)),
    rules: ruleSets.flatMap((set) => compiler.judgeRules(set, householdPlace).map(({ certain, possible }, index): RuleOutput => ({ set: set.id, id: set.rules[index]?.id ?? '', certain, possible }))),
    facts: factPieces.map(outcomeOf),
  }
}
