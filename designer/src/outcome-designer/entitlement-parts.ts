import { boundOfLevel, type Bound, type EntitlementPiece } from '@tieuchi/runtime'

/** What of an entitlement need not be there, by its place. */
export type EntitlementPart = 'level' | 'level_unit' | 'level_list' | 'amount' | 'unit' | 'period/at_most' | 'period/from' | 'period/to'

const without = <T extends object>(of: T, name: string): T => Object.fromEntries(Object.entries(of).filter(([other]) => other !== name)) as T

const put = <T extends object>(of: T, name: string, value: unknown): T => (value === undefined ? without(of, name) : { ...of, [name]: value })

/** What level and amount each say. */
export interface Bounds {
  readonly level: Bound
  readonly amount: Bound
}

/** What is said of them now. */
export const boundsOf = (piece: EntitlementPiece): Bounds => ({ level: piece.level === undefined ? 'exact' : boundOfLevel(piece), amount: piece.amount === undefined ? 'exact' : (piece.bound ?? 'exact') })

/** What level and amount say from now on, of as much as is there; that they are exact need not be said where both are. */
export const withBounds = (piece: EntitlementPiece, { level, amount }: Bounds): EntitlementPiece => {
  const ofAmount = piece.amount === undefined || amount === 'exact' ? undefined : amount
  const ofLevel = piece.level === undefined || (level === 'exact' && ofAmount === undefined) ? undefined : level
  return put(put(piece, 'bound', ofAmount), 'level_bound', ofLevel)
}

/** The entitlement with a part as it is from now on; undefined takes it away. What level and amount say stays apart. */
export const putPart = (piece: EntitlementPiece, part: EntitlementPart, value: unknown): EntitlementPiece => {
  const [name = '', inner] = part.split('/')
  if (inner !== undefined) return piece.period ? { ...piece, period: put(piece.period, inner, value) } : piece
  const next = put(piece, name, value)
  return part === 'level' || part === 'amount' ? withBounds(next, boundsOf(piece)) : next
}
