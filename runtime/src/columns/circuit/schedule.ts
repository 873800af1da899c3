import { ones, type Gate, type Gates } from './gates.ts'

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

/** Everything below some gates that `enter` lets in, each after what it reads. */
const inOrder = (gates: Gates, roots: Iterable<Gate>, enter: (gate: Gate) => boolean, seen: Set<Gate>): readonly Gate[] => {
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
    const { op, a, b } = gates.record(gate)
    if (op !== 'source') waiting.push({ gate: b, ready: false }, { gate: a, ready: false })
  }
  return order
}

/** Every gate and fold that what is asked depends on. */
const reached = (gates: Gates, asked: Asked): { readonly all: ReadonlySet<Gate>; readonly folds: ReadonlySet<number> } => {
  const seen = new Set<Gate>()
  const folds = new Set<number>()
  let roots: readonly Gate[] = [...asked.household, ...asked.members]
  while (roots.length > 0) {
    const more: Gate[] = []
    for (const gate of inOrder(gates, roots, () => true, seen)) {
      const { source } = gates.record(gate)
      if ((source?.kind !== 'state' && source?.kind !== 'folded') || folds.has(source.state)) continue
      folds.add(source.state)
      const fold = gates.folds[source.state]
      if (fold) more.push(fold.first, fold.next)
    }
    roots = more
  }
  return { all: seen, folds }
}

/**
 * The order in which what is asked is computed: what is known of households, a loop over their members, what is known of
 * households after it, and so on. A gate of members that two loops need is computed in both.
 */
export const schedule = (gates: Gates, asked: Asked): readonly Stage[] => {
  const { all, folds } = reached(gates, asked)
  const passes = Math.max(0, ...[...all].map((gate) => gates.record(gate).pass))
  const stages: Stage[] = []
  const done = new Set<Gate>()
  for (let pass = 0; pass <= passes; pass += 1) {
    stages.push(householdStage(gates, asked, pass, { all, done, last: pass === passes }))
    const members = memberStage(gates, asked, pass, folds)
    if (members.gates.length > 0 || members.states.length > 0 || members.results.length > 0) stages.push(members)
  }
  return stages
}

const householdStage = (gates: Gates, { household }: Asked, pass: number, { all, done, last }: { readonly all: ReadonlySet<Gate>; readonly done: Set<Gate>; readonly last: boolean }): Stage => {
  const own = new Set([...all].filter((gate) => !gates.record(gate).ofMembers && gates.record(gate).pass === pass))
  const order = inOrder(gates, [...household.filter((gate) => own.has(gate)), ...own], (gate) => all.has(gate) && gates.record(gate).pass === pass, done)
  const here = new Set(order)
  const results = household.flatMap((gate, place) => (here.has(gate) || (last && gate <= ones) ? [[place, gate] as const] : []))
  return { ofMembers: false, pass, gates: order.filter((gate) => gates.record(gate).op !== 'source'), states: [], results }
}

const memberStage = (gates: Gates, { members }: Asked, pass: number, folds: ReadonlySet<number>): Stage => {
  const results = members.flatMap((gate, place) => (gates.record(gate).pass === pass ? [[place, gate] as const] : []))
  const carried = new Map<number, Gate>()
  for (const state of folds) {
    const fold = gates.folds[state]
    if (fold?.pass === pass) carried.set(state, fold.next)
  }
  const seen = new Set<Gate>()
  const order: Gate[] = []
  let roots = [...carried.values(), ...results.map(([, gate]) => gate)]
  while (roots.length > 0) {
    const found = inOrder(gates, roots, (gate) => gates.record(gate).ofMembers, seen)
    order.push(...found)
    roots = found.flatMap((gate) => {
      const { source } = gates.record(gate)
      const fold = source?.kind === 'state' && !carried.has(source.state) ? gates.folds[source.state] : undefined
      if (source?.kind !== 'state' || !fold) return []
      carried.set(source.state, fold.next)
      return [fold.next]
    })
  }
  return { ofMembers: true, pass, gates: order.filter((gate) => gates.record(gate).op !== 'source'), states: [...carried].map(([state, next]) => ({ state, next })), results }
}
