import type { Scope } from '../documents/release-document.ts'
import { addDays } from '../values/day.ts'
import { resolvePublication, type Publication } from './publication.ts'

/** Days on which one publication decides; without a release, that it was withdrawn. Absent ends are unbounded. */
export interface ForceSpan {
  readonly release?: string
  readonly from?: string
  readonly to?: string
}

/** A day before every other: what is in force there has no known start. */
const beginning = '0001-01-01'

const startsOf = ({ valid_from: from, valid_to: to }: Publication): readonly string[] => [...(from === undefined ? [] : [from]), ...(to === undefined ? [] : [addDays(to, 1)])]

/**
 * What is in force when, for one programme and scope, as known at an instant: spans in order, without days on which nothing
 * was ever published. Neighbouring days of one release are one span.
 */
export const spansInForce = (publications: readonly Publication[], question: { readonly programme: string; readonly scope: Scope; readonly known_at?: string }): readonly ForceSpan[] => {
  const starts = [beginning, ...new Set(publications.filter(({ programme }) => programme === question.programme).flatMap(startsOf))].toSorted()
  const spans: { release: string | undefined; found: boolean; from: string; to: string | undefined }[] = []
  starts.forEach((from, index) => {
    const next = starts[index + 1]
    const to = next === undefined ? undefined : addDays(next, -1)
    const decided = resolvePublication(publications, { ...question, at: from })
    const last = spans.at(-1)
    if (last && last.found === (decided !== undefined) && last.release === decided?.release) last.to = to
    else spans.push({ release: decided?.release, found: decided !== undefined, from, to })
  })
  return spans.filter(({ found }) => found).map(({ release, from, to }) => ({
    ...(release !== undefined && { release }), ...(from !== beginning && { from }), ...(to !== undefined && { to }),
  }))
}
