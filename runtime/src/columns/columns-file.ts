import type { CommonDocument } from '../documents/common-document.ts'
import type { Text } from '../documents/text.ts'
import { hashDocument } from '../release/hash.ts'
import type { Words } from './bit-rows.ts'
import type { Allocate } from './bucket.ts'
import { Checksum } from './checksum.ts'
import { columnsOf, type Column } from './column.ts'
import { layOut } from './column-layout.ts'
import { ColumnUse } from './column-use.ts'
import { columnsOfHistory } from './history-columns.ts'
import type { ColumnForm } from './column-kinds/column-kind.ts'
import { RegisterColumns } from './register-columns.ts'
import type { RegisterRow } from './row-encoding.ts'
import { TextDictionary } from './text-dictionary.ts'

/** Raised with every change of what the bits mean. */
const fileVersion = 3
/** "tcc1" where words are written lowest byte first; elsewhere the file is not taken for one of ours. */
const mark = 0x31636374

interface SavedColumn extends Pick<Column, 'place' | 'id' | 'answered'> {
  readonly form: ColumnForm
  readonly texts?: readonly string[]
}

/** What a file says of its columns before their bits. */
interface FileHeader {
  readonly dictionary: string
  /** What the columns were made of: a day, a place in the log of changes, as the caller gave it. */
  readonly key: unknown
  readonly memberUuids: boolean
  readonly historySlots?: number
  /** By name: the same dictionary may tell its questions in another order. */
  readonly columns: readonly SavedColumn[]
  readonly gaps: readonly number[]
  readonly used: readonly number[]
  readonly buckets: readonly { readonly members: number; readonly rows: number }[]
  readonly apart: readonly RegisterRow[]
}

/** Where bytes come from, in order. */
export interface ByteSource {
  /** Fills the target; false where the bytes end before it is full. */
  readonly fill: (target: Uint8Array<ArrayBufferLike>) => boolean
}

export type FileRefusal = 'not_columns' | 'other_version' | 'other_dictionary' | 'damaged'

/** Columns read from a file, or why the file is of no use. It is then made anew from the register. */
export type LoadedColumns =
  | { readonly kind: 'loaded'; readonly register: RegisterColumns; readonly key: unknown }
  | { readonly kind: 'refused'; readonly code: FileRefusal; readonly message: Text }

const refusals: Readonly<Record<FileRefusal, Text>> = {
  not_columns: { vi: 'Tệp không phải là bản sao sổ bộ theo cột; sẽ dựng lại từ cơ sở dữ liệu.', en: 'The file does not hold the columns of a register; they are built anew from the database.' },
  other_version: { vi: 'Bản sao sổ bộ theo cột do phiên bản khác của chương trình ghi; sẽ dựng lại từ cơ sở dữ liệu.', en: 'The columns of the register were saved by another version of the program; they are built anew from the database.' },
  other_dictionary: { vi: 'Bản sao sổ bộ theo cột được ghi theo từ điển khác; sẽ dựng lại từ cơ sở dữ liệu.', en: 'The columns of the register were saved under another dictionary; they are built anew from the database.' },
  damaged: { vi: 'Bản sao sổ bộ theo cột bị hỏng hoặc thiếu; sẽ dựng lại từ cơ sở dữ liệu.', en: 'The saved columns of the register are damaged or incomplete; they are built anew from the database.' },
}

const refused = (code: FileRefusal): LoadedColumns => ({ kind: 'refused', code, message: refusals[code] })

/** Hash of everything that decides which columns there are and what their bits mean. */
export const columnsHash = ({ dictionary, lists }: CommonDocument): string => hashDocument({ dictionary, lists })

const bytesOf = (words: Words): Uint8Array<ArrayBufferLike> => new Uint8Array(words.buffer, words.byteOffset, words.byteLength)

const charactersTogether = 4096

/** Two characters a word, with a space at the end where they do not come out even. */
const wordsOfText = (text: string): Int32Array<ArrayBuffer> => {
  const words = new Int32Array(Math.ceil(text.length / 2))
  const units = new Uint16Array(words.buffer)
  units.fill(' '.charCodeAt(0))
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index)
  return words
}

const textOfWords = (words: Int32Array<ArrayBuffer>): string => {
  const units = new Uint16Array(words.buffer)
  const parts = Array.from({ length: Math.ceil(units.length / charactersTogether) }, (_part, part) => units.subarray(part * charactersTogether, (part + 1) * charactersTogether))
  return parts.map((part) => String.fromCharCode(...part)).join('')
}

const headerOf = (register: RegisterColumns, key: unknown): FileHeader => ({
  dictionary: columnsHash(register.common),
  key,
  memberUuids: register.layout.memberUuids,
  ...(register.layout.historySlots !== undefined && { historySlots: register.layout.historySlots }),
  columns: register.layout.columns.map(({ place, id, answered, encoding: { width, base, decimals, dictionary } }) => ({ place, id, answered, form: { width, base, decimals }, ...(dictionary && { texts: dictionary.texts() }) })),
  gaps: [...register.use.gaps],
  used: [...register.use.used],
  buckets: register.buckets.map(({ members, rows }) => ({ members, rows })),
  apart: [...register.apart.values()],
})

/** The columns as bytes, in pieces; `key` comes back when they are loaded. The register may not change meanwhile. */
export function* saveColumns(register: RegisterColumns, key: unknown): Generator<Uint8Array<ArrayBufferLike>> {
  const checksum = new Checksum()
  const header = wordsOfText(JSON.stringify(headerOf(register, key)))
  const written = (words: Words) => {
    checksum.add(words)
    return bytesOf(words)
  }
  yield written(new Int32Array([mark, fileVersion, header.length]))
  yield written(header)
  yield written(checksum.words)
  for (const bucket of register.buckets) for (const words of bucket.usedWords()) yield written(words)
  yield written(checksum.words)
}

/** Reads words and counts them into the checksum. */
class WordReader {
  readonly checksum = new Checksum()
  readonly #source: ByteSource

  constructor(source: ByteSource) {
    this.#source = source
  }

  take(words: Words): boolean {
    if (!this.#source.fill(bytesOf(words))) return false
    this.checksum.add(words)
    return true
  }

  read(count: number): Int32Array<ArrayBuffer> | undefined {
    const words = new Int32Array(count)
    return this.take(words) ? words : undefined
  }

  /** Whether the checksum of all that was read so far comes next. */
  isSound(): boolean {
    const [a, b] = this.checksum.words
    const words = this.read(2)
    return words !== undefined && words[0] === a && words[1] === b
  }
}

/** Columns of a dictionary from bytes that `saveColumns` made; anything else is refused. */
export const loadColumns = (common: CommonDocument, source: ByteSource, allocate?: Allocate): LoadedColumns => {
  const reader = new WordReader(source)
  const [found, version, length = 0] = reader.read(3) ?? []
  if (found !== mark) return refused('not_columns')
  if (version !== fileVersion) return refused('other_version')
  const header = readHeader(reader, length)
  if (header === undefined) return refused('damaged')
  if (header.dictionary !== columnsHash(common)) return refused('other_dictionary')
  const register = new RegisterColumns(common, allocate)
  const { memberUuids, historySlots } = header
  const known = [...columnsOf(common), ...(historySlots === undefined ? [] : columnsOfHistory(undefined, historySlots))]
  const layout = layOut(header.columns.flatMap((saved) => restoredColumns(known, saved)), { memberUuids, historySlots })
  if (layout.columns.length !== known.length) return refused('damaged')
  const buckets = header.buckets.map((bucket) => ({ ...bucket, fill: (words: Words) => reader.take(words) }))
  const use = new ColumnUse(Uint8Array.from(header.gaps), Int32Array.from(header.used))
  if (!register.restore({ layout, use, buckets, apart: header.apart }) || !reader.isSound()) return refused('damaged')
  return { kind: 'loaded', register, key: header.key }
}

const mostHeaderWords = 2 ** 28

const readHeader = (reader: WordReader, length: number): FileHeader | undefined => {
  const words = length > 0 && length < mostHeaderWords ? reader.read(length) : undefined
  return words !== undefined && reader.isSound() ? JSON.parse(textOfWords(words)) : undefined
}

const restoredColumns = (known: readonly Column[], { place, id, answered, form, texts }: SavedColumn): readonly Column[] =>
  known.filter((column) => column.place === place && column.id === id)
    .map((column) => ({ ...column, answered, encoding: { ...column.encoding, ...form, ...(texts && { dictionary: new TextDictionary(texts) }) } }))
