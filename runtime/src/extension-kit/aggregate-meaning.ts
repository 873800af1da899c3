import type { LookedAt } from '../aggregates/aggregate.ts'
import type { Luck } from '../agreement/luck.ts'
import type { ExtensionAggregate } from '../extensions/extension.ts'
import type { CountedElement, Group } from '../logic/aggregates.ts'
import { noGrounds } from '../values/grounds.ts'
import { exact, isExact, type Exact } from '../values/number.ts'
import { certainScalar, isCertain, knownNumber, notApplicable, numberRange, sameScalar, type Scalar, type Value } from '../values/value.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'
import { oneOfAnswers, rangeOf, sampleAnswers, unknownOf, writeSample } from './sample-values.ts'

/** One aggregate that is tried. */
export interface AggregateTrial {
  readonly name: string
  readonly aggregate: ExtensionAggregate
  readonly luck: Luck
}

/** Lists that are tried. */
const tries = 600

const mostElements = 5

const counts = (truth: CountedElement['truth']): CountedElement => ({ truth, grounds: noGrounds })

const groupOf = (elements: readonly LookedAt[], complete = true): Group<LookedAt> => ({ elements, complete, others: noGrounds })

const element = (truth: CountedElement['truth'], value: Value): LookedAt => ({ ...counts(truth), among: counts(true), value })

const numbers = sampleAnswers.number.filter((answer) => typeof answer === 'number')

/** A list of which everything is known. */
const drawCertain = ({ aggregate, luck }: AggregateTrial): readonly LookedAt[] =>
  Array.from({ length: luck.between(0, mostElements) }, () =>
    element(luck.chance(0.7), aggregate.takes !== 'value where?' || luck.chance(0.15) ? notApplicable() : knownNumber(luck.pick(numbers) ?? 0)))

/** A value of which less is known, the known one among what it may be. */
const widened = (value: Value, luck: Luck): Value => {
  const scalar = certainScalar(value)
  if (scalar === undefined || !isExact(scalar)) return { ...knownNumber(luck.pick(numbers) ?? 0), notApplicable: true }
  const own = Number(scalar)
  const others = numbers.filter(() => luck.chance(0.3))
  const open = luck.chance(0.2) ? unknownOf('number') : luck.chance(0.5) ? rangeOf(Math.min(own, ...others), Math.max(own, ...others)) : oneOfAnswers([own, ...others.filter((other) => other !== own)], 'number')
  return luck.chance(0.2) ? { ...open, notApplicable: true } : open
}

/** The same list with less known of it: who counts, what is taken of them, who else there is. */
const openOf = (certain: readonly LookedAt[], { aggregate, luck }: AggregateTrial): Group<LookedAt> => {
  const valued = aggregate.takes === 'value where?'
  const listed = luck.chance(0.3) ? certain.slice(0, luck.between(0, certain.length)) : certain
  const elements = listed.map(({ truth, value }) => element(luck.chance(0.3) ? 'unknown' : truth, valued && luck.chance(0.4) ? widened(value, luck) : value))
  return groupOf(elements, listed.length === certain.length && luck.chance(0.85))
}

/** Whether a value may turn out to be another that is certain. */
const mayBe = (open: Value, certain: Value): boolean => {
  const scalar = certainScalar(certain)
  if (scalar === undefined) return open.possible.kind === 'none' || open.notApplicable
  if (open.possible.kind === 'set') return open.possible.scalars.some((each: Scalar) => sameScalar(each, scalar))
  return open.possible.kind === 'any' || (isExact(scalar) && isWithin(numberRange(open), scalar))
}

const isWithin = (range: { readonly from?: Exact; readonly to?: Exact } | undefined, number: Exact): boolean =>
  range !== undefined && (range.from === undefined || range.from.compare(number) <= 0) && (range.to === undefined || range.to.compare(number) >= 0)

const isOfType = (value: Value, gives: ExtensionAggregate['gives']): boolean => {
  const scalar = certainScalar(value)
  return scalar === undefined || (gives === 'number' ? isExact(scalar) : typeof scalar === 'boolean')
}

const writeValue = (value: Value): string => `${writeSample(value)}${value.notApplicable && value.possible.kind !== 'none' ? ' | none' : ''}`

const writeGroup = ({ elements, complete }: Group<LookedAt>): string => {
  const written = elements.map(({ truth, value }) => `${writeValue(value)}${truth === true ? '' : truth === false ? ' (not counted)' : ' (perhaps counted)'}`)
  return `[${[...written, ...(complete ? [] : ['…'])].join('; ')}]`
}

/** What it comes to, or what went wrong in words. */
const computed = (aggregate: ExtensionAggregate, group: Group<LookedAt>): Value | string => {
  try {
    return aggregate.compute(group)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** What an aggregate means of random lists: known ones decide, and while something is open nothing is excluded that may still come out. */
export const checkAggregateMeaning = (trial: AggregateTrial): readonly KitProblem[] => {
  for (let count = 0; count < tries; count += 1) {
    const certain = drawCertain(trial)
    const found = tryList(trial, groupOf(certain), openOf(certain, trial))
    if (found) return [found]
  }
  return []
}

const tryList = ({ name, aggregate }: AggregateTrial, certain: Group<LookedAt>, open: Group<LookedAt>): KitProblem | undefined => {
  const [result, perhaps] = [computed(aggregate, certain), computed(aggregate, open)]
  if (typeof result === 'string') return kitProblem('throws', { name, part: 'compute', values: writeGroup(certain), error: result })
  if (typeof perhaps === 'string') return kitProblem('throws', { name, part: 'compute', values: writeGroup(open), error: perhaps })
  if (!isCertain(result)) return kitProblem('indefinite', { name, values: writeGroup(certain) })
  if (!isOfType(result, aggregate.gives)) return kitProblem('result_type', { name, values: writeGroup(certain), found: writeValue(result), expected: aggregate.gives })
  return mayBe(perhaps, result) ? undefined : kitProblem('not_monotone', { name, found: writeValue(perhaps), values: writeGroup(open), example: writeGroup(certain) })
}

/** The examples, which are the package's own tests. */
export const checkAggregateExamples = ({ name, aggregate }: Omit<AggregateTrial, 'luck'>): readonly KitProblem[] => {
  const wrong = aggregate.examples.flatMap(({ title, elements, comesTo }) => {
    const found = computed(aggregate, groupOf(elements.map(({ counts: counted = true, value }) => element(counted, value === undefined ? notApplicable() : knownNumber(value)))))
    const expected = comesTo === 'not_applicable' ? 'none' : typeof comesTo === 'number' ? exact(comesTo).toString() : String(comesTo)
    const written = typeof found === 'string' ? found : writeValue(found)
    return written === expected ? [] : [kitProblem('example', { name, title: title.vi, titleEn: title.en, found: written, expected })]
  })
  const oneSided = new Set(aggregate.examples.map(({ comesTo }) => comesTo)).size < 2
  return [...wrong, ...(oneSided ? [kitProblem('examples_alike', { name })] : [])]
}
