export type ExchangePart = 'schema' | 'uiSchema'

export type Path = readonly (string | number)[]

/** Something found in one of the two documents, with the way to it. */
export interface Cell {
  readonly part: ExchangePart
  readonly path: Path
  readonly value: unknown
}
