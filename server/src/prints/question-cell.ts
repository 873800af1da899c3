import type { Condition, FieldItem, Text } from '@tieuchi/runtime'
import type { BlankForm } from './blank-cells.ts'
import { conditionsOf, conditionText, type PrintedQuestion } from './form-paper.ts'
import type { TableCell } from './print-engine.ts'

/** Behind the words of a question that must be answered. */
export const required = ({ required: must }: Pick<FieldItem, 'required'>): string => (must ? ' (*)' : '')

/** What is said of a question on a form to be filled by hand: its help, and when it is asked, each a sentence. */
export const remarksOf = (paper: BlankForm, help: Text | undefined, conditions: readonly Condition[]): readonly string[] =>
  [help?.[paper.language], conditionText(paper, conditions)].flatMap((remark) => (remark === undefined ? [] : [/[.;!?]$/.test(remark) ? remark : `${remark}.`]))

/** The words of a question with what is said of it. */
export const questionCell = (paper: BlankForm, item: FieldItem, question: PrintedQuestion): TableCell => {
  const remarks = remarksOf(paper, item.help ?? question.schema['x-help'], conditionsOf(paper, item))
  return { stack: [question.label + required(item), ...remarks.map((remark) => ({ text: remark, italics: true, fontSize: 9 }))] }
}
