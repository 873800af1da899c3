import { addAggregates } from '../aggregates/aggregates.ts'
import { addOperators } from '../conditions/operators.ts'
import { addRefinedKinds } from '../values/refined-kinds.ts'
import type { Extension } from './extension.ts'

const installed = new Map<string, Extension>()
const additions = new Map<string, readonly (() => void)[]>()

/** The packages that are installed here, by name. */
export const installedExtensions = (): ReadonlyMap<string, Extension> => installed

/** Takes a package away again, with all it added. */
export const takeAwayExtension = (name: string): void => {
  for (const undo of additions.get(name) ?? []) undo()
  additions.delete(name)
  installed.delete(name)
}

/**
 * Installs a package in this process, before anything is judged: from then on its names mean something in every document. What comes
 * back takes it away again. It has passed `checkExtensionShape`; a name twice is a programmer's mistake and throws.
 */
export const installExtension = (extension: Extension): (() => void) => {
  const { name, operators = {}, aggregates = {}, fieldKinds = {} } = extension
  if (installed.has(name)) throw new Error(`The package ${name} is installed already`)
  installed.set(name, extension)
  additions.set(name, [addOperators(operators), addAggregates(aggregates), addRefinedKinds(fieldKinds)])
  return () => takeAwayExtension(name)
}
