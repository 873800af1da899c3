import { childrenOf, isFactReference, isLeaf, isParameterReference, operandsOf } from '../../conditions/condition-tree.ts'
import type { Condition, Literal, SingleOperand } from '../../documents/condition-document.ts'
import { entitlementParts, outcomeSource, type EntitlementPiece, type Expression, type LogicPiece, type Subject, type TablePiece } from '../../documents/logic-document.ts'
import { overOf } from '../../logic/over.ts'
import { keyFieldOf } from '../../logic/parameter-value.ts'
import { cellLeaf } from '../../logic/table.ts'
import type { Assembly } from '../../release/assembly.ts'
import { conditionKeys, partsOfExpression } from '../expression-part.ts'
import type { LintContext } from '../lint-context.ts'
import { isResult } from '../use-graph.ts'
import type { Goal } from './find-region.ts'

/** One reading of a name: by which piece or field, and what must come out how for the value to matter there. */
export interface Use {
  readonly name: string
  readonly reader: string
  readonly goals: readonly Goal[]
  /** Whether members are put together between: above, conditions are of the household. */
  readonly crosses: boolean
  /** Whether what lies above says nothing more about when it matters. */
  readonly ends: boolean
}

type Found = Omit<Use, 'reader'>

const ofOperand = (assembly: Assembly, operand: SingleOperand, goals: readonly Goal[]): readonly Found[] => {
  if (isFactReference(operand)) return [{ name: operand.fact, goals, crosses: false, ends: false }]
  const by = isParameterReference(operand) ? keyFieldOf(assembly, operand) : undefined
  return by === undefined ? [] : [{ name: by, goals, crosses: false, ends: false }]
}

const ofCondition = (assembly: Assembly, condition: Condition, goals: readonly Goal[]): readonly Found[] => {
  if ('condition' in condition) return [{ name: condition.condition, goals, crosses: false, ends: false }]
  if (isLeaf(condition)) return [condition, ...operandsOf(condition.value)].flatMap((operand) => ofOperand(assembly, operand, goals))
  const children = childrenOf(condition)
  const truth = 'all' in condition
  return children.flatMap((child) => ofCondition(assembly, child, [...goals, ...children.filter((other) => other !== child).map((other) => ({ condition: other, truth }))]))
}

const ending = (found: readonly Found[]): readonly Found[] => found.map((each) => ({ ...each, ends: true }))

/** Members put together in a fact of the household; in a fact of a member, other members come in, and nothing above is counted on. */
const crossing = (found: readonly Found[], of: Subject): readonly Found[] => found.map((each) => ({ ...each, crosses: true, ends: each.ends || of === 'members' }))

const ofExpression = (assembly: Assembly, expression: Expression, goals: readonly Goal[], of: Subject): readonly Found[] => {
  if (typeof expression !== 'object') return []
  if ('fact' in expression || 'parameter' in expression) return ofOperand(assembly, expression, goals)
  if ('countEvents' in expression) return [{ name: expression.countEvents, goals, crosses: false, ends: false }]
  if ('if' in expression) {
    const branch = (part: Expression, truth: boolean) => ofExpression(assembly, part, [...goals, { condition: expression.if, truth }], of)
    return [...ofCondition(assembly, expression.if, goals), ...branch(expression.then, true), ...branch(expression.else, false)]
  }
  const over = overOf(expression)
  if (over && over !== 'members') return insideHistory(assembly, expression, goals, of)
  if (!over) return partsOfExpression(expression).flatMap(({ part }) => ofExpression(assembly, part, goals, of))
  const outer = of === 'members' ? [] : goals
  const where = 'where' in expression && expression.where ? [{ condition: expression.where, truth: true }] : []
  const conditions = Object.entries(expression).flatMap(([key, part]: [string, unknown]) => (conditionKeys.includes(key) ? ofCondition(assembly, part as Condition, outer) : []))
  const parts = partsOfExpression(expression).flatMap(({ part }) => ofExpression(assembly, part, [...outer, ...where], 'members'))
  return crossing([...conditions, ...parts], of)
}

/** What is read beside earlier decisions; which decision it meets there is not followed. */
const insideHistory = (assembly: Assembly, expression: Exclude<Expression, Literal>, goals: readonly Goal[], of: Subject): readonly Found[] => {
  const conditions = Object.entries(expression).flatMap(([key, part]: [string, unknown]) => (conditionKeys.includes(key) ? ofCondition(assembly, part as Condition, []) : []))
  const parts = partsOfExpression(expression).flatMap(({ part }) => ofExpression(assembly, part, [], of))
  return [...conditions, ...parts].map((found) => ({ ...found, goals }))
}

const ofTable = (assembly: Assembly, piece: TablePiece): readonly Found[] =>
  piece.rows.flatMap((row) => {
    const cells = row.when.flatMap((_cell, column) => cellLeaf(piece, row, column) ?? [])
    const goals = cells.map((condition) => ({ condition, truth: true }))
    return [...ofCondition(assembly, { all: cells }, []), ...row.then.flatMap((result) => ofExpression(assembly, result, goals, piece.of ?? 'household'))]
  })

/** Level, amount and period matter where it is granted. */
const ofEntitlement = (assembly: Assembly, piece: EntitlementPiece): readonly Found[] => {
  const granted = [{ condition: piece.conditions, truth: true }]
  return [...ofCondition(assembly, piece.conditions, []), ...entitlementParts(piece).flatMap(([, part]) => ofExpression(assembly, part, granted, piece.of ?? 'household'))]
}

const ofPiece = (assembly: Assembly, piece: LogicPiece): readonly Found[] => {
  if (piece.kind === 'fact') return ofExpression(assembly, piece.value, [], piece.of ?? 'household')
  if (piece.kind === 'condition') return ofCondition(assembly, piece.conditions, [])
  if (piece.kind === 'rules') return ending(piece.rules.flatMap((rule) => ofCondition(assembly, rule.conditions, [])))
  if (piece.kind === 'table') return ofTable(assembly, piece)
  if (piece.kind === 'entitlement') return ofEntitlement(assembly, piece)
  return ending([{ name: outcomeSource(piece).fact, goals: [], crosses: false, ends: true }])
}

/** Every reading of a name in the logic and in what decides whether a question applies, by that name. */
export const usesByName = ({ assembly, pieces }: LintContext): ReadonlyMap<string, readonly Use[]> => {
  const uses: readonly Use[] = [
    ...pieces.flatMap(({ piece }) => ofPiece(assembly, piece).map((found) => ({ ...found, reader: piece.id, ends: found.ends || isResult(piece) }))),
    ...[...assembly.fields.values()].flatMap(({ id, schema }) => (schema.applies ? ofCondition(assembly, schema.applies, []).map((found) => ({ ...found, reader: id })) : [])),
  ]
  return new Map(Object.entries(Object.groupBy(uses, ({ name }) => name)).map(([name, found = []]) => [name, found]))
}

/** Everything that a name plays a part in, itself among it: while it is unknown, these may be. */
export const dependentsOf = (uses: ReadonlyMap<string, readonly Use[]>, name: string): ReadonlySet<string> => {
  const found = new Set([name])
  for (const each of found) for (const { reader } of uses.get(each) ?? []) found.add(reader)
  return found
}

/** What must come out how, all the way up, for a value to matter to a result, and who reads it first. */
export interface UseContext {
  readonly reader: string
  readonly goals: readonly Goal[]
}

/** More ways than these from a question to a result are not followed. */
const MOST_WAYS = 60

/** The ways from a name up to what results come to (`live`); undefined where there are too many to follow. */
export const useContextsOf = (uses: ReadonlyMap<string, readonly Use[]>, live: ReadonlySet<string>, name: string): readonly UseContext[] | undefined => {
  const found: UseContext[] = []
  const follow = (at: string, below: UseContext | undefined, crossed: boolean): void => {
    for (const { reader, goals, crosses, ends } of uses.get(at) ?? []) {
      if (!live.has(reader) || found.length > MOST_WAYS) continue
      const again = crosses && crossed
      const context: UseContext = { reader: below?.reader ?? reader, goals: [...(below?.goals ?? []), ...(again ? [] : goals)] }
      if (ends || again) found.push(context)
      else follow(reader, context, crossed || crosses)
    }
  }
  follow(name, undefined, false)
  return found.length > MOST_WAYS ? undefined : found
}
