import type { ColumnGroup, ReportColumn } from '@tieuchi/runtime'

/** Where columns are put: into a group or, without one, right under the report; in front of one of them, or behind all. */
export interface ColumnPlace {
  readonly group?: string | undefined
  readonly before?: string | undefined
}

type Columns = readonly ReportColumn[]

/** A column as it is found: among which others it stands, and in which groups, the outermost first. */
export interface FoundColumn {
  readonly column: ReportColumn
  readonly among: Columns
  readonly within: readonly ColumnGroup[]
}

/** Every column and group, each group before what stands in it. */
export const allColumns = (columns: Columns, within: readonly ColumnGroup[] = []): readonly FoundColumn[] =>
  columns.flatMap((column) => [{ column, among: columns, within }, ...(column.kind === 'group' ? allColumns(column.columns, [...within, column]) : [])])

export const findColumn = (columns: Columns, id: string): FoundColumn | undefined => allColumns(columns).find(({ column }) => column.id === id)

/** Changes every list of columns, those of a group before the one it stands in. A group of which nothing is left is gone. */
const changeLists = (columns: Columns, change: (list: Columns, group: string | undefined) => Columns, group?: string): Columns => {
  const changed = columns.flatMap((column): Columns => {
    if (column.kind !== 'group') return [column]
    const inner = changeLists(column.columns, change, column.id)
    if (inner === column.columns) return [column]
    return inner.length === 0 ? [] : [{ ...column, columns: inner }]
  })
  const same = changed.length === columns.length && changed.every((column, index) => column === columns[index])
  return change(same ? columns : changed, group)
}

const putInto = (list: Columns, before: string | undefined, added: Columns): Columns => {
  const at = list.findIndex(({ id }) => id === before)
  return at === -1 ? [...list, ...added] : list.toSpliced(at, 0, ...added)
}

export const insertColumns = (columns: Columns, { group, before }: ColumnPlace, added: Columns): Columns =>
  changeLists(columns, (list, of) => (of === group ? putInto(list, before, added) : list))

export const removeColumns = (columns: Columns, ids: readonly string[]): Columns =>
  changeLists(columns, (list) => (list.some(({ id }) => ids.includes(id)) ? list.filter(({ id }) => !ids.includes(id)) : list))

/** The columns that were chosen, in their order, without those that go along with their group. */
export const chosenColumns = (columns: Columns, ids: readonly string[]): Columns =>
  allColumns(columns).filter(({ column, within }) => ids.includes(column.id) && !within.some(({ id }) => ids.includes(id))).map(({ column }) => column)

/** Nothing is put into itself. */
export const moveColumns = (columns: Columns, ids: readonly string[], { group, before }: ColumnPlace): Columns => {
  const moved = chosenColumns(columns, ids)
  const goesIntoItself = moved.some((column) => allColumns([column]).some(({ column: { id } }) => id === group || id === before))
  if (moved.length === 0 || goesIntoItself) return columns
  return changeLists(columns, (list, of) => {
    const left = list.some((column) => moved.includes(column)) ? list.filter((column) => !moved.includes(column)) : list
    return of === group ? putInto(left, before, moved) : left
  })
}

/** A column as it is from now on, under the id it has. */
export const replaceColumn = (columns: Columns, next: ReportColumn): Columns => changeLists(columns, (list) => (list.some(({ id }) => id === next.id) ? list.map((column) => (column.id === next.id ? next : column)) : list))

/** Columns that stand beside one another under one head. */
export const groupColumns = (columns: Columns, ids: readonly string[], group: Omit<ColumnGroup, 'columns' | 'kind'>): Columns =>
  changeLists(columns, (list) => {
    const chosen = list.filter(({ id }) => ids.includes(id))
    const first = list.findIndex(({ id }) => ids.includes(id))
    return chosen.length === 0 ? list : list.filter(({ id }) => !ids.includes(id)).toSpliced(first, 0, { kind: 'group', ...group, columns: chosen })
  })

export const ungroupColumns = (columns: Columns, id: string): Columns =>
  changeLists(columns, (list) => (list.some((column) => column.id === id) ? list.flatMap((column) => (column.id === id && column.kind === 'group' ? column.columns : [column])) : list))
