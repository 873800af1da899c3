import { historyFieldIds } from '@tieuchi/runtime'
import { isConstant, mostTexts, valueOf, type AnswerPosition, type Graph, type Node, type Op } from '@tieuchi/runtime/plan'
import { sql } from 'kysely'
import type { Sql } from './day-sql.ts'
import { NotInSql } from './not-in-sql.ts'

/**
 * Whether a node is the code of an answer in words of one's own, or of what a list or a choice makes of such. They share a code where
 * no rule and no list names them, and are told apart by their texts.
 */
export const mayBeAnyText = (node: Node): boolean => node.lane === 'code' && node.bounds.to >= mostTexts && node.op !== 'parameter' && comesFromWords(node)

const passing: ReadonlySet<Op> = new Set<Op>(['choose', 'pick', 'higher', 'lower', 'least', 'greatest'])

const comesFromWords = ({ op, detail, inputs, bounds }: Node): boolean => {
  if (detail.kind === 'answer') return detail.name === 'code' && bounds.to >= mostTexts && !isRecordedValue(detail.position)
  return passing.has(op) && inputs.some(comesFromWords)
}

/** A recorded text that is in no list and in no rule sends its household to the interpreter. */
const isRecordedValue = ({ place, index }: AnswerPosition): boolean => (place === 'entries' || place === 'memberEntries') && historyFieldIds[index] === 'value'

/** How the parts of a text are written: an answer as it stands, and a bit that chooses. */
export interface TextParts {
  readonly graph: Graph
  readonly answer: (node: Node) => Sql
  readonly read: (node: Node) => Sql
}

/** The text that such a node stands for; null where it stands for none. */
export const textSql = (node: Node, parts: TextParts): Sql => {
  const { graph, answer, read } = parts
  const [index, ...options] = node.inputs
  if (node.op === 'answer') return answer(node)
  if (isConstant(node)) return literal(graph, valueOf(node))
  if (node.op === 'parameter' && node.detail.kind === 'index') return literal(graph, graph.parameters[node.detail.index]?.value ?? 0)
  if (!index || (node.op !== 'choose' && node.op !== 'pick')) throw new NotInSql('answers in words of one’s own that are gathered from a list')
  if (node.op === 'pick') return sql`case ${read(index)} ${sql.join(options.map((option, place) => sql`when ${sql.lit(place)} then ${textSql(option, parts)}`), sql` `)} end`
  const [then, otherwise] = options.map((option) => textSql(option, parts))
  return sql`case when ${read(index)} then ${then} else ${otherwise} end`
}

const literal = ({ dictionary: { freeTexts } }: Graph, code: number): Sql => (code === 0 ? sql`null::text` : sql`${freeTexts.text(code)}::text`)
