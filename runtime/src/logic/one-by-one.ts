import type { Soon } from './soon.ts'

/**
 * What something comes to for each of a list, one after the other. Nothing waits for anything outside, so at once would
 * be no faster; it would hold everything in memory, and go on with all the others when one meets a limit.
 */
export const oneByOne = <Item, Result>(items: readonly Item[], compute: (item: Item, index: number) => Soon<Result>): Soon<readonly Result[]> => {
  const results: Result[] = []
  // Counted, for this runs for every part of every condition.
  for (let index = 0; index < items.length; index += 1) {
    const result = compute(items[index] as Item, index)
    if (result instanceof Promise) return result.then((first) => goOn(items, compute, [...results, first]))
    results.push(result)
  }
  return results
}

const goOn = async <Item, Result>(items: readonly Item[], compute: (item: Item, index: number) => Soon<Result>, results: Result[]): Promise<readonly Result[]> => {
  for (const [index, item] of items.entries()) if (index >= results.length) results.push(await compute(item, index))
  return results
}
