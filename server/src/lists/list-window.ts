import { Type } from 'typebox'

/** A part of a list: where it begins and how many rows it has. */
export interface CountedWindow {
  readonly offset: number
  readonly limit: number
  /** Whether the rows of the whole list are to be counted: who scrolls through it knows the number already. */
  readonly counted: boolean
}

/** A window as it stands in an address. */
export const windowParameters = {
  offset: Type.Integer({ minimum: 0, maximum: 10_000_000, default: 0 }),
  limit: Type.Integer({ minimum: 1, maximum: 200, default: 50 }),
  counted: Type.Boolean({ default: true }),
}
