import type { Graph } from '../graph/graph.ts'
import { isSet, type PlanText, type PlanValue } from '../compile/plan-value.ts'
import { codeNode } from '../compile/texts.ts'
import type { Quotient } from '../compile/quotient.ts'
import type { OutputNumber, OutputText, OutputValue } from './plan-outputs.ts'

const outputNumber = ({ number, divisor }: Quotient): OutputNumber => (divisor === undefined ? { number } : { number, divisor })

const outputText = (graph: Graph, text: PlanText): OutputText => (text.kind === 'parameter' ? { kind: 'code', code: codeNode(graph, text, undefined) } : text)

/** Which details of a value a result shows: of an outcome what it may be, of a fact only what is certain and the ends. */
export type Shown = 'options' | 'ends'

/** A value as results are read from it. */
export const outputOf = (graph: Graph, value: PlanValue, shown: Shown): OutputValue => {
  const absence = { perhaps: value.absence.perhaps, never: value.absence.never }
  if (value.kind === 'truth') return { ...absence, kind: 'truth', yes: value.yes, no: value.no, any: value.any }
  if (value.kind === 'day') return { ...absence, kind: 'day', from: value.from, to: value.to }
  if (value.kind === 'open') return { ...absence, kind: 'open' }
  if (value.kind === 'text') return { ...absence, kind: 'text', any: value.any, options: value.options.map(({ gate, text }) => ({ gate, text: outputText(graph, text) })) }
  if (value.kind === 'codes') {
    const options = value.texts.map((text) => ({ text, certain: value.certainly(text), possible: value.possibly(text) }))
    return { ...absence, kind: 'codes', any: value.any, whole: value.whole, options }
  }
  const options = shown === 'options' ? (value.options ?? []).map((option) => ({ possible: option.possible, value: outputNumber(option.value.from), scale: option.value.scale })) : []
  return { ...absence, kind: 'number', scale: value.scale, from: outputNumber(value.from), to: outputNumber(value.to), ...(value.options && { isSet: isSet(graph, value) }), options }
}
