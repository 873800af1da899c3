import { questionsWithin, type FieldItem, type RosterItem } from '@tieuchi/runtime'
import { blankAnswer, blankMemberCell, isNumbered, mostCodes, type BlankForm } from './blank-cells.ts'
import { headCell } from './filled-parts.ts'
import { codesOn, conditionText, questionOf, type PrintedQuestion } from './form-paper.ts'
import { formWidth } from './form-sheet.ts'
import { aroundColumn, gridTable, type Content, type TableCell } from './print-engine.ts'
import { splitColumns, wholeTable, type RosterColumn } from './roster-columns.ts'
import type { FormParts } from './section-part.ts'

const numberWidth = 24
const answerWidth = 248
const memberRowHeight = 24

/** The parts of a form with room for answers, and when each question is asked. */
export const blankParts = (paper: BlankForm): FormParts => ({
  household: (items, first) => [gridTable({
    widths: [numberWidth, '*', answerWidth],
    head: [[headCell(paper.say('number')), headCell(paper.say('question')), headCell(paper.say('answer'))]],
    rows: items.map((item, index) => {
      const question = questionOf(paper, item.field)
      return [{ text: String(first + index), alignment: 'center' }, questionCell(paper, item, question), blankAnswer(paper, question, answerWidth - 4)]
    }),
  })],
  roster: (roster) => rosterTables(paper, roster),
})

const remarksOf = (paper: BlankForm, item: FieldItem, { schema }: PrintedQuestion): readonly string[] =>
  [(item.help ?? schema['x-help'])?.[paper.language], conditionText(paper, item)].flatMap((remark) => (remark === undefined ? [] : [/[.;!?]$/.test(remark) ? remark : `${remark}.`]))

const required = ({ required: must }: FieldItem): string => (must ? ' (*)' : '')

const questionCell = (paper: BlankForm, item: FieldItem, question: PrintedQuestion): TableCell =>
  ({ stack: [question.label + required(item), ...remarksOf(paper, item, question).map((remark) => ({ text: remark, italics: true, fontSize: 9 }))] })

const rosterTables = (paper: BlankForm, roster: RosterItem): readonly Content[] => {
  const tables = splitColumns(paper, roster, () => formWidth - numberWidth - aroundColumn)
  return tables.map((columns, table): Content => ({
    unbreakable: paper.members <= wholeTable,
    fontSize: 9,
    stack: [
      ...(table === 0 ? [] : [{ text: `${paper.say('membersGoOn')}:`, italics: true, margin: [0, 6, 0, 2], headlineLevel: 1 } satisfies Content]),
      memberTable(paper, roster, columns),
      { stack: [...notesOf(paper, roster, columns)], margin: [0, 2, 0, 0] },
    ],
  }))
}

const memberTable = (paper: BlankForm, roster: RosterItem, columns: readonly RosterColumn[]): Content => gridTable({
  widths: [numberWidth, ...columns.map(({ width }) => width)],
  head: [
    [headCell(paper.say('number')), ...columns.map((column) => columnHead(paper, column, questionsWithin(roster)[column.number - 1]))],
    ['', ...columns.map(({ number }): TableCell => ({ text: `(${number})`, alignment: 'center', italics: true }))],
  ],
  rows: Array.from({ length: paper.members }, (_row, index) => [{ text: String(index + 1), alignment: 'center' }, ...columns.map((column) => blankMemberCell(paper, column))]),
  rowHeight: memberRowHeight,
})

const columnHead = (paper: BlankForm, column: RosterColumn, item: FieldItem | undefined): TableCell => {
  const way = isNumbered(paper, column) ? paper.say('code') : codesOn(paper.assembly, column, paper.at).length > mostCodes ? paper.say('inWords') : column.unit
  return { alignment: 'center', stack: [{ text: column.label + (item ? required(item) : ''), bold: true }, ...(way === '' ? [] : [{ text: `(${way})`, italics: true, fontSize: 8 }])] }
}

/** Under a table: the codes to write, and what holds for its columns, those of one remark together. */
const notesOf = (paper: BlankForm, roster: RosterItem, columns: readonly RosterColumn[]): readonly Content[] => {
  const items = questionsWithin(roster)
  const codes = columns.filter((column) => isNumbered(paper, column)).map((column) => ({ remark: codeRemark(paper, column), number: column.number }))
  const remarks = columns.flatMap((column) => {
    const item = items[column.number - 1]
    return item ? remarksOf(paper, item, column).map((remark) => ({ remark, number: column.number })) : []
  })
  const inOrder = [...codes, ...remarks].toSorted((a, b) => a.number - b.number)
  return [...Map.groupBy(inOrder, ({ remark }) => remark)].map(([remark, those]) => ({ text: [{ text: those.map(({ number }) => `(${number})`).join(', '), bold: true }, ` ${remark}`] }))
}

const codeRemark = (paper: BlankForm, column: PrintedQuestion): string => {
  const entries = codesOn(paper.assembly, column, paper.at).map(({ title }, index) => `${index + 1}.\u00A0${title[paper.language]}`)
  return `${column.label}: ${entries.join('; ')}.${column.kind === 'choices' ? ` (${paper.say('several')})` : ''}`
}
