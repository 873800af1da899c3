import type { CodeList, CommonAdditions, DraftDocument, FieldSchema, ListEntry } from '@tieuchi/runtime'

type Place = keyof CommonAdditions['fields']

/** What is shared only grows: a draft's own additions can be changed and taken back, what is published cannot. */
export interface DictionaryCommands {
  readonly 'field.put': { readonly place: Place; readonly id: string; readonly field: FieldSchema }
  readonly 'field.remove': { readonly place: Place; readonly id: string }
  readonly 'list.put': { readonly list: CodeList }
  readonly 'list.remove': { readonly id: string }
  /** New entries of a list that exists, all of them. */
  readonly 'entries.put': { readonly list: string; readonly entries: readonly ListEntry[] }
  /** The last day of use of an entry that exists; none takes it back. */
  readonly 'entry.end': { readonly list: string; readonly code: string; readonly valid_to?: string }
}

type Args<Name extends keyof DictionaryCommands> = DictionaryCommands[Name]

const withAdditions = (document: DraftDocument, change: (additions: CommonAdditions) => CommonAdditions): DraftDocument => ({ ...document, additions: change(document.additions) })

const without = <T>(record: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> => Object.fromEntries(Object.entries(record).filter(([other]) => other !== name))

const ended = (of: CommonAdditions['ended'], { list, code, valid_to: day }: Args<'entry.end'>): CommonAdditions['ended'] => {
  const own = day === undefined ? without(of[list] ?? {}, code) : { ...of[list], [code]: day }
  return Object.keys(own).length === 0 ? without(of, list) : { ...of, [list]: own }
}

export const dictionaryCommands = {
  'field.put': (document: DraftDocument, { place, id, field }: Args<'field.put'>) =>
    withAdditions(document, (additions) => ({ ...additions, fields: { ...additions.fields, [place]: { ...additions.fields[place], [id]: field } } })),
  'field.remove': (document: DraftDocument, { place, id }: Args<'field.remove'>) =>
    withAdditions(document, (additions) => ({ ...additions, fields: { ...additions.fields, [place]: without(additions.fields[place], id) } })),
  'list.put': (document: DraftDocument, { list }: Args<'list.put'>) =>
    withAdditions(document, (additions) => ({ ...additions, lists: additions.lists.some(({ id }) => id === list.id) ? additions.lists.map((each) => (each.id === list.id ? list : each)) : [...additions.lists, list] })),
  'list.remove': (document: DraftDocument, { id }: Args<'list.remove'>) => withAdditions(document, (additions) => ({ ...additions, lists: additions.lists.filter((each) => each.id !== id) })),
  'entries.put': (document: DraftDocument, { list, entries }: Args<'entries.put'>) =>
    withAdditions(document, (additions) => ({ ...additions, entries: entries.length === 0 ? without(additions.entries, list) : { ...additions.entries, [list]: entries } })),
  'entry.end': (document: DraftDocument, args: Args<'entry.end'>) => withAdditions(document, (additions) => ({ ...additions, ended: ended(additions.ended, args) })),
} as const
