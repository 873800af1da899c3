import type { Answer } from '../documents/input-document.ts'
import type { PlanProgram } from '../plan/compile/compile-program.ts'
import type { OutcomeOutput, OutputNumber, OutputValue } from '../plan/results/plan-outputs.ts'
import { bitsOfConstant, equalBits } from './circuit/bit-numbers.ts'
import { zero, type Gate, type Gates } from './circuit/gates.ts'
import { slicedEqual, slicedMultiply } from './circuit/sliced-arithmetic.ts'
import { slicedConstant, wholeBits, type SlicedNumber } from './circuit/sliced-number.ts'
import { isFreeText, type NodeLowering } from './lowering/node-gates.ts'
import { NotInColumns } from './not-in-columns.ts'

/**
 * Where a household stands in an outcome. `value` is there where the outcome has finitely many; `apart`: only the interpreter
 * can tell.
 */
export interface Category {
  readonly state: 'determined' | 'undetermined' | 'not_applicable' | 'apart'
  readonly value?: Answer
}

/** An outcome as categories of which each household is in exactly one, and what else tells two results apart. */
export interface CategorisedOutcome {
  readonly categories: readonly Category[]
  /** For each category, who is in it. */
  readonly gates: readonly Gate[]
  /** A determined value where there are too many for categories: as a quotient, or as codes. */
  readonly value?: { readonly kind: 'quotient'; readonly number: SlicedNumber; readonly divisor: SlicedNumber } | { readonly kind: 'codes'; readonly codes: ReadonlyMap<string, Gate> }
}

interface Found {
  readonly determined: readonly (readonly [value: Answer | undefined, gate: Gate])[]
  readonly value?: CategorisedOutcome['value']
}

const quotientOf = (lowering: NodeLowering, { number, divisor }: OutputNumber, scale: number) => {
  const over = slicedConstant(scale)
  return { number: lowering.number(number), divisor: divisor ? slicedMultiply(lowering.gates, lowering.number(divisor), over) : over }
}

type Quotient = ReturnType<typeof quotientOf>

/** Whether two quotients over divisors above zero are one finite number. */
const sameQuotient = (gates: Gates, a: Quotient, b: Quotient): Gate => {
  const same = slicedEqual(gates, slicedMultiply(gates, a.number, b.divisor), slicedMultiply(gates, b.number, a.divisor))
  const infinite = gates.some([a.number.below, a.number.above, b.number.below, b.number.above])
  return gates.and(same, gates.not(infinite))
}

const ofNumber = (lowering: NodeLowering, value: Extract<OutputValue, { readonly kind: 'number' }>): Found => {
  const [from, to] = [quotientOf(lowering, value.from, value.scale), quotientOf(lowering, value.to, value.scale)]
  return { determined: [[undefined, sameQuotient(lowering.gates, from, to)]], value: { kind: 'quotient', ...from } }
}

const ofDay = (lowering: NodeLowering, { from, to }: Extract<OutputValue, { readonly kind: 'day' }>): Found =>
  ofNumber(lowering, { kind: 'number', scale: 1, from: { number: from }, to: { number: to }, options: [], perhaps: from, never: from })

const ofTruth = (lowering: NodeLowering, value: Extract<OutputValue, { readonly kind: 'truth' }>): Found => {
  const { gates } = lowering
  const [yes, no, known] = [lowering.bit(value.yes), lowering.bit(value.no), gates.not(lowering.bit(value.any))]
  return { determined: [[true, gates.every([known, yes, gates.not(no)])], [false, gates.every([known, no, gates.not(yes)])]] }
}

const ofCodes = (lowering: NodeLowering, { any, whole, options }: Extract<OutputValue, { readonly kind: 'codes' }>): Found => ({
  determined: [[undefined, lowering.gates.and(lowering.bit(whole), lowering.gates.not(lowering.bit(any)))]],
  value: { kind: 'codes', codes: new Map(options.map(({ text, certain }) => [text, lowering.bit(certain)])) },
})

/** Who may have each text. */
const possibleTexts = (lowering: NodeLowering, { graph }: PlanProgram, value: Extract<OutputValue, { readonly kind: 'text' }>): ReadonlyMap<string, Gate> => {
  const { gates } = lowering
  const possible = new Map<string, Gate>()
  const note = (text: string, gate: Gate) => possible.set(text, gates.or(possible.get(text) ?? zero, gate))
  for (const { gate, text } of value.options) {
    if (text.kind === 'constant') {
      note(text.text, lowering.bit(gate))
      continue
    }
    if (isFreeText(graph, text.code)) throw new NotInColumns('a result in the words of an answer')
    const bits = wholeBits(gates, lowering.number(text.code))
    graph.dictionary.texts(text.domain).texts().forEach((each, index) => note(each, gates.and(lowering.bit(gate), equalBits(gates, bits, bitsOfConstant(BigInt(index + 1))))))
  }
  return possible
}

const ofText = (lowering: NodeLowering, program: PlanProgram, value: Extract<OutputValue, { readonly kind: 'text' }>): Found => {
  const { gates } = lowering
  const possible = [...possibleTexts(lowering, program, value)].filter(([, gate]) => gate !== zero)
  const known = gates.not(lowering.bit(value.any))
  return { determined: possible.map(([text, gate]) => [text, gates.every([known, gate, ...possible.filter(([other]) => other !== text).map(([, other]) => gates.not(other))])]) }
}

const found = (lowering: NodeLowering, program: PlanProgram, value: OutputValue): Found => {
  if (value.kind === 'open') return { determined: [] }
  if (value.kind === 'number') return ofNumber(lowering, value)
  if (value.kind === 'day') return ofDay(lowering, value)
  if (value.kind === 'codes') return ofCodes(lowering, value)
  return value.kind === 'text' ? ofText(lowering, program, value) : ofTruth(lowering, value)
}

/** An outcome of the household as categories. Throws `NotInColumns`. */
export const categorise = (lowering: NodeLowering, program: PlanProgram, { value }: OutcomeOutput): CategorisedOutcome => {
  const { gates } = lowering
  const { determined, value: compared } = found(lowering, program, value)
  const judged = gates.not(lowering.bit(program.escape))
  const never = lowering.bit(value.never)
  const applies = gates.and(judged, gates.not(never))
  const sure = gates.and(applies, gates.not(lowering.bit(value.perhaps)))
  const values = determined.map(([answer, gate]) => [answer, gates.and(sure, gate)] as const)
  const open = gates.and(applies, gates.not(gates.some(values.map(([, gate]) => gate))))
  return {
    categories: [
      ...values.map(([answer]): Category => ({ state: 'determined', ...(answer !== undefined && { value: answer }) })),
      { state: 'undetermined' },
      { state: 'not_applicable' },
      { state: 'apart' },
    ],
    gates: [...values.map(([, gate]) => gate), open, gates.and(judged, never), gates.not(judged)],
    ...(compared && { value: compared }),
  }
}

/** Tells categories apart by what they mean. */
export const categoryKey = ({ state, value }: Category): string => JSON.stringify([state, value])

/** Whose result differs: another category, or another value of one. */
export const differing = (gates: Gates, before: CategorisedOutcome, after: CategorisedOutcome): Gate => {
  const laterOf = new Map(after.categories.map((category, index) => [categoryKey(category), after.gates[index] ?? zero]))
  const stays = before.categories.map((category, index) => {
    const same = gates.and(before.gates[index] ?? zero, laterOf.get(categoryKey(category)) ?? zero)
    return category.state === 'determined' && category.value === undefined ? gates.and(same, sameValue(gates, before.value, after.value)) : same
  })
  return gates.not(gates.some(stays))
}

const sameValue = (gates: Gates, a: CategorisedOutcome['value'], b: CategorisedOutcome['value']): Gate => {
  if (a?.kind === 'quotient' && b?.kind === 'quotient') return sameQuotient(gates, a, b)
  if (a?.kind !== 'codes' || b?.kind !== 'codes') return zero
  const texts = new Set([...a.codes.keys(), ...b.codes.keys()])
  return gates.every([...texts].map((text) => gates.not(gates.xor(a.codes.get(text) ?? zero, b.codes.get(text) ?? zero))))
}

