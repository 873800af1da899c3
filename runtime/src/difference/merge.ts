import type { DraftDocument } from '../documents/draft-document.ts'
import type { Release } from '../documents/release-document.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import { applyChanges } from './apply-changes.ts'
import type { ChangePath, DocumentChange } from './change.ts'
import { diffReleases } from './difference.ts'

/** Two sets of changes to one document, put together. */
export interface Merged {
  readonly document: DraftDocument
  /** Changes made here at places that somebody else changed otherwise; here they were kept. */
  readonly both: readonly DocumentChange[]
  /** Changes made here to something that somebody else took away; they have no place any more. */
  readonly lost: readonly DocumentChange[]
}

const startsWith = (path: ChangePath, start: ChangePath): boolean => start.every((step, index) => path[index] === step)

const touches = (a: DocumentChange, b: DocumentChange): boolean => startsWith(a.path, b.path) || startsWith(b.path, a.path)

const sameOutcome = (a: DocumentChange, b: DocumentChange): boolean => canonicalJson(a) === canonicalJson(b)

/** The release after the changes, or undefined where one of them has no place. */
const tryApply = (release: Release, changes: readonly DocumentChange[]): Release | undefined => {
  try {
    return applyChanges(release, changes)
  } catch {
    return undefined
  }
}

/** Something added or moved whose neighbour is gone comes first instead. */
const withoutNeighbour = (change: DocumentChange): DocumentChange | undefined => {
  if ((change.kind !== 'added' && change.kind !== 'moved') || change.behind === undefined) return undefined
  const { behind: _behind, ...rest } = change
  return rest
}

interface Placed {
  readonly release: Release
  readonly lost: readonly DocumentChange[]
}

/** All changes together, for some mean something only together; where that fails, as many as have a place, one after another. */
const applyAll = (release: Release, changes: readonly DocumentChange[]): Placed => {
  const whole = tryApply(release, changes)
  if (whole) return { release: whole, lost: [] }
  const kept: DocumentChange[] = []
  const lost: DocumentChange[] = []
  for (const change of changes) {
    const second = withoutNeighbour(change)
    if (tryApply(release, [...kept, change])) kept.push(change)
    else if (second && tryApply(release, [...kept, second])) kept.push(second)
    else lost.push(change)
  }
  return { release: applyChanges(release, kept), lost }
}

/** Properties of records changed on one side are taken from that side; where both changed one, mine stays. */
const mergeJson = (base: unknown, mine: unknown, theirs: unknown): unknown => {
  if (canonicalJson([base ?? null]) === canonicalJson([mine ?? null])) return theirs
  if (canonicalJson([base ?? null]) === canonicalJson([theirs ?? null])) return mine
  if (!isRecord(mine) || !isRecord(theirs)) return mine
  const before = isRecord(base) ? base : {}
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])]
  return Object.fromEntries(keys.flatMap((key) => {
    const merged = mergeJson(before[key], mine[key], theirs[key])
    return merged === undefined ? [] : [[key, merged] as const]
  }))
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Puts what was changed here since `base` on top of what somebody else saved, by stable ids: a row changed here and
 * another changed there both stand. Nothing is lost unseen: what both changed, and what has no place any more, is told.
 */
export const mergeDrafts = (base: DraftDocument, mine: DraftDocument, theirs: DraftDocument): Merged => {
  const own = diffReleases(base.release, mine.release)
  const other = diffReleases(base.release, theirs.release)
  const fresh = own.filter((change) => !other.some((each) => sameOutcome(each, change)))
  const { release, lost } = applyAll(theirs.release, fresh)
  const { release: _base, ...baseRest } = base
  const { release: _mine, ...mineRest } = mine
  const { release: _theirs, ...theirRest } = theirs
  const rest = mergeJson(baseRest, mineRest, theirRest) as Omit<DraftDocument, 'release'>
  return { document: { ...rest, release }, both: fresh.filter((change) => !lost.includes(change) && other.some((each) => touches(each, change))), lost }
}
