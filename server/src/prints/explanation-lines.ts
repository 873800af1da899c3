import { citationPhrase, type ExplanationNode, type Language, type Text } from '@tieuchi/runtime'
import type { Content } from './print-engine.ts'
import type { PrintWord, Say } from './print-words.ts'

/** A line of an explanation on paper. */
export interface ExplanationLine {
  readonly depth: number
  /** The title of the result it explains. */
  readonly of: string
  /** Lines of lower rank are kept longer when not all fit; none under a line has a lower rank than it. */
  readonly rank: number
  readonly text: readonly Content[]
  readonly parent?: ExplanationLine
}

export interface LineWriter {
  readonly say: Say
  readonly language: Language
  readonly nameOf: (member: string) => string
  /** What of a line may be read. */
  readonly veil: (node: ExplanationNode) => ExplanationNode
}

/** What does not hold decides least of what is beneath it. */
const beneathFalse = 50
/** Results of members stand behind those of the household, and of those the first before the others. */
const ofMember = 4
const ofOther = 2

const order: readonly ExplanationNode['result'][] = [true, 'unknown', false, 'not_applicable']

/** The explanation of one result line by line, what decided first; `isFirst` where it is the first result. */
export const linesOf = (writer: LineWriter, root: ExplanationNode, isFirst = true): readonly ExplanationLine[] => {
  const rank = root.member !== undefined ? ofMember : isFirst ? 0 : ofOther
  const title = root.sentence[writer.language].split(':')[0] ?? ''
  const name = root.member === undefined ? '' : `${writer.nameOf(root.member)}: `
  const first: ExplanationLine = { depth: 0, of: title, rank, text: [{ text: name + writer.veil(root).sentence[writer.language], bold: true }, ...source(writer, root)] }
  const children = root.children.toSorted((a, b) => order.indexOf(a.result) - order.indexOf(b.result))
  return [first, ...children.flatMap((child) => beneath(writer, child, first, rank + 1))]
}

const beneath = (writer: LineWriter, node: ExplanationNode, parent: ExplanationLine, rank: number): readonly ExplanationLine[] => {
  const line: ExplanationLine = { depth: parent.depth + 1, of: parent.of, rank, text: words(writer, node), parent }
  const next = rank + stepBelow(node) + (node.result === false ? beneathFalse : 0)
  return [line, ...node.children.flatMap((child) => beneath(writer, child, line, next))]
}

/** What stands alone beneath a line completes it. */
const stepBelow = ({ children }: ExplanationNode): number => (children.length > 1 ? 1 : 0)

const words = (writer: LineWriter, hidden: ExplanationNode): readonly Content[] => {
  const { say, language } = writer
  const node = writer.veil(hidden)
  const said = (text: Text | undefined, word: PrintWord): readonly string[] => (text && text[language] !== '' ? [` · ${say(word)} ${text[language]}`] : [])
  const mark = markOf(node)
  return [
    ...(mark === undefined ? [] : [{ text: `${say(mark)}: `, italics: true }]),
    node.sentence[language],
    ...said(node.read, node.question ? 'read' : 'value'),
    ...(repeats(node, language) ? [] : said(node.compared, 'compared')),
    ...source(writer, node),
  ]
}

/** A value written out in a sentence needs not be named again. */
const repeats = ({ sentence, compared }: ExplanationNode, language: Language): boolean => compared !== undefined && sentence[language].includes(compared[language])

const source = ({ say, language }: LineWriter, { origin, certainty, citation }: ExplanationNode): readonly string[] => [
  ...(origin ? [` · ${origin.sentence[language]}`] : []),
  ...(certainty === 'assumed' || certainty === 'open' ? [` · ${say(certainty)}`] : []),
  ...(citation ? [` (${citationPhrase(citation)[language]})`] : []),
]

/** Rules hold or not; comparisons, rows and groups are true or not; of anything else it matters only that it is not known. */
const markOf = ({ kind, result }: ExplanationNode): PrintWord | undefined => {
  if (result === 'not_applicable') return 'notApplicable'
  if (result === 'unknown') return 'unknown'
  if (kind === 'rule') return result ? 'ruleTrue' : 'ruleFalse'
  return kind === 'leaf' || kind === 'row' || kind === 'group' ? (result ? 'true' : 'false') : undefined
}
