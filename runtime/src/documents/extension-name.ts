import { limits } from '../limits/limits.ts'

/** What a package of code adds is named by the package and a name of its own: `sample.withinMonths`. */
export type ExtensionName = `${string}.${string}`

/** How packages are called: as programmes are. */
export const packageNamePattern = '[a-z][a-z0-9]*(-[a-z0-9]+)*'

/** `major.minor.patch`. */
export const versionPattern = '^\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}$'

const ownNamePattern = '[a-z][a-zA-Z0-9]*'

/** A name out of a package, as documents write it. */
export const extensionNameSchema = { type: 'string', maxLength: limits.name, pattern: `^${packageNamePattern}\\.${ownNamePattern}$` } as const

const extensionName = new RegExp(extensionNameSchema.pattern)

export const isExtensionName = (name: unknown): name is ExtensionName => typeof name === 'string' && extensionName.test(name)

/** The package that adds what is named so. */
export const packageOf = (name: ExtensionName): string => name.slice(0, name.indexOf('.'))

/** One of the core's names, or one out of a package. */
export const coreOrExtension = (names: readonly string[]): object => ({ type: 'string', maxLength: limits.name, if: { pattern: '\\.' }, then: extensionNameSchema, else: { enum: names } })
