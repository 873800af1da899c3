import type { Plugin } from 'vite'

/** The files a package exports, as the server found them when it asked for the build. */
interface PackageEntries {
  readonly entry: string
  readonly designerEntry?: string
}

const readEntries = (text: string | undefined): readonly PackageEntries[] => (text === undefined || text === '' ? [] : JSON.parse(text))

/** A module that imports one thing of several files and exports it of all of them. */
const collect = (name: string, imported: string, files: readonly string[], asEntry: (each: string) => string): string => [
  ...files.map((file, index) => `import { ${imported} as each${index} } from ${JSON.stringify(file)}`),
  `export const ${name} = [${files.map((_file, index) => asEntry(`each${index}`)).join(', ')}]`,
].join('\n')

/** What is put together of the packages: what page and workers share, and what the page alone draws. */
const modules: Readonly<Record<string, (packages: readonly PackageEntries[]) => string>> = {
  'virtual:extensions': (packages) => collect('packages', 'extension', packages.map(({ entry }) => entry), (each) => `{ extension: ${each} }`),
  'virtual:extension-designers': (packages) => collect('designers', 'designerExtension', packages.flatMap(({ designerEntry }) => designerEntry ?? []), (each) => each),
}

/** Makes the packages that are installed modules of the application: which they are, the server says in `TIEUCHI_EXTENSIONS`. */
export const extensionsPlugin = (): Plugin => ({
  name: 'tieuchi-extensions',
  resolveId: (source) => (Object.hasOwn(modules, source) ? `\0${source}` : undefined),
  load: (module) => modules[module.slice(1)]?.(readEntries(process.env['TIEUCHI_EXTENSIONS'])),
})
