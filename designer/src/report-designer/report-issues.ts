import type { Issue, ReportColumn, ReportDocument, RowBlock } from '@tieuchi/runtime'

type Placed = Pick<Issue, 'path'>

/** What was found in a report form: of each column and block, and of the rest. */
export interface ReportIssues<Found extends Placed = Issue> {
  readonly columns: ReadonlyMap<string, readonly Found[]>
  readonly blocks: ReadonlyMap<string, readonly Found[]>
  readonly others: readonly Found[]
}

const columnAt = (columns: readonly ReportColumn[], [index, list, ...rest]: Issue['path']): string | undefined => {
  const column = columns[Number(index)]
  return column?.kind === 'group' && list === 'columns' && rest.length > 0 ? (columnAt(column.columns, rest) ?? column.id) : column?.id
}

const blockAt = (rows: readonly RowBlock[], [index, list, ...rest]: Issue['path']): string | undefined => {
  const block = rows[Number(index)]
  return block && 'rows' in block && block.rows && list === 'rows' && rest.length > 0 ? (blockAt(block.rows, rest) ?? block.id) : block?.id
}

const grouped = <Found extends Placed>(issues: readonly Found[], nameOf: (issue: Found) => string | undefined): ReadonlyMap<string, readonly Found[]> => {
  const named = issues.flatMap((issue) => {
    const name = nameOf(issue)
    return name === undefined ? [] : [{ name, issue }]
  })
  return new Map([...Map.groupBy(named, ({ name }) => name)].map(([name, all]) => [name, all.map(({ issue }) => issue)]))
}

/** What the lint found, by where it stands; its paths begin with the number of the report. */
export const reportIssues = <Found extends Placed>(report: ReportDocument, issues: readonly Found[]): ReportIssues<Found> => {
  const [columns, blocks] = [issues.filter(({ path }) => path[2] === 'columns'), issues.filter(({ path }) => path[2] === 'rows')]
  return {
    columns: grouped(columns, ({ path }) => columnAt(report.columns, path.slice(3))),
    blocks: grouped(blocks, ({ path }) => blockAt(report.rows, path.slice(3))),
    others: issues.filter((issue) => !columns.includes(issue) && !blocks.includes(issue)),
  }
}
