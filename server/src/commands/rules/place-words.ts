import { pieceNouns, type Issue, type Text } from '@tieuchi/runtime'
import { valueAt } from '../../policies/pack-source.ts'

/** How things are called that stand in a property of this name. */
const nouns: Readonly<Record<string, Text>> = {
  rules: { vi: 'quy tắc', en: 'rule' },
  sections: { vi: 'phần', en: 'section' },
  entries: { vi: 'mục', en: 'entry' },
  properties: { vi: 'câu hỏi', en: 'question' },
}

/** How things are called by their kind. */
const kinds: Readonly<Record<string, Text>> = { ...pieceNouns, form: { vi: 'biểu mẫu', en: 'form' }, list: { vi: 'danh mục', en: 'code list' } }

/** How what has no title is counted in lists of this name. */
const counted: Readonly<Record<string, Text>> = {
  rows: { vi: 'dòng', en: 'row' },
  when: { vi: 'cột', en: 'column' },
  then: { vi: 'kết quả', en: 'result' },
  checks: { vi: 'nội dung kiểm tra', en: 'check' },
  spells: { vi: 'giai đoạn', en: 'spell' },
}

/** A place of a pack file in words, by the titles on the way to it: `Bảng “Phân loại hộ”, dòng 3, cột 1`. Empty where there are none. */
export function placeWords(file: unknown, place: Issue['path']): Text {
  const parts: Text[] = []
  let [node, container]: [unknown, string] = [file, '']
  const see = (step: string | number | undefined): void => {
    const part = titleOf(node, container) ?? (step === undefined ? undefined : numberOf(step, container))
    if (part) parts.push(part)
  }
  see(undefined)
  for (const step of place) {
    node = valueAt(node, [step])
    see(step)
    container = Array.isArray(node) || !/^\d+$/.test(String(step)) ? String(step) : container
  }
  return { vi: sentence(parts.map(({ vi }) => vi)), en: sentence(parts.map(({ en }) => en)) }
}

function titleOf(node: unknown, container: string): Text | undefined {
  if (typeof node !== 'object' || node === null) return undefined
  const { title, 'x-label': label, kind, expect }: Readonly<Record<string, unknown>> = { ...node }
  const words = [title, label].find(isText)
  if (!words) return undefined
  const noun = kinds[String(kind)] ?? nouns[container] ?? ('certainty' in node ? parameter : expect === undefined ? undefined : worked)
  return { vi: [noun?.vi, `“${words.vi}”`].filter(Boolean).join(' '), en: [noun?.en, `“${words.en}”`].filter(Boolean).join(' ') }
}

const parameter: Text = { vi: 'tham số', en: 'parameter' }
const worked: Text = { vi: 'ca kiểm thử', en: 'case' }

function numberOf(step: string | number, container: string): Text | undefined {
  const noun = counted[container]
  const number = Number(step) + 1
  return noun && Number.isInteger(number) ? { vi: `${noun.vi} ${number}`, en: `${noun.en} ${number}` } : undefined
}

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value && typeof value.vi === 'string' && typeof value.en === 'string'

const sentence = (parts: readonly string[]): string => {
  const words = parts.join(', ')
  return words.charAt(0).toLocaleUpperCase('vi') + words.slice(1)
}
