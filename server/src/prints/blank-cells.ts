import { codesOn, type FormPaper, type PrintedQuestion } from './form-paper.ts'
import type { Content, TableCell } from './print-engine.ts'

/** A form to be filled by hand on a day. */
export interface BlankForm extends FormPaper {
  /** ISO day whose code lists are printed. */
  readonly at: string
  /** Rows for members. */
  readonly members: number
}

/** To be crossed by hand. */
export const emptyBox = '□'

/** A box to cross, and its words, which stay together. */
const box = (words: string): string => `${emptyBox}\u00A0${words.normalize('NFC')}`

/** Longer lists are not printed: what is chosen is written in words. */
export const mostCodes = 24

/** As many choices as are printed as boxes inside a narrow cell. */
const fewCodes = 2

/** Whether the answer is the number of an entry written out beneath the table. */
export const isNumbered = (paper: BlankForm, question: PrintedQuestion): boolean => {
  const { length } = codesOn(paper.assembly, question, paper.at)
  return length > fewCodes && length <= mostCodes
}

/** Where something is written, as long as the cell is wide. */
const ruledLine = (width: number): Content => ({ canvas: [{ type: 'line', x1: 0, y1: 17, x2: width, y2: 17, lineWidth: 0.6, dash: { length: 1, space: 2 } }] })

const dayBlank = '……… / ……… / ……………'

/** A question to which the answers are crossed has these, in the order of its list. */
export const choicesToCross = (paper: BlankForm, question: PrintedQuestion): readonly string[] =>
  question.kind === 'yes-no' ? [paper.say('yes'), paper.say('no')] : codesOn(paper.assembly, question, paper.at).map(({ title }) => title[paper.language].normalize('NFC'))

const boxesOf = (paper: BlankForm, question: PrintedQuestion): readonly string[] =>
  choicesToCross(paper, question).map(box)

/** What stands in the answer cell of a question of the household. */
export const blankAnswer = (paper: BlankForm, question: PrintedQuestion, width: number, lines = 1): TableCell => {
  const { kind, unit } = question
  if (kind === 'yes-no' || kind === 'choice' || kind === 'choices') return choiceAnswer(paper, question, width)
  if (kind === 'date') return { text: dayBlank, margin: [0, 5, 0, 3] }
  if (kind === 'personal-number') return { text: Array.from({ length: 12 }, () => '□').join(' '), fontSize: 13, margin: [0, 2, 0, 0] }
  if (kind === 'text') return { stack: Array.from({ length: lines }, () => ruledLine(width)) }
  if (unit === '') return ruledLine(width)
  return { columns: [{ stack: [ruledLine(width - unitWidth)], width: width - unitWidth }, { text: unit, width: '*', margin: [4, 6, 0, 2] }] }
}

const unitWidth = 92

/** Boxes of fewer letters stand in one line, and so few one under another. */
const inlineLength = 36
const oneColumn = 4

const choiceAnswer = (paper: BlankForm, question: PrintedQuestion, width: number): TableCell => {
  const boxes = boxesOf(paper, question)
  const several: Content[] = question.kind === 'choices' ? [{ text: `(${paper.say('several')})`, italics: true, fontSize: 9 }] : []
  if (boxes.length > mostCodes) return { stack: [ruledLine(width), { text: `(${paper.say('inWords')})`, italics: true, fontSize: 9 }] }
  if (boxes.join('').length < inlineLength) return { stack: [{ text: boxes.join('        '), margin: [0, 3, 0, 3] }, ...several] }
  const half = boxes.length > oneColumn ? Math.ceil(boxes.length / 2) : boxes.length
  return { stack: [{ columns: [boxes.slice(0, half), boxes.slice(half)].filter((part) => part.length > 0).map((part) => ({ stack: [...part], width: '*' })), columnGap: 6, fontSize: 10 }, ...several] }
}

/** What stands in the cell of a member: boxes where they are few, room to write elsewhere. */
export const blankMemberCell = (paper: BlankForm, question: PrintedQuestion): TableCell => {
  const few = question.kind === 'yes-no' || (question.kind === 'choice' && codesOn(paper.assembly, question, paper.at).length <= fewCodes)
  return few ? { stack: [...boxesOf(paper, question)], margin: [0, 1, 0, 0] } : ''
}
