import { readFileSync, statSync } from 'node:fs'
import { beyond, limits, type Text } from '@tieuchi/runtime'
import { parseJson } from '../policies/json-text.ts'
import { CommandError } from './command-error.ts'

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { vi: 'không có tệp này', en: 'there is no such file' },
  EISDIR: { vi: 'đây là thư mục, không phải tệp', en: 'it is a folder, not a file' },
  EACCES: { vi: 'không có quyền đọc tệp', en: 'reading it is not permitted' },
}

/** Content of a JSON file; an error that says in words what is wrong and where. */
export function parseJsonFile(file: string): unknown {
  const parsed = parseJson(readText(file))
  if ('value' in parsed) return parsed.value
  const { line, column } = parsed.mistake
  throw new CommandError({
    vi: `${file}: không phải JSON hợp lệ; lỗi ở dòng ${line}, cột ${column}. Hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy ở đó.`,
    en: `${file}: not valid JSON; the mistake is in line ${line}, column ${column}. Check brackets, commas and quotes there.`,
  })
}

function readText(file: string): string {
  try {
    const { size } = statSync(file)
    if (size > limits.file_bytes) throw new CommandError({ vi: `${file}: ${beyond('file_bytes', size).vi}`, en: `${file}: ${beyond('file_bytes', size).en}` })
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof CommandError) throw error
    throw unreadable(file, error instanceof Error && 'code' in error ? String(error.code) : '')
  }
}

/** Why a file cannot be read, by the code of the error. */
export function unreadable(file: string, code: string): CommandError {
  const reason = reasons[code] ?? { vi: `lỗi ${code}`, en: `error ${code}` }
  return new CommandError({ vi: `${file}: không đọc được: ${reason.vi}.`, en: `${file}: cannot be read: ${reason.en}.` })
}
