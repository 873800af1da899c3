import type { FieldItem } from '@tieuchi/runtime'
import { choicesToCross, emptyBox, type BlankForm } from './blank-cells.ts'
import { headCell } from './filled-parts.ts'
import { questionOf } from './form-paper.ts'
import { gridTable, type ContentTable, type TableCell } from './print-engine.ts'
import { questionCell } from './question-cell.ts'

/** More choices than these leave no room for the words of the questions. */
const mostColumns = 6

const numberWidth = 24
const choicesWidth = 312
const widestChoice = 78

const boxCell = (): TableCell => ({ text: emptyBox, fontSize: 13, alignment: 'center' })

/** Questions with the same choices as a table with a box to cross for each; undefined where their choices make no columns. */
export const blankMatrix = (paper: BlankForm, items: readonly FieldItem[], first: number): ContentTable | undefined => {
  const rows = items.map((item) => ({ item, question: questionOf(paper, item.field, item.label) }))
  const [choices = [], ...others] = rows.map(({ question }) => choicesToCross(paper, question))
  if (choices.length === 0 || choices.length > mostColumns || others.some((other) => other.join('\n') !== choices.join('\n'))) return undefined
  const width = Math.min(widestChoice, choicesWidth / choices.length)
  return gridTable({
    widths: [numberWidth, '*', ...choices.map(() => width)],
    head: [[headCell(paper.say('number')), headCell(paper.say('question')), ...choices.map((choice) => headCell(choice))]],
    rows: rows.map(({ item, question }, index) => [{ text: String(first + index), alignment: 'center' }, questionCell(paper, item, question), ...choices.map(boxCell)]),
  })
}
