/** What each household adds to a column: 1, 1 where a rule holds, or the number a fact comes to. */
export type Figure = FigureOf & {
  readonly column: string
  /** Of a share: the part, or what it is a part of. */
  readonly part?: 'among'
  /** Of a block of members: the row. */
  readonly row?: string
}

/** How it is found. */
export type FigureOf = { readonly kind: 'one' } | { readonly kind: 'rule'; readonly rule: string } | { readonly kind: 'fact'; readonly fact: string }

/** By what rows of a block are told apart. */
export type RowKey =
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'rules'; readonly rows: readonly { readonly row: string; readonly rule: string }[] }

/** A block of rows as it is asked: by its keys, and by unit always. */
export interface BlockQuestion {
  readonly block: string
  readonly keys: readonly RowKey[]
  readonly figures: readonly Figure[]
}

/** The set that the rules of a question stand in. */
export const questionRules = 'report_rules'
