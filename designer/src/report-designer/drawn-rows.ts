import { blocksOf, sentenceOfBlock, type Assembly, type ReportDocument, type SheetRow, type Text } from '@tieuchi/runtime'

/** A row as it is drawn: of which block, with the figures there are. */
export interface DrawnRow {
  readonly key: string
  readonly block: string
  readonly title: Text
  readonly number: string | undefined
  readonly level: number
  readonly cells: SheetRow['cells']
  /** The first of its block, where the keys stand. */
  readonly first: boolean
  /** A row of a list of names, which has no figure where the household adds none. */
  readonly listed: boolean
  /** Its title is written in the form. */
  readonly written: boolean
}

type Placed = ReturnType<typeof blocksOf>[number]

const rootOf = ({ block, within }: Placed): string => within[0]?.id ?? block.id

/** Rows of a block with those within it, in the order of the sheet; what was not counted yet stands behind what comes before it. */
const rowsOfRoot = (reading: Assembly, placed: readonly Placed[], counted: readonly SheetRow[]): readonly DrawnRow[] => {
  const kinds = new Map(placed.map(({ block }) => [block.id, block.kind]))
  const seen = new Set<string>()
  const drawn = counted.map(({ id, block, title, number, level, cells }): DrawnRow => {
    const first = !seen.has(block)
    seen.add(block)
    return { key: id, block, title, number, level, cells, first, listed: kinds.get(block) === 'households', written: first && kinds.get(block) === 'total' }
  })
  return placed.reduce<readonly DrawnRow[]>((rows, { block, within }, index) => {
    if (seen.has(block.id)) return rows
    const before = new Set(placed.slice(0, index).map((each) => each.block.id))
    const row: DrawnRow = { key: block.id, block: block.id, title: sentenceOfBlock(reading, block), number: undefined, level: within.length, cells: {}, first: true, listed: false, written: block.kind === 'total' }
    return rows.toSpliced(rows.findLastIndex((each) => before.has(each.block)) + 1, 0, row)
  }, drawn)
}

/** Rows with figures, those within others under each of them; blocks that were not counted yet stand with what they are. */
export const drawnRows = (report: ReportDocument, reading: Assembly, counted: readonly SheetRow[]): readonly DrawnRow[] => {
  const roots = Map.groupBy(blocksOf(report), rootOf)
  return [...roots.values()].flatMap((placed) => {
    const own = new Set(placed.map(({ block }) => block.id))
    return rowsOfRoot(reading, placed, counted.filter(({ block }) => own.has(block)))
  })
}
