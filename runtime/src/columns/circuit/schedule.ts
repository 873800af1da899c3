import { NotInColumns } from '../not-in-columns.ts'
import { ones, type Fold, type Gate, type GateRecord, type Gates } from './gates.ts'

/** What is asked of a circuit: bits of households, and bits of members. */
export interface Asked {
  readonly household: readonly Gate[]
  readonly members: readonly Gate[]
}

/** A fold as one loop over the members carries it. */
export interface CarriedState {
  readonly state: number
  readonly next: Gate
}

/** Gates computed one after another, of households or in one loop over their members. */
export interface Stage {
  readonly ofMembers: boolean
  readonly pass: number
  /** Each after those it reads; without those that only read memory. */
  readonly gates: readonly Gate[]
  /** Of a loop over members: what is carried from one to the next. */
  readonly states: readonly CarriedState[]
  /** What is asked for and can be written at the end of this stage, by its place in what was asked. */
  readonly results: readonly (readonly [place: number, gate: Gate])[]
}

/** A circuit in the order in which it is computed: plain data, for another thread to make code of. */
export interface KernelProgram {
  readonly asked: Asked
  readonly stages: readonly Stage[]
  readonly records: ReadonlyMap<Gate, GateRecord>
  readonly folds: ReadonlyMap<number, Fold>
  /** Gates of households that an earlier run computed, by their place among its results. */
  readonly kept: ReadonlyMap<Gate, number>
  /** How many results of households that run has. */
  readonly keptResults: number
}

/** What an earlier run computed of households. */
export interface Kept {
  readonly places: ReadonlyMap<Gate, number>
  readonly results: number
}

const nothingKept: Kept = { places: new Map(), results: 0 }

/** A view of the gates in which those that were kept read nothing. */
class KeptGates {
  readonly gates: Gates
  readonly kept: Kept

  constructor(gates: Gates, kept: Kept) {
    this.gates = gates
    this.kept = kept
  }

  record(gate: Gate): GateRecord {
    return this.gates.record(gate)
  }

  /** Whether a gate only reads memory. */
  isRead(gate: Gate): boolean {
    return gate <= ones || this.record(gate).op === 'source' || this.kept.places.has(gate)
  }

  /** The loop after which a gate can be computed; what was kept is there from the start. */
  passOf(gate: Gate): number {
    return this.kept.places.has(gate) ? 0 : this.record(gate).pass
  }
}

/** Everything below some gates that `enter` lets in, each after what it reads. */
const inOrder = (gates: KeptGates, roots: Iterable<Gate>, enter: (gate: Gate) => boolean, seen: Set<Gate>): readonly Gate[] => {
  const order: Gate[] = []
  const waiting: { readonly gate: Gate; readonly ready: boolean }[] = [...roots].toReversed().map((gate) => ({ gate, ready: false }))
  for (let top = waiting.pop(); top; top = waiting.pop()) {
    const { gate, ready } = top
    if (ready) {
      order.push(gate)
      continue
    }
    if (gate <= ones || seen.has(gate) || !enter(gate)) continue
    seen.add(gate)
    waiting.push({ gate, ready: true })
    const { a, b } = gates.record(gate)
    if (!gates.isRead(gate)) waiting.push({ gate: b, ready: false }, { gate: a, ready: false })
  }
  return order
}

interface Reached {
  readonly all: ReadonlySet<Gate>
  readonly folds: ReadonlyMap<number, Fold>
}

/** Every gate and fold that what is asked depends on. */
const reached = (gates: KeptGates, asked: Asked): Reached => {
  const seen = new Set<Gate>()
  const folds = new Map<number, Fold>()
  let roots: readonly Gate[] = [...asked.household, ...asked.members]
  while (roots.length > 0) {
    const more: Gate[] = []
    for (const gate of inOrder(gates, roots, () => true, seen)) {
      const { source } = gates.record(gate)
      if ((source?.kind !== 'state' && source?.kind !== 'folded') || folds.has(source.state)) continue
      const fold = gates.gates.folds[source.state]
      if (!fold) throw new Error(`No fold ${source.state}`)
      folds.set(source.state, fold)
      more.push(fold.first, fold.next)
    }
    roots = more
  }
  return { all: seen, folds }
}

/** Code for more takes seconds to make; the largest release there is has two thousand, nine with every parameter an input. */
const mostGates = 30_000

/**
 * The order in which what is asked is computed: what is known of households, a loop over their members, what is known of
 * households after it, and so on. A gate of members that two loops need is computed in both. Throws `NotInColumns` where there are
 * too many.
 */
export const schedule = (gates: Gates, asked: Asked, kept: Kept = nothingKept): KernelProgram => {
  const seen = new KeptGates(gates, kept)
  const found = reached(seen, asked)
  if (found.all.size > mostGates) throw new NotInColumns(`rules of ${found.all.size} gates`)
  const passes = Math.max(0, ...[...found.all].map((gate) => seen.passOf(gate)), ...[...found.folds.values()].map(({ pass }) => pass))
  const stages: Stage[] = []
  const done = new Set<Gate>()
  for (let pass = 0; pass <= passes; pass += 1) {
    stages.push(householdStage(seen, asked, pass, { found, done, last: pass === passes }))
    const members = memberStage(seen, asked, pass, found)
    if (members.gates.length > 0 || members.states.length > 0 || members.results.length > 0) stages.push(members)
  }
  return {
    asked,
    stages: stages.filter((stage) => stage.ofMembers || stage.gates.length > 0 || stage.results.length > 0),
    records: new Map([...found.all].map((gate) => [gate, gates.record(gate)])),
    folds: found.folds,
    kept: new Map([...found.all].flatMap((gate) => {
      const place = kept.places.get(gate)
      return place === undefined ? [] : [[gate, place] as const]
    })),
    keptResults: kept.results,
  }
}

interface StageRequest {
  readonly found: Reached
  readonly done: Set<Gate>
  readonly last: boolean
}

const householdStage = (gates: KeptGates, { household }: Asked, pass: number, { found, done, last }: StageRequest): Stage => {
  const isHere = (gate: Gate) => found.all.has(gate) && !gates.record(gate).ofMembers && gates.passOf(gate) === pass
  const order = inOrder(gates, [...household.filter(isHere), ...[...found.all].filter(isHere)], isHere, done)
  const here = new Set(order)
  const results = household.flatMap((gate, place) => (here.has(gate) || (last && gate <= ones) ? [[place, gate] as const] : []))
  return { ofMembers: false, pass, gates: order.filter((gate) => !gates.isRead(gate)), states: [], results }
}

const memberStage = (gates: KeptGates, { members }: Asked, pass: number, { folds }: Reached): Stage => {
  const results = members.flatMap((gate, place) => (gates.passOf(gate) === pass ? [[place, gate] as const] : []))
  const carried = new Map([...folds].filter(([, fold]) => fold.pass === pass).map(([state, { next }]) => [state, next]))
  const seen = new Set<Gate>()
  const order: Gate[] = []
  let roots = [...carried.values(), ...results.map(([, gate]) => gate)]
  while (roots.length > 0) {
    const entered = inOrder(gates, roots, (gate) => gates.record(gate).ofMembers, seen)
    order.push(...entered)
    roots = entered.flatMap((gate) => {
      const { source } = gates.record(gate)
      const fold = source?.kind === 'state' && !carried.has(source.state) ? folds.get(source.state) : undefined
      if (source?.kind !== 'state' || !fold) return []
      carried.set(source.state, fold.next)
      return [fold.next]
    })
  }
  return { ofMembers: true, pass, gates: order.filter((gate) => !gates.isRead(gate)), states: [...carried].map(([state, next]) => ({ state, next })), results }
}
