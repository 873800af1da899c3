/**
 * The names that can stay where they are when one order becomes the other: a longest common run, so that as few as
 * possible are told to have moved. Each name occurs once in either order; names of one order alone are left out.
 */
export const stableNames = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const place = new Map(before.map((name, index) => [name, index]))
  const longest: { readonly name: string; readonly place: number; readonly length: number; readonly previous: number }[] = []
  for (const name of after) {
    const at = place.get(name)
    if (at === undefined) continue
    const previous = longest.reduce((best, each, index) => (each.place < at && each.length > (longest[best]?.length ?? 0) ? index : best), -1)
    longest.push({ name, place: at, length: (longest[previous]?.length ?? 0) + 1, previous })
  }
  const stable = new Set<string>()
  let index = longest.reduce((best, each, position) => (each.length > (longest[best]?.length ?? 0) ? position : best), -1)
  for (let each = longest[index]; each; index = each.previous, each = longest[index]) stable.add(each.name)
  return stable
}
