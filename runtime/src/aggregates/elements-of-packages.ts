import { compare } from '../conditions/compare.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import { groundsOfElements, type Group } from '../logic/aggregates.ts'
import { chooseValue } from '../logic/arithmetic.ts'
import { mergeGrounds, noGrounds, settled } from '../values/grounds.ts'
import { eitherBoolean, isCertain, known, notApplicable, perhapsNotApplicable, type Value } from '../values/value.ts'
import type { Aggregate, LookedAt } from './aggregate.ts'

const both = (a: Truth, b: Truth): Truth => (a === false || b === false ? false : a === true && b === true ? true : 'unknown')

/** Whether one value is less than another, as comparisons of rules are: false of what does not apply. */
export const isLess = (a: Value, b: Value): Truth => compare('lessThan', a, [b])

/** Whether two values are the same, as comparisons of rules are: false of what does not apply. */
export const isSame = (a: Value, b: Value): Truth => compare('equal', a, [b])

/** The group in which only those count of whose value a comparison holds. */
export const whichElements = (group: Group<LookedAt>, holds: (value: Value) => Truth): Group<LookedAt> => ({
  ...group,
  elements: group.elements.map((element) => ({ ...element, truth: both(element.truth, element.truth === false ? false : holds(element.value)), grounds: mergeGrounds(element.grounds, element.value.grounds) })),
})

/** The group in which something else is taken of each. */
export const eachElement = (group: Group<LookedAt>, change: (value: Value) => Value): Group<LookedAt> => ({
  ...group, elements: group.elements.map((element) => ({ ...element, value: change(element.value) })),
})

/** One value where a truth holds, another where it does not. */
export const choose = (truth: Truth, then: Value, otherwise: Value): Value => chooseValue(truth, noGrounds, then, otherwise)

/** A value where a truth holds; elsewhere it does not apply. */
export const only = (truth: Truth, value: Value): Value => (truth === true ? value : truth === false ? notApplicable() : perhapsNotApplicable(value, noGrounds))

/** A truth as what an aggregate comes to. */
export const truthValue = (truth: Truth): Value => (truth === 'unknown' ? eitherBoolean(noGrounds) : known(truth))

/** The aggregate of a package: whoever writes it need not say what its result rests on, which is everything looked at. */
export const withGroundsOfAll = (aggregate: Aggregate): Aggregate => ({
  ...aggregate,
  compute: (group) => {
    const value = aggregate.compute(group)
    const grounds = groundsOfElements(group)
    return { ...value, grounds: isCertain(value) ? settled(grounds) : grounds }
  },
})
