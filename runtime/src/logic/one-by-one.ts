import type { Soon } from './soon.ts'

/**
 * What something comes to for each of a list, one after the other. Nothing waits for anything outside, so at once would
 * be no faster; it would hold everything in memory, and go on with all the others when one meets a limit.
 */
export const oneByOne = <Item, Result>(items: readonly Item[], compute: (item: Item, index: number) => Soon<Result>): Soon<readonly Result[]> => {
  // Counted, and made as long as it will be, for this runs for every part of every condition.
  // oxlint-disable-next-line unicorn/no-new-array -- a list of a length is meant, and `from` fills it first
  const results = new Array<Result>(items.length)
  for (let index = 0; index < items.length; index += 1) {
    const result = compute(items[index] as Item, index)
    if (result instanceof Promise) return result.then((first) => goOn(items, compute, [...results.slice(0, index), first]))
    results[index] = result
  }
  return results
}

const goOn = async <Item, Result>(items: readonly Item[], compute: (item: Item, index: number) => Soon<Result>, results: Result[]): Promise<readonly Result[]> => {
  for (const [index, item] of items.entries()) if (index >= results.length) results.push(await compute(item, index))
  return results
}
