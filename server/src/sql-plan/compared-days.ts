import { addDays, historyFieldIds, type Moment } from '@tieuchi/runtime'
import { dayCode, dayOfCode, isConstant, valueOf, type Graph, type Node } from '@tieuchi/runtime/plan'

/** Whether a node is a day of an earlier decision, or the one from which on all of them are known. */
const isDayOfPast = ({ op, detail }: Node): boolean => {
  if (op === 'since') return true
  if (detail.kind !== 'answer' || (detail.position.place !== 'entries' && detail.position.place !== 'memberEntries')) return false
  const field = historyFieldIds[detail.position.index]
  return field === 'from' || field === 'to'
}

const isComparison = ({ op }: Node): boolean => op === 'less' || op === 'atMost' || op === 'equal'

/** The day code of what is the same for all households; undefined where it is reckoned. */
const codeOf = (graph: Graph, node: Node, moment: Moment): number | undefined => {
  if (isConstant(node)) return valueOf(node)
  if (node.detail.kind === 'moment') return dayCode(moment[node.detail.name])
  return node.op === 'parameter' && node.detail.kind === 'index' ? graph.parameters[node.detail.index]?.value : undefined
}

/** A day with those beside it: an outcome ends on the day before the next begins. */
const beside = (day: string): readonly string[] => [addDays(day, -1), day, addDays(day, 1)]

/** The day of a code, where there is such a day. */
const dayOf = (code: number): string | undefined => {
  try {
    return dayOfCode(code)
  } catch {
    return undefined
  }
}

/**
 * Every day that days of earlier decisions are compared with, and those beside them: whatever the roots find is the same for two days that no
 * day of these lies between. Undefined where they are not compared alone.
 */
export const comparedDays = (graph: Graph, roots: readonly Node[], moment: Moment): readonly string[] | undefined => {
  const days = new Set<string>()
  const waiting = [...roots]
  const seen = new Set<Node>(waiting)
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [place, input] of node.inputs.entries()) {
      if (isDayOfPast(input)) {
        const other = node.inputs[1 - place]
        const code = isComparison(node) && other ? codeOf(graph, other, moment) : undefined
        const day = code === undefined ? undefined : Number.isFinite(code) ? dayOf(code) : 'none'
        if (day === undefined) return undefined
        if (day !== 'none') for (const each of beside(day)) days.add(each)
      }
      if (!seen.has(input)) waiting.push(input)
      seen.add(input)
    }
  }
  return [...days].toSorted()
}
