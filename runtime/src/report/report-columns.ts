import type { LeafColumn, ReportColumn, ReportDocument, RowBlock } from '../documents/report-document.ts'

type Path = readonly (string | number)[]

/** A column that has cells, with where it stands and the groups it stands in. */
export interface PlacedColumn {
  readonly column: LeafColumn
  readonly path: Path
}

const leaves = (columns: readonly ReportColumn[], path: Path): readonly PlacedColumn[] =>
  columns.flatMap((column, index) => (column.kind === 'group' ? leaves(column.columns, [...path, index, 'columns']) : [{ column, path: [...path, index] }]))

/** The columns that have cells, from the left to the right. */
export const leafColumns = ({ columns }: Pick<ReportDocument, 'columns'>, path: Path = []): readonly PlacedColumn[] => leaves(columns, [...path, 'columns'])

/** A block of rows, with where it stands and the blocks it stands in, the outermost first. */
export interface PlacedBlock {
  readonly block: RowBlock
  readonly path: Path
  readonly within: readonly RowBlock[]
}

const below = (rows: readonly RowBlock[], path: Path, within: readonly RowBlock[]): readonly PlacedBlock[] =>
  rows.flatMap((block, index) => {
    const at = [...path, index]
    return [{ block, path: at, within }, ...('rows' in block && block.rows ? below(block.rows, [...at, 'rows'], [...within, block]) : [])]
  })

/** Every block of rows, each before those within it. */
export const blocksOf = ({ rows }: Pick<ReportDocument, 'rows'>, path: Path = []): readonly PlacedBlock[] => below(rows, [...path, 'rows'], [])
