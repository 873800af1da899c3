import type { Assembly } from '../../release/assembly.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'
import { some } from '../graph/bits.ts'
import { anyElement } from '../graph/elements.ts'
import { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { outputNodes, type PlanOutputs } from '../results/plan-outputs.ts'
import type { AnswerMode } from './answers.ts'
import { PlanCompiler } from './compiler.ts'
import { compileOutputs, type PlanParts } from './compile-outputs.ts'

/**
 * A release as a graph with its results: what a back end turns into something that runs. It computes `escape`, `missing` and the
 * nodes of `outputs` (all listed in `roots`) for each household or, of member scope, for each member.
 */
export interface PlanProgram {
  readonly graph: Graph
  readonly mode: AnswerMode
  readonly outputs: PlanOutputs
  /** Bit: the household has no result of the plan, the interpreter must judge it. */
  readonly escape: Node
  /** Bit: the household is not as complete as the program takes it to be, one for partial answers must judge it. */
  readonly missing: Node
  readonly roots: readonly Node[]
  /** All nodes that the roots need, inputs first; a graph may hold more. */
  readonly nodes: readonly Node[]
}

/** A bit of the household: whether a bit holds of it, or of any element. */
const ofHousehold = (graph: Graph, bit: Node): Node => {
  if (bit.scope === 'uniform' || bit.scope === 'household') return bit
  return ofHousehold(graph, anyElement(graph, { scope: bit.scope, ...(bit.history !== undefined && { history: bit.history }) }, bit))
}

interface Needed {
  readonly nodes: ReadonlySet<Node>
  readonly guards: readonly Node[]
}

/** All nodes that results need and the guards on them, with what the guards themselves need. */
const findNeeded = (graph: Graph, roots: readonly Node[]): Needed => {
  const nodes = new Set<Node>()
  const guards = new Set<Node>()
  const waiting = [...roots]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (nodes.has(node)) continue
    nodes.add(node)
    for (const input of node.inputs) waiting.push(input)
    for (const bit of graph.guardsOf(node)) {
      const guard = ofHousehold(graph, bit)
      guards.add(guard)
      waiting.push(guard)
    }
  }
  return { nodes, guards: [...guards] }
}

/** A bit of the household: whether only the interpreter can tell some results of it. Takes what the graph was told to exempt. */
export const escapeOf = (graph: Graph, results: readonly Node[]): Node => {
  const exempt = graph.takeExemptions().map((bit) => ofHousehold(graph, bit))
  return some(graph, [...exempt, ...findNeeded(graph, [...results, ...exempt]).guards])
}

/** Compiles an assembly, into a graph of its own or into one that others share. Throws `Unplannable`. */
export const compileProgram = (assembly: Assembly, dictionary: PlanDictionary, mode: AnswerMode, parts: PlanParts = {}, graph: Graph = new Graph(dictionary)): PlanProgram => {
  const compiler = new PlanCompiler(graph, assembly, mode)
  graph.takeExemptions()
  const outputs = compileOutputs(compiler, parts)
  const missing = some(graph, [...new Set(compiler.missing)].map((bit) => ofHousehold(graph, bit)))
  const results = [...outputNodes(outputs), missing]
  const escape = escapeOf(graph, results)
  const roots = [...results, escape]
  return { graph, mode, outputs, escape, missing, roots, nodes: [...findNeeded(graph, roots).nodes].toSorted((a, b) => a.id - b.id) }
}
