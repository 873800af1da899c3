import type { Node } from '../graph/node.ts'
import { code, joined, type Code } from './template.ts'

/** The table a node looks its value up in: for a membership one bit per code, for a pick its entries. */
export const tableCode = ({ detail, inputs }: Node, nameOf: (node: Node) => Code): Code => {
  const [input, ...entries] = inputs
  if (!input) throw new Error('A table is asked by a code')
  if (detail.kind !== 'codes') return code`Float64Array.of(${joined(entries.map(nameOf), ', ')})`
  const size = Math.max(...detail.codes) + 1
  return code`Uint8Array.of(${joined(Array.from({ length: size }, (_code, index) => code`${detail.codes.includes(index) ? 1 : 0}`), ', ')})`
}
