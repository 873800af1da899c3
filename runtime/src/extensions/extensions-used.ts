import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import { isExtensionName, packageOf, type ExtensionName } from '../documents/extension-name.ts'
import { oncePer } from '../documents/once-per.ts'
import type { Release } from '../documents/release-document.ts'
import { questionsOf } from '../form/form-items.ts'
import type { Assembly } from '../release/assembly.ts'
import { fieldsRead } from '../release/fields-read.ts'
import { installedExtensions } from './installed-extensions.ts'

/** A name out of a package, and where it stands. */
export interface ExtensionUse {
  readonly name: ExtensionName
  readonly path: readonly (string | number)[]
  /** Of which kind of additions it is. */
  readonly of: 'operators' | 'aggregates' | 'fieldKinds'
  /** What names it, as the document has it. */
  readonly by?: object
}

/** Whose properties are operators: cells of tables, of overlays by their column. */
const isCell = (path: ExtensionUse['path']): boolean => path.at(-2) === 'when' || path.at(-2) === 'cells'

/** What a property names that is a name out of a package. */
const namedBy: Readonly<Record<string, ExtensionUse['of']>> = { operator: 'operators', aggregate: 'aggregates' }

const useAt = (name: string, path: ExtensionUse['path'], by: object | undefined): readonly ExtensionUse[] => {
  const of = namedBy[String(path.at(-1))]
  return of && isExtensionName(name) ? [{ name, path, of, ...(by && { by }) }] : []
}

const usesIn = (value: unknown, path: ExtensionUse['path'], by?: object): readonly ExtensionUse[] => {
  if (typeof value === 'string') return useAt(value, path, by)
  if (Array.isArray(value)) return value.flatMap((each: unknown, index) => usesIn(each, [...path, index]))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => [...(isCell(path) && isExtensionName(key) ? [{ name: key, path: [...path, key], of: 'operators' } as const] : []), ...usesIn(each, [...path, key], value)])
}

/** Everything out of packages that is named somewhere in a part of a document. */
export const usesOf = oncePer((part: object) => usesIn(part, []))

/** The kind of a package that a question is of, beside what it names otherwise. */
export const usesOfField = (schema: FieldSchema): readonly ExtensionUse[] =>
  [...(schema['x-kind'] ? [{ name: schema['x-kind'].name, path: ['x-kind', 'name'], of: 'fieldKinds' } as const] : []), ...usesOf(schema)]

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
    ...places.flatMap(([place, { properties }]) => Object.entries(properties).flatMap(([id, schema]) => usesOfField(schema).map((use) => ({ ...use, path: ['common', 'dictionary', place, id, ...use.path] })))),
  ]
}

/** The packages that uses name, each once. */
export const packagesOf = (uses: readonly ExtensionUse[]): readonly string[] => [...new Set(uses.map(({ name }) => packageOf(name)))]

/** Packages that the rules of an assembly need and that are not installed here. */
export const missingPackages = (assembly: Assembly): readonly string[] => {
  const installed = installedExtensions()
  return neededPackages(assembly).names.filter((name) => !installed.has(name))
}

/** What of the shared documents counts for some rules: everything but the kinds of questions that they neither read nor ask. */
const usedOfCommon = (assembly: Assembly): readonly ExtensionUse[] => {
  const uses = extensionsUsedInCommon(assembly.common)
  if (uses.every(({ of }) => of !== 'fieldKinds')) return uses
  const fields = new Set([...fieldsRead(assembly), ...assembly.release.forms.flatMap((form) => questionsOf(form).map(({ item }) => item.field))])
  return uses.filter(({ of, path }) => of !== 'fieldKinds' || fields.has(String(path[3])))
}

const neededPackages = oncePer((assembly: Assembly): { readonly names: readonly string[] } => ({
  names: [...new Set([
    ...packagesOf([...extensionsUsed(assembly.release), ...usedOfCommon(assembly)]),
    ...[...assembly.dependencies.values(), ...assembly.localDependencies.values()].flatMap((dependency) => neededPackages(dependency).names),
  ])],
}))
