import type { Plugin } from 'vite'

/** The files a package exports, as the server found them when it asked for the build. */
interface PackageEntries {
  readonly entry: string
  readonly designerEntry?: string
}

const id = 'virtual:extensions'

const readEntries = (text: string | undefined): readonly PackageEntries[] => (text === undefined || text === '' ? [] : JSON.parse(text))

const codeOf = (packages: readonly PackageEntries[]): string => [
  ...packages.map(({ entry }, index) => `import { extension as extension${index} } from ${JSON.stringify(entry)}`),
  ...packages.flatMap(({ designerEntry }, index) => (designerEntry === undefined ? [] : [`import { designerExtension as designer${index} } from ${JSON.stringify(designerEntry)}`])),
  `export const packages = [${packages.map(({ designerEntry }, index) => `{ extension: extension${index}${designerEntry === undefined ? '' : `, designer: designer${index}`} }`).join(', ')}]`,
].join('\n')

/** Makes the packages that are installed a module of the application: which they are, the server says in `TIEUCHI_EXTENSIONS`. */
export const extensionsPlugin = (): Plugin => ({
  name: 'tieuchi-extensions',
  resolveId: (source) => (source === id ? `\0${id}` : undefined),
  load: (module) => (module === `\0${id}` ? codeOf(readEntries(process.env['TIEUCHI_EXTENSIONS'])) : undefined),
})
