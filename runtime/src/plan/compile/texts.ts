import { and, not } from '../graph/bits.ts'
import { equal } from '../graph/comparisons.ts'
import { finite } from '../graph/bounds.ts'
import type { Graph } from '../graph/graph.ts'
import type { Node } from '../graph/node.ts'
import { pick } from '../graph/numbers.ts'
import type { PlanText } from './plan-value.ts'

/** More texts than any dictionary of free texts is given. */
export const mostTexts = 2 ** 30

export const codeBounds = (graph: Graph, domain: string | undefined) => finite(0, domain === undefined ? mostTexts : graph.dictionary.texts(domain).size)

const constantCode = (graph: Graph, code: number): Node => graph.constant(code, 'code')

/** The code of a text of the rules in a domain; one that no answer has where the list lacks it. */
const codeIn = (graph: Graph, domain: string | undefined, text: string): number => graph.dictionary.codeOf(domain, text) ?? graph.dictionary.texts(domain).size

/** The code of a text in a domain of the other side. */
export const codeNode = (graph: Graph, text: PlanText, domain: string | undefined): Node => {
  if (text.kind === 'constant') return constantCode(graph, codeIn(graph, domain, text.text))
  if (text.kind === 'code') return text.domain === domain ? text.code : translated(graph, text.code, text.domain, domain)
  const { name, key, text: words } = text
  return graph.parameter({ name, ...(key !== undefined && { key }), lane: 'code', scale: 1, ...(domain !== undefined && { domain }), value: codeIn(graph, domain, words), bounds: codeBounds(graph, domain) })
}

/** A code of one list as the code of the same text in another domain; 0 stays 0. */
const translated = (graph: Graph, code: Node, from: string | undefined, to: string | undefined): Node => {
  const texts = graph.dictionary.texts(from).texts()
  return pick(graph, code, [constantCode(graph, 0), ...texts.map((text) => constantCode(graph, codeIn(graph, to, text)))])
}

/** Where both sides are codes of different domains, free text stays and the other side is translated. */
const domainOf = (a: PlanText, b: PlanText): string | undefined => {
  const [first, second] = [a, b].filter((text) => text.kind === 'code')
  if (!first || !second) return first?.domain
  return first.domain === undefined || second.domain === undefined ? undefined : first.domain
}

/** Whether two texts are there and the same. */
export const equalTexts = (graph: Graph, a: PlanText, b: PlanText): Node => {
  if (a.kind === 'constant' && b.kind === 'constant') return graph.bit(a.text === b.text)
  const domain = domainOf(a, b)
  const [left, right] = [codeNode(graph, a, domain), codeNode(graph, b, domain)]
  const same = equal(graph, left, right)
  return a.kind === 'code' && b.kind === 'code' ? and(graph, same, not(graph, equal(graph, left, constantCode(graph, 0)))) : same
}

/** Codes of constant texts in a domain; those a list lacks are left out, for no answer is one of them. */
export const constantCodes = (graph: Graph, domain: string | undefined, texts: readonly PlanText[]): readonly number[] | undefined =>
  texts.every((text) => text.kind === 'constant') ? texts.flatMap(({ text }) => graph.dictionary.codeOf(domain, text) ?? []) : undefined
