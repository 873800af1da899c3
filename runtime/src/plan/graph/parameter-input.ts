import type { Bounds } from './node.ts'

/** A value of the law as the graph reads it. */
export interface ParameterInput {
  /** As the assembly names it. */
  readonly name: string
  /** The code under which the value stands, where the parameter has several. */
  readonly key?: string
  /** `number` of numbers and days, `code` of text, `bit` of yes and no. */
  readonly lane: 'number' | 'code' | 'bit'
  /** A number is this many times greater than what the law says, so that it is whole; 1 of a day. */
  readonly scale: number
  /** List whose codes a text is coded by; absent of free text. */
  readonly domain?: string
  /** The lane's value in the release. */
  readonly value: number
  /** Another value may be put in its place as long as it keeps to these. */
  readonly bounds: Bounds
}
