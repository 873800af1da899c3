import type { CommonDocument } from '../documents/common-document.ts'
import { isExtensionName, packageOf, type ExtensionName } from '../documents/extension-name.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Release } from '../documents/release-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { installedExtensions } from './installed-extensions.ts'

/** A name out of a package, and where it stands. */
export interface ExtensionUse {
  readonly name: ExtensionName
  readonly path: readonly (string | number)[]
}

/** Whose properties are operators: cells of tables, of overlays by their column. */
const isCell = (path: ExtensionUse['path']): boolean => path.at(-2) === 'when' || path.at(-2) === 'cells'

const usesIn = (value: unknown, path: ExtensionUse['path']): readonly ExtensionUse[] => {
  if (typeof value === 'string') return path.at(-1) === 'operator' && isExtensionName(value) ? [{ name: value, path }] : []
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => usesIn(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [...(isCell(path) && isExtensionName(key) ? [{ name: key, path: [...path, key] }] : []), ...usesIn(each, [...path, key])])
}

/** Everything out of packages that is named somewhere in a part of a document. */
export const usesOf = oncePer((part: object) => usesIn(part, []))

const placed = (parts: readonly object[], path: ExtensionUse['path']): readonly ExtensionUse[] =>
  parts.flatMap((part, index) => usesOf(part).map((use) => ({ ...use, path: [...path, index, ...use.path] })))

/** Everything out of packages that a release's own documents use. */
export const extensionsUsed = ({ logic, forms, reports = [] }: Pick<Release, 'logic' | 'forms' | 'reports'>): readonly ExtensionUse[] =>
  [...placed(logic, ['logic']), ...placed(forms, ['forms']), ...placed(reports, ['reports'])]

/** Everything out of packages that what all programmes share uses. */
export const extensionsUsedInCommon = ({ facts, dictionary }: Pick<CommonDocument, 'facts' | 'dictionary'>): readonly ExtensionUse[] => {
  const { household, members, unit } = dictionary.properties
  const places = [['household', household], ['members', members.items], ['unit', unit]] as const
  return [
    ...placed(facts, ['common', 'facts']),
    ...places.flatMap(([place, { properties }]) => Object.entries(properties).flatMap(([id, schema]) => usesOf(schema).map((use) => ({ ...use, path: ['common', 'dictionary', place, id, ...use.path] })))),
  ]
}

/** The packages that uses name, each once. */
export const packagesOf = (uses: readonly ExtensionUse[]): readonly string[] => [...new Set(uses.map(({ name }) => packageOf(name)))]

/** Packages that the rules of an assembly need and that are not installed here. */
export const missingPackages = (assembly: Assembly): readonly string[] => {
  const installed = installedExtensions()
  return neededPackages(assembly).names.filter((name) => !installed.has(name))
}

const neededPackages = oncePer((assembly: Assembly): { readonly names: readonly string[] } => ({
  names: [...new Set([
    ...packagesOf([...extensionsUsed(assembly.release), ...extensionsUsedInCommon(assembly.common)]),
    ...[...assembly.dependencies.values(), ...assembly.localDependencies.values()].flatMap((dependency) => neededPackages(dependency).names),
  ])],
}))
