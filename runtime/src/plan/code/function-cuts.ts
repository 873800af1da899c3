import type { Node } from '../graph/node.ts'
import { isLength, type Item } from './schedule.ts'

/** Steps of one function; beyond some thousand the machine's optimiser gives up, and larger ones run several times slower. */
const largestFunction = 300

/** A value that passes between functions, and its place in the memory for that. */
export interface Passed {
  readonly node: Node
  readonly place: number
}

/** One generated function: its steps, what it takes from earlier ones, and what it leaves for later ones. */
export interface FunctionCut {
  readonly items: readonly Item[]
  /** Answers it reads again, for that is cheaper than passing them on. */
  readonly fields: readonly Node[]
  readonly loads: readonly Passed[]
  readonly stores: readonly Passed[]
}

const sizeOf = (item: Item): number => (item.kind === 'node' ? 1 : item.size)

const computedBy = (item: Item): readonly Node[] => (item.kind === 'node' ? [item.node] : item.reductions)

const readBy = (item: Item): readonly Node[] => (item.kind === 'node' ? item.node.inputs.filter(({ scope }) => scope === 'household') : item.reads)

/** Whether a value is cheaper read again than kept. */
const isRead = (node: Node): boolean => node.op === 'answer' || node.op === 'complete' || node.op === 'since' || isLength(node)

const groupItems = (items: readonly Item[]): readonly (readonly Item[])[] => {
  const groups: Item[][] = [[]]
  let size = 0
  for (const item of items) {
    if (size > 0 && size + sizeOf(item) > largestFunction) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(item)
    size += sizeOf(item)
  }
  return groups
}

/** Cuts the steps of a program into functions. The last one also reads every result. */
export const cutFunctions = (items: readonly Item[], results: readonly Node[]): { readonly cuts: readonly FunctionCut[]; readonly scratch: number } => {
  const groups = groupItems(items)
  const needs = groups.map((group, index) => {
    const own = new Set(group.flatMap(computedBy))
    const reads = new Set([...group.flatMap(readBy), ...(index === groups.length - 1 ? results : [])])
    return { own, outside: [...reads].filter((node) => !own.has(node)) }
  })
  const passed = new Map([...new Set(needs.flatMap(({ outside }) => outside.filter((node) => !isRead(node))))].map((node, place) => [node, place] as const))
  const place = (node: Node): Passed[] => {
    const found = passed.get(node)
    return found === undefined ? [] : [{ node, place: found }]
  }
  const cuts = groups.map((group, index): FunctionCut => ({
    items: group,
    fields: needs[index]?.outside.filter(isRead) ?? [],
    loads: needs[index]?.outside.flatMap(place) ?? [],
    stores: [...(needs[index]?.own ?? [])].flatMap(place),
  }))
  return { cuts, scratch: passed.size }
}
