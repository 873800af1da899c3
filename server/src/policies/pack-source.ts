import { beyond, checkDocumentLimits, limits, type Issue } from '@tieuchi/runtime'
import { parseJson, type Position } from './json-text.ts'
import { packIssue, placedIssue, type PackIssue } from './pack-error.ts'
import type { PackEntry, PackFolder } from './pack-folder.ts'

/** Where a part of a document came from: a file, and the place within it. */
export interface Origin {
  readonly file: string
  readonly place: Issue['path']
}

/** A document put together from several files, with the way back to them. */
export interface PackDocument {
  readonly value: Readonly<Record<string, unknown>>
  readonly origins: Readonly<Record<string, Origin | readonly Origin[]>>
  readonly header: string
  /** Places of it that stand in other files than the part they belong to. */
  readonly placed?: readonly PlacedPart[]
}

/** A place of a document that came from a file of its own. */
export interface PlacedPart {
  readonly path: Issue['path']
  readonly origin: Origin
}

/** Reads JSON files of the packs; what cannot be read is collected. */
export class PackSource {
  readonly folder: PackFolder
  readonly issues: PackIssue[] = []

  constructor(folder: PackFolder) {
    this.folder = folder
  }

  /** Names in a folder, in order; without those that start with a dot. Empty where there is no such folder. */
  list(path: string): readonly PackEntry[] {
    return this.folder.list(path)
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

  /** Content of a JSON file; undefined, with issues, where there is none or it is beyond the limits of documents. */
  read(file: string): unknown {
    const size = this.folder.sizeOf(file)
    if (size === undefined) return this.#refuse(packIssue(file, [], { code: 'pack_missing', vi: 'thiếu tệp này; hãy thêm tệp.', en: 'is missing; add the file.' }))
    if (size > limits.file_bytes) return this.#refuse(packIssue(file, [], { code: 'limit_file_bytes', ...beyond('file_bytes', size) }))
    const parsed = parseJson(this.folder.readText(file) ?? '')
    if ('mistake' in parsed) return this.#refuse({ ...jsonIssue(file, parsed.mistake), params: { ...parsed.mistake } })
    this.issues.push(...parsed.repeated.map((place) => repeatedIssue(file, place)))
    const tooLarge = checkDocumentLimits(parsed.value)
    this.issues.push(...tooLarge.map((issue) => placedIssue(issue, file, issue.path, undefined)))
    return tooLarge.length > 0 ? undefined : parsed.value
  }

  #refuse(issue: PackIssue): undefined {
    this.issues.push(issue)
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

/** The file and the place in it behind a path of a document. */
export const originOf = ({ origins, header, placed = [] }: PackDocument, path: Issue['path']): Origin => {
  const own = placed.find((each) => each.path.every((step, depth) => String(path[depth]) === String(step)))
  if (own) return { file: own.origin.file, place: [...own.origin.place, ...path.slice(own.path.length)] }
  const [part, index, ...rest] = path
  const origin = origins[String(part)]
  if (origin === undefined) return { file: header, place: path }
  if (!isList(origin)) return { file: origin.file, place: [...origin.place, ...path.slice(1)] }
  const entry = origin[Number(index)]
  return entry ? { file: entry.file, place: [...entry.place, ...rest] } : { file: header, place: path }
}

const isList = (origin: Origin | readonly Origin[]): origin is readonly Origin[] => Array.isArray(origin)

/** What stands at a path of a document; undefined where nothing does. */
export const valueAt = (value: unknown, path: Issue['path']): unknown =>
  path.reduce<unknown>((node, key) => (typeof node === 'object' && node !== null ? Object.entries(node).find(([name]) => name === String(key))?.[1] : undefined), value)

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const jsonIssue = (file: string, { line, column }: Position): PackIssue => packIssue(file, [], {
  code: 'pack_json',
  vi: `không phải JSON hợp lệ; lỗi ở dòng ${line}, cột ${column}. Hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy ở đó.`,
  en: `is not valid JSON; the mistake is in line ${line}, column ${column}. Check brackets, commas and quotes there.`,
})

const repeatedIssue = (file: string, place: Issue['path']): PackIssue => packIssue(file, place, {
  code: 'pack_name_twice',
  vi: `tên “${place.at(-1)}” ghi hai lần trong cùng một đối tượng nên giá trị trước bị mất; hãy bỏ hoặc đổi tên một chỗ.`,
  en: `the name “${place.at(-1)}” stands twice in one object, so the earlier value is lost; remove or rename one of them.`,
})
