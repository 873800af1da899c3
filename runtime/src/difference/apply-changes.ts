import type { CommonDocument } from '../documents/common-document.ts'
import type { Release } from '../documents/release-document.ts'
import type { DocumentChange, Json } from './change.ts'
import { asJson } from './difference.ts'
import { isJsonObject, keyedDocument, plainDocument, type JsonObject } from './keyed-document.ts'
import { commonShape, partsOf, releaseShape, type Shape, type ShapeOf } from './shape.ts'

/**
 * The release after the changes: `applyChanges(a, diffReleases(a, b))` equals `b`, order included. Throws where a
 * change names something that is not there, which means that it belongs to another release.
 */
export const applyChanges = (before: Release, changes: readonly DocumentChange[]): Release => applyTo(releaseShape, asJson(before), changes) as unknown as Release

/** The same for what all releases share. */
export const applyCommonChanges = (before: CommonDocument, changes: readonly DocumentChange[]): CommonDocument =>
  applyTo(commonShape, asJson(before), changes) as unknown as CommonDocument

const applyTo = (shapeOf: ShapeOf, before: JsonObject, changes: readonly DocumentChange[]): JsonObject => {
  const after = changes.reduce<Json>((value, change) => applyAt(shapeOf(value), value, change, 0), keyedDocument(before))
  if (!isJsonObject(after)) throw new Error('A change took the document away')
  return plainDocument(after)
}

/** The value with the change made below it; `depth` steps of the path lead to it. */
const applyAt = (shape: Shape, value: Json, change: DocumentChange, depth: number): Json => {
  const name = change.path[depth]
  if (name === undefined) return valueOf(change)
  const last = depth === change.path.length - 1
  const parts = new Map(partsOf(shape, value).map((part) => [part.name, part]))
  const part = parts.get(name)
  if (!part && !(last && change.kind === 'added')) throw new Error(`Nothing stands at ${change.path.join(' › ')}`)
  const values = new Map([...parts.values()].map((each) => [each.name, each.value]))
  if (last && change.kind !== 'changed') return rebuilt(shape, rearranged(shape, values, name, change))
  if (part) values.set(name, last ? valueOf(change) : applyAt(part.shape, part.value, change, depth + 1))
  return rebuilt(shape, values)
}

const valueOf = (change: DocumentChange): Json => (change.kind === 'changed' ? change.after : change.value) as Json

const rebuilt = (shape: Shape, values: ReadonlyMap<string, Json>): Json => (shape.kind === 'list' ? [...values.values()] : Object.fromEntries(values))

type Rearrangement = Exclude<DocumentChange, { readonly kind: 'changed' }>

const rearranged = (shape: Shape, values: ReadonlyMap<string, Json>, name: string, change: Rearrangement): ReadonlyMap<string, Json> => {
  const others = [...values].filter(([other]) => other !== name)
  if (change.kind === 'removed') return new Map(others)
  const entry = [name, change.kind === 'moved' ? (values.get(name) ?? null) : valueOf(change)] as const
  if (shape.kind !== 'list') return new Map([...others, entry])
  const at = change.behind === undefined ? 0 : others.findIndex(([other]) => other === change.behind) + 1
  if (change.behind !== undefined && at === 0) throw new Error(`${change.path.join(' › ')} has nothing to stand behind`)
  return new Map([...others.slice(0, at), entry, ...others.slice(at)])
}
