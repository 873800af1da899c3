import { childrenOf, isLeaf } from '../conditions/condition-tree.ts'
import type { Condition } from '../documents/condition-document.ts'
import { entitlementParts, type EntitlementPiece, type Expression, type LogicPiece, type Recorded, type Rule, type Subject, type TableRow } from '../documents/logic-document.ts'
import type { Interpreter } from '../logic/interpreter.ts'
import type { JudgedCondition } from '../logic/rules-engine.ts'
import { householdScope, scopeKey, type Scope } from '../logic/scope.ts'
import { overOf } from '../logic/over.ts'
import { rowCondition } from '../logic/table.ts'
import type { Assembly } from '../release/assembly.ts'
import { withinHistory } from '../release/history-fields.ts'

/** One condition tree of a release: where it stands, and of whom it is judged. */
export interface ConditionSite {
  /** Place in the logic, from the id of its piece: `deprivations/employment`, `area_share/value/where`. */
  readonly path: string
  readonly piece: LogicPiece
  readonly of: Subject
  /** Inside an aggregate over earlier decisions on an outcome: judged of each of them. */
  readonly history?: Recorded
  readonly condition: Condition
  readonly rule?: Rule
  readonly row?: TableRow
}

/** A node of a tree with its place: a group, a comparison, or the use of a named condition. */
export interface SiteNode {
  readonly site: ConditionSite
  readonly path: string
  readonly condition: Condition
}

/**
 * Every condition of the release's own logic, in document order; those of shared facts belong to `common`.
 */
export const conditionSitesOf = (assembly: Assembly): readonly ConditionSite[] => assembly.release.logic.flatMap(sitesOfPiece)

const sitesOfPiece = (piece: LogicPiece): readonly ConditionSite[] => {
  const of = piece.of ?? 'household'
  if (piece.kind === 'fact') return sitesOfExpression(piece, piece.value, `${piece.id}/value`, of)
  if (piece.kind === 'condition') return [{ path: piece.id, piece, of, condition: piece.conditions }]
  if (piece.kind === 'rules') return piece.rules.map((rule) => ({ path: `${piece.id}/${rule.id}`, piece, of, condition: rule.conditions, rule }))
  if (piece.kind === 'outcome') return []
  if (piece.kind === 'entitlement') return sitesOfEntitlement(piece, of)
  return piece.rows.flatMap((row) => {
    const condition = rowCondition(piece, row)
    return condition ? [{ path: `${piece.id}/${row.id}`, piece, of, condition, row }] : []
  })
}

const sitesOfEntitlement = (piece: EntitlementPiece, of: Subject): readonly ConditionSite[] => [
  { path: piece.id, piece, of, condition: piece.conditions },
  ...entitlementParts(piece).flatMap(([place, part]) => sitesOfExpression(piece, part, [piece.id, ...place].join('/'), of)),
]

const conditionKeys = ['where', 'among', 'if']

const sitesOfExpression = (piece: LogicPiece, expression: Expression, path: string, of: Subject, history?: Recorded): readonly ConditionSite[] => {
  if (typeof expression !== 'object') return []
  const over = overOf(expression)
  const inner: Subject = over === 'members' ? 'members' : of
  const recorded = typeof over === 'object' ? over : over === 'members' ? undefined : history
  return Object.entries(expression).flatMap(([key, part]: [string, unknown]): readonly ConditionSite[] => {
    const below = `${path}/${key}`
    if (conditionKeys.includes(key)) return [{ path: below, piece, of: inner, ...(recorded && { history: recorded }), condition: part as Condition }]
    if (Array.isArray(part)) return part.flatMap((each, index) => sitesOfExpression(piece, each as Expression, `${below}/${index}`, of, history))
    return typeof part === 'object' && part !== null && key !== 'at' ? sitesOfExpression(piece, part as Expression, below, inner, recorded) : []
  })
}

/** The nodes of a site's tree, depth first; a named condition is one node, for it is a site of its own. */
export const nodesOf = (site: ConditionSite): readonly SiteNode[] => nodesBelow(site, site.condition, site.path)

const nodesBelow = (site: ConditionSite, condition: Condition, path: string): readonly SiteNode[] => [
  { site, path, condition },
  ...childrenOf(condition).flatMap((child, index) => nodesBelow(site, child, `${path}/${index}`)),
]

/** The names that can be read at a site. */
export const namesAt = (assembly: Assembly, { history }: Pick<ConditionSite, 'history'>): Assembly => (history ? withinHistory(assembly, history) : assembly)

/** The scopes a site is judged in: the household's, or each member's, or each earlier decision's. Where the case puts the piece in place, none. */
export const scopesOf = ({ piece, rule, of, history }: Pick<ConditionSite, 'piece' | 'rule' | 'of' | 'history'>, interpreter: Interpreter): readonly Scope[] => {
  const { assembly, request } = interpreter
  const name = `${assembly.pieces.get(piece.id)?.programme ?? assembly.programme}.${piece.id}`
  const replaced = (scope: Scope): boolean =>
    [name, ...(rule ? [`${name}.${rule.id}`] : [])].some((each) => {
      const value = request.assume?.[each]
      return typeof value === 'object' ? value[scopeKey(scope)] !== undefined : value !== undefined
    })
  const scopes = of === 'members' ? (interpreter.memberScopes() ?? []) : [householdScope]
  const own = scopes.filter((scope) => !replaced(scope))
  return history ? own.flatMap((scope) => interpreter.entryScopes(history, scope)) : own
}

/** Truths of the nodes of a judged tree, by their place; below a named condition nothing is told. */
export const judgedNodes = (condition: Condition, judged: JudgedCondition, path: string): readonly (readonly [string, JudgedCondition])[] => [
  [path, judged],
  ...(isLeaf(condition) ? [] : childrenOf(condition)).flatMap((child, index) => {
    const below = judged.children[index]
    return below ? judgedNodes(child, below, `${path}/${index}`) : []
  }),
]
