import { outcomeSource, outputColumn, type Assembly, type CodeList, type FactReference, type LogicPiece } from '@tieuchi/runtime'

const isSame = (a: unknown, { fact, output }: FactReference): boolean => typeof a === 'object' && a !== null && 'fact' in a && a.fact === fact && 'output' in a && a.output === output

/** Whether what a reference says comes from another, at once or through the rows of tables. */
const comesFrom = (pieces: ReadonlyMap<string, LogicPiece>, reference: FactReference, source: FactReference): boolean => {
  if (isSame(reference, source)) return true
  const table = pieces.get(reference.fact)
  if (table?.kind !== 'table') return false
  const column = outputColumn(table, reference.output)
  return table.rows.some(({ then }) => isSame(then[column], source))
}

/** The list of the codes that the events of a rule set carry in a property: that of the result which takes them over. */
export const listOfEvents = ({ pieces, lists }: Assembly, set: string, property: string): CodeList | undefined => {
  const known = new Map([...pieces].map(([id, { piece }]) => [id, piece]))
  const taker = [...known.values()].find((piece) => piece.kind === 'outcome' && piece.list !== undefined && comesFrom(known, outcomeSource(piece), { fact: set, output: property }))
  return taker?.kind === 'outcome' ? lists.get(taker.list ?? '') : undefined
}
