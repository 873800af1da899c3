import type { CommonDocument, Text } from '@tieuchi/runtime'
import { parseJson } from '../../../policies/json-text.ts'
import { asInput, withMemberIds } from '../../decide-input.ts'
import type { FileProblem, ReadHousehold } from './register-file.ts'

/** One household on each line, as `decide` reads it, with `id` and `unit` where it says: the code of a unit, or what its unit is asked for. Lines without anything are left out. */
export async function* readNdjson(text: AsyncIterable<string>, common: CommonDocument): AsyncGenerator<ReadHousehold> {
  let line = 0
  for await (const written of linesOf(text)) {
    line += 1
    if (written.trim() !== '') yield readLine(written, line, common)
  }
}

async function* linesOf(text: AsyncIterable<string>): AsyncGenerator<string> {
  let open = ''
  for await (const part of text) {
    const [first = '', ...lines] = part.split('\n')
    open += first
    for (const line of lines) {
      yield open
      open = line
    }
  }
  yield open
}

function readLine(written: string, line: number, common: CommonDocument): ReadHousehold {
  const value = parseLine(written)
  if (value === undefined) return wrong({ line, message: notJson(written) })
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return wrong({ line, message: notHousehold })
  const { id, unit, ...rest }: { readonly id?: unknown; readonly unit?: unknown } = value
  const [name, code, answers] = [textOf(id), textOf(unit), typeof unit === 'object' && unit !== null ? { unit } : {}]
  if (id !== undefined && name === undefined) return wrong({ line, place: 'id', message: notText(id) })
  if (unit !== undefined && code === undefined && !('unit' in answers)) return wrong({ line, place: 'unit', message: notCode(unit) })
  const read = asInput(common, withMemberIds({ ...rest, ...answers }))
  if ('issues' in read) return { problems: read.issues.map(({ path, message }) => ({ line, ...(path.length > 0 && { place: path.join('.') }), message })) }
  return { household: { line, ...(name !== undefined && { id: name }), ...(code !== undefined && { unit: code }), input: read.input } }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : typeof value === 'number' ? String(value) : undefined)

const wrong = (problem: FileProblem): ReadHousehold => ({ problems: [problem] })

function parseLine(written: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}

function notJson(written: string): Text {
  const parsed = parseJson(written)
  const column = 'mistake' in parsed ? parsed.mistake.column : 1
  return { vi: `không phải JSON hợp lệ, lỗi ở cột ${column}; mỗi dòng phải là trọn một hộ.`, en: `not valid JSON, the mistake is in column ${column}; each line has to be one whole household.` }
}

const notHousehold: Text = { vi: 'cần một đối tượng có “household” và “members”.', en: 'an object with “household” and “members” is expected.' }
const notText = (value: unknown): Text => ({ vi: `“${JSON.stringify(value)}” không phải mã; hãy ghi chữ hoặc số.`, en: `“${JSON.stringify(value)}” is no id; write text or a number.` })
const notCode = (value: unknown): Text => ({ vi: `“${JSON.stringify(value)}” không phải mã đơn vị; hãy ghi mã xã, phường hoặc đặc khu, ví dụ "11074".`, en: `“${JSON.stringify(value)}” is no code of a unit; write that of a commune, for example "11074".` })
