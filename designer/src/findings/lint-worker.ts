import '../extensions/install-packages.ts'
import { lintRelease, type CommonDocument, type DraftDocument, type Issue, type Release } from '@tieuchi/runtime'

/** What a draft is looked at with: as it is on the page, with what all share and what it reads. */
export interface LintedDraft {
  /** Whose findings these are. */
  readonly draft: string
  readonly document: DraftDocument
  readonly extended: CommonDocument
  readonly others: Readonly<Record<string, Release>>
  readonly today: string
}

/** A draft may not have the form of a release yet, which the lint relies on; the gate says what is wrong with its form. */
const issuesOf = ({ document: { release, programme, valid_from: from, valid_to: to }, extended, others, today }: LintedDraft): readonly Issue[] => {
  const period = from === undefined ? {} : { period: { valid_from: from, ...(to !== undefined && { valid_to: to }) } }
  try {
    return lintRelease(extended, release, others, { today, depends_on: programme.depends_on, ...period })
  } catch {
    return []
  }
}

addEventListener('message', ({ data }: MessageEvent<LintedDraft>) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin
  postMessage(issuesOf(data))
})
