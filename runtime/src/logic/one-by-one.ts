/**
 * What something comes to for each of a list, one after the other. Nothing waits for anything outside, so at once would
 * be no faster; it would hold everything in memory, and go on with all the others when one meets a limit.
 */
export const oneByOne = async <Item, Result>(items: readonly Item[], compute: (item: Item, index: number) => Promise<Result>): Promise<readonly Result[]> => {
  const results: Result[] = []
  for (const [index, item] of items.entries()) results.push(await compute(item, index))
  return results
}
