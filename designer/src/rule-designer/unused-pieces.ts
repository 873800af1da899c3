import type { Release } from '@tieuchi/runtime'

const timesIn = (value: unknown, id: string): number => {
  if (typeof value === 'string') return value === id ? 1 : 0
  if (Array.isArray(value)) return value.reduce<number>((sum, each) => sum + timesIn(each, id), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce((sum, [name, each]) => sum + (name === id ? 1 : 0) + timesIn(each, id), 0)
}

/** How often a release names a piece, in its logic, forms and cases, besides the piece itself. */
export const timesNamed = ({ logic, forms, cases }: Release, id: string): number =>
  timesIn([logic.filter((piece) => piece.id !== id), forms, cases], id)
