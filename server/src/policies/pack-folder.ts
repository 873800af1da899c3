import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

export interface PackEntry {
  readonly name: string
  readonly isFolder: boolean
}

/**
 * Where the files of packs lie: below one folder, or each part below a folder of its own, so that a release that lies
 * alone is read with what others share. Paths inside are written with forward slashes from the folder of the packs.
 */
export class PackFolder {
  readonly #parts: readonly (readonly [string, string])[]

  /** Parts by their path inside; the empty path is the folder of the packs itself. */
  constructor(parts: Readonly<Record<string, string>>) {
    this.#parts = Object.entries(parts).toSorted(([a], [b]) => b.length - a.length)
  }

  /** Path of a file or folder on disk; undefined where no part holds it. */
  pathOf(path: string): string | undefined {
    const inside = path === '.' ? '' : path
    const part = this.#parts.find(([name]) => name === '' || inside === name || inside.startsWith(`${name}/`))
    return part && join(part[1], inside.slice(part[0].length))
  }

  /** Names in a folder, in order, without those that start with a dot; empty where there is no such folder. */
  list(path: string): readonly PackEntry[] {
    const folder = this.pathOf(path)
    return folder === undefined ? this.#partsIn(path) : entriesOf(folder)
  }

  /** Bytes of a file; undefined where there is none. */
  sizeOf(file: string): number | undefined {
    const path = this.pathOf(file)
    return path === undefined ? undefined : unlessMissing(() => statSync(path).size)
  }

  /** Text of a file; undefined where there is none. */
  readText(file: string): string | undefined {
    const path = this.pathOf(file)
    return path === undefined ? undefined : unlessMissing(() => readFileSync(path, 'utf8'))
  }

  #partsIn(path: string): readonly PackEntry[] {
    const start = path === '.' ? '' : `${path}/`
    const names = this.#parts.flatMap(([part]) => (part.startsWith(start) ? [part.slice(start.length).split('/')[0] ?? ''] : []))
    return [...new Set(names)].toSorted().map((name) => ({ name, isFolder: !name.endsWith('.json') }))
  }
}

const entriesOf = (folder: string): readonly PackEntry[] =>
  (unlessMissing(() => readdirSync(folder, { withFileTypes: true })) ?? [])
    .filter(({ name }) => !name.startsWith('.'))
    .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))

function unlessMissing<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return undefined
    throw error
  }
}
