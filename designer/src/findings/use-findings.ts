import type { Issue } from '@tieuchi/runtime'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
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

/** What the lint finds in the draft of this page, by the element it is about; a moment after it was written. */
export const useFindings = (): ((element: ElementRef) => readonly Issue[]) => {
  const { draft: { id: draft }, state: { document }, common: { extended }, others, today } = useDraft()
  useEffect(() => lintDesk.ask({ draft, document, extended, others, today }), [draft, document, extended, others, today])
  const last = useSyncExternalStore(lintDesk.subscribe, lintDesk.last)
  const found = useMemo(() => (last?.draft.draft === draft ? foundIn(last) : undefined), [last, draft])
  return (element) => found?.get(writeElement(element)) ?? none
}
