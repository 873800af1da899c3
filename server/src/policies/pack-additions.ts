import { extendCommon, wholeAdditions, type CommonAdditions, type CommonDocument, type Issue, type WrittenAdditions } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import type { PackDocument, PackSource, PlacedPart } from './pack-source.ts'

/** What a programme adds to what all share stands in this file of its folder. */
export const additionsFile = 'additions.json'

/** Whether a file of the packs holds additions of a programme. */
export const isAdditions = (file: string): boolean => file.split('/').length === 2 && file.endsWith(`/${additionsFile}`)

interface Shared {
  readonly document: CommonDocument
  readonly origin: PackDocument
}

/**
 * What all share with what each programme adds to it, in the order of their folders, and with the way back to the files.
 * An addition that is there already as another is a problem and adds nothing.
 */
export const addToCommon = (source: PackSource, shared: Shared, folders: readonly string[]): Shared =>
  folders.filter((name) => name !== 'common' && source.list(name).some((entry) => entry.name === additionsFile)).reduce((before, name) => addFrom(source, before, `${name}/${additionsFile}`), shared)

function addFrom(source: PackSource, { document, origin }: Shared, file: string): Shared {
  const value = source.readObject(file)
  if (!value) return { document, origin }
  const own: PackDocument = { value, origins: {}, header: file }
  const shape = validateDocument('additions', value)
  source.place(own, shape)
  if (shape.length > 0) return { document, origin }
  const additions = wholeAdditions(value as WrittenAdditions)
  const { common, issues } = extendCommon(document, additions)
  source.place(own, issues.map((issue) => ({ ...issue, path: issue.path.slice(1) })))
  if (issues.length > 0) return { document, origin }
  const placed = placesOf(document, common, additions).map(([path, place]): PlacedPart => ({ path, origin: { file, place } }))
  const { format, register, dictionary, lists, facts } = common
  return { document: common, origin: { ...origin, value: { format, register, dictionary, lists, facts }, placed: [...(origin.placed ?? []), ...placed] } }
}

type Path = Issue['path']

/** Where each addition came to stand, and where it is written. */
const placesOf = (before: CommonDocument, after: CommonDocument, { fields, lists, entries, facts }: CommonAdditions): readonly (readonly [Path, Path])[] => {
  const properties = before.dictionary.properties
  const groups = [['household', [], properties.household.properties], ['members', ['items'], properties.members.items.properties], ['unit', [], properties.unit.properties]] as const
  const indexOf = <T>(all: readonly T[], is: (each: T) => boolean): number => all.findIndex(is)
  return [
    ...groups.flatMap(([group, deeper, there]) => Object.keys(fields[group]).filter((id) => there[id] === undefined).map((id): readonly [Path, Path] => [['dictionary', 'properties', group, ...deeper, 'properties', id], ['fields', group, id]])),
    ...lists.map(({ id }, index): readonly [Path, Path] => [['lists', indexOf(after.lists, (list) => list.id === id)], ['lists', index]]).filter(([[, index]]) => Number(index) >= before.lists.length),
    ...Object.entries(entries).flatMap(([id, added]) => added.map(({ code }, index): readonly [Path, Path] => {
      const list = indexOf(after.lists, (each) => each.id === id)
      return [['lists', list, 'entries', indexOf(after.lists[list]?.entries ?? [], (entry) => entry.code === code)], ['entries', id, index]]
    })),
    ...facts.map(({ id }, index): readonly [Path, Path] => [['facts', indexOf(after.facts, (fact) => fact.id === id)], ['facts', index]]).filter(([[, index]]) => Number(index) >= before.facts.length),
  ]
}
