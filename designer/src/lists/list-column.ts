import type { ReactNode } from 'react'

/** A column of a list: what it is called, what stands in it, and how it is sorted. */
export interface ListColumn<Row, Sort extends string = string> {
  readonly id: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** What the server sorts by; absent: not sorted by this column. */
  readonly sort?: Sort
  /** Its share of the width, beside those of the other columns shown. */
  readonly share: number
  readonly align?: 'end'
  /** Always shown. */
  readonly fixed?: boolean
  /** Shown only once it is chosen. */
  readonly hidden?: boolean
  /** Its title is heard, not seen. */
  readonly silent?: boolean
  /** Of its cells: their place on the card of a phone. */
  readonly className?: string | undefined
  /** Written behind the value on a card, where there is no head. */
  readonly word?: string
}

/** A sort as it stands in the address: the key, behind `-` for the other way round. */
export type SortText<Sort extends string> = Sort | `-${Sort}`

/** The sort one gets by asking for a column: first upward, then downward, then none. */
export const nextSort = <Sort extends string>(key: Sort, sort: SortText<Sort> | undefined): SortText<Sort> | undefined => {
  if (sort === key) return `-${key}`
  return sort === `-${key}` ? undefined : key
}
