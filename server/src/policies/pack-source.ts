import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Issue } from '@tieuchi/runtime'
import { packIssue, placedIssue } from './pack-error.ts'

/** Where a part of a document came from: a file, and the place within it. */
interface Origin {
  readonly file: string
  readonly place: Issue['path']
}

/** A document put together from several files, with the way back to them. */
export interface PackDocument {
  readonly value: Readonly<Record<string, unknown>>
  readonly origins: Readonly<Record<string, Origin | readonly Origin[]>>
  readonly header: string
}

/** Reads JSON files of the packs; what cannot be read is collected. */
export class PackSource {
  readonly folder: string
  readonly issues: Issue[] = []

  constructor(folder: string) {
    this.folder = folder
  }

  /** Names in a folder, in order; without those that start with a dot. Empty where there is no such folder. */
  list(path: string): readonly { readonly name: string; readonly isFolder: boolean }[] {
    try {
      return readdirSync(join(this.folder, path), { withFileTypes: true })
        .filter(({ name }) => !name.startsWith('.'))
        .map((entry) => ({ name: entry.name, isFolder: entry.isDirectory() }))
        .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    } catch (error) {
      if (isMissing(error)) return []
      throw error
    }
  }

  /** The JSON files of a folder, in order of their names; anything else in it is a problem. */
  listJson(path: string): readonly string[] {
    return this.list(path).flatMap(({ name, isFolder }) => {
      const file = `${path}/${name}`
      if (!isFolder && name.endsWith('.json')) return [file]
      this.issues.push(packIssue(file, [], { code: 'pack_unexpected', vi: 'không đọc tệp này ở đây; hãy chuyển đi hoặc đổi thành tệp .json.', en: 'is not read here; move it away or make it a .json file.' }))
      return []
    })
  }

  /** Content of a JSON file; undefined, with an issue, where there is none. */
  read(file: string): unknown {
    try {
      return JSON.parse(readFileSync(join(this.folder, file), 'utf8'))
    } catch (error) {
      this.issues.push(isMissing(error)
        ? packIssue(file, [], { code: 'pack_missing', vi: 'thiếu tệp này; hãy thêm tệp.', en: 'is missing; add the file.' })
        : packIssue(file, [], { code: 'pack_json', vi: `không phải JSON hợp lệ (${reason(error)}); hãy sửa cú pháp.`, en: `is not valid JSON (${reason(error)}); correct the syntax.` }))
      return undefined
    }
  }

  readObject(file: string): Readonly<Record<string, unknown>> | undefined {
    const value = this.read(file)
    if (value === undefined || isObject(value)) return value
    this.issues.push(packIssue(file, [], { code: 'pack_shape', vi: 'cần một đối tượng { … }.', en: 'must hold an object { … }.' }))
    return undefined
  }

  /** The entries of every file of a folder; a file holds one of them or a list. */
  readEntries(path: string): { readonly values: readonly unknown[]; readonly origins: readonly Origin[] } {
    const entries = this.listJson(path).flatMap((file) => {
      const value = this.read(file)
      if (value === undefined) return []
      return Array.isArray(value) ? value.map((each: unknown, index) => ({ value: each, origin: { file, place: [index] } })) : [{ value, origin: { file, place: [] } }]
    })
    return { values: entries.map(({ value }) => value), origins: entries.map(({ origin }) => origin) }
  }

  /** Collects problems of a document at the files its parts were read from; each problem once. */
  place(document: PackDocument, issues: readonly Issue[]): void {
    for (const issue of issues) {
      const { file, place } = originOf(document, issue.path)
      const placed = placedIssue(issue, file, place, valueAt(document.value, issue.path))
      if (!this.issues.some((other) => other.message.en === placed.message.en)) this.issues.push(placed)
    }
  }
}

const originOf = ({ origins, header }: PackDocument, path: Issue['path']): Origin => {
  const [part, index, ...rest] = path
  const origin = origins[String(part)]
  if (origin === undefined) return { file: header, place: path }
  if (!isList(origin)) return { file: origin.file, place: [...origin.place, ...path.slice(1)] }
  const entry = origin[Number(index)]
  return entry ? { file: entry.file, place: [...entry.place, ...rest] } : { file: header, place: path }
}

const isList = (origin: Origin | readonly Origin[]): origin is readonly Origin[] => Array.isArray(origin)

const valueAt = (value: unknown, path: Issue['path']): unknown =>
  path.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Object.entries(node).find(([name]) => name === String(key))?.[1] : undefined), value)

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')

const reason = (error: unknown): string => (error instanceof Error ? error.message : String(error))
