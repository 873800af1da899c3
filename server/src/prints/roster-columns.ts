import { itemsOf, visibleConditions, type AttachmentItem, type Condition, type FactItem, type FieldItem, type FieldKind, type RosterItem } from '@tieuchi/runtime'
import { conditionsOf, factLabel, paragraphsOf, questionOf, type FormPaper, type PrintedQuestion } from './form-paper.ts'
import { aroundColumn, type Content } from './print-engine.ts'

/** What is asked, shown or attached of each member. */
export type RosterEntry =
  | { readonly kind: 'question'; readonly item: FieldItem; readonly question: PrintedQuestion }
  | { readonly kind: 'fact'; readonly item: FactItem }
  | { readonly kind: 'attachment'; readonly item: AttachmentItem }

/** It as a column, with its number in the form and its width in points. */
export interface RosterColumn {
  readonly entry: RosterEntry
  readonly label: string
  /** On what it is filled in at all. */
  readonly conditions: readonly Condition[]
  readonly number: number
  readonly width: number
}

/** As many rows of members stand on one page with all that belongs to them. */
export const wholeTable = 12

/** Room a column needs for its answers and the words of its head. */
const leastWidth: Readonly<Record<FieldKind, number>> = { text: 92, number: 56, date: 56, 'yes-no': 50, choice: 72, choices: 92, 'personal-number': 70 }
const factWidth = 72
const attachmentWidth = 92

/** The texts to read before the members, wherever they stand among the questions. */
export const rosterTexts = (paper: FormPaper, roster: RosterItem): readonly Content[] =>
  itemsOf(paper.form.form).flatMap(({ item, within }) => (item.kind === 'text' && within.includes(roster) ? paragraphsOf(paper, item) : []))

/** The questions, facts and attachments of a roster over as few tables as fit the room, about equally wide, each filling it. */
export const splitColumns = (paper: FormPaper, roster: RosterItem, roomOf: (table: number) => number): readonly (readonly RosterColumn[])[] => {
  const columns = columnsOf(paper, roster)
  const tables = fill(columns, roomOf, Number.POSITIVE_INFINITY)
  const share = sum(columns) / tables.length
  const even = fill(columns, roomOf, share)
  return (even.length > tables.length ? tables : even).map((table, index) => widened(table, roomOf(index)))
}

const columnsOf = (paper: FormPaper, roster: RosterItem): readonly RosterColumn[] =>
  itemsOf(paper.form.form)
    .filter(({ within }) => within.includes(roster))
    .flatMap(({ item, within }): readonly Omit<RosterColumn, 'number'>[] => {
      const around = visibleConditions({ item, within: within.slice(within.indexOf(roster)) })
      if (item.kind === 'fact') return [{ entry: { kind: 'fact', item }, label: factLabel(paper, item), conditions: around, width: factWidth }]
      if (item.kind === 'attachment') return [{ entry: { kind: 'attachment', item }, label: item.title[paper.language], conditions: around, width: attachmentWidth }]
      if (item.kind !== 'field') return []
      const question = questionOf(paper, item.field, item.label)
      return [{ entry: { kind: 'question', item, question }, label: question.label, conditions: [...conditionsOf(paper, { kind: 'field', field: item.field }), ...around], width: leastWidth[question.kind] }]
    })
    .map((column, index) => ({ ...column, number: index + 1 }))

const sum = (columns: readonly RosterColumn[]): number => columns.reduce((width, column) => width + column.width + aroundColumn, 0)

/** Begins another table where the next column does not fit, or where most of it would lie beyond the share. */
const fill = (columns: readonly RosterColumn[], roomOf: (table: number) => number, share: number): readonly (readonly RosterColumn[])[] => {
  const tables: RosterColumn[][] = [[]]
  for (const column of columns) {
    const last = tables.at(-1) ?? []
    const width = sum([...last, column])
    const full = last.length > 0 && (width > roomOf(tables.length - 1) || width - (column.width + aroundColumn) / 2 > share)
    if (full) tables.push([column])
    else last.push(column)
  }
  return tables
}

const widened = (columns: readonly RosterColumn[], room: number): readonly RosterColumn[] => {
  const factor = (room - columns.length * aroundColumn) / (sum(columns) - columns.length * aroundColumn)
  return columns.map((column) => ({ ...column, width: Math.floor(column.width * factor * 10) / 10 }))
}
