import { lintRelease, type Issue } from '@tieuchi/runtime'
import { useDeferredValue, useMemo } from 'react'
import { elementOfPath } from '../elements/element-of-path.ts'
import { writeElement, type ElementRef } from '../elements/element.ts'
import { useDraft } from './draft-context.ts'

/** What the lint finds in the draft as it is on this page, by the element it is about. */
export const useFindings = (): ((element: ElementRef) => readonly Issue[]) => {
  const { state, common, others, today } = useDraft()
  const document = useDeferredValue(state.document)
  const extended = useDeferredValue(common.extended)
  const found = useMemo(() => {
    const { release, programme, valid_from: from, valid_to: to } = document
    const period = from === undefined ? {} : { period: { valid_from: from, ...(to !== undefined && { valid_to: to }) } }
    const issues = lintOf(() => lintRelease(extended, release, others, { today, depends_on: programme.depends_on, ...period }))
    return Map.groupBy(issues, ({ path }) => {
      const element = elementOfPath(release, extended, path)
      return element ? writeElement(element) : ''
    })
  }, [document, extended, others, today])
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
