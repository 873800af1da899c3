import { aggregateIn } from '../aggregates/aggregate-use.ts'
import { aggregateOf } from '../aggregates/aggregates.ts'
import { joinWords } from '../limits/join-words.ts'
import { limits } from '../limits/limits.ts'
import { boundOfLevel, outcomeSource, type Bound, type EntitlementPiece, type Expression, type FactPiece, type HitPolicy, type LogicPiece, type OutcomePiece, type Rule, type RulesPiece, type TablePiece, type TableRow } from '../documents/logic-document.ts'
import type { Certainty, Citation, Text } from '../documents/text.ts'
import { rowCondition } from '../logic/table.ts'
import type { Assembly } from '../release/assembly.ts'
import { typeOfFact } from '../release/value-types.ts'
import { boundWords, periodNames, timesPhrase } from './entitlement-words.ts'
import { isLiteral } from './expression-kind.ts'
import { sentenceOfExpression } from './expression-sentence.ts'
import { conditionPhrase, listed, phrase } from './phrase.ts'
import { amountNoun, describeColumn, describeReference, levelNoun } from './readable.ts'

const hitPolicies: Readonly<Record<HitPolicy, Text>> = {
  first: phrase('xét lần lượt từ trên xuống, lấy trường hợp đúng đầu tiên', 'taken from the top, the first case that holds decides'),
  unique: phrase('nhiều nhất một trường hợp đúng, trường hợp đó quyết định', 'at most one case holds, and that one decides'),
  collect: phrase('lấy kết quả của mọi trường hợp đúng', 'the results of all cases that hold'),
  sum: phrase('cộng kết quả của mọi trường hợp đúng', 'the results of all cases that hold are added up'),
  max: phrase('lấy kết quả lớn nhất trong các trường hợp đúng', 'the greatest result among the cases that hold'),
}

/** One row or rule in a sentence, with what it rests on. */
export interface ProseItem {
  readonly text: Text
  readonly citation?: Citation
  readonly certainty?: Certainty
  readonly note?: Text
}

/** What a piece says: a sentence of its own, or a beginning with one item for each row or rule. */
export interface PieceProse {
  readonly text: Text
  readonly items: readonly ProseItem[]
}

const alone = (text: Text): PieceProse => ({ text, items: [] })

const itemOf = (text: Text, { citation, certainty, note }: Rule | TableRow): ProseItem =>
  ({ text, ...(citation && { citation }), ...(certainty && { certainty }), ...(note && { note }) })

const numbered = ({ text, items }: PieceProse): Text => {
  const list = (language: 'vi' | 'en') => joinWords(items.map((item, index) => `(${index + 1}) ${item.text[language]}`), '; ', limits.piece_sentence)
  return phrase(`${text.vi}: ${list('vi')}.`, `${text.en}: ${list('en')}.`)
}

const when = (what: Text, condition: Text): Text => phrase(`${what.vi} khi ${condition.vi}`, `${what.en} when ${condition.en}`)

const before = (vi: string, en: string, text: Text): Text => phrase(`${vi} ${text.vi}`, `${en} ${text.en}`)

const full = ({ vi, en }: Text): Text => phrase(`${vi}.`, `${en}.`)

/** What must hold for a yes, where the expression is one question: a condition with yes and no, or one about members. */
const truthPhrase = (assembly: Assembly, expression: Expression): Text | undefined => {
  if (isLiteral(expression)) return undefined
  const use = aggregateIn(expression)
  if (use && aggregateOf(use.name).gives === 'boolean') return sentenceOfExpression(assembly, expression)
  return 'if' in expression && expression.then === true && expression.else === false ? conditionPhrase(assembly, expression.if) : undefined
}

const factSentence = (assembly: Assembly, piece: FactPiece): Text => {
  const truth = truthPhrase(assembly, piece.value)
  if (truth) return full(when(piece.title, truth))
  const value = sentenceOfExpression(assembly, piece.value, piece)
  return phrase(`${piece.title.vi} là ${value.vi}.`, `${piece.title.en} is ${value.en}.`)
}

const rulesProse = (assembly: Assembly, { title, rules }: RulesPiece): PieceProse => ({
  text: phrase(`${title.vi}, xét riêng từng nội dung`, `${title.en}, each judged on its own`),
  items: rules.map((rule) => itemOf(when(rule.title, conditionPhrase(assembly, rule.conditions)), rule)),
})

const rowSentence = (assembly: Assembly, piece: TablePiece, row: TableRow): Text => {
  const condition = rowCondition(piece, row)
  const results = listed(row.then.map((output, column) => sentenceOfExpression(assembly, output, describeColumn(assembly, piece, piece.outputs[column] ?? ''))), phrase('và', 'and'))
  if (!condition) return piece.hit === 'first' ? phrase(`${results.vi} trong các trường hợp còn lại`, `${results.en} in all other cases`) : phrase(`${results.vi} trong mọi trường hợp`, `${results.en} in all cases`)
  return when(results, conditionPhrase(assembly, condition))
}

const otherwiseItem: ProseItem = { text: phrase('không áp dụng trong các trường hợp còn lại', 'not applicable in all other cases') }

const tableProse = (assembly: Assembly, piece: TablePiece): PieceProse => {
  const policy = hitPolicies[piece.hit]
  return { text: phrase(`${piece.title.vi}, ${policy.vi}`, `${piece.title.en}, ${policy.en}`), items: [...piece.rows.map((row) => itemOf(rowSentence(assembly, piece, row), row)), ...(piece.otherwise === undefined ? [] : [otherwiseItem])] }
}

const outcomeSentence = (assembly: Assembly, piece: OutcomePiece): Text => {
  const source = describeReference(assembly, outcomeSource(piece)).title
  const values = valuesPhrase(assembly, piece)
  return phrase(`Kết luận “${piece.title.vi}” lấy theo “${source.vi}”${values.vi}.`, `The conclusion “${piece.title.en}” is taken from “${source.en}”${values.en}.`)
}

/** What an outcome may be: one of the entries of its list, or any number of them. */
const valuesPhrase = (assembly: Assembly, { id, list }: OutcomePiece): Text => {
  const { entries = [], title } = assembly.lists.get(list ?? '') ?? {}
  if (title && typeOfFact(assembly, { fact: id }) === 'list') return phrase(`, gồm những mục phù hợp của danh mục “${title.vi}”`, `; it holds those that fit of the list “${title.en}”`)
  if (entries.length === 0) return phrase('', '')
  const values = listed(entries.map((entry) => phrase(`“${entry.title.vi}”`, `“${entry.title.en}”`)), phrase('hoặc', 'or'))
  return phrase(`, là một trong các kết quả ${values.vi}`, `; it is one of ${values.en}`)
}

const entitlementSentence = (assembly: Assembly, piece: EntitlementPiece): Text => {
  const { title, bound = 'exact', period } = piece
  const write = (part: Expression | undefined, noun: Text, says: Bound, unit?: string, list?: string): readonly Text[] => {
    if (part === undefined) return []
    const value = sentenceOfExpression(assembly, part, { title, unit, list })
    return [phrase(`${noun.vi} ${boundWords[says].vi}${value.vi}`, `${noun.en} ${boundWords[says].en}${value.en}`)]
  }
  const plain = (part: Expression | undefined, vi: string, en: string): readonly Text[] => (part === undefined ? [] : [before(vi, en, sentenceOfExpression(assembly, part))])
  const parts = [
    ...write(piece.level, levelNoun, boundOfLevel(piece), piece.level_unit, piece.level_list),
    ...write(piece.amount, amountNoun(piece), bound, piece.unit),
    ...(period ? [periodNames[period.every]] : []),
    ...(period?.at_most === undefined ? [] : [timesPhrase(sentenceOfExpression(assembly, period.at_most))]),
    ...plain(period?.from, 'từ', 'from'),
    ...plain(period?.to, 'đến', 'until'),
  ]
  const granted = when(phrase(`${title.vi}: được hưởng`, `${title.en}: granted`), conditionPhrase(assembly, piece.conditions))
  return parts.length === 0 ? full(granted) : phrase(`${granted.vi}; ${parts.map(({ vi }) => vi).join(', ')}.`, `${granted.en}; ${parts.map(({ en }) => en).join(', ')}.`)
}

type Writers = { readonly [Kind in LogicPiece['kind']]: (assembly: Assembly, piece: Extract<LogicPiece, { readonly kind: Kind }>) => PieceProse }

const writers: Writers = {
  fact: (assembly, piece) => alone(factSentence(assembly, piece)),
  condition: (assembly, piece) => alone(full(when(piece.title, conditionPhrase(assembly, piece.conditions)))),
  rules: rulesProse,
  table: tableProse,
  outcome: (assembly, piece) => alone(outcomeSentence(assembly, piece)),
  entitlement: (assembly, piece) => alone(entitlementSentence(assembly, piece)),
}

/**
 * What a fact, condition, rule set, table, outcome or entitlement says in words of both languages, from the JSON itself;
 * rows and rules apart, each with what it rests on. A name that leads to no piece is a programmer's mistake and throws.
 */
export const proseOfPiece = (assembly: Assembly, pieceId: string): PieceProse => {
  const piece = assembly.pieces.get(pieceId)?.piece
  if (!piece) throw new Error(`No piece is named ${pieceId}`)
  const write = writers[piece.kind] as (assembly: Assembly, piece: LogicPiece) => PieceProse
  return write(assembly, piece)
}

/** The same in one full sentence; a table's hit policy in words. */
export const sentenceOfPiece = (assembly: Assembly, pieceId: string): Text => {
  const prose = proseOfPiece(assembly, pieceId)
  return prose.items.length === 0 ? prose.text : numbered(prose)
}
