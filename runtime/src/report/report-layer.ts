import type { LogicPiece } from '../documents/logic-document.ts'

/** What reads an outcome that was decided, or earlier decisions on one. */
interface Reading {
  readonly fact?: unknown
  readonly outcome?: unknown
  readonly as?: unknown
  readonly layer?: unknown
}

const readsDecided = ({ fact, outcome = fact, as, layer }: Reading, programmes: readonly string[]): boolean =>
  typeof outcome === 'string' && as !== 'computed' && layer === undefined && programmes.some((programme) => outcome.startsWith(`${programme}.`))

const inLocalLayer = (part: unknown, programmes: readonly string[]): unknown => {
  if (Array.isArray(part)) return part.map((each) => inLocalLayer(each, programmes))
  if (typeof part !== 'object' || part === null) return part
  const read = Object.fromEntries(Object.entries(part).map(([name, inner]) => [name, inLocalLayer(inner, programmes)]))
  return readsDecided(read, programmes) ? { ...read, layer: 'local' } : read
}

/** Rules in which what some programmes decided is read as it was decided by local rules, where a rule does not say itself which layer it means. */
export const readLocally = (logic: readonly LogicPiece[], programmes: readonly string[]): readonly LogicPiece[] =>
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- everything that reads an outcome may name its layer
  (programmes.length === 0 ? logic : (inLocalLayer(logic, programmes) as readonly LogicPiece[]))
