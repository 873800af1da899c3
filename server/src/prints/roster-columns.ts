import { questionsWithin, type FieldKind, type RosterItem } from '@tieuchi/runtime'
import { questionOf, type FormPaper, type PrintedQuestion } from './form-paper.ts'
import { aroundColumn } from './print-engine.ts'

/** A question about members as a column, with its number in the form and its width in points. */
export interface RosterColumn extends PrintedQuestion {
  readonly number: number
  readonly width: number
}

/** As many rows of members stand on one page with all that belongs to them. */
export const wholeTable = 12

/** Room a column needs for its answers and the words of its head. */
const leastWidth: Readonly<Record<FieldKind, number>> = { text: 92, number: 56, date: 56, 'yes-no': 50, choice: 72, choices: 92, 'personal-number': 70 }

/** The questions of a roster over as few tables as fit the room, about equally wide, each filling it. */
export const splitColumns = (paper: FormPaper, roster: RosterItem, roomOf: (table: number) => number): readonly (readonly RosterColumn[])[] => {
  const columns = questionsWithin(roster).map(({ field }, index) => {
    const question = questionOf(paper, field)
    return { ...question, number: index + 1, width: leastWidth[question.kind] }
  })
  const tables = fill(columns, roomOf, Number.POSITIVE_INFINITY)
  const share = sum(columns) / tables.length
  const even = fill(columns, roomOf, share)
  return (even.length > tables.length ? tables : even).map((table, index) => widened(table, roomOf(index)))
}

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
