/** A cell by its place among the rows and columns that are shown. */
export interface Position {
  readonly row: number
  readonly column: number
}

/** What is selected: from where it began to where the keys stand. */
export interface Selection {
  readonly anchor: Position
  readonly head: Position
}

export interface GridSize {
  readonly rows: number
  readonly columns: number
}

export interface Rectangle {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export const at = (row: number, column: number): Selection => ({ anchor: { row, column }, head: { row, column } })

export const rectangleOf = ({ anchor, head }: Selection): Rectangle => ({
  top: Math.min(anchor.row, head.row), left: Math.min(anchor.column, head.column), bottom: Math.max(anchor.row, head.row), right: Math.max(anchor.column, head.column),
})

export const rangeOf = (from: number, to: number): readonly number[] => Array.from({ length: Math.max(0, to - from + 1) }, (_each, index) => from + index)

const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value))

/** The same selection where the grid has become smaller. */
export const clamped = ({ anchor, head }: Selection, { rows, columns }: GridSize): Selection => {
  const place = ({ row, column }: Position): Position => ({ row: within(row, rows), column: within(column, columns) })
  return { anchor: place(anchor), head: place(head) }
}

interface Press {
  readonly key: string
  readonly shift: boolean
  /** To the end in that direction. */
  readonly far: boolean
}

/** Rows a page up or down goes. */
const PAGE = 15

type Step = (head: Position, size: GridSize, far: boolean) => Position

const steps: Readonly<Record<string, Step>> = {
  ArrowUp: ({ row, column }, _size, far) => ({ row: far ? 0 : row - 1, column }),
  ArrowDown: ({ row, column }, { rows }, far) => ({ row: far ? rows - 1 : row + 1, column }),
  ArrowLeft: ({ row, column }, _size, far) => ({ row, column: far ? 0 : column - 1 }),
  ArrowRight: ({ row, column }, { columns }, far) => ({ row, column: far ? columns - 1 : column + 1 }),
  Home: ({ row }, _size, far) => ({ row: far ? 0 : row, column: 0 }),
  End: ({ row }, { rows, columns }, far) => ({ row: far ? rows - 1 : row, column: columns - 1 }),
  PageUp: ({ row, column }) => ({ row: row - PAGE, column }),
  PageDown: ({ row, column }) => ({ row: row + PAGE, column }),
}

/** Where a key of movement leads; undefined for any other key. With Shift the selection grows from where it began. */
export const pressed = (selection: Selection, { key, shift, far }: Press, size: GridSize): Selection | undefined => {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined
  if (!step) return undefined
  const head = step(selection.head, size, far)
  return clamped({ anchor: shift ? selection.anchor : head, head }, size)
}

/** Where Tab leads, from row to row; undefined where the grid ends. */
export const tabbed = ({ head }: Selection, back: boolean, { rows, columns }: GridSize): Selection | undefined => {
  const place = head.row * columns + head.column + (back ? -1 : 1)
  return place < 0 || place >= rows * columns ? undefined : at(Math.floor(place / columns), place % columns)
}

/** Where Enter leads: down, with Shift up. */
export const entered = ({ head }: Selection, back: boolean, { rows }: GridSize): Selection => at(within(head.row + (back ? -1 : 1), rows), head.column)

export const everything = ({ rows, columns }: GridSize): Selection => ({ anchor: { row: 0, column: 0 }, head: { row: rows - 1, column: columns - 1 } })
