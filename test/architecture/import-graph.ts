import { existsSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import type { SourceShape } from './source-shape.ts'

/** Files with the files they import, types included; paths from the root. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/** Who imports whom among the given sources: by path, or by the name of a package of the workspace. */
export function importGraphOf(root: string, sources: readonly SourceShape[]): ImportGraph {
  const known = new Set(sources.map(({ file }) => file))
  return new Map(sources.map(({ file, imports }) => [file, imports.flatMap((name) => resolveImport(root, file, name) ?? []).filter((target) => known.has(target))]))
}

function resolveImport(root: string, file: string, name: string): string | undefined {
  if (name.startsWith('.')) return posix.join(posix.dirname(file), name)
  const [scope, folder = '', ...rest] = name.split('/')
  return scope === '@tieuchi' ? exportedFile(root, folder, ['.', ...rest].join('/')) : undefined
}

interface PackageFile {
  /** Without it every file may be imported by its path. */
  readonly exports?: Readonly<Record<string, string>>
}

/** The file behind an entry of a package's `exports`, as this workspace writes them: an exact entry, or one with a star. */
function exportedFile(root: string, folder: string, entry: string): string | undefined {
  const file = join(root, folder, 'package.json')
  const { exports = { './*': './*' } }: PackageFile = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
  const target = exports[entry] ?? exports['./*']?.replace('*', entry.slice(2))
  return target === undefined ? undefined : posix.join(folder, target)
}

/** Files that import each other in a circle, each group once: strongly connected components after Tarjan. */
export function findCircles(graph: ImportGraph): readonly (readonly string[])[] {
  const search = new CircleSearch(graph)
  for (const file of graph.keys()) search.visit(file)
  return search.circles
}

class CircleSearch {
  readonly circles: (readonly string[])[] = []
  readonly #graph: ImportGraph
  readonly #order = new Map<string, number>()
  readonly #open: string[] = []

  constructor(graph: ImportGraph) {
    this.#graph = graph
  }

  /** Number of the earliest file that can be reached from this one and is not yet settled. */
  visit(file: string): number {
    const seen = this.#order.get(file)
    if (seen !== undefined) return this.#open.includes(file) ? seen : Number.POSITIVE_INFINITY
    const number = this.#order.size
    this.#order.set(file, number)
    this.#open.push(file)
    const imports = this.#graph.get(file) ?? []
    const lowest = Math.min(number, ...imports.map((target) => this.visit(target)))
    if (lowest === number) this.#settle(file)
    return lowest
  }

  #settle(file: string): void {
    const group = this.#open.splice(this.#open.lastIndexOf(file))
    if (group.length > 1 || this.#graph.get(file)?.includes(file)) this.circles.push(group)
  }
}
