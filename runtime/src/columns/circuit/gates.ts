import { NotInColumns } from '../not-in-columns.ts'

/** A gate by its number: one bit of each of 32 households at once. */
export type Gate = number

export const zero: Gate = 0
export const ones: Gate = 1

/** What a gate without inputs reads. */
export type Source =
  /** A word of the household's part of the block. */
  | { readonly kind: 'household'; readonly word: number }
  /** A word of the slot of the member looked at. */
  | { readonly kind: 'member'; readonly word: number }
  /** A bit that is the same for all households, set for each run: all ones or all zeros. */
  | { readonly kind: 'uniform'; readonly word: number }
  /** What a fold has come to before the member looked at. */
  | { readonly kind: 'state'; readonly state: number; readonly pass: number }
  /** What a fold came to over all members. */
  | { readonly kind: 'folded'; readonly state: number; readonly pass: number }

export type GateOp = 'source' | 'and' | 'or' | 'xor' | 'not'

/**
 * One bit of each household, or of one member of each. Passes over the members alternate with what is computed of
 * households: a gate of pass p can be computed of members in the loop number p, or of households after p loops.
 */
export interface GateRecord {
  readonly op: GateOp
  readonly a: Gate
  readonly b: Gate
  readonly ofMembers: boolean
  readonly pass: number
  readonly source?: Source
}

/** Something carried from member to member: it begins with `first`, and each member makes `next` of it. */
export interface Fold {
  readonly pass: number
  readonly first: Gate
  readonly next: Gate
}

/** The bits of a fold: before the member looked at, and over all members. */
export interface Folded {
  readonly before: readonly Gate[]
  readonly after: readonly Gate[]
}

const opNumbers: Readonly<Record<GateOp, number>> = { source: 0, and: 1, or: 2, xor: 3, not: 4 }
const mostGates = 2 ** 22

/** A graph of gates in which equal gates are one, and what can be said without computing is not computed. */
export class Gates {
  readonly records: GateRecord[] = []
  readonly folds: Fold[] = []
  readonly #known = new Map<number, Gate>()
  readonly #sources = new Map<string, Gate>()
  readonly #folded = new Map<string, Folded>()

  constructor() {
    this.records.push({ op: 'source', a: zero, b: zero, ofMembers: false, pass: 0 }, { op: 'source', a: ones, b: ones, ofMembers: false, pass: 0 })
  }

  record(gate: Gate): GateRecord {
    const record = this.records[gate]
    if (!record) throw new Error(`No gate ${gate}`)
    return record
  }

  source(source: Source): Gate {
    const key = JSON.stringify(source)
    const before = this.#sources.get(key)
    if (before !== undefined) return before
    const ofMembers = source.kind === 'member' || source.kind === 'state'
    const pass = source.kind === 'state' ? source.pass : source.kind === 'folded' ? source.pass + 1 : 0
    const gate = this.#add({ op: 'source', a: zero, b: zero, ofMembers, pass, source })
    this.#sources.set(key, gate)
    return gate
  }

  not(a: Gate): Gate {
    if (a <= ones) return ones - a
    const record = this.record(a)
    return record.op === 'not' ? record.a : this.#intern('not', a, a)
  }

  and(a: Gate, b: Gate): Gate {
    if (a === b || b === ones || a === zero) return a
    if (a === ones || b === zero) return b
    const right = this.#given(b, a, true)
    if (right !== b) return this.and(a, right)
    const left = this.#given(a, b, true)
    if (left !== a) return this.and(left, b)
    return a < b ? this.#intern('and', a, b) : this.#intern('and', b, a)
  }

  or(a: Gate, b: Gate): Gate {
    if (a === b || b === zero || a === ones) return a
    if (a === zero || b === ones) return b
    const right = this.#given(b, a, false)
    if (right !== b) return this.or(a, right)
    const left = this.#given(a, b, false)
    if (left !== a) return this.or(left, b)
    return a < b ? this.#intern('or', a, b) : this.#intern('or', b, a)
  }

  xor(a: Gate, b: Gate): Gate {
    if (a === b) return zero
    if (a === zero) return b
    if (b === zero) return a
    if (a === ones) return this.not(b)
    if (b === ones) return this.not(a)
    const [left, right] = [this.record(a), this.record(b)]
    if (left.op === 'not') return this.not(this.xor(left.a, b))
    if (right.op === 'not') return this.not(this.xor(a, right.a))
    return a < b ? this.#intern('xor', a, b) : this.#intern('xor', b, a)
  }

  /** `then` where the bit is one, else `otherwise`. */
  select(bit: Gate, ifOne: Gate, ifZero: Gate): Gate {
    if (ifOne === ifZero || bit === ones) return ifOne
    if (bit === zero) return ifZero
    const [then, otherwise] = [this.#given(ifOne, bit, true), this.#given(ifZero, bit, false)]
    if (then === otherwise) return then
    if (then <= ones || otherwise <= ones || then === bit || otherwise === bit) return this.or(this.and(bit, then), this.and(this.not(bit), otherwise))
    if (this.#areOpposite(then, otherwise)) return this.not(this.xor(bit, then))
    return this.xor(otherwise, this.and(bit, this.xor(then, otherwise)))
  }

  every(gates: readonly Gate[]): Gate {
    return gates.reduce((all, gate) => this.and(all, gate), ones)
  }

  some(gates: readonly Gate[]): Gate {
    return gates.reduce((any, gate) => this.or(any, gate), zero)
  }

  /**
   * Carries bits from member to member. `step` makes the next bits of those before and says so in gates of members;
   * what it came to over all members are gates of the household, and what it was before each member gates of members.
   * Folds of one name are one: the name says everything that `first` and `step` depend on.
   */
  fold(name: string, first: readonly Gate[], pass: number, step: (before: readonly Gate[]) => readonly Gate[]): Folded {
    const known = this.#folded.get(name)
    if (known) return known
    const start = this.folds.length
    first.forEach((gate) => this.folds.push({ pass, first: gate, next: gate }))
    const before = first.map((_gate, index) => this.source({ kind: 'state', state: start + index, pass }))
    step(before).forEach((next, index) => {
      this.folds[start + index] = { pass, first: first[index] ?? zero, next }
    })
    const folded = { before, after: first.map((_gate, index) => this.source({ kind: 'folded', state: start + index, pass })) }
    this.#folded.set(name, folded)
    return folded
  }

  /** The loop in which something that reads these gates of members can be computed. */
  passOf(gates: readonly Gate[]): number {
    return gates.reduce((pass, gate) => Math.max(pass, this.record(gate).pass), 0)
  }

  /** A gate where it is known whether a bit is one, as far as that is seen at once. */
  #given(gate: Gate, bit: Gate, isOne: boolean): Gate {
    const known = this.#sideGiven(gate, bit, isOne)
    if (known !== undefined) return known ? ones : zero
    const { op, a, b } = this.record(gate)
    if (op === 'not') {
      const inner = this.#given(a, bit, isOne)
      return inner === a ? gate : this.not(inner)
    }
    if (op !== 'and' && op !== 'or') return gate
    const [left, right] = [this.#sideGiven(a, bit, isOne), this.#sideGiven(b, bit, isOne)]
    const decides = op === 'or'
    if (left === decides || right === decides) return decides ? ones : zero
    if (left !== undefined) return b
    return right === undefined ? gate : a
  }

  #sideGiven(gate: Gate, bit: Gate, isOne: boolean): boolean | undefined {
    if (gate === bit) return isOne
    return this.#areOpposite(gate, bit) ? !isOne : undefined
  }

  #areOpposite(a: Gate, b: Gate): boolean {
    const [left, right] = [this.record(a), this.record(b)]
    return (left.op === 'not' && left.a === b) || (right.op === 'not' && right.a === a)
  }

  #intern(op: GateOp, a: Gate, b: Gate): Gate {
    const key = (opNumbers[op] * mostGates + a) * mostGates + b
    const before = this.#known.get(key)
    if (before !== undefined) return before
    const [left, right] = [this.record(a), this.record(b)]
    const gate = this.#add({ op, a, b, ofMembers: left.ofMembers || right.ofMembers, pass: Math.max(left.pass, right.pass) })
    this.#known.set(key, gate)
    return gate
  }

  #add(record: GateRecord): Gate {
    if (this.records.length >= mostGates) throw new NotInColumns('rules of more gates than can be numbered')
    return this.records.push(record) - 1
  }
}
