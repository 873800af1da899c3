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
}

/** A bit of the household: whether a bit holds of it, or of any element. */
const ofHousehold = (graph: Graph, bit: Node): Node => {
  if (bit.scope === 'uniform' || bit.scope === 'household') return bit
  return ofHousehold(graph, anyElement(graph, { scope: bit.scope, ...(bit.history !== undefined && { history: bit.history }) }, bit))
}

/** All guards of nodes that results need, and those that the guards themselves need. */
const neededGuards = (graph: Graph, roots: readonly Node[]): readonly Node[] => {
  const seen = new Set<Node>()
  const guards = new Set<Node>()
  const waiting = [...roots]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (seen.has(node)) continue
    seen.add(node)
    const own = graph.guardsOf(node).map((bit) => ofHousehold(graph, bit))
    for (const bit of own) guards.add(bit)
    waiting.push(...node.inputs, ...own)
  }
  return [...guards]
}

/** Compiles an assembly, into a graph of its own or into one that others share. Throws `Unplannable`. */
export const compileProgram = (assembly: Assembly, dictionary: PlanDictionary, mode: AnswerMode, parts: PlanParts = {}, graph: Graph = new Graph(dictionary)): PlanProgram => {
  const compiler = new PlanCompiler(graph, assembly, mode)
  graph.takeExemptions()
  const outputs = compileOutputs(compiler, parts)
  const missing = some(graph, [...new Set(compiler.missing)].map((bit) => ofHousehold(graph, bit)))
  const exempt = graph.takeExemptions().map((bit) => ofHousehold(graph, bit))
  const results = [...outputNodes(outputs), missing, ...exempt]
  const escape = some(graph, [...exempt, ...neededGuards(graph, results)])
  return { graph, mode, outputs, escape, missing, roots: [...results.filter((node) => !exempt.includes(node)), escape] }
}
