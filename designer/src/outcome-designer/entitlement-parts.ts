import type { EntitlementPiece } from '@tieuchi/runtime'

/** What of an entitlement need not be there, by its place. */
export type EntitlementPart = 'level' | 'level_unit' | 'level_list' | 'amount' | 'unit' | 'bound' | 'period/at_most' | 'period/from' | 'period/to'

const without = <T extends object>(of: T, name: string): T => Object.fromEntries(Object.entries(of).filter(([other]) => other !== name)) as T

const put = <T extends object>(of: T, name: string, value: unknown): T => (value === undefined ? without(of, name) : { ...of, [name]: value })

/** The entitlement with a part as it is from now on; undefined takes it away. */
export const putPart = (piece: EntitlementPiece, part: EntitlementPart, value: unknown): EntitlementPiece => {
  const [name = '', inner] = part.split('/')
  if (inner === undefined) return put(piece, name, value)
  return piece.period ? { ...piece, period: put(piece.period, inner, value) } : piece
}
