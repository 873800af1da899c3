import { hashDocument, memberTitle, pieceTitle, titleOfLayer, titleOfQuestion, type Assembly, type ExplanationNode, type Grounds, type Language, type MemberAnswers, type Question } from '@tieuchi/runtime'
import { dayOf, formatDay } from '../plugins/clock.ts'
import { administrativeHead } from './administrative-head.ts'
import { linesOf, type ExplanationLine, type LineWriter } from './explanation-lines.ts'
import { unveiled, veiled } from './explanation-veil.ts'
import { recordLine, submissionFacts } from './filled-form-print.ts'
import { paperTitle } from './form-sheet.ts'
import { millimetre, type Content } from './print-engine.ts'
import { sayIn, type Say } from './print-words.ts'
import { membersOf, type ExplainedLayer, type PrintedSubmission } from './printed-submission.ts'
import { resultsPart } from './results-part.ts'

/** Everything an explanation on paper is made of; how much of it fits one page is found out by laying it out. */
export interface ExplanationPaper {
  readonly title: string
  readonly language: Language
  readonly say: Say
  readonly at: Date
  readonly foot: string
  /** Stands before the reasons, whole. */
  readonly head: readonly Content[]
  /** The reasons in the order of reading, under a heading for each layer where there are two. */
  readonly parts: readonly { readonly heading: string; readonly lines: readonly ExplanationLine[] }[]
}

const headSize = 9.5

export interface ExplanationQuestion {
  readonly language: Language
  /** Whether sensitive answers are printed as they are. */
  readonly openly: boolean
}

/** The narrow edges of a sheet that is to hold everything. */
export const explanationMargins = [18 * millimetre, 12 * millimetre, 12 * millimetre, 14 * millimetre] as const

/** What came out of a submission and why, what is missing, and what it rests on that is not certain. */
export const explanationPaper = (submission: PrintedSubmission, layers: readonly ExplainedLayer[], { language, openly }: ExplanationQuestion): ExplanationPaper => {
  const say = sayIn(language)
  const { row, unit, places } = submission
  const [assembly] = submission.layers
  if (!assembly) throw new Error('A submission is pinned to one layer at least')
  const members = membersOf(submission)
  const sent = row.state === 'submitted'
  const day = dayOf(row.updated_at)
  const form = assembly.release.forms.find(({ id }) => id === row.form)
  const writer: LineWriter = { say, language, nameOf: (id) => memberTitle(assembly, members, id)[language], veil: openly ? unveiled : veiled(assembly, row.answers) }
  return {
    title: say('explanation'),
    language,
    say,
    at: row.updated_at,
    foot: recordLine(say, row),
    head: [
      ...administrativeHead({ say, unit, day: sent ? day : undefined, size: headSize }),
      paperTitle(say('explanation'), form?.title[language], headSize + 2),
      submissionFacts({ say, language, assembly }, submission),
      heading(sent ? say('sentAt', { day: formatDay(day) }) : say('soFar')),
      ...resultsPart({ say, language, members }, layers, places),
      ...missingLines(say, language, assembly, members, layers),
      ...groundsLines(say, language, layers),
      ...(openly ? [] : [{ text: say('masked'), italics: true } satisfies Content]),
    ],
    parts: layers.map((layer, index) => ({
      heading: layers.length === 1 ? say('why') : `${say('why')}: ${titleOfLayer(layer.assembly, places)[language]}`,
      lines: layer.explanations.flatMap((node) => (index > 0 && isSameIn(layers[0], node) ? [sameLine(writer, node, titleOfLayer(assembly, places)[language])] : linesOf(writer, node))),
    })),
  }
}

export const heading = (text: string): Content => ({ text, bold: true, margin: [0, 5, 0, 1] })

const nameOf = ({ id, member = '' }: ExplanationNode): string => `${member} ${id}`

const isSameIn = (layer: ExplainedLayer | undefined, node: ExplanationNode): boolean =>
  layer?.explanations.some((other) => nameOf(other) === nameOf(node) && hashDocument(other) === hashDocument(node)) === true

/** A result that local rules leave as it is needs no second explanation. */
const sameLine = (writer: LineWriter, node: ExplanationNode, layer: string): ExplanationLine => {
  const [first] = linesOf(writer, { ...node, children: [] })
  if (!first) throw new Error('An explanation has a first line')
  return { ...first, text: [...first.text, ` – ${writer.say('sameAsNational', { layer: layer.charAt(0).toLocaleLowerCase('vi') + layer.slice(1) })}`] }
}

/** More questions than these are counted only. */
const mostQuestions = 30
const mostNames = 4

/** The questions that can still decide, each with the members it is missing of. */
const missingLines = (say: Say, language: Language, assembly: Assembly, members: readonly MemberAnswers[], layers: readonly ExplainedLayer[]): readonly Content[] => {
  const questions = layers.flatMap(({ result }) => [...result.outcomes, ...Object.values(result.member_outcomes).flat(), ...result.entitlements].flatMap(({ missing }) => missing))
  const byField = Map.groupBy(questions, ({ field }) => field)
  if (byField.size === 0) return []
  const told = [...byField].slice(0, mostQuestions).map(([field, all]) => titleOfQuestion(assembly, field)[language] + whose(say, language, assembly, members, all))
  const more = byField.size > told.length ? [`… (+ ${byField.size - told.length})`] : []
  return [{ text: [{ text: `${say('toAsk')}: `, bold: true }, [...told, ...more].join('; ')], margin: [0, 2, 0, 0] }]
}

const whose = (say: Say, language: Language, assembly: Assembly, members: readonly MemberAnswers[], questions: readonly Question[]): string => {
  const ids = [...new Set(questions.flatMap(({ member }) => member ?? []))]
  if (ids.length === 0) return ''
  if (ids.length === members.length && ids.length > 1) return ` (${say('allMembers')})`
  return ids.length > mostNames ? ` (${say('someMembers', { count: ids.length })})` : ` (${ids.map((id) => memberTitle(assembly, members, id)[language]).join(', ')})`
}

/** Values the law leaves open, and those taken for the time being. */
const groundsLines = (say: Say, language: Language, layers: readonly ExplainedLayer[]): readonly Content[] => (['open', 'assumed'] as const).flatMap((part) => {
  const titles = new Set(layers.flatMap(({ assembly, result }) => {
    const grounds: readonly Grounds[] = [...result.outcomes, ...Object.values(result.member_outcomes).flat(), ...result.entitlements]
    return grounds.flatMap((each) => each[part]).map((name) => pieceTitle(assembly, name)[language])
  }))
  return titles.size === 0 ? [] : [{ text: [{ text: `${say(part === 'open' ? 'openValues' : 'assumedValues')}: `, bold: true }, [...titles].join('; ')], margin: [0, 2, 0, 0] } satisfies Content]
})
