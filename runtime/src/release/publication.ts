import type { Scope } from '../documents/release-document.ts'
import { addDays } from '../values/day.ts'

/** Puts a release in force on `[valid_from, valid_to]`; without a release it withdraws what was in force there. */
export interface Publication {
  readonly programme: string
  readonly scope: Scope
  readonly release?: string
  /** Absent where the start is unknown or long ago. */
  readonly valid_from?: string
  readonly valid_to?: string
  /** Instant it was recorded, ISO 8601 in UTC. */
  readonly recorded_at: string
}

export interface ResolutionQuestion {
  readonly programme: string
  readonly scope: Scope
  /** Day whose law is asked for. */
  readonly at: string
  /** As known at this instant; later recordings are not seen. */
  readonly known_at?: string
}

const sameScope = (a: Scope, b: Scope): boolean => (typeof a === 'string' || typeof b === 'string' ? a === b : a.unit === b.unit)

const covers = ({ valid_from: from, valid_to: to }: Publication, day: string): boolean => (from === undefined || from <= day) && (to === undefined || day <= to)

/**
 * The publication that decides for a day: the one recorded last among those covering it. Of two recorded at one
 * instant the later in the list decides. No publication, or one without release: no rules in force.
 */
export const resolvePublication = (publications: readonly Publication[], { programme, scope, at, known_at: knownAt }: ResolutionQuestion): Publication | undefined =>
  publications
    .filter((row) => row.programme === programme && sameScope(row.scope, scope) && covers(row, at) && (knownAt === undefined || row.recorded_at <= knownAt))
    .reduce<Publication | undefined>((latest, row) => (latest === undefined || row.recorded_at >= latest.recorded_at ? row : latest), undefined)

/** Where a publication ends if nothing is said: the day before the next start already published. */
export const defaultValidTo = (publications: readonly Publication[], { programme, scope, valid_from: from }: Publication): string | undefined => {
  const starts = publications.flatMap((row) => (row.programme === programme && sameScope(row.scope, scope) && row.valid_from !== undefined && (from === undefined || row.valid_from > from) ? [row.valid_from] : []))
  const [next] = starts.toSorted()
  return next === undefined ? undefined : addDays(next, -1)
}
