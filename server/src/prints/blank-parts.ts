import type { AttachmentItem, FactItem, FieldItem, RosterItem } from '@tieuchi/runtime'
import { blankAnswer, blankMemberCell, emptyBox, isNumbered, mostCodes, type BlankForm } from './blank-cells.ts'
import { blankMatrix } from './blank-matrix.ts'
import { headCell } from './filled-parts.ts'
import { codesOn, conditionText, factLabel, questionOf, type PrintedQuestion } from './form-paper.ts'
import { formWidth } from './form-sheet.ts'
import { aroundColumn, gridTable, type Content, type TableCell } from './print-engine.ts'
import { questionCell, remarksOf, required } from './question-cell.ts'
import { rosterTexts, splitColumns, wholeTable, type RosterColumn } from './roster-columns.ts'
import type { FormParts } from './section-part.ts'

const numberWidth = 24
const answerWidth = 248
const memberRowHeight = 24

/** The parts of a form with room for answers, and when each question is asked. */
export const blankParts = (paper: BlankForm): FormParts => ({
  household: (items, first) => [householdTable(paper, items, first)],
  matrix: ({ items }, first) => [blankMatrix(paper, items, first) ?? householdTable(paper, items, first)],
  fact: (item) => ({ text: [`${factLabel(paper, item)}: ………………………………`, ...factHelp(paper, item)], margin: [0, 4, 0, 4] }),
  attachment: (item) => attachmentLine(paper, item),
  roster: (roster) => [...rosterTexts(paper, roster), ...rosterTables(paper, roster)],
  onlyWhen: (visible) => sentence(visible && conditionText(paper, [visible])),
  isHidden: () => false,
})

const sentence = (text: string | undefined): string | undefined => (text === undefined ? undefined : `${text}.`)

const factHelp = ({ language }: BlankForm, { help }: FactItem): readonly Content[] => (help ? [{ text: ` ${help[language]}`, italics: true, fontSize: 9 }] : [])

/** To be crossed once the file lies with the form. */
const attachmentLine = (paper: BlankForm, item: AttachmentItem): Content => {
  const remarks = remarksOf(paper, item.help, item.visible ? [item.visible] : [])
  return { text: [`${emptyBox}\u00A0${item.title[paper.language]}${required(item)}`, ...remarks.map((remark) => ({ text: ` ${remark}`, italics: true, fontSize: 9 }))], margin: [0, 4, 0, 4] }
}

const householdTable = (paper: BlankForm, items: readonly FieldItem[], first: number): Content => gridTable({
  widths: [numberWidth, '*', answerWidth],
  head: [[headCell(paper.say('number')), headCell(paper.say('question')), headCell(paper.say('answer'))]],
  rows: items.map((item, index) => {
    const question = questionOf(paper, item.field, item.label)
    return [{ text: String(first + index), alignment: 'center' }, questionCell(paper, item, question), blankAnswer(paper, question, answerWidth - 4, item.lines)]
  }),
})

const rosterTables = (paper: BlankForm, roster: RosterItem): readonly Content[] => {
  const tables = splitColumns(paper, roster, () => formWidth - numberWidth - aroundColumn)
  return tables.map((columns, table): Content => ({
    unbreakable: paper.members <= wholeTable,
    fontSize: 9,
    stack: [
      ...(table === 0 ? [] : [{ text: `${paper.say('membersGoOn')}:`, italics: true, margin: [0, 6, 0, 2], headlineLevel: 1 } satisfies Content]),
      memberTable(paper, columns),
      { stack: [...notesOf(paper, columns)], margin: [0, 2, 0, 0] },
    ],
  }))
}

const memberTable = (paper: BlankForm, columns: readonly RosterColumn[]): Content => gridTable({
  widths: [numberWidth, ...columns.map(({ width }) => width)],
  head: [
    [headCell(paper.say('number')), ...columns.map((column) => columnHead(paper, column))],
    ['', ...columns.map(({ number }): TableCell => ({ text: `(${number})`, alignment: 'center', italics: true }))],
  ],
  rows: Array.from({ length: paper.members }, (_row, index) => [{ text: String(index + 1), alignment: 'center' }, ...columns.map((column) => memberCell(paper, column))]),
  rowHeight: memberRowHeight,
})

const memberCell = (paper: BlankForm, { entry }: RosterColumn): TableCell => {
  if (entry.kind === 'question') return blankMemberCell(paper, entry.question)
  return entry.kind === 'attachment' ? { text: emptyBox, alignment: 'center' } : ''
}

const columnHead = (paper: BlankForm, { label, entry }: RosterColumn): TableCell => {
  const way = entry.kind === 'question' ? wayToWrite(paper, entry.question) : ''
  return { alignment: 'center', stack: [{ text: label + (entry.kind === 'fact' ? '' : required(entry.item)), bold: true }, ...(way === '' ? [] : [{ text: `(${way})`, italics: true, fontSize: 8 }])] }
}

const wayToWrite = (paper: BlankForm, question: PrintedQuestion): string => {
  if (isNumbered(paper, question)) return paper.say('code')
  return codesOn(paper.assembly, question, paper.at).length > mostCodes ? paper.say('inWords') : question.unit
}

/** Under a table: the codes to write, and what holds for its columns, those of one remark together. */
const notesOf = (paper: BlankForm, columns: readonly RosterColumn[]): readonly Content[] => {
  const inOrder = columns.flatMap((column) => remarksOfColumn(paper, column).map((remark) => ({ remark, number: column.number })))
  return [...Map.groupBy(inOrder, ({ remark }) => remark)].map(([remark, those]) => ({ text: [{ text: those.map(({ number }) => `(${number})`).join(', '), bold: true }, ` ${remark}`] }))
}

const remarksOfColumn = (paper: BlankForm, { entry, conditions }: RosterColumn): readonly string[] => {
  if (entry.kind !== 'question') return remarksOf(paper, entry.item.help, conditions)
  const { item, question } = entry
  return [...(isNumbered(paper, question) ? [codeRemark(paper, question)] : []), ...remarksOf(paper, item.help ?? question.schema['x-help'], conditions)]
}

const codeRemark = (paper: BlankForm, question: PrintedQuestion): string => {
  const entries = codesOn(paper.assembly, question, paper.at).map(({ title }, index) => `${index + 1}.\u00A0${title[paper.language]}`)
  return `${question.label}: ${entries.join('; ')}.${question.kind === 'choices' ? ` (${paper.say('several')})` : ''}`
}
