import type { Moment } from '../documents/input-document.ts'
import type { Assembly } from '../release/assembly.ts'
import type { CaseTarget } from './case-target.ts'
import { answeredHouseholds, completed, decidedHousehold, decidedHouseholds, liesOn, movedInto, type DecidedHousehold } from './decided-household.ts'
import type { Candidates } from './reach/candidates.ts'
import type { Draft, Drafts, Reach } from './reach/reach.ts'
import { searchIn } from './reach/search.ts'

/** How many households a search may make: for the places to start from, and for each of their contexts. */
const draftsForStart = 150
const draftsForContext = 200
const mostStarts = 2
const mostContexts = 4
const mostNames = 2

export interface SearchPlace {
  readonly assembly: Assembly
  readonly moment: Moment
  readonly candidates: Candidates
}

const searchFrom = ({ assembly, moment, candidates }: SearchPlace, drafts: number): Reach => searchIn(assembly, moment, candidates, drafts)

const firstOf = async <T>(drafts: AsyncIterable<T>, most: number): Promise<readonly T[]> => {
  const found: T[] = []
  for await (const draft of drafts) {
    found.push(draft)
    if (found.length >= most) break
  }
  return found
}

/** Households on a target, with as few answers as it takes. */
export const startsOf = async (place: SearchPlace, target: CaseTarget): Promise<readonly Draft[]> => firstOf(onlyHolding(target, target.starts(searchFrom(place, draftsForStart))), mostStarts)

async function* onlyHolding(target: CaseTarget, drafts: Drafts): AsyncGenerator<Draft> {
  for await (const draft of drafts) if (await liesOn(target, draft)) yield draft
}

interface StartedTarget {
  readonly target: CaseTarget
  readonly starts: readonly Draft[]
}

/**
 * One household for each target that can be reached, all with the same result decided and where possible alike but for
 * what tells the targets apart, so that the result turns between them.
 */
export const decideTargets = async (place: SearchPlace, targets: readonly StartedTarget[]): Promise<readonly DecidedHousehold[]> => {
  const reachable = targets.filter(({ starts }) => starts.length > 0)
  const names = reachable[0]?.target.names.slice(0, mostNames) ?? []
  let best: readonly DecidedHousehold[] = []
  for (const name of names) {
    if (best.length === reachable.length) break
    for (const { target, starts } of reachable) {
      for (const start of starts) {
        const contexts = await contextsOf(place, target, start, name)
        for (const context of contexts) {
          const found = await inContext(place, reachable, context)
          if (worth(found) > worth(best)) best = found
          if (worth(best) >= fullWorth(reachable)) return best
        }
      }
    }
  }
  return best
}

/** Households on the target with the result decided; where no answers decide it, one with every answer it hangs on. */
const contextsOf = async (place: SearchPlace, target: CaseTarget, start: Draft, name: string): Promise<readonly DecidedHousehold[]> => {
  const decided = await firstOf(decidedHouseholds(searchFrom(place, draftsForContext), target, start, name), mostContexts)
  return decided.length > 0 ? decided : firstOf(answeredHouseholds(searchFrom(place, draftsForContext), target, start, name), 1)
}

const distinctResults = (found: readonly DecidedHousehold[]): number => new Set(found.map(({ result }) => result)).size

/** More targets reached count most, then that the result turns. */
const worth = (found: readonly DecidedHousehold[]): number => found.length * 2 + (distinctResults(found) > 1 ? 1 : 0)

const fullWorth = (targets: readonly StartedTarget[]): number => targets.length * 2 + (targets.length > 1 ? 1 : 0)

const inContext = async (place: SearchPlace, targets: readonly StartedTarget[], context: DecidedHousehold): Promise<readonly DecidedHousehold[]> => {
  const found: DecidedHousehold[] = []
  for (const { target, starts } of targets) {
    const decided = target === context.target ? context : await moved(place, target, starts, context)
    if (decided) found.push(decided)
  }
  return found
}

/** The target in the context of another one, completed where that is not enough; else with a context of its own. */
const moved = async (place: SearchPlace, target: CaseTarget, starts: readonly Draft[], { draft, name, result }: DecidedHousehold): Promise<DecidedHousehold | undefined> => {
  const reach = searchFrom(place, draftsForContext)
  let same: DecidedHousehold | undefined
  for (const start of starts) {
    const next = movedInto(reach, draft, start)
    if (!next || !(await liesOn(target, next))) continue
    const decided = await decidedHousehold(target, next, name)
    const all = decided ? [decided] : await firstOf(completed(reach, target, next, name), 2)
    const turned = all.find((each) => each.result !== result)
    if (turned) return turned
    same ??= all[0]
  }
  if (same) return same
  for (const start of starts) {
    const [own] = await contextsOf(place, target, start, name)
    if (own) return own
  }
  return undefined
}
