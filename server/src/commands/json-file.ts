import { readFileSync } from 'node:fs'
import type { Text } from '@tieuchi/runtime'
import { DecideError } from './decide-error.ts'

const reasons: Readonly<Record<string, Text>> = {
  ENOENT: { vi: 'không có tệp này', en: 'there is no such file' },
  EISDIR: { vi: 'đây là thư mục, không phải tệp', en: 'it is a folder, not a file' },
  EACCES: { vi: 'không có quyền đọc tệp', en: 'reading it is not permitted' },
}

/** Content of a JSON file; an error that says in words what is wrong and where. */
export function parseJsonFile(file: string): unknown {
  const text = readText(file)
  try {
    return JSON.parse(text)
  } catch {
    const before = text.slice(0, mistakeIn(text)).split('\n')
    const [line, column] = [before.length, (before.at(-1) ?? '').length + 1]
    throw new DecideError({
      vi: `${file}: không phải JSON hợp lệ; lỗi ở dòng ${line}, cột ${column}. Hãy kiểm tra dấu ngoặc, dấu phẩy và dấu nháy ở đó.`,
      en: `${file}: not valid JSON; the mistake is in line ${line}, column ${column}. Check brackets, commas and quotes there.`,
    })
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = reasons[code] ?? { vi: `lỗi ${code}`, en: `error ${code}` }
    throw new DecideError({ vi: `${file}: không đọc được: ${reason.vi}.`, en: `${file}: cannot be read: ${reason.en}.` })
  }
}

/** Where JSON stops being JSON. Not every message of the parser tells, so it is the end of the longest beginning that could still go on. */
function mistakeIn(text: string): number {
  let [sound, broken] = [0, text.length + 1]
  while (broken - sound > 1) {
    const middle = Math.floor((sound + broken) / 2)
    if (canGoOn(text.slice(0, middle))) sound = middle
    else broken = middle
  }
  return sound
}

function canGoOn(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return true
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = /at position (\d+)/.exec(message)?.[1]
    return message.startsWith('Unexpected end') || (position !== undefined && Number(position) >= beginning.length)
  }
}
