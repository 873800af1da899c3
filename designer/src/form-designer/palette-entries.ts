import { shallowEqual } from '@mantine/hooks'
import { fieldsRead, questionsOf, refinedKindEntries, type Assembly, type ExtensionName, type FormDocument, type Text } from '@tieuchi/runtime'
import { partsOf, type PartKey } from '../editor-store/commands/form-parts.ts'
import { keptEntries } from '../ui/use-kept.ts'
import { matchesSearch, searchText } from '../ui/search-text.ts'
import { newPartKinds, type NewPartKind } from './new-parts.ts'

/** Headings of the palette, in their order. */
export const paletteGroups = ['parts', 'kinds', 'needed', 'household', 'members', 'facts', 'asked'] as const
export type PaletteGroup = (typeof paletteGroups)[number]

/** Something that can be put into a form, or is in it already. */
export type PaletteEntry =
  | { readonly kind: 'new'; readonly of: NewPartKind; readonly group: PaletteGroup }
  /** A question that is in no dictionary yet, of a kind of a package. */
  | { readonly kind: 'question'; readonly of: ExtensionName; readonly title: Text; readonly group: PaletteGroup }
  | { readonly kind: 'field'; readonly field: string; readonly title: Text; readonly group: PaletteGroup }
  | { readonly kind: 'fact'; readonly fact: string; readonly title: Text; readonly group: PaletteGroup }
  | { readonly kind: 'asked'; readonly field: string; readonly key: PartKey; readonly title: Text; readonly group: PaletteGroup }

export const entryKey = (entry: PaletteEntry): string => `${entry.kind} ${entry.kind === 'new' || entry.kind === 'question' ? entry.of : entry.kind === 'fact' ? entry.fact : entry.field}`

const shownKinds = ['fact', 'outcome'] as const

/** Everything that can be put into a form: parts, new questions of the kinds of packages, questions of the dictionary, those the rules need first, and computed values. */
export const paletteEntries = (assembly: Assembly, form: FormDocument): readonly PaletteEntry[] => {
  const asked = new Set(questionsOf(form).map(({ item }) => item.field))
  const hasRoster = partsOf(form).some(({ part }) => 'kind' in part && part.kind === 'roster')
  const needed = fieldsRead(assembly)
  const fields = [...assembly.fields.values()].filter(({ place }) => place === 'household' || place === 'members').map(({ id, place, schema }): PaletteEntry => {
    const title = schema['x-label']
    if (asked.has(id)) return { kind: 'asked', field: id, key: `field.${id}`, title, group: 'asked' }
    return { kind: 'field', field: id, title, group: needed.has(id) ? 'needed' : place === 'members' ? 'members' : 'household' }
  })
  const facts = [...assembly.pieces.values()].filter(({ piece: { kind } }) => shownKinds.some((each) => each === kind)).map(({ piece }): PaletteEntry => ({ kind: 'fact', fact: piece.id, title: piece.title, group: 'facts' }))
  const parts = newPartKinds.filter((kind) => kind !== 'roster' || !hasRoster).map((of): PaletteEntry => ({ kind: 'new', of, group: 'parts' }))
  const kinds = refinedKindEntries().map(([of, { label }]): PaletteEntry => ({ kind: 'question', of, title: label, group: 'kinds' }))
  return [...parts, ...kinds, ...[...fields, ...facts].toSorted((a, b) => paletteGroups.indexOf(a.group) - paletteGroups.indexOf(b.group))]
}

const isSameEntry = (a: PaletteEntry, b: PaletteEntry): boolean => a.group === b.group && (a.kind === 'new' || (b.kind !== 'new' && shallowEqual(a.title, b.title)))

/** Entries that say the same as before are the ones from before. */
export const keptPaletteEntries = (before: readonly PaletteEntry[], entries: readonly PaletteEntry[]): readonly PaletteEntry[] => keptEntries(before, entries, entryKey, isSameEntry)

/** The entries that a search finds, those that begin with it first within their group. */
export const foundEntries = (entries: readonly PaletteEntry[], search: string, words: (entry: PaletteEntry) => string): readonly PaletteEntry[] => {
  const query = search.trim()
  if (query === '') return entries
  const found = entries.filter((entry) => matchesSearch(words(entry), query))
  const rank = (entry: PaletteEntry): number => paletteGroups.indexOf(entry.group) * 2 + (searchText(words(entry)).startsWith(searchText(query)) ? 0 : 1)
  return found.toSorted((a, b) => rank(a) - rank(b))
}
