import { exact, plus, toNumber } from '../values/number.ts'

/** A figure of some households: what they add up to, and of how many it cannot be told. */
export interface Amount {
  readonly value: number
  readonly open: number
}

/** What a row of a block is told apart by: a code or the id of a condition for each key; null where that is not known. */
export type RowKeys = readonly (string | null)[]

/** The figures of the households of one unit in one row. */
export interface FiguresOfRow {
  readonly block: string
  readonly unit: string
  readonly keys: RowKeys
  /** One for each figure that the block asks for. */
  readonly amounts: readonly Amount[]
}

const added = (a: number, b: number): number => (Number.isSafeInteger(a) && Number.isSafeInteger(b) ? a + b : toNumber(plus(exact(a), exact(b))))

export const nothing: Amount = { value: 0, open: 0 }

export const addAmounts = (a: Amount, b: Amount): Amount => ({ value: added(a.value, b.value), open: a.open + b.open })

/** Adds up figures by block, unit and keys. */
export class FigureSum {
  readonly #rows = new Map<string, { readonly row: Omit<FiguresOfRow, 'amounts'>; readonly amounts: Amount[] }>()

  add({ amounts, ...row }: FiguresOfRow): void {
    const key = JSON.stringify([row.block, row.unit, row.keys])
    const sum = this.#rows.get(key)
    if (!sum) this.#rows.set(key, { row, amounts: [...amounts] })
    else for (const [index, { value, open }] of amounts.entries()) sum.amounts[index] = addAmounts(sum.amounts[index] ?? nothing, { value, open })
  }

  /** Rows in which nothing is counted are left out. */
  rows(): readonly FiguresOfRow[] {
    return [...this.#rows.values()].filter(({ amounts }) => amounts.some(({ value, open }) => value !== 0 || open !== 0)).map(({ row, amounts }) => ({ ...row, amounts }))
  }
}
