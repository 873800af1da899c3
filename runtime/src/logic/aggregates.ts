import type { Grounds, Truth } from '../documents/evaluation-document.ts'
import { mergeGrounds, noGrounds, settled } from '../values/grounds.ts'
import { assured, exact, greater, outermost, plus, smaller, zero, type Exact } from '../values/number.ts'
import { between, eitherBoolean, known, notApplicable, numberRange, type Value } from '../values/value.ts'

/** A member or an earlier decision, whether it counts, and what that rests on. */
export interface CountedElement {
  readonly truth: Truth
  readonly grounds: Grounds
}

export interface MeasuredElement extends CountedElement {
  readonly value: Value
}

/** The elements looked at. Where others that nobody listed may count too, counts have no upper bound. */
export interface Group<Element> {
  readonly elements: readonly Element[]
  readonly complete: boolean
  /** What it rests on that others do or do not count. */
  readonly others: Grounds
}

const groupGrounds = ({ elements, others }: Group<CountedElement>, decides: (element: CountedElement) => boolean): Grounds =>
  mergeGrounds(others, ...elements.filter(decides).map((element) => element.grounds))

/** The elements alone, whatever others there may be. */
const alone = <Element>({ elements }: Group<Element>): Group<Element> => ({ elements, complete: true, others: noGrounds })

const counted = (elements: readonly CountedElement[], truth: Truth): number => elements.filter((element) => element.truth === truth).length

/** How many elements, as an interval from those that certainly count to those that may. */
export const countElements = (group: Group<CountedElement>): Value => {
  const certain = counted(group.elements, true)
  const possible = certain + counted(group.elements, 'unknown')
  return between(exact(certain), group.complete ? exact(possible) : undefined, groupGrounds(group, () => true))
}

const quantified = (truth: Truth, grounds: Grounds): Value => (truth === 'unknown' ? eitherBoolean(grounds) : known(truth, settled(grounds)))

/** Whether at least one element counts. */
export const anyElement = (group: Group<CountedElement>): Value => {
  if (counted(group.elements, true) > 0) return quantified(true, groupGrounds(alone(group), (element) => element.truth === true))
  const open = counted(group.elements, 'unknown') > 0 || !group.complete
  return quantified(open ? 'unknown' : false, groupGrounds(group, (element) => !open || element.truth === 'unknown'))
}

/** Whether every element counts; true of an empty list. */
export const everyElement = (group: Group<CountedElement>): Value => {
  if (counted(group.elements, false) > 0) return quantified(false, groupGrounds(alone(group), (element) => element.truth === false))
  const open = counted(group.elements, 'unknown') > 0 || !group.complete
  return quantified(open ? 'unknown' : true, groupGrounds(group, (element) => !open || element.truth === 'unknown'))
}

/** Whether no element counts. */
export const noElement = (group: Group<CountedElement>): Value => {
  const value = anyElement(group)
  return value.possible.kind === 'set' && value.possible.scalars.length === 1 ? known(value.possible.scalars[0] !== true, value.grounds) : value
}

/** An element of which a share is taken: whether it counts, and whether it is in the base. */
export interface SharedElement extends CountedElement {
  readonly among: CountedElement
}

const ratio = (part: number, whole: number): Exact => (whole === 0 ? zero : exact(part).div(whole))

/** Part of the base that counts, from 0 to 1; not applicable of an empty base. */
export const shareOfElements = ({ elements, complete, others }: Group<SharedElement>): Value => {
  const grounds = mergeGrounds(others, ...elements.flatMap(({ among, grounds: own }) => (among.truth === false ? [among.grounds] : [among.grounds, own])))
  const base = elements.filter(({ among }) => among.truth !== false)
  const fixed = base.filter(({ among, truth }) => among.truth === true && truth !== 'unknown')
  const yes = counted(fixed, true)
  const no = fixed.length - yes
  const moving = base.filter(({ among, truth }) => among.truth === 'unknown' || truth === 'unknown')
  const perhapsYes = counted(moving, true) + counted(moving, 'unknown')
  const perhapsNo = counted(moving, false) + counted(moving, 'unknown')
  const certainBase = counted(base.map(({ among }) => among), true)
  if (base.length === 0 && complete) return notApplicable(grounds)
  const value = complete ? between(ratio(yes, yes + no + perhapsNo), ratio(yes + perhapsYes, yes + perhapsYes + no), grounds) : between(zero, exact(1), grounds)
  return certainBase === 0 ? { ...value, notApplicable: true, grounds } : value
}

const ends = (value: Value) => numberRange(value) ?? {}

/** What everything looked at rests on, with what is taken of those that may count. */
export const groundsOfElements = ({ elements, others }: Group<MeasuredElement>): Grounds =>
  mergeGrounds(others, ...elements.flatMap(({ truth, grounds, value }) => (truth === false ? [grounds] : [grounds, value.grounds])))

const applicable = (elements: readonly MeasuredElement[]): readonly MeasuredElement[] => elements.filter(({ truth, value }) => truth !== false && value.possible.kind !== 'none')

const isOptional = ({ truth, value }: MeasuredElement): boolean => truth === 'unknown' || value.notApplicable

/** Sum over the elements that count; one for which it is not applicable is left out. */
export const sumOfElements = (group: Group<MeasuredElement>): Value => {
  const parts = applicable(group.elements).map((element) => {
    const { from, to } = ends(element.value)
    if (!isOptional(element)) return { from, to }
    return { from: from && smaller(from, zero), to: to && greater(to, zero) }
  })
  const total = (all: readonly (Exact | undefined)[]) => all.reduce<Exact | undefined>((sum, part) => sum && part && plus(sum, part), zero)
  if (!group.complete) return between(undefined, undefined, groundsOfElements(group))
  return between(total(parts.map(({ from }) => from)), total(parts.map(({ to }) => to)), groundsOfElements(group))
}

const extreme = (group: Group<MeasuredElement>, pick: (a: Exact, b: Exact) => Exact, side: 'from' | 'to'): Value => {
  const grounds = groundsOfElements(group)
  const elements = applicable(group.elements)
  const certain = elements.filter((element) => !isOptional(element))
  if (elements.length === 0 && group.complete) return notApplicable(grounds)
  const endsAt = (chosen: readonly MeasuredElement[], end: 'from' | 'to') => chosen.map((element) => ends(element.value)[end])
  const other = side === 'from' ? 'to' : 'from'
  const reach = group.complete ? outermost(endsAt(elements, side), pick) : undefined
  const opposite = pick === smaller ? greater : smaller
  const bound = certain.length > 0 ? assured(endsAt(certain, other), pick) : group.complete ? outermost(endsAt(elements, other), opposite) : undefined
  const value = side === 'from' ? between(reach, bound, grounds) : between(bound, reach, grounds)
  return certain.length === 0 ? { ...value, notApplicable: true, grounds } : value
}

/** Least value over the elements that count; not applicable over none. */
export const leastOfElements = (group: Group<MeasuredElement>): Value => extreme(group, smaller, 'from')

/** Greatest value over the elements that count; not applicable over none. */
export const greatestOfElements = (group: Group<MeasuredElement>): Value => extreme(group, greater, 'to')
