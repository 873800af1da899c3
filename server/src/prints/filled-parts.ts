import { memberTitle, questionsWithin, type Answer, type Answers, type AttachmentItem, type FactItem, type FieldItem, type FormState, type MemberAnswers, type RosterItem } from '@tieuchi/runtime'
import { answerText, factLabel, questionOf, type FormPaper, type PrintedQuestion } from './form-paper.ts'
import { aroundColumn, gridTable, type Content, type ContentTable, type TableCell } from './print-engine.ts'
import { formWidth } from './form-sheet.ts'
import { rosterTexts, splitColumns, wholeTable, type RosterColumn } from './roster-columns.ts'
import { maskedText } from './sensitive-answers.ts'
import type { FormParts } from './section-part.ts'

/** A file by its name, where it is attached. */
interface AttachedFile {
  readonly item: string
  readonly member: string | null
  readonly name: string
}

/** What stands in the form, and how much of it may be read. */
export interface FilledForm extends FormPaper {
  readonly answers: { readonly household: Answers; readonly members: readonly MemberAnswers[] }
  /** Questions that do not apply or are not shown, as `formState` names them. */
  readonly hidden: ReadonlySet<string>
  /** The facts the form shows, named in the same way. */
  readonly facts: FormState['facts']
  readonly attachments: readonly AttachedFile[]
  /** Whether sensitive answers are printed as they are. */
  readonly openly: boolean
}

/** The parts of a form with the answers in them. */
export const filledParts = (paper: FilledForm): FormParts => ({
  household: (items, first) => [householdTable(paper, items, first)],
  matrix: ({ items }, first) => [householdTable(paper, items, first)],
  fact: (item) => ({ text: [`${factLabel(paper, item)}: `, { text: shownFact(paper, 'household', item), bold: true }], margin: [0, 4, 0, 4] }),
  attachment: (item) => ({ text: [`${item.title[paper.language]}: `, attachedText(paper, item)], margin: [0, 4, 0, 4] }),
  roster: (roster) => [...rosterTexts(paper, roster), ...rosterTables(paper, roster)],
  onlyWhen: () => undefined,
  isHidden: (name) => paper.hidden.has(name),
})

const written = (paper: FilledForm, question: PrintedQuestion, answer: Answer): string =>
  question.schema['x-sensitive'] === true && !paper.openly ? maskedText(paper.say, question, answer) : answerText(paper, question, answer)

const namesAttached = ({ attachments }: FilledForm, { id }: AttachmentItem, member: string | null): string =>
  attachments.filter((file) => file.item === id && file.member === member).map(({ name }) => name.normalize('NFC')).join('; ')

const attachedText = (paper: FilledForm, item: AttachmentItem): Content => {
  const names = namesAttached(paper, item, null)
  return names === '' ? { text: paper.say('noFile'), italics: true } : { text: names, bold: true }
}

const shownFact = ({ facts, language }: FilledForm, whose: string, { id }: FactItem): string => facts[`${whose}.${id}`]?.[language].normalize('NFC') ?? ''

const numberWidth = 24
const answerWidth = 215

const householdTable = (paper: FilledForm, items: readonly FieldItem[], first: number): Content => gridTable({
  widths: [numberWidth, '*', answerWidth],
  head: [[headCell(paper.say('number')), headCell(paper.say('question')), headCell(paper.say('answer'))]],
  rows: items.map(({ field, label }, index) => {
    const question = questionOf(paper, field, label)
    return [{ text: String(first + index), alignment: 'center' }, question.label, householdAnswer(paper, question)]
  }),
})

const householdAnswer = (paper: FilledForm, question: PrintedQuestion): TableCell => {
  const answer = paper.answers.household[question.field]
  if (paper.hidden.has(`household.${question.field}`)) return { text: paper.say('notApplicable'), italics: true }
  return answer === undefined ? { text: paper.say('notAnswered'), italics: true } : { text: written(paper, question, answer), bold: true }
}

export const headCell = (text: string): TableCell => ({ text, bold: true, alignment: 'center' })

const nameWidth = 92

/** One row per member in each table; a table without the name among its questions repeats it. */
const rosterTables = (paper: FilledForm, roster: RosterItem): readonly Content[] => {
  const { members } = paper.answers
  if (members.length === 0) return [{ text: paper.say('noMembers'), italics: true }]
  const named = (table: number) => table === 0 && questionsWithin(roster)[0]?.field === paper.assembly.common.register.name
  const room = (table: number) => formWidth - numberWidth - aroundColumn - (named(table) ? 0 : nameWidth + aroundColumn)
  const tables = splitColumns(paper, roster, room).map((columns, table): Content => ({ unbreakable: members.length <= wholeTable, stack: [memberTable(paper, columns, !named(table))], fontSize: 9, margin: [0, table === 0 ? 0 : 6, 0, 0] }))
  return [...tables, { text: paper.say('rosterKey'), italics: true, fontSize: 8.5, margin: [0, 2, 0, 0] }]
}

const memberTable = (paper: FilledForm, columns: readonly RosterColumn[], withName: boolean): ContentTable => {
  const name = (cell: TableCell): readonly TableCell[] => (withName ? [cell] : [])
  return gridTable({
    widths: [numberWidth, ...(withName ? [nameWidth] : []), ...columns.map(({ width }) => width)],
    head: [
      [headCell(paper.say('number')), ...name(headCell(paper.say('name'))), ...columns.map(({ label }) => headCell(label))],
      ['', ...name(''), ...columns.map(({ number }): TableCell => ({ text: `(${number})`, alignment: 'center', italics: true }))],
    ],
    rows: paper.answers.members.map((member, index) => [
      { text: String(index + 1), alignment: 'center' },
      ...name(memberTitle(paper.assembly, paper.answers.members, member.id)[paper.language]),
      ...columns.map((column): TableCell => memberCell(paper, column, member)),
    ]),
  })
}

const memberCell = (paper: FilledForm, { entry }: RosterColumn, member: MemberAnswers): TableCell => {
  const whose = `members.${member.id}`
  if (paper.hidden.has(`${whose}.${entry.kind === 'question' ? entry.item.field : entry.item.id}`)) return { text: '–', alignment: 'center' }
  if (entry.kind === 'fact') return shownFact(paper, whose, entry.item)
  if (entry.kind === 'attachment') return namesAttached(paper, entry.item, member.id)
  const { question } = entry
  const answer = member[question.field]
  return answer === undefined ? '' : { text: written(paper, question, answer), alignment: question.kind === 'number' ? 'right' : 'left' }
}
