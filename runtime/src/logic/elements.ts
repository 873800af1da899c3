import type { Grounds } from '../documents/evaluation-document.ts'
import { mergeGrounds, noGrounds, settled } from '../values/grounds.ts'
import { notApplicable, type Value } from '../values/value.ts'
import type { CountedElement, Group, MeasuredElement } from './aggregates.ts'
import { firstThatHolds } from './hit-policies.ts'

/** What was measured of members or earlier decisions, and of those that nobody listed. */
export interface Elements<Element> {
  readonly elements: readonly Element[]
  /** Absent where the list is complete. */
  readonly unlisted?: Unlisted<Element>
}

/** Any number of elements that may be there besides those listed. */
export interface Unlisted<Element> {
  /** What is certain of each of them; absent where nothing is. */
  readonly element?: Element
  /** The question that would list them. */
  readonly grounds: Grounds
  /** The first place in the list where one of them may stand. */
  readonly at: number
}

/** The elements as an aggregate looks at them: complete also where those not listed certainly play no part. */
export const groupOf = <Element>({ elements, unlisted }: Elements<Element>, playsNoPart: (element: Element) => CountedElement | undefined): Group<Element> => {
  if (!unlisted) return { elements, complete: true, others: noGrounds }
  const excluded = unlisted.element === undefined ? undefined : playsNoPart(unlisted.element)
  return excluded ? { elements, complete: true, others: settled(excluded.grounds) } : { elements, complete: false, others: mergeGrounds(unlisted.grounds, groundsOf(unlisted.element)) }
}

const groundsOf = (element: unknown): Grounds => (typeof element === 'object' && element !== null && 'grounds' in element ? (element as CountedElement).grounds : noGrounds)

/** The value taken of the first element that counts; not applicable where none does. */
export const firstElement = ({ elements, unlisted }: Elements<MeasuredElement>): Value => {
  const inOrder = unlisted?.element ? elements.toSpliced(unlisted.at, 0, perhapsThere(unlisted.element, unlisted.grounds)) : elements
  return firstThatHolds(inOrder.map(({ truth, grounds, value }) => ({ truth, grounds, output: value })))
}

/** One that counts if it is there at all. */
const perhapsThere = (element: MeasuredElement, grounds: Grounds): MeasuredElement =>
  element.truth === false ? { truth: false, grounds: settled(element.grounds), value: notApplicable() } : { ...element, truth: 'unknown', grounds: mergeGrounds(grounds, element.grounds) }

/** A truth that is always there. */
export const always: CountedElement = { truth: true, grounds: noGrounds }

