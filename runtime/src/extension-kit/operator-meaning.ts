import { operandTypeOf } from '../conditions/operand-place.ts'
import type { Truth } from '../documents/evaluation-document.ts'
import type { Answer } from '../documents/input-document.ts'
import type { ExtensionOperator } from '../extensions/extension.ts'
import type { Luck } from '../agreement/luck.ts'
import type { Value } from '../values/value.ts'
import type { ValueType } from '../values/value-type.ts'
import { rightCounts } from './kit-parts.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'
import { oneOfAnswers, rangeOf, sampleAnswers, unknownOf, valueOf, writeSample } from './sample-values.ts'

/** An operator on trial, by the name documents give it. */
export interface OperatorTrial {
  readonly name: string
  readonly operator: ExtensionOperator
  readonly luck: Luck
}

interface Sides {
  readonly left: Value
  readonly right: readonly Value[]
}

/** How many comparisons are tried with everything known, and with something open, for each kind of left side. */
const tries = 400

const writeSides = ({ left, right }: Sides): string => [left, ...right].map(writeSample).join('; ')

const typesOf = (operator: ExtensionOperator, left: ValueType): readonly ValueType[] =>
  [left, ...Array.from({ length: rightCounts[operator.right] }, (_none, index) => operandTypeOf(operator, left, index))]

const sidesOf = ([left, ...right]: readonly Value[]): Sides => ({ left: left ?? unknownOf('number'), right })

/** Several possibilities around an answer, or nothing known at all. */
const widened = (answer: Answer, type: ValueType, luck: Luck): readonly Answer[] | undefined => {
  if (luck.chance(0.3)) return undefined
  const others = sampleAnswers[type].filter(() => luck.chance(0.3))
  return [answer, ...others.filter((other) => JSON.stringify(other) !== JSON.stringify(answer))]
}

const openValue = (possible: readonly Answer[] | undefined, type: ValueType, luck: Luck): Value => {
  if (possible === undefined) return unknownOf(type)
  const numbers = possible.filter((each) => typeof each === 'number')
  return type === 'number' && numbers.length > 1 && luck.chance(0.5) ? rangeOf(Math.min(...numbers), Math.max(...numbers)) : oneOfAnswers(possible, type)
}

/**
 * What an operator means where all is known and where something is open: known values decide, and what is decided while something is
 * open is what each of the possibilities decides.
 */
export const checkMeaning = ({ name, operator, luck }: OperatorTrial): readonly KitProblem[] =>
  operator.accepts.flatMap((left) => {
    for (let count = 0; count < tries; count += 1) {
      const found = tryOnce({ name, operator, luck }, typesOf(operator, left))
      if (found) return [found]
    }
    return []
  })

const tryOnce = ({ name, operator, luck }: OperatorTrial, types: readonly ValueType[]): KitProblem | undefined => {
  const answers = types.map((type) => luck.pick(sampleAnswers[type]) ?? '')
  const certain = sidesOf(answers.map((answer, index) => valueOf(answer, types[index] ?? 'text')))
  const open = sidesOf(answers.map((answer, index) => {
    const type = types[index] ?? 'text'
    return luck.chance(0.5) ? openValue(widened(answer, type, luck), type, luck) : valueOf(answer, type)
  }))
  const [truth, perhaps] = [certain, open].map((sides) => judged(operator, sides))
  if (truth === undefined || perhaps === undefined) return undefined
  if (typeof truth === 'string' && truth !== 'unknown') return kitProblem('throws', { name, part: 'compare', values: writeSides(certain), error: truth })
  if (typeof perhaps === 'string' && perhaps !== 'unknown') return kitProblem('throws', { name, part: 'compare', values: writeSides(open), error: perhaps })
  if (truth === 'unknown') return kitProblem('indefinite', { name, values: writeSides(certain) })
  return perhaps === 'unknown' || perhaps === truth ? undefined : kitProblem('not_monotone', { name, found: String(perhaps), values: writeSides(open), example: writeSides(certain) })
}

/** The truth, or what went wrong in words. */
const judged = (operator: ExtensionOperator, { left, right }: Sides): Truth | string => {
  try {
    return operator.compare(left, right)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

/** The examples, which are the package's own tests. */
export const checkExamples = ({ name, operator }: Omit<OperatorTrial, 'luck'>): readonly KitProblem[] => {
  const wrong = operator.examples.flatMap(({ title, left, right, holds }) => {
    const type = typeOfAnswer(left, operator.accepts)
    const found = judged(operator, { left: valueOf(left, type), right: right.map((answer, index) => valueOf(answer, operandTypeOf(operator, type, index))) })
    return found === holds ? [] : [kitProblem('example', { name, title: title.vi, titleEn: title.en, found: String(found), expected: String(holds) })]
  })
  const oneSided = new Set(operator.examples.map(({ holds }) => holds)).size < 2
  return [...wrong, ...(oneSided ? [kitProblem('examples_one_sided', { name })] : [])]
}

const typeOfAnswer = (answer: Answer, accepts: readonly ValueType[]): ValueType => {
  if (Array.isArray(answer)) return 'list'
  if (typeof answer === 'number' || typeof answer === 'boolean') return typeof answer === 'number' ? 'number' : 'boolean'
  return accepts.includes('date') && /^\d{4}-\d{2}-\d{2}$/.test(String(answer)) ? 'date' : 'text'
}
