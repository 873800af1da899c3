import { Luck } from '../agreement/luck.ts'
import { packageNamePattern, versionPattern } from '../documents/extension-name.ts'
import type { Extension } from '../extensions/extension.ts'
import { installedExtensions, installExtension } from '../extensions/installed-extensions.ts'
import { checkAggregateExamples, checkAggregateMeaning } from './aggregate-meaning.ts'
import { checkAggregatePlan } from './aggregate-plan.ts'
import { checkAggregateShape } from './check-aggregate.ts'
import { checkFieldKindShape } from './check-field-kind.ts'
import { checkOperatorShape } from './check-operator.ts'
import { checkKindExamples, checkKindMeaning } from './field-kind-trials.ts'
import { checkWords, isRecord, type Unchecked } from './kit-parts.ts'
import { kitProblem, type KitProblem } from './kit-problem.ts'
import { checkExamples, checkMeaning } from './operator-meaning.ts'
import { checkPlan } from './operator-plan.ts'

/** What a package may add, with what checks one of a kind. */
const kinds: Readonly<Record<string, (name: string, part: unknown) => readonly KitProblem[]>> = { operators: checkOperatorShape, aggregates: checkAggregateShape, fieldKinds: checkFieldKindShape }

/** Everything that is missing in what a package exports; without problems it is an `Extension` and may be installed. */
export const checkExtensionShape = (exported: unknown, file = 'extension.ts'): readonly KitProblem[] => {
  if (!isRecord(exported)) return [kitProblem('no_extension', { file })]
  const added = Object.keys(kinds).flatMap((kind) => Object.keys(isRecord(exported[kind]) ? exported[kind] : {}))
  return [
    ...checkHead(exported),
    ...(added.length === 0 ? [kitProblem('nothing_added')] : []),
    ...Object.entries(kinds).flatMap(([kind, check]) => Object.entries(isRecord(exported[kind]) ? exported[kind] : {}).flatMap(([name, part]) => [...checkPrefix(name, String(exported['name'])), ...check(name, part)])),
  ]
}

const checkHead = (exported: Unchecked): readonly KitProblem[] => {
  const [name, version] = [String(exported['name'] ?? ''), String(exported['version'] ?? '')]
  const other: unknown = installedExtensions().get(name)
  return [
    ...(new RegExp(`^${packageNamePattern}$`).test(name) ? [] : [kitProblem('name_form', { name })]),
    ...(other !== undefined && other !== exported ? [kitProblem('name_taken', { name })] : []),
    ...(new RegExp(versionPattern).test(version) ? [] : [kitProblem('version_form', { version })]),
    ...checkWords(name, 'title', exported['title']),
  ]
}

const checkPrefix = (name: string, packageName: string): readonly KitProblem[] =>
  (name.startsWith(`${packageName}.`) && /^[a-z][a-zA-Z0-9]*$/.test(name.slice(packageName.length + 1)) ? [] : [kitProblem('prefix', { name, package: packageName })])

/**
 * The whole check of a package, for its author: its shape, its examples, and on values and households made up at random that what it
 * decides while something is unknown is never contradicted, and that its forms agree. The same seed tries the same.
 */
export const checkExtension = async (exported: unknown, seed = 'kit', file?: string): Promise<readonly KitProblem[]> => {
  const shape = checkExtensionShape(exported, file)
  if (shape.length > 0) return shape
  const extension = exported as Extension
  const takeAway = installedExtensions().has(extension.name) ? () => undefined : installExtension(extension)
  try {
    const luck = new Luck(seed)
    const trials = Object.entries(extension.operators ?? {}).map(([name, operator]) => ({ name, operator, luck }))
    const aggregates = Object.entries(extension.aggregates ?? {}).map(([name, aggregate]) => ({ name, aggregate, luck }))
    const kindTrials = Object.entries(extension.fieldKinds ?? {}).map(([name, kind]) => ({ name, kind, luck }))
    const meaning = [
      ...trials.flatMap((trial) => [...checkExamples(trial), ...checkMeaning(trial)]),
      ...aggregates.flatMap((trial) => [...checkAggregateExamples(trial), ...checkAggregateMeaning(trial)]),
      ...kindTrials.flatMap((trial) => [...checkKindExamples(trial), ...checkKindMeaning(trial)]),
    ]
    return meaning.length > 0 ? meaning : (await Promise.all([...trials.map(checkPlan), ...aggregates.map(checkAggregatePlan)])).flat()
  } finally {
    takeAway()
  }
}
