import { createReadStream, statSync } from 'node:fs'
import { TextDecoderStream } from 'node:stream/web'
import { Readable } from 'node:stream'
import type { HouseholdInput, Text } from '@tieuchi/runtime'
import { CommandError } from '../../command-error.ts'
import { unreadable } from '../../json-file.ts'

/** A household as a line, or lines, of a file tell it. */
export interface FileHousehold {
  /** The line it begins on. */
  readonly line: number
  /** What the file calls it, where it does. */
  readonly id?: string
  /** Code of the unit it lives in, where it says. */
  readonly unit?: string
  readonly input: HouseholdInput
}

/** Something in a file that cannot be read as it stands. */
export interface FileProblem {
  readonly line: number
  /** What of the line: a column, or a path. */
  readonly place?: string
  readonly message: Text
}

export type ReadHousehold = { readonly household: FileHousehold } | { readonly problems: readonly FileProblem[] }

/** Text of a file piece by piece, without a mark of its encoding before it; what is not UTF-8 is refused. */
export async function* readText(file: string): AsyncGenerator<string> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory()) throw unreadable(file, 'EISDIR')
  const decoded = Readable.toWeb(createReadStream(file)).pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
  try {
    for await (const part of decoded) yield part
  } catch (error) {
    if (error instanceof TypeError) throw new CommandError({ vi: `${file}: không phải văn bản UTF-8; hãy lưu lại tệp với bảng mã UTF-8.`, en: `${file}: not text in UTF-8; save the file as UTF-8.` })
    throw unreadable(file, error instanceof Error && 'code' in error ? String(error.code) : '')
  }
}

/** So many problems are told one by one. */
const mostTold = 20

/** Everything wrong with a file, by line; nothing of it is used. */
export function problemsError(file: string, problems: readonly FileProblem[]): CommandError {
  const told = problems.slice(0, mostTold)
  const more = problems.length - told.length
  const inLanguage = (language: keyof Text, line: string, rest: string): string =>
    [...told.map(({ line: number, place, message }) => `${file}, ${line} ${number}${place === undefined ? '' : `, ${place}`}: ${message[language]}`), ...(more > 0 ? [rest] : [])].join('\n')
  return new CommandError({
    vi: inLanguage('vi', 'dòng', `Còn ${more} lỗi khác. Chưa tính gì; hãy sửa tệp rồi chạy lại.`),
    en: inLanguage('en', 'line', `${more} more. Nothing was computed; correct the file and run again.`),
  })
}
