import type { NumberScale } from '../dictionary/number-scale.ts'
import type { PlanField } from '../dictionary/plan-dictionary.ts'
import { and, not, or } from '../graph/bits.ts'
import { bitBounds, finite } from '../graph/bounds.ts'
import { equal, oneOf } from '../graph/comparisons.ts'
import { dayBounds, type Graph } from '../graph/graph.ts'
import type { AnswerLane, AnswerPosition, Bounds, Lane, Node } from '../graph/node.ts'
import { always, dayBetween, numberBetween, type PlanValue } from './plan-value.ts'
import { codeBounds } from './texts.ts'
import { Unplannable } from './unplannable.ts'

/** How answers are read: with what may be missing, or as if every answer were there (a record says whether it is). */
export type AnswerMode = 'partial' | 'complete'

/** An answer as it stands, before anyone asks whether its question applies, and whether it is there at all. */
export interface PlanAnswer {
  readonly value: PlanValue
  /** 1 where nobody has answered, or a date is not known to the day. */
  readonly missing: Node
}

interface Reading {
  readonly graph: Graph
  readonly mode: AnswerMode
  readonly lane: (name: AnswerLane, lane: Lane, bounds: Bounds) => Node
}

const numberEnds = ({ mode, lane }: Reading, { from: least, to: greatest, least: lowest, greatest: highest }: NumberScale): readonly [Node, Node] => {
  const ends = finite(least, greatest)
  if (mode === 'complete') {
    const number = lane('from', 'number', ends)
    return [number, number]
  }
  const reach = finite(Math.min(least, lowest ?? least), Math.max(greatest, highest ?? greatest))
  return [lane('from', 'number', { ...reach, below: lowest === undefined }), lane('to', 'number', { ...reach, above: highest === undefined })]
}

const readNumber = (reading: Reading, scale: NumberScale): PlanAnswer => {
  const [from, to] = numberEnds(reading, scale)
  return { value: numberBetween(reading.graph, { number: from }, { number: to }, scale.scale), missing: missingBetween(reading, from, to) }
}

/** Whether the ends of what was recorded differ; looked up also where complete answers are assumed, to see whether they are. */
const missingBetween = ({ graph, lane, mode }: Reading, from: Node, to: Node): Node =>
  not(graph, equal(graph, from, mode === 'complete' ? lane('to', 'number', { ...from.bounds, above: true }) : to))

const readDate = (reading: Reading): PlanAnswer => {
  const { graph, mode, lane } = reading
  const from = lane('from', 'number', mode === 'complete' ? dayBounds : { ...dayBounds, below: true })
  const to = mode === 'complete' ? from : lane('to', 'number', { ...dayBounds, above: true })
  return { value: dayBetween(graph, from, to), missing: missingBetween(reading, from, to) }
}

const readYesNo = ({ graph, mode, lane }: Reading): PlanAnswer => {
  const yes = lane('yes', 'bit', bitBounds)
  const no = lane('no', 'bit', bitBounds)
  const missing = not(graph, or(graph, yes, no))
  const [mayBeYes, mayBeNo] = mode === 'complete' ? [yes, not(graph, yes)] : [not(graph, no), not(graph, yes)]
  return { value: { kind: 'truth', yes: mayBeYes, no: mayBeNo, any: graph.bit(false), absence: always(graph) }, missing }
}

const readText = ({ graph, mode, lane }: Reading, domain: string | undefined): PlanAnswer => {
  const code = lane('code', 'code', codeBounds(graph, domain))
  const missing = equal(graph, code, graph.constant(0, 'code'))
  const any = mode === 'complete' ? graph.bit(false) : missing
  const options = [{ gate: graph.bit(true), text: { kind: 'code', code, ...(domain !== undefined && { domain }) } }] as const
  return { value: { kind: 'text', options, any, single: not(graph, any), absence: always(graph) }, missing }
}

const readCodes = ({ graph, mode, lane }: Reading, domain: string): PlanAnswer => {
  const asked = lane('asked', 'bit', bitBounds)
  const known = mode === 'complete' ? graph.bit(true) : asked
  const bitOf = (text: string): Node | undefined => {
    const code = graph.dictionary.texts(domain).find(text)
    return code === undefined ? undefined : lane(`has${code - 1}`, 'bit', bitBounds)
  }
  const value: PlanValue = {
    kind: 'codes',
    texts: graph.dictionary.texts(domain).texts(),
    certainly: (text) => and(graph, known, bitOf(text) ?? graph.bit(false)),
    possibly: (text) => or(graph, not(graph, known), bitOf(text) ?? graph.bit(false)),
    any: not(graph, known),
    whole: known,
    absence: always(graph),
  }
  return { value, missing: not(graph, asked) }
}

/** Reads the answer to a question, of the household or of the member of the scope. */
export const readAnswer = (graph: Graph, mode: AnswerMode, { id, place, index, encoding }: PlanField): PlanAnswer => {
  const position: AnswerPosition = { place, index }
  const reading: Reading = { graph, mode, lane: (name, lane, bounds) => graph.answer(position, name, lane, bounds) }
  if (encoding.kind === 'yesNo') return readYesNo(reading)
  if (encoding.kind === 'number') return readNumber(reading, encoding.scale)
  if (encoding.kind === 'date') return readDate(reading)
  if (encoding.kind === 'text') return readText(reading, encoding.domain)
  if (encoding.kind === 'codes') return readCodes(reading, encoding.domain)
  throw new Unplannable(encoding.kind === 'unsupported' ? `question ${id}, for ${encoding.reason}` : `question ${id}, a personal number compared as text`)
}

/** What a personal number says of a person; nothing where it has not twelve digits. */
export const readPersonalNumber = (graph: Graph, { id, place, index, encoding }: PlanField, part: 'sex' | 'year'): PlanValue => {
  if (encoding.kind !== 'personalNumber') throw new Unplannable(`the personal number in ${id}, which is no question for one`)
  const position: AnswerPosition = { place, index }
  if (part === 'year') {
    const years = finite(1900, 2399)
    return numberBetween(graph, { number: graph.answer(position, 'from', 'number', { ...years, below: true }) }, { number: graph.answer(position, 'to', 'number', { ...years, above: true }) }, 1)
  }
  const code = graph.answer(position, 'sex', 'code', finite(0, 2))
  const [male, female] = [1, 2].map((sex) => oneOf(graph, code, [sex]))
  if (!male || !female) throw new Error('There are two sexes')
  const options = [{ gate: male, text: { kind: 'constant', text: 'male' } }, { gate: female, text: { kind: 'constant', text: 'female' } }] as const
  const any = equal(graph, code, graph.constant(0, 'code'))
  return { kind: 'text', options, any, single: not(graph, any), absence: always(graph) }
}
