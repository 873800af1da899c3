import type { RuleChange } from './rule-changes.ts'

/** Whether each of some households comes out as before with some changes undone; undefined where the rules left do not fit together. */
export type Undo<Household> = (undone: readonly RuleChange[], households: readonly Household[]) => Promise<((household: Household) => boolean) | undefined>

/** Changes that undone together let a household come out as before; without any one of them it would not. */
export type Reason = readonly string[]

/** Rules with some changes undone are tried at most so often when no single change is enough. */
const mostTries = 120

/**
 * Why households come out otherwise: each single change that undone would undo that; where there is none, a smallest set of changes that
 * together would. Smallest in that none of them can be left out. Where too many sets would have to be tried, what was not tried stays in.
 */
export const findReasons = async <Household>(households: readonly Household[], changes: readonly RuleChange[], undo: Undo<Household>): Promise<ReadonlyMap<Household, readonly Reason[]>> => {
  const reasons = new Map<Household, Reason[]>(households.map((household) => [household, []]))
  if (households.length === 0) return reasons
  for (const change of changes) {
    const asBefore = await undo([change], households)
    if (asBefore) for (const [household, found] of reasons) if (asBefore(household)) found.push([change.id])
  }
  const rest = households.filter((household) => reasons.get(household)?.length === 0)
  for (const { undone, households: some } of await smallestSets(rest, changes, undo)) {
    const reason = undone.map(({ id }) => id)
    for (const household of some) reasons.get(household)?.push(reason)
  }
  return reasons
}

interface Group<Household> {
  readonly undone: readonly RuleChange[]
  readonly households: readonly Household[]
}

/** All are undone at first; then each change in turn is made again for those who still come out as before. */
const smallestSets = async <Household>(households: readonly Household[], changes: readonly RuleChange[], undo: Undo<Household>): Promise<readonly Group<Household>[]> => {
  let groups: readonly Group<Household>[] = households.length > 0 ? [{ undone: changes, households }] : []
  let tries = 0
  for (const change of changes) {
    const next: Group<Household>[] = []
    for (const group of groups) {
      const fewer = group.undone.filter((each) => each !== change)
      tries += 1
      const asBefore = tries > mostTries || fewer.length === 0 ? undefined : await undo(fewer, group.households)
      const [without, needing] = asBefore ? split(group.households, asBefore) : [[], group.households]
      if (without.length > 0) next.push({ undone: fewer, households: without })
      if (needing.length > 0) next.push({ undone: group.undone, households: needing })
    }
    groups = next
  }
  return groups
}

const split = <T>(all: readonly T[], holds: (each: T) => boolean): readonly [T[], T[]] => {
  const [yes, no]: readonly [T[], T[]] = [[], []]
  for (const each of all) (holds(each) ? yes : no).push(each)
  return [yes, no]
}
