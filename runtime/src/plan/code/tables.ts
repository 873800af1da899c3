import type { Node } from '../graph/node.ts'
import { isSmall } from './operations.ts'
import { code, identifier, joined, type Code } from './template.ts'

/** Picks by one code side by side, so that what is looked up of one household lies together: a row per code, a column per pick. */
interface Grid {
  readonly index: number
  readonly small: boolean
  readonly rows: number
  readonly columns: Node[]
}

/** Tables that generated code looks up by code, gathered while it is written. */
export class Tables {
  readonly #grids = new Map<string, Grid>()
  readonly #memberships = new Set<Node>()

  /** The code that looks a node up by the code of its first input. */
  lookUp(node: Node, index: Code): Code {
    if (node.detail.kind === 'codes') {
      this.#memberships.add(node)
      return code`(${identifier('t', node.id)}[${index}] | 0)`
    }
    const [input, ...entries] = node.inputs
    if (!input) throw new Error('A table is asked by a code')
    const small = entries.every(isSmall)
    const key = `${input.id} ${small}`
    const grid = this.#grids.get(key) ?? { index: this.#grids.size, small, rows: entries.length, columns: [] }
    this.#grids.set(key, grid)
    const column = grid.columns.includes(node) ? grid.columns.indexOf(node) : grid.columns.push(node) - 1
    return code`${identifier('e', grid.index)}[${index} * ${identifier('l', grid.index)} + ${column}]`
  }

  /** The tables of memberships, which depend on nothing. */
  memberships(): readonly Code[] {
    return [...this.#memberships].map(({ id, detail }) => {
      const codes = detail.kind === 'codes' ? detail.codes : []
      const bits = Array.from({ length: Math.max(...codes) + 1 }, (_code, index) => code`${codes.includes(index) ? 1 : 0}`)
      return code`const ${identifier('t', id)} = Uint8Array.of(${joined(bits, ', ')})`
    })
  }

  /** The grids, of numbers that are the same for all households. */
  grids(nameOf: (node: Node) => Code): readonly Code[] {
    return [...this.#grids.values()].flatMap(({ index, small, rows, columns }) => {
      const entries = Array.from({ length: rows }, (_row, row) => columns.flatMap((node) => node.inputs.slice(row + 1, row + 2).map(nameOf))).flat()
      const list = joined(entries, ', ')
      return [code`const ${identifier('l', index)} = ${columns.length}`, code`const ${identifier('e', index)} = ${small ? code`Int32Array.of(${list})` : code`Float64Array.of(${list})`}`]
    })
  }
}
