import type { Condition } from '../../documents/condition-document.ts'
import type { HitPolicy, LogicPiece } from '../../documents/logic-document.ts'
import { rowCondition } from '../../logic/table.ts'
import type { Assembly } from '../../release/assembly.ts'
import { typeOfFact } from '../../release/value-types.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'
import { and, every, not, or } from '../graph/bits.ts'
import { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { escapeOf } from './compile-program.ts'
import { PlanCompiler } from './compiler.ts'
import { householdPlace, membersPlace, type Place } from './place.ts'
import { truthOf, type PlanTruth } from './plan-value.ts'
import { Unplannable } from './unplannable.ts'

/** What of a release is true or not of a household or of each member: a whole piece, one rule of a set, or one row of a table. */
export interface TruthPlace {
  readonly piece: string
  /** A rule by its id, a row by its id. */
  readonly part?: string
}

export interface TruthOutput extends TruthPlace {
  readonly of: 'household' | 'members'
  /** A row of a table in which one row decides: the first that holds, or the only one. Here the row is told for itself. */
  readonly among?: 'first' | 'unique'
  readonly certain: Node
  readonly possible: Node
}

/** Everything of a release that is true or not, as nodes; and what of it no plan can say. */
export interface TruthProgram {
  readonly graph: Graph
  readonly mode: 'partial'
  readonly truths: readonly TruthOutput[]
  readonly left: readonly TruthPlace[]
  /** Bit: only the interpreter can judge the household. */
  readonly escape: Node
}

type PartTruth = readonly [part: string | undefined, truth: PlanTruth | undefined]

/** The pieces of a release's own that are true or not, as a whole or part by part. */
export const truthPieces = (assembly: Assembly): readonly LogicPiece[] =>
  assembly.release.logic.filter((piece) => (piece.kind === 'fact' ? typeOfFact(assembly, { fact: piece.id }) === 'boolean' : piece.kind !== 'outcome'))

/** Compiles what is true or not: rules, named conditions, rows, yes/no facts and entitlements, each for itself. */
export const compileTruths = (assembly: Assembly, dictionary: PlanDictionary): TruthProgram => {
  const graph = new Graph(dictionary)
  const compiler = new PlanCompiler(graph, assembly, 'partial')
  const truths: TruthOutput[] = []
  const left: TruthPlace[] = []
  for (const piece of truthPieces(assembly)) {
    const of = piece.of ?? 'household'
    const among = piece.kind === 'table' && (piece.hit === 'first' || piece.hit === 'unique') ? { among: piece.hit } : {}
    for (const [part, truth] of partsOf(compiler, piece, of === 'members' ? membersPlace : householdPlace)) {
      const place: TruthPlace = { piece: piece.id, ...(part !== undefined && { part }) }
      if (truth) truths.push({ ...place, of, ...among, ...truth })
      else left.push(place)
    }
  }
  return { graph, mode: 'partial', truths, left, escape: escapeOf(graph, truths.flatMap(({ certain, possible }) => [certain, possible])) }
}

const ifPlannable = (truth: () => PlanTruth): PlanTruth | undefined => {
  try {
    return truth()
  } catch (error) {
    if (error instanceof Unplannable) return undefined
    throw error
  }
}

const partsOf = (compiler: PlanCompiler, piece: LogicPiece, place: Place): readonly PartTruth[] => {
  const judge = (condition: Condition | undefined) => (condition ? ifPlannable(() => compiler.judge(condition, place)) : truthOf(compiler.graph, true))
  if (piece.kind === 'rules') return piece.rules.map(({ id, conditions }): PartTruth => [id, judge(conditions)])
  if (piece.kind === 'condition' || piece.kind === 'entitlement') return [[undefined, judge(piece.conditions)]]
  if (piece.kind !== 'table') return [[undefined, ifPlannable(() => truthOfFact(compiler, piece.id, place))]]
  const rows = tellable(piece.hit, piece.rows.map((row) => judge(rowCondition(piece, row))))
  return piece.rows.map(({ id }, index): PartTruth => [id, rows[index]])
}

/** A fact that does not apply is not true. */
const truthOfFact = (compiler: PlanCompiler, fact: string, place: Place): PlanTruth => {
  const { graph } = compiler
  const value = compiler.readFact({ fact }, place)
  if (value.kind !== 'truth') throw new Unplannable(`a fact that is ${value.kind}`)
  const { yes, no, any, absence: { never, perhaps } } = value
  return { certain: every(graph, [yes, not(graph, no), not(graph, any), not(graph, perhaps)]), possible: and(graph, or(graph, yes, any), not(graph, never)) }
}

type Rows = readonly (PlanTruth | undefined)[]

/** Where one row decides, nothing can be told of those that one no plan can say may take the decision from. */
const tellable = (hit: HitPolicy, rows: Rows): Rows => {
  const gap = rows.indexOf(undefined)
  if (gap === -1 || (hit !== 'first' && hit !== 'unique')) return rows
  return rows.map((row, index) => (hit === 'first' && index < gap ? row : undefined))
}
