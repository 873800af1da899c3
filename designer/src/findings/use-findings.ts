import type { Issue } from '@tieuchi/runtime'
import { useEffect, useSyncExternalStore } from 'react'
import { useDraft } from '../editor-store/draft-context.ts'
import { elementOfPath } from '../elements/element-of-path.ts'
import { writeElement, type ElementRef } from '../elements/element.ts'
import { lintDesk, type Linted } from './lint-desk.ts'

/** What was found in a draft, by the element it is about. */
type Found = ReadonlyMap<string, readonly Issue[]>

const grouped = new WeakMap<Linted, Found>()

/** Several parts of a page ask for the same. */
const foundIn = (linted: Linted): Found => {
  const known = grouped.get(linted)
  if (known) return known
  const { draft: { document: { release }, extended }, issues } = linted
  const found = Map.groupBy(issues, ({ path }) => {
    const element = elementOfPath(release, extended, path)
    return element ? writeElement(element) : ''
  })
  grouped.set(linted, found)
  return found
}

const none: readonly Issue[] = []

/** The draft of this page as it was looked at last, a moment after it was written, with what was found. */
export const useLinted = (): Linted | undefined => {
  const { draft: { id: draft }, state: { document }, common: { extended }, others, today } = useDraft()
  useEffect(() => lintDesk.ask({ draft, document, extended, others, today }), [draft, document, extended, others, today])
  const last = useSyncExternalStore(lintDesk.subscribe, lintDesk.last)
  return last?.draft.draft === draft ? last : undefined
}

/** What was found at an element of a draft that was looked at. */
export const findingsAt = (linted: Linted | undefined, element: ElementRef): readonly Issue[] => (linted && foundIn(linted).get(writeElement(element))) ?? none

/** What the lint finds in the draft of this page, by the element it is about. */
export const useFindings = (): ((element: ElementRef) => readonly Issue[]) => {
  const linted = useLinted()
  return (element) => findingsAt(linted, element)
}
