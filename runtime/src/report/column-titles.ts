import type { ReportColumn, ReportDocument } from '../documents/report-document.ts'
import type { Text } from '../documents/text.ts'

interface Titled {
  readonly id: string
  /** Of the groups it stands in and its own, the outermost first. */
  readonly titles: readonly Text[]
}

const titled = (columns: readonly ReportColumn[], above: readonly Text[]): readonly Titled[] =>
  columns.flatMap((column) => {
    const titles = [...above, column.title]
    return column.kind === 'group' ? titled(column.columns, titles) : [{ id: column.id, titles }]
  })

const joined = (titles: readonly Text[]): Text => ({ vi: titles.map(({ vi }) => vi).join(' – '), en: titles.map(({ en }) => en).join(' – ') })

const numbered = ({ vi, en }: Text, number: number): Text => ({ vi: `${vi} (${number})`, en: `${en} (${number})` })

/** Columns that have the whole title of one before them, with that title. */
export const columnsAlike = ({ columns }: Pick<ReportDocument, 'columns'>): ReadonlyMap<string, Text> =>
  new Map([...Map.groupBy(titled(columns, []), ({ titles }) => joined(titles).vi).values()].flatMap(([, ...again]) => again.map(({ id, titles }) => [id, joined(titles)] as const)))

/** What the columns of a report are called where they stand alone: by their title; by those of their groups too where several have the same. */
export const columnTitles = ({ columns }: Pick<ReportDocument, 'columns'>): ReadonlyMap<string, Text> => {
  const all = titled(columns, [])
  const own = Map.groupBy(all, ({ titles }) => joined(titles.slice(-1)).vi)
  const whole = Map.groupBy(all, ({ titles }) => joined(titles).vi)
  return new Map(all.map((column) => {
    const { id, titles } = column
    if (own.get(joined(titles.slice(-1)).vi)?.length === 1) return [id, joined(titles.slice(-1))]
    const alike = whole.get(joined(titles).vi) ?? []
    return [id, alike.length > 1 ? numbered(joined(titles), alike.indexOf(column) + 1) : joined(titles)]
  }))
}
