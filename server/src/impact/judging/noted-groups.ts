import type { NotedHousehold } from './detail-part.ts'

/** Households of a unit that are told of alike. */
export interface NotedGroup extends Pick<NotedHousehold, 'unit' | 'before' | 'after' | 'changed' | 'reasons' | 'lines'> {
  readonly households: readonly string[]
}

/** So many ids stand together at most: a row of a table is better not too long. */
const mostTogether = 10_000

/** Puts together whoever is told of alike. */
export function groupNoted(households: readonly NotedHousehold[]): readonly NotedGroup[] {
  const groups = new Map<string, { readonly alike: NotedHousehold; readonly ids: string[] }>()
  for (const household of households) {
    const { unit, before, after, changed, reasons, lines } = household
    const key = JSON.stringify([unit, before, after, changed, reasons, lines])
    const group = groups.get(key) ?? { alike: household, ids: [] }
    groups.set(key, group)
    group.ids.push(household.id)
  }
  return [...groups.values()].flatMap(({ alike, ids }) => chunks(ids).map((some): NotedGroup => ({ ...alike, households: some })))
}

const chunks = (ids: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.ceil(ids.length / mostTogether) }, (_chunk, index) => ids.slice(index * mostTogether, (index + 1) * mostTogether))
