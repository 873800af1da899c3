import { lintRelease, type CommonDocument, type DraftDocument, type Issue, type Release } from '@tieuchi/runtime'
import { useDeferredValue, useMemo } from 'react'
import { elementOfPath } from '../elements/element-of-path.ts'
import { writeElement, type ElementRef } from '../elements/element.ts'
import { useDraft } from '../editor-store/draft-context.ts'

/** What was found in a draft, by the element it is about. */
type Found = ReadonlyMap<string, readonly Issue[]>

interface LintedDraft {
  readonly document: DraftDocument
  readonly extended: CommonDocument
  readonly others: Readonly<Record<string, Release>>
  readonly today: string
}

/** Several parts of a page ask for the same draft. */
const linted = new WeakMap<DraftDocument, { readonly draft: LintedDraft; readonly found: Found }>()

const find = (draft: LintedDraft): Found => {
  const known = linted.get(draft.document)
  if (known && known.draft.extended === draft.extended && known.draft.others === draft.others && known.draft.today === draft.today) return known.found
  const { document: { release, programme, valid_from: from, valid_to: to }, extended, others, today } = draft
  const period = from === undefined ? {} : { period: { valid_from: from, ...(to !== undefined && { valid_to: to }) } }
  const issues = lintOf(() => lintRelease(extended, release, others, { today, depends_on: programme.depends_on, ...period }))
  const found = Map.groupBy(issues, ({ path }) => {
    const element = elementOfPath(release, extended, path)
    return element ? writeElement(element) : ''
  })
  linted.set(draft.document, { draft, found })
  return found
}

/** What the lint finds in the draft as it is on this page, by the element it is about. */
export const useFindings = (): ((element: ElementRef) => readonly Issue[]) => {
  const { state, common, others, today } = useDraft()
  const document = useDeferredValue(state.document)
  const extended = useDeferredValue(common.extended)
  const found = useMemo(() => find({ document, extended, others, today }), [document, extended, others, today])
  return (element) => found.get(writeElement(element)) ?? []
}

/** A draft may not have the form of a release yet, which the lint relies on; the gate says what is wrong with its form. */
const lintOf = (lint: () => readonly Issue[]): readonly Issue[] => {
  try {
    return lint()
  } catch {
    return []
  }
}
