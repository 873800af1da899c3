import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'

/** Tests of one schema, in the format of the public JSON Schema Test Suite. */
export interface SuiteGroup {
  readonly description: string
  readonly schema: object | boolean
  readonly tests: readonly { readonly description: string; readonly data: unknown; readonly valid: boolean }[]
}

export interface SuiteFile {
  /** Seen from the folder, with `/`. */
  readonly name: string
  /** The whole path, with `/`. */
  readonly path: string
  readonly groups: readonly SuiteGroup[]
}

/** The folder or a file of it cannot be used. */
export class SuiteError extends Error {}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isTest = (value: unknown): boolean => isObject(value) && typeof value['description'] === 'string' && 'data' in value && typeof value['valid'] === 'boolean'

const isGroup = (value: unknown): value is SuiteGroup =>
  isObject(value) && typeof value['description'] === 'string' && (isObject(value['schema']) || typeof value['schema'] === 'boolean') && Array.isArray(value['tests']) && value['tests'].every(isTest)

const readJson = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new SuiteError(`${file}: ${error instanceof Error ? error.message : String(error)}`)
  }
}

const readFile = (folder: string, file: string): SuiteFile => {
  const groups = readJson(file)
  if (!Array.isArray(groups) || !groups.every(isGroup)) throw new SuiteError(`${file}: a list of { description, schema, tests: [{ description, data, valid }] } is expected`)
  return { name: relative(folder, file).replaceAll('\\', '/'), path: resolve(file).replaceAll('\\', '/'), groups }
}

/** Every test file of a folder and the folders below, in order of their names. Schemas to refer to lie elsewhere (`remotes`). */
export const readSuite = (folder: string): readonly SuiteFile[] => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new SuiteError(`${folder}: there is no such folder`)
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json') && !name.split(/[\\/]/).includes('remotes')).toSorted()
  if (names.length === 0) throw new SuiteError(`${folder}: there is no .json file in it`)
  return names.map((name) => readFile(folder, join(folder, name)))
}
