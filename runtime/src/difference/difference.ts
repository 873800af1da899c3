import type { CommonDocument } from '../documents/common-document.ts'
import type { Release } from '../documents/release-document.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import type { DocumentChange, ChangePath, Json, Thing } from './change.ts'
import { keyedDocument, type JsonObject } from './keyed-document.ts'
import { stableNames } from './stable-order.ts'
import { commonShape, comparable, partsOf, releaseShape, type Part, type ShapeOf } from './shape.ts'

/**
 * What has to be done to one release to get the other, in document order, each change by stable ids. Both may be of
 * different programmes or be drafts that do not pass the check. `applyChanges` is the way back.
 */
export const diffReleases = (before: Release, after: Release): readonly DocumentChange[] => diffDocuments(releaseShape, before, after)

/** The same for dictionary, code lists, shared facts and register. */
export const diffCommon = (before: CommonDocument, after: CommonDocument): readonly DocumentChange[] => diffDocuments(commonShape, before, after)

/** Documents are JSON; their types only say more. */
export const asJson = (document: Release | CommonDocument): JsonObject => document as unknown as JsonObject

const diffDocuments = (shape: ShapeOf, before: Release | CommonDocument, after: Release | CommonDocument): readonly DocumentChange[] => {
  const [a, b] = [keyedDocument(asJson(before)), keyedDocument(asJson(after))]
  return withoutLostCells(diffParts({ name: '', value: a, shape: shape(a) }, { name: '', value: b, shape: shape(b) }, []))
}

/** The parts of a change and its thing always come from one shape, which is what the cast says. */
const change = (kind: DocumentChange['kind'], thing: Thing, path: ChangePath, rest: object): DocumentChange => ({ kind, thing, path, ...rest }) as unknown as DocumentChange

const same = (a: Json, b: Json): boolean => canonicalJson(a) === canonicalJson(b)

const diffParts = (before: Part, after: Part, path: ChangePath): readonly DocumentChange[] => {
  if (same(before.value, after.value)) return []
  const whole = () => [change('changed', after.shape.thing, path, { before: before.value, after: after.value })]
  if (!comparable(before, after)) return whole()
  const changes = after.shape.kind === 'list' ? diffLists(before, after, path) : diffRecords(before, after, path)
  const limit = after.shape.kind === 'record' ? after.shape.limit : undefined
  return limit !== undefined && (changes.length > limit || exchanges(changes)) ? whole() : changes
}

/** One thing put in the place of another. */
const exchanges = (changes: readonly DocumentChange[]): boolean => changes.some(({ kind }) => kind === 'added') && changes.some(({ kind }) => kind === 'removed')

const byName = (parts: readonly Part[]): ReadonlyMap<string, Part> => new Map(parts.map((part) => [part.name, part]))

const diffRecords = (before: Part, after: Part, path: ChangePath): readonly DocumentChange[] => {
  const olds = byName(partsOf(before.shape, before.value))
  const news = byName(partsOf(after.shape, after.value))
  const names = [...new Set([...news.keys(), ...olds.keys()])]
  return names.flatMap((name) => {
    const [a, b, at] = [olds.get(name), news.get(name), [...path, name]]
    if (a && b) return diffParts(a, b, at)
    if (a) return [change('removed', a.shape.thing, at, { value: a.value })]
    return b ? [change('added', b.shape.thing, at, { value: b.value })] : []
  })
}

const diffLists = (before: Part, after: Part, path: ChangePath): readonly DocumentChange[] => {
  const olds = byName(partsOf(before.shape, before.value))
  const news = partsOf(after.shape, after.value)
  const kept = news.filter(({ name }) => olds.has(name))
  const keptNames = new Set(kept.map(({ name }) => name))
  const stable = stableNames([...olds.keys()], kept.map(({ name }) => name))
  const removed = [...olds.values()].filter(({ name }) => !keptNames.has(name))
  return [
    ...removed.map((part) => change('removed', part.shape.thing, [...path, part.name], { value: part.value })),
    ...news.flatMap((part, index): readonly DocumentChange[] => {
      const at = [...path, part.name]
      const behind = news[index - 1]?.name
      const rest = { value: part.value, ...(behind !== undefined && { behind }) }
      const old = olds.get(part.name)
      if (!old) return [change('added', part.shape.thing, at, rest)]
      return [...(stable.has(part.name) ? [] : [change('moved', part.shape.thing, at, rest)]), ...diffParts(old, part, at)]
    }),
  ]
}

/** A column that goes takes its cells along; that is said once. */
const withoutLostCells = (changes: readonly DocumentChange[]): readonly DocumentChange[] => {
  const parts: Readonly<Record<string, string>> = { cell: 'inputs', result: 'outputs' }
  const gone = new Set(changes.flatMap(({ kind, thing, path }) => (kind === 'removed' && (thing === 'input' || thing === 'output') ? [canonicalJson(path)] : [])))
  return changes.filter(({ kind, thing, path }) => {
    const columns = parts[thing]
    return kind !== 'removed' || columns === undefined || !gone.has(canonicalJson([...path.slice(0, -4), columns, path.at(-1) ?? '']))
  })
}
