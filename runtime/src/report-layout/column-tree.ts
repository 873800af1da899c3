import { columnLabel } from './layout-words.ts'
import type { GridView, Region } from './sheet-grid.ts'
import type { TableHead } from './table-head.ts'

/** A column or a group of columns as the head of a table has it. */
export interface HeadNode {
  /** Blank where the head says nothing. */
  readonly title: string
  readonly place: string
  readonly columns: readonly HeadNode[]
  /** Of one that has figures: its column among those that are shown. */
  readonly at?: number
  /** What the line of numbers says of how it is computed: `(3)=(1)+(2)`. */
  readonly computed?: string
}

interface Span {
  readonly from: number
  readonly to: number
}

/** Reads the tree of columns from a head: merged cells stand over those below them; where nothing is merged, a title reaches to the next one beside it. */
export class ColumnTree {
  readonly #view: GridView
  readonly #head: TableHead

  constructor(view: GridView, head: TableHead) {
    this.#view = view
    this.#head = head
  }

  read(): readonly HeadNode[] {
    return this.#below(this.#head.top, { from: this.#head.figures, to: this.#head.last })
  }

  #below(row: number, { from, to }: Span): readonly HeadNode[] {
    const nodes: HeadNode[] = []
    for (let column = from; column <= to;) {
      const span: Span = { from: column, to: this.#end(row, column, to) }
      nodes.push(...this.#nodes(row, span))
      column = span.to + 1
    }
    return nodes
  }

  /** The first row from `row` on in which a column has a title. */
  #titled(row: number, column: number): Region | undefined {
    for (let line = row; line <= this.#head.bottom; line += 1) {
      const region = this.#view.at(line, column)
      if (region && region.text !== '' && region.row >= row) return region
    }
    return undefined
  }

  #isTitled(row: number, column: number): boolean {
    return this.#titled(row, column) !== undefined
  }

  /** The last column that the title at a place stands over. */
  #end(row: number, column: number, last: number): number {
    const region = this.#titled(row, column)
    if (!region) return column
    if (region.columns > 1) return Math.min(last, region.column + region.columns - 1)
    const below = region.row + region.rows
    if (!this.#isTitled(below, column)) return column
    let end = column
    while (end < last && !this.#isTitledAbove(row, below, end + 1) && this.#isTitled(below, end + 1)) end += 1
    return end
  }

  #isTitledAbove(row: number, below: number, column: number): boolean {
    const region = this.#titled(row, column)
    return region !== undefined && region.row < below
  }

  #nodes(row: number, span: Span): readonly HeadNode[] {
    const region = this.#titled(row, span.from)
    if (!region) return this.#untitled(span.from)
    const inner = this.#inner(region.row + region.rows, span)
    const [only] = inner
    if (inner.length === 0) return [this.#leaf(region.text, region.place, span.from)]
    if (only && inner.length === 1 && only.columns.length === 0 && only.title.startsWith('(')) return [{ ...only, title: `${region.text} ${only.title}`, place: region.place }]
    return [{ title: region.text, place: region.place, columns: inner }]
  }

  /** The columns below a title: none where nothing is titled there and the line of numbers does not tell them apart. */
  #inner(row: number, span: Span): readonly HeadNode[] {
    const columns = Array.from({ length: span.to - span.from + 1 }, (_column, index) => span.from + index)
    if (row <= this.#head.bottom && columns.some((column) => this.#isTitled(row, column))) return this.#below(row, span)
    const { numbers } = this.#head
    const labels = numbers === undefined ? [] : columns.filter((column) => this.#view.at(numbers, column)?.column === column && this.#view.text(numbers, column) !== '')
    return labels.length > 1 ? labels.map((column) => this.#leaf('', this.#placeOf(column), column)) : []
  }

  /** A column without a title is one where it is numbered or has figures; a blank one is no column. */
  #untitled(column: number): readonly HeadNode[] {
    const { numbers, bottom } = this.#head
    const numbered = numbers !== undefined && this.#view.text(numbers, column) !== ''
    const filled = this.#view.regions.some((region) => region.column === column && region.row > bottom && region.number)
    return numbered || filled ? [this.#leaf('', this.#placeOf(column), column)] : []
  }

  #leaf(title: string, place: string, at: number): HeadNode {
    const { numbers } = this.#head
    const label = numbers === undefined ? '' : this.#view.text(numbers, at)
    return { title, place, columns: [], at, ...(columnLabel(label)?.formula && { computed: label }) }
  }

  #placeOf(column: number): string {
    const { numbers, bottom } = this.#head
    return this.#view.at(numbers ?? bottom, column)?.place ?? this.#view.regions.find((region) => region.column === column)?.place ?? ''
  }
}
