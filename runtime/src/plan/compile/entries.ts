import type { HistoryFieldId } from '../../release/history-fields.ts'
import { historyFieldIds } from '../../release/history-fields.ts'
import type { ValueType } from '../../values/value-type.ts'
import { numberScaleOf } from '../dictionary/number-scale.ts'
import { and, every, not, or } from '../graph/bits.ts'
import { bitBounds, finite } from '../graph/bounds.ts'
import { atMost, equal, less } from '../graph/comparisons.ts'
import { dayBounds, type Graph } from '../graph/graph.ts'
import type { AnswerLane, AnswerPosition, Bounds, Lane, Node } from '../graph/node.ts'
import { floorDivide, multiply } from '../graph/numbers.ts'
import type { PlanElements } from './aggregates.ts'
import { entriesScope, type Place, type PlaceEntry } from './place.ts'
import { always, dayBetween, numberBetween, type PlanValue } from './plan-value.ts'
import { codeBounds } from './texts.ts'
import { Unplannable } from './unplannable.ts'

/** Types of an earlier decision's value, as its `type` lane counts them from 1; 0 is a value nobody knows. */
export const entryTypes: readonly ValueType[] = ['boolean', 'number', 'text', 'date', 'list']

/** Earlier decisions on an outcome that had begun on the day, and the stand-in of those that may not be listed. */
export const entriesOf = (graph: Graph, place: Place, { history }: PlaceEntry): PlanElements => {
  const scope = entriesScope(place)
  const listed = graph.listed(scope, history)
  const from = laneReader(graph, place, history, 'from')('from', 'number', { ...dayBounds, below: true })
  return { graph, list: { scope, history }, present: and(graph, listed, atMost(graph, from, graph.moment('facts_at'))), standsIn: not(graph, listed), open: graph.bit(false) }
}

type LaneReader = (name: AnswerLane, lane: Lane, bounds: Bounds) => ReturnType<Graph['answer']>

const laneReader = (graph: Graph, place: Place, history: number, field: HistoryFieldId): LaneReader => {
  const position: AnswerPosition = { place: entriesScope(place), index: historyFieldIds.indexOf(field) }
  return (name, lane, bounds) => graph.answer(position, name, lane, bounds, history)
}

const readDays = (graph: Graph, lane: LaneReader): PlanValue => dayBetween(graph, lane('from', 'number', { ...dayBounds, below: true }), lane('to', 'number', { ...dayBounds, above: true }))

const readText = (graph: Graph, lane: LaneReader): PlanValue => {
  const code = lane('code', 'code', codeBounds(graph, undefined))
  const any = equal(graph, code, graph.constant(0, 'code'))
  return { kind: 'text', options: [{ gate: graph.bit(true), text: { kind: 'code', code } }], any, single: not(graph, any), absence: always(graph) }
}

const readNumber = (graph: Graph, lane: LaneReader): PlanValue => {
  const scale = numberScaleOf({ type: 'number', 'x-label': { vi: '', en: '' } })
  if (!scale) throw new Error('Numbers without limits have a scale')
  const ends = finite(scale.from, scale.to)
  return numberBetween(graph, { number: lane('from', 'number', { ...ends, below: true }) }, { number: lane('to', 'number', { ...ends, above: true }) }, scale.scale)
}

const readTruth = (graph: Graph, lane: LaneReader): PlanValue => {
  const [yes, no] = [lane('yes', 'bit', bitBounds), lane('no', 'bit', bitBounds)]
  return { kind: 'truth', yes: not(graph, no), no: not(graph, yes), any: and(graph, not(graph, yes), not(graph, no)), absence: always(graph) }
}

/** So many codes stand in a whole number that doubles hold exactly. */
const mostListed = 52

/** A list of codes is the sum of 2 to the place of each. */
const readList = (graph: Graph, lane: LaneReader, codes: readonly string[], known: Node, history: number): PlanValue => {
  graph.dictionary.listsCodes(history, codes)
  const sum = lane('from', 'number', { ...finite(0, 2 ** codes.length - 1), below: true })
  const over = (place: number) => floorDivide(graph, sum, graph.constant(2 ** place))
  const has = (text: string): Node => {
    const place = codes.indexOf(text)
    if (place === -1) return graph.bit(false)
    return and(graph, known, less(graph, multiply(graph, over(place + 1), graph.constant(2)), over(place)))
  }
  return { kind: 'codes', texts: codes, certainly: has, possibly: (text) => or(graph, not(graph, known), has(text)), any: not(graph, known), whole: known, absence: always(graph) }
}

/** A field of an earlier decision. Its value has the type of the outcome; a household where it has another goes to the interpreter. */
export const readEntryField = (graph: Graph, place: Place, entry: PlaceEntry, field: HistoryFieldId, type: ValueType | undefined, codes: readonly string[] = []): PlanValue => {
  const lane = laneReader(graph, place, entry.history, field)
  if (field === 'standard') return readText(graph, lane)
  if (field !== 'value') return readDays(graph, lane)
  if (type === undefined) throw new Unplannable(`earlier results of ${entry.recorded.outcome}, whose type is not known`)
  if (type === 'list' && (codes.length === 0 || codes.length > mostListed)) throw new Unplannable(`earlier results of ${entry.recorded.outcome}, lists of ${codes.length === 0 ? 'anything' : 'too many codes'}`)
  const found = lane('type', 'code', finite(0, entryTypes.length))
  graph.exempt(every(graph, [graph.listed(entriesScope(place), entry.history), not(graph, equal(graph, found, graph.constant(0, 'code'))), not(graph, equal(graph, found, graph.constant(entryTypes.indexOf(type) + 1, 'code')))]))
  if (type === 'boolean') return readTruth(graph, lane)
  if (type === 'number') return readNumber(graph, lane)
  if (type === 'list') return readList(graph, lane, codes, equal(graph, found, graph.constant(entryTypes.indexOf(type) + 1, 'code')), entry.history)
  return type === 'text' ? readText(graph, lane) : readDays(graph, lane)
}
