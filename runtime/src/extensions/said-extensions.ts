import type { Issue } from '../documents/issue.ts'
import type { CommonDocument } from '../documents/common-document.ts'
import { packageOf } from '../documents/extension-name.ts'
import type { DraftDocument } from '../documents/draft-document.ts'
import type { Release } from '../documents/release-document.ts'
import { releaseIssue } from '../release/issue-messages.ts'
import { extensionsUsed, extensionsUsedInCommon, packagesOf, type ExtensionUse } from './extensions-used.ts'
import type { Extension } from './extension.ts'
import { checkFieldKinds } from './field-kind-issues.ts'
import { installedExtensions } from './installed-extensions.ts'
import { serves } from './package-version.ts'

const offers = (extension: Extension, { name, of }: ExtensionUse): boolean => Object.hasOwn(extension[of] ?? {}, name)

/** Names out of packages that mean nothing here: the package is not installed, or has no such name. */
const unmeant = (use: ExtensionUse): readonly Issue[] => {
  const extension = installedExtensions().get(packageOf(use.name))
  if (!extension) return [releaseIssue('extension_missing', use.path, { name: use.name, package: packageOf(use.name) })]
  return offers(extension, use) ? unfitting(extension, use) : [releaseIssue('extension_name', use.path, { name: use.name, package: extension.name, version: extension.version })]
}

/** An aggregate that lacks a part it takes, or has one that it does not. */
const unfitting = ({ aggregates = {} }: Extension, { name, path, of, by = {} }: ExtensionUse): readonly Issue[] => {
  const takes = of === 'aggregates' ? aggregates[name]?.takes : undefined
  if (takes === undefined) return []
  const valued = takes === 'value where?'
  const fits = 'value' in by === valued && (takes !== 'where' || 'where' in by)
  return fits ? [] : [releaseIssue('aggregate_parts', path.slice(0, -1), { name, takes })]
}

/**
 * What of packages a release uses and cannot here: packages that are not installed, names they do not have, other versions than the
 * release was written for, and packages it uses without saying so.
 */
export const checkExtensions = (common: CommonDocument, release: Release): readonly Issue[] => {
  const said = release.extensions ?? {}
  const own = extensionsUsed(release)
  const names = [...own, ...extensionsUsedInCommon(common)].flatMap(unmeant)
  const kinds = names.length > 0 ? [] : checkFieldKinds(common)
  const unsaid = packagesOf(own).filter((name) => !Object.hasOwn(said, name) && installedExtensions().has(name))
  const versions = Object.entries(said).flatMap(([name, version]): readonly Issue[] => {
    const extension = installedExtensions().get(name)
    if (extension && !serves(extension.version, version)) return [releaseIssue('extension_version', ['extensions', name], { package: name, version, installed: extension.version })]
    return extension || names.some(({ params }) => params['package'] === name) ? [] : [releaseIssue('extension_missing', ['extensions', name], { name, package: name })]
  })
  return [...names, ...kinds, ...versions, ...unsaid.map((name) => releaseIssue('extension_unsaid', ['extensions'], { package: name, version: installedExtensions().get(name)?.version }))]
}

/** A draft whose release says which packages it uses: those it uses now, in the version that is installed unless it said one. */
export const sayExtensions = (document: DraftDocument): DraftDocument => {
  if (installedExtensions().size === 0) return document
  const { extensions: said = {}, ...release } = document.release
  const used = packagesOf(extensionsUsed(release)).toSorted()
  const versions = Object.fromEntries(used.flatMap((name) => {
    const version = said[name] ?? installedExtensions().get(name)?.version
    return version === undefined ? [] : [[name, version]]
  }))
  if (JSON.stringify(versions) === JSON.stringify(said)) return document
  return { ...document, release: { ...release, ...(used.length > 0 && { extensions: versions }) } }
}
