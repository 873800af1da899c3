import type { Answer } from '../../documents/input-document.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'
import { exact, toNumber } from '../../values/number.ts'
import { dayOfCode } from '../dictionary/day-code.ts'
import { valueOf } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { inOrder, possibleInOrder } from './comparable-result.ts'
import type { EntitlementOutput, OutcomeOutput, OutputNumber, OutputText, OutputValue, PlanOutputs } from './plan-outputs.ts'
import type { PlanEntitlement, PlanFact, PlanOutcome, PlanResult } from './plan-result.ts'

/** What a back end computed of a node: of the household, or of one member. */
export type ReadLane = (node: Node, member: number) => number

interface Reading {
  readonly dictionary: PlanDictionary
  readonly lane: (node: Node) => number
}

const isSet = ({ lane }: Reading, bit: Node): boolean => lane(bit) !== 0

/** The nearest double of an exact number, as the interpreter writes it; undefined where there is no end. */
const numberAt = ({ lane }: Reading, { number, divisor }: OutputNumber, scale: number): number | undefined => {
  const [whole, over] = [lane(number), divisor ? lane(divisor) : 1]
  if (!Number.isFinite(whole)) return undefined
  return Number.isSafeInteger(over * scale) ? whole / (over * scale) + 0 : toNumber(exact(whole).div(over).div(scale))
}

const textAt = ({ lane, dictionary }: Reading, text: OutputText): string => (text.kind === 'constant' ? text.text : dictionary.texts(text.domain).text(lane(text.code)))

const possibleTexts = (reading: Reading, { any, options }: Extract<OutputValue, { readonly kind: 'text' }>): readonly string[] | undefined => {
  if (isSet(reading, any)) return undefined
  const there = options.filter(({ gate, text }) => isSet(reading, gate) && (text.kind === 'constant' || reading.lane(text.code) !== 0))
  return [...new Set(there.map(({ text }) => textAt(reading, text)))]
}

const possibleNumbers = (reading: Reading, value: Extract<OutputValue, { readonly kind: 'number' }>): readonly number[] | undefined => {
  if (!value.isSet || !isSet(reading, value.isSet)) return undefined
  const there = value.options.filter(({ possible }) => isSet(reading, possible))
  return [...new Set(there.flatMap((option) => numberAt(reading, option.value, option.scale) ?? []))]
}

const dayAt = ({ lane }: Reading, node: Node): string | undefined => (Number.isFinite(lane(node)) ? dayOfCode(lane(node)) : undefined)

/** Whether the two ends are one number, told on the exact numbers: two may have the same nearest double. */
const meet = ({ lane }: Reading, from: OutputNumber, to: OutputNumber): boolean => {
  const [fromDivisor, toDivisor] = [from.divisor ? lane(from.divisor) : 1, to.divisor ? lane(to.divisor) : 1]
  if (fromDivisor === toDivisor) return Math.trunc(lane(from.number)) === Math.trunc(lane(to.number))
  return BigInt(Math.trunc(lane(from.number))) * BigInt(toDivisor) === BigInt(Math.trunc(lane(to.number))) * BigInt(fromDivisor)
}

/** What a value can still be, as results show it. */
interface Decoded {
  readonly none: boolean
  readonly certain?: Answer
  readonly possible?: readonly Answer[]
  readonly from?: number | string
  readonly to?: number | string
}

const decodeNumber = (reading: Reading, value: Extract<OutputValue, { readonly kind: 'number' }>): Omit<Decoded, 'none'> => {
  const [from, to] = [numberAt(reading, value.from, value.scale), numberAt(reading, value.to, value.scale)]
  if (from !== undefined && to !== undefined && meet(reading, value.from, value.to)) return { certain: from, possible: [from] }
  const possible = possibleNumbers(reading, value)
  if (possible || (value.isSet && isSet(reading, value.isSet))) return possible ? { possible } : {}
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

const decodeApplicable = (reading: Reading, value: OutputValue): Omit<Decoded, 'none'> => {
  if (value.kind === 'open') return {}
  if (value.kind === 'number') return decodeNumber(reading, value)
  if (value.kind === 'day') {
    const [from, to] = [dayAt(reading, value.from), dayAt(reading, value.to)]
    if (from !== undefined && from === to) return { certain: from, from, to }
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
  }
  const possible = value.kind === 'truth' ? possibleTruths(reading, value) : value.kind === 'text' ? possibleTexts(reading, value) : possibleLists(reading, value)
  const [only] = possible ?? []
  return possible?.length === 1 && only !== undefined ? { certain: only, possible } : possible ? { possible } : {}
}

const possibleTruths = (reading: Reading, { yes, no, any }: Extract<OutputValue, { readonly kind: 'truth' }>): readonly boolean[] | undefined =>
  isSet(reading, any) ? undefined : [...(isSet(reading, yes) ? [true] : []), ...(isSet(reading, no) ? [false] : [])]

const possibleLists = (reading: Reading, { any, whole, options }: Extract<OutputValue, { readonly kind: 'codes' }>): readonly Answer[] | undefined =>
  isSet(reading, any) || !isSet(reading, whole) ? undefined : [options.filter(({ certain }) => isSet(reading, certain)).map(({ text }) => text)]

const decode = (reading: Reading, value: OutputValue): Decoded => {
  if (isSet(reading, value.never)) return { none: true }
  const { certain, ...rest } = decodeApplicable(reading, value)
  return isSet(reading, value.perhaps) || certain === undefined ? { none: false, ...rest } : { none: false, ...rest, certain: inOrder(certain) }
}

const decodeOutcome = (reading: Reading, { id, value }: OutcomeOutput): PlanOutcome => {
  const { none, certain, possible } = decode(reading, value)
  if (none) return { id, state: 'not_applicable' }
  if (certain !== undefined) return { id, state: 'determined', value: certain }
  return { id, state: 'undetermined', ...(possible && { possible: possibleInOrder(possible) }) }
}

const decodeFact = (reading: Reading, { id, value }: OutcomeOutput): PlanFact => {
  const { none, certain, from, to } = decode(reading, value)
  if (none) return { id, not_applicable: true }
  if (certain !== undefined) return { id, value: certain }
  return { id, ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

const truthAt = (reading: Reading, certain: Node, possible: Node) => (isSet(reading, certain) ? true : isSet(reading, possible) ? 'unknown' : false)

const certainPart = (reading: Reading, value: OutputValue | undefined): Answer | undefined => value && decode(reading, value).certain

const decodeEntitlement = (reading: Reading, output: EntitlementOutput, member: string | undefined): PlanEntitlement => {
  const truth = truthAt(reading, output.certain, output.possible)
  const { id } = output
  // Of most it is this that is told, for each member.
  if (truth !== true) {
    const state = truth === false ? 'refused' : 'undetermined'
    return member === undefined ? { id, state } : { id, member, state }
  }
  const [level, amount, atMost, from, to] = [output.level, output.amount, output.atMost, output.from, output.to].map((value) => certainPart(reading, value))
  return {
    id,
    ...(member !== undefined && { member }),
    state: 'granted',
    ...(level !== undefined && { level }),
    ...(typeof amount === 'number' && { amount }),
    ...(typeof atMost === 'number' && { at_most: atMost }),
    ...(typeof from === 'string' && { from }),
    ...(typeof to === 'string' && { to }),
  }
}

/** Results in plain form, from what a back end computed; constants it need not compute. `ids` are the members'. */
export const decodeResult = (outputs: PlanOutputs, dictionary: PlanDictionary, ids: readonly string[], read: ReadLane): PlanResult => {
  const reading = (member: number): Reading => ({ dictionary, lane: (node) => (node.op === 'constant' ? valueOf(node) : read(node, member)) })
  const household = reading(0)
  const members = ids.map((id, member) => ({ id, member: reading(member) }))
  return {
    outcomes: outputs.outcomes.map((output) => decodeOutcome(household, output)),
    member_outcomes: Object.fromEntries(members.map(({ id, member }) => [id, outputs.memberOutcomes.map((output) => decodeOutcome(member, output))])),
    entitlements: outputs.entitlements.length === 0 ? [] : outputs.entitlements.flatMap((output) =>
      output.of === 'household' ? [decodeEntitlement(household, output, undefined)] : members.map(({ id, member }) => decodeEntitlement(member, output, id))),
    rules: outputs.rules.map(({ set, id, certain, possible }) => ({ set, id, result: truthAt(household, certain, possible) })),
    facts: outputs.facts.map((output) => decodeFact(household, output)),
  }
}
