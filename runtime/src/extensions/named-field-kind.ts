import { packageOf, type ExtensionName } from '../documents/extension-name.ts'
import type { FieldKindOptions, FieldKindUse } from '../documents/field-kind-use.ts'
import { findRefinedKind, usualOptions } from '../values/refined-kinds.ts'
import { installedExtensions } from './installed-extensions.ts'

/**
 * How a question names a kind of a package that is installed: with the version that is here, or was said before, and the options that
 * are not as the kind has them anyway. Undefined where there is no such kind.
 */
export const nameFieldKind = (name: ExtensionName, options: FieldKindOptions, before?: FieldKindUse): FieldKindUse | undefined => {
  const kind = findRefinedKind(name)
  const version = before?.version ?? installedExtensions().get(packageOf(name))?.version
  if (!kind || version === undefined) return undefined
  const usual = usualOptions(kind)
  const said = Object.entries(options).filter(([id, value]) => Object.hasOwn(usual, id) && usual[id] !== value)
  return { name, version, ...(said.length > 0 && { options: Object.fromEntries(said) }) }
}
