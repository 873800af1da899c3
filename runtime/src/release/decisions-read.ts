import { oncePer } from '../documents/once-per.ts'
import type { Assembly } from './assembly.ts'
import { referencesOfPiece } from './references.ts'

/** What rules read of what was decided before. */
export interface DecisionsRead {
  /** Outcomes as recorded: `programme.outcome`. */
  readonly outcomes: ReadonlySet<string>
  /** Programmes of these outcomes. */
  readonly programmes: ReadonlySet<string>
}

/** What rules read of earlier decisions: themselves, and in what they compute by the rules of other programmes. */
export const decisionsRead = (assemblies: readonly Assembly[]): DecisionsRead => {
  const [first, ...others] = assemblies
  return first !== undefined && others.length === 0 ? readByOne(first) : readOf(assemblies.flatMap((assembly) => [...outcomesRead(assembly)]))
}

const readByOne = oncePer((assembly: Assembly): DecisionsRead => readOf(outcomesRead(assembly)))

const readOf = (read: Iterable<string>): DecisionsRead => {
  const outcomes = new Set(read)
  return { outcomes, programmes: new Set([...outcomes].map(programmeOf)) }
}

const outcomesRead = oncePer((assembly: Assembly): ReadonlySet<string> => {
  const outcomes = new Set<string>()
  collect(assembly, outcomes, new Set())
  return outcomes
})

const programmeOf = (outcome: string): string => outcome.slice(0, outcome.indexOf('.'))

const collect = (assembly: Assembly, outcomes: Set<string>, seen: Set<Assembly>): void => {
  if (seen.has(assembly)) return
  seen.add(assembly)
  for (const reference of [...assembly.pieces.values()].flatMap(({ piece }) => referencesOfPiece(piece, []))) {
    if (reference.kind !== 'fact' || !reference.reference.fact.includes('.')) continue
    const { fact, as, layer } = reference.reference
    if (as !== 'computed') outcomes.add(fact)
    const computed = as === 'computed' && ((layer === 'local' && assembly.localDependencies.get(programmeOf(fact))) || assembly.dependencies.get(programmeOf(fact)))
    if (computed) collect(computed, outcomes, seen)
  }
}
