import { blocksOf, type RowBlock } from '@tieuchi/runtime'

/** Where blocks of rows are put: within another or right under the report; in front of one of them, or behind all. */
export interface BlockPlace {
  readonly within?: string | undefined
  readonly before?: string | undefined
}

type Blocks = readonly RowBlock[]

const withRows = (block: RowBlock, rows: Blocks): RowBlock => {
  if (block.kind !== 'units' && block.kind !== 'codes') return block
  const { rows: _before, ...rest } = block
  return rows.length === 0 ? rest : { ...rest, rows }
}

const rowsOf = (block: RowBlock): Blocks => ('rows' in block ? (block.rows ?? []) : [])

const changeLists = (blocks: Blocks, change: (list: Blocks, within: string | undefined) => Blocks, within?: string): Blocks =>
  change(blocks, within).map((block) => {
    const inner = changeLists(rowsOf(block), change, block.id)
    return inner === rowsOf(block) || (inner.length === 0 && rowsOf(block).length === 0) ? block : withRows(block, inner)
  })

export const insertBlock = (blocks: Blocks, { within, before }: BlockPlace, added: RowBlock): Blocks =>
  changeLists(blocks, (list, of) => {
    if (of !== within) return list
    const at = list.findIndex(({ id }) => id === before)
    return at === -1 ? [...list, added] : list.toSpliced(at, 0, added)
  })

export const removeBlock = (blocks: Blocks, id: string): Blocks => changeLists(blocks, (list) => (list.some((block) => block.id === id) ? list.filter((block) => block.id !== id) : list))

export const replaceBlock = (blocks: Blocks, next: RowBlock): Blocks => changeLists(blocks, (list) => (list.some(({ id }) => id === next.id) ? list.map((block) => (block.id === next.id ? next : block)) : list))

/** Nothing is put into itself, and what holds no rows takes none. */
export const moveBlock = (blocks: Blocks, id: string, place: BlockPlace): Blocks => {
  const all = blocksOf({ rows: blocks })
  const moved = all.find(({ block }) => block.id === id)?.block
  const holder = all.find(({ block }) => block.id === place.within)?.block
  const inner = moved ? blocksOf({ rows: [moved] }).map(({ block }) => block.id) : []
  const possible = place.within === undefined || holder?.kind === 'units' || holder?.kind === 'codes'
  if (!moved || !possible || inner.includes(place.within ?? '') || place.before === id) return blocks
  return insertBlock(removeBlock(blocks, id), place, moved)
}
