import { hashDocument, memberTitle, titleOfLayer, type ExplanationNode, type Language } from '@tieuchi/runtime'
import { dayOf, formatDay } from '../plugins/clock.ts'
import { administrativeHead } from './administrative-head.ts'
import { linesOf, type ExplanationLine, type LineWriter } from './explanation-lines.ts'
import { resultLines } from './explanation-results.ts'
import { unveiled, veiled } from './explanation-veil.ts'
import { recordLine, submissionFacts } from './filled-form-print.ts'
import { paperTitle } from './form-sheet.ts'
import { millimetre, type Content } from './print-engine.ts'
import { sayIn, type Say } from './print-words.ts'
import { membersOf, type ExplainedLayer, type PrintedSubmission } from './printed-submission.ts'
import { hasSensitive } from './sensitive-answers.ts'

/** Everything an explanation on paper is made of; how much of it fits one page is found out by laying it out. */
export interface ExplanationPaper {
  readonly title: string
  readonly language: Language
  readonly say: Say
  readonly at: Date
  readonly foot: string
  /** Whose result it is and by which rules; always printed. */
  readonly head: readonly Content[]
  /** The result with what is missing, then the reasons in the order of reading, under a heading for each layer where there are two. */
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
  const writer: LineWriter = { say, language, nameOf: (id) => memberTitle(assembly, members, id)[language], veil: openly ? unveiled : veiled(assembly, row.answers) }
  return {
    title: say('explanation'),
    language,
    say,
    at: row.updated_at,
    foot: recordLine(say, row),
    head: [
      ...administrativeHead({ say, unit, day: sent ? day : undefined, size: headSize }),
      paperTitle(say('explanation'), submission.form.form.title[language], headSize + 2),
      submissionFacts({ say, language, assembly }, submission),
    ],
    parts: [
      { heading: sent ? say('sentAt', { day: formatDay(day) }) : say('soFar'), lines: resultLines({ say, language, members, assembly, places, masked: !openly && hasSensitive(assembly, row.answers) }, layers) },
      ...layers.map((layer, index) => ({
        heading: layers.length === 1 ? say('why') : `${say('why')}: ${titleOfLayer(layer.assembly, places)[language]}`,
        lines: layer.explanations.flatMap((node, at) => (index > 0 && isSameIn(layers[0], node) ? [sameLine(writer, node, titleOfLayer(assembly, places)[language])] : linesOf(writer, node, at === 0))),
      })),
    ],
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
