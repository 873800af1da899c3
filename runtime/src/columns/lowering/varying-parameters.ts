import type { Words } from '../bit-rows.ts'
import type { Graph } from '../../plan/graph/graph.ts'
import { bitLength } from '../circuit/bit-numbers.ts'
import type { Gates } from '../circuit/gates.ts'
import { sliced, type SlicedNumber } from '../circuit/sliced-number.ts'

/** Where the bits of a parameter stand among the uniform words of a run. */
interface Place {
  readonly word: number
  readonly width: number
  readonly least: bigint
}

/**
 * Parameters that are set for each run instead of standing in the gates, so that the same code serves every value. Values keep
 * to the bounds that the graph declares; beyond them the rules are compiled anew.
 */
export class VaryingParameters {
  readonly #graph: Graph
  readonly #places = new Map<number, Place>()
  #words = 0

  constructor(graph: Graph, indices: Iterable<number>) {
    this.#graph = graph
    for (const index of indices) {
      const { bounds: { from, to } } = this.#parameter(index)
      const width = bitLength(BigInt(to) - BigInt(from))
      this.#places.set(index, { word: this.#words, width, least: BigInt(from) })
      this.#words += width
    }
  }

  get indices(): Iterable<number> {
    return this.#places.keys()
  }

  has(index: number): boolean {
    return this.#places.has(index)
  }

  /** A parameter as gates that read the uniform words. */
  number(gates: Gates, index: number): SlicedNumber {
    const { word, width, least } = this.#place(index)
    return sliced({ base: least, bits: Array.from({ length: width }, (_bit, bit) => gates.source({ kind: 'uniform', word: word + bit })) })
  }

  /** The uniform words for values, each within its bounds. */
  words(values: ReadonlyMap<number, number>, allocate: (bytes: number) => ArrayBufferLike): Words {
    const words = new Int32Array(allocate(this.#words * 4))
    for (const [index, { word, width, least }] of this.#places) {
      const { name, value, bounds } = this.#parameter(index)
      const set = values.get(index) ?? value
      if (!(set >= bounds.from && set <= bounds.to)) throw new RangeError(`${set} is out of reach for parameter ${name}; compile the changed release`)
      for (let bit = 0; bit < width; bit += 1) words[word + bit] = ((BigInt(set) - least) >> BigInt(bit)) & 1n ? -1 : 0
    }
    return words
  }

  #parameter(index: number) {
    const parameter = this.#graph.parameters[index]
    if (!parameter) throw new Error(`The graph has no parameter ${index}`)
    return parameter
  }

  #place(index: number): Place {
    const place = this.#places.get(index)
    if (!place) throw new Error(`Parameter ${index} does not vary`)
    return place
  }
}
