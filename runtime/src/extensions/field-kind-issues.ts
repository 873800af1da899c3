import type { CommonDocument, FieldSchema } from '../documents/common-document.ts'
import { packageOf } from '../documents/extension-name.ts'
import type { Issue } from '../documents/issue.ts'
import { fieldKindOf } from '../form/field-kinds.ts'
import { releaseIssue } from '../release/issue-messages.ts'
import { findRefinedKind, isOptionValue } from '../values/refined-kinds.ts'
import { installedExtensions } from './installed-extensions.ts'
import { serves } from './package-version.ts'

/** What questions say about kinds of packages that are installed, and cannot: another version, another type, options that the kind does not have so. */
export const checkFieldKinds = ({ dictionary }: Pick<CommonDocument, 'dictionary'>): readonly Issue[] => {
  const { household, members, unit } = dictionary.properties
  return ([['household', household], ['members', members.items], ['unit', unit]] as const).flatMap(([place, { properties }]) =>
    Object.entries(properties).flatMap(([id, schema]) => checkFieldKind(id, schema, ['common', 'dictionary', place, id, 'x-kind'])))
}

const checkFieldKind = (field: string, schema: FieldSchema, path: readonly (string | number)[]): readonly Issue[] => {
  const use = schema['x-kind']
  const kind = use && findRefinedKind(use.name)
  const extension = use && installedExtensions().get(packageOf(use.name))
  if (!kind || !extension) return []
  if (!serves(extension.version, use.version)) return [releaseIssue('extension_version', [...path, 'version'], { package: extension.name, version: use.version, installed: extension.version })]
  if (fieldKindOf(schema) !== kind.base) return [releaseIssue('kind_type', path, { field, kind: use.name, base: kind.base })]
  return Object.entries(use.options ?? {})
    .filter(([name, value]) => !isOptionValue(Object.hasOwn(kind.options, name) ? kind.options[name] : undefined, value))
    .map(([name, value]) => releaseIssue('kind_option', [...path, 'options', name], { field, kind: use.name, option: name, value }))
}
