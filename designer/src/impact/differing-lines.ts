import type { ExplanationNode } from '@tieuchi/runtime'

/** In what a line of an explanation differs from the same line under the other rules; `alone` where the other has none. */
export type Difference = 'alone' | 'result' | 'value'

export type Differences = ReadonlyMap<ExplanationNode, Difference>

type Nodes = readonly ExplanationNode[]

/** Lines of one rule may be told several times: which of them it is counts too. */
const keyed = (nodes: Nodes): ReadonlyMap<string, ExplanationNode> => {
  const found = new Map<string, ExplanationNode>()
  for (const node of nodes) {
    const name = `${node.kind} ${node.id} ${node.member ?? ''}`
    let turn = 0
    while (found.has(`${name} ${turn}`)) turn += 1
    found.set(`${name} ${turn}`, node)
  }
  return found
}

const saying = ({ sentence, read, compared }: ExplanationNode): string => JSON.stringify([sentence.vi, read?.vi, compared?.vi])

/** The lines of two explanations that are not the same in both, each with in what; below a line that stands alone none is named again. */
export const differingLines = (before: Nodes, after: Nodes): Differences => {
  const found = new Map<ExplanationNode, Difference>()
  const walk = (left: Nodes, right: Nodes): void => {
    const [ofLeft, ofRight] = [keyed(left), keyed(right)]
    for (const [key, node] of ofRight) if (!ofLeft.has(key)) found.set(node, 'alone')
    for (const [key, node] of ofLeft) {
      const other = ofRight.get(key)
      if (!other) {
        found.set(node, 'alone')
        continue
      }
      const difference = node.result !== other.result ? 'result' : saying(node) === saying(other) ? undefined : 'value'
      if (difference) {
        found.set(node, difference)
        found.set(other, difference)
      }
      walk(node.children, other.children)
    }
  }
  walk(before, after)
  return found
}

/** Whether a line is worth being open for what differs below it; of one that stands alone only where it holds, or may. */
export const holdsDifference = (differences: Differences, node: ExplanationNode): boolean => {
  if (differences.get(node) === 'alone') return node.result !== false
  return differences.has(node) || node.children.some((child) => holdsDifference(differences, child))
}
