import { globSync } from 'node:fs'

/** The packages of the workspace, in the order of the layers. */
export const packages = ['runtime', 'server', 'designer', 'migrations', 'client', 'test'] as const

export type PackageName = (typeof packages)[number]

/** What others wrote, or a program did. */
const isForeign = (path: string): boolean => /(^|[\\/])(node_modules|dist|generated)$/.test(path)

/** Sources of a package below a root, as paths from it with forward slashes. */
export const listSources = (root: string, name: PackageName): readonly string[] =>
  globSync(`${name}/**/*.{ts,tsx,js}`, { cwd: root, exclude: isForeign }).map((path) => path.replaceAll('\\', '/')).toSorted()
