import type { ForceSpan } from '@tieuchi/runtime'

export type SpanState = 'past' | 'inForce' | 'future'

/** The colour of each state, everywhere the same. */
export const stateColours: Readonly<Record<SpanState, string>> = { past: 'gray', inForce: 'green', future: 'teal' }

/** Where a span lies from a day: over, going on, or to come. */
export const stateOn = ({ from, to }: ForceSpan, day: string): SpanState => {
  if (to !== undefined && to < day) return 'past'
  return from !== undefined && from > day ? 'future' : 'inForce'
}

/** The span that covers a day, and the next that begins after it. */
export const aroundDay = (spans: readonly ForceSpan[], day: string): { readonly current?: ForceSpan | undefined; readonly next?: ForceSpan | undefined } => ({
  current: spans.find((span) => stateOn(span, day) === 'inForce'),
  next: spans.find((span) => stateOn(span, day) === 'future'),
})

/** The spans with a release that days run into; where no end is said, only what covers the first day, for the days end before what begins later. */
export const coveredBy = (spans: readonly ForceSpan[], { from, to = from }: { readonly from: string; readonly to?: string | undefined }): readonly ForceSpan[] =>
  spans.filter((span) => span.release !== undefined && (span.from === undefined || span.from <= to) && (span.to === undefined || span.to >= from))
