import type { Text } from '../documents/text.ts'
import { formatNumber } from '../values/format.ts'
import { limits, type LimitName } from './limits.ts'

interface LimitWords {
  /** What is counted, after the number: `5.001 dòng`. */
  readonly counted: Text
  readonly remedy: Text
}

const counts = (vi: string, en: string, remedyVi: string, remedyEn: string): LimitWords => ({ counted: { vi, en }, remedy: { vi: remedyVi, en: remedyEn } })

const fewer = (vi: string, en: string): LimitWords => counts(vi, en, 'hãy bớt đi', 'use fewer')

const simpler = ['hãy đơn giản hoá', 'make it simpler'] as const

/** How each limit is said. */
export const limitWords: Readonly<Record<LimitName, LimitWords>> = {
  file_bytes: counts('byte', 'bytes', 'hãy chia thành nhiều tệp', 'split the file'),
  values: counts('giá trị', 'values', 'hãy chia nhỏ', 'split it'),
  depth: counts('tầng lồng nhau', 'levels of nesting', 'hãy bớt lồng, ví dụ bằng điều kiện có tên', 'nest less, for example by named conditions'),
  text: counts('ký tự', 'characters', 'hãy viết ngắn hơn', 'write less'),
  name: counts('ký tự trong tên', 'characters in a name', 'hãy đặt tên ngắn hơn', 'use a shorter name'),
  digits: counts('chữ số', 'digits', 'hãy viết số ngắn hơn', 'write a shorter number'),
  list: fewer('mục', 'entries'),
  properties: fewer('thuộc tính', 'properties'),
  members: fewer('thành viên', 'members'),
  history: fewer('quyết định trước đây', 'earlier decisions'),
  pieces: counts('nội dung quy định', 'pieces', 'hãy chia thành nhiều chương trình', 'split them among programmes'),
  rules: counts('quy tắc', 'rules', 'hãy chia thành nhiều nhóm', 'split the set'),
  rows: counts('dòng', 'rows', 'hãy chia thành nhiều bảng', 'split the table'),
  columns: counts('cột', 'columns', 'hãy chia thành nhiều bảng', 'split the table'),
  fields: fewer('câu hỏi', 'questions'),
  code_lists: fewer('danh mục', 'code lists'),
  codes: fewer('mã', 'codes'),
  parameters: fewer('tham số', 'parameters'),
  forms: fewer('biểu mẫu', 'forms'),
  sections: fewer('phần', 'sections'),
  form_items: fewer('câu hỏi', 'items'),
  form_checks: fewer('phép kiểm tra', 'checks'),
  reports: fewer('biểu báo cáo', 'reports'),
  cases: fewer('tình huống kiểm thử', 'cases'),
  units: counts('đơn vị hành chính', 'units', 'hãy chia thành nhiều tệp', 'split the file'),
  spells: fewer('khoảng thời gian', 'spells'),
  chain: counts('nội dung đọc nối tiếp nhau', 'pieces that read one another', ...simpler),
  condition_depth: counts('tầng điều kiện', 'levels of conditions', ...simpler),
  comparisons: counts('phép so sánh', 'comparisons', ...simpler),
  steps: counts('bước tính', 'steps', ...simpler),
  computed_digits: counts('chữ số của một số tính được', 'digits of a computed number', 'hãy làm tròn sớm hơn', 'round earlier'),
  sentence: counts('ký tự của một câu', 'characters of a sentence', ...simpler),
  piece_sentence: counts('ký tự của một mô tả', 'characters of a description', ...simpler),
  explanation_lines: counts('dòng giải thích', 'lines of explanation', ...simpler),
}

/** `mức tối đa là 5.000 dòng` in both languages. */
export const atMost = (limit: LimitName): Text => {
  const { counted } = limitWords[limit]
  return { vi: `mức tối đa là ${formatNumber(limits[limit], 'vi')} ${counted.vi}`, en: `the limit is ${formatNumber(limits[limit], 'en')} ${counted.en}` }
}

/** What was found beyond a limit, the limit, and what to do. */
export const beyond = (limit: LimitName, found: number): Text => {
  const { counted, remedy } = limitWords[limit]
  const most = atMost(limit)
  return {
    vi: `có ${formatNumber(found, 'vi')} ${counted.vi}; ${most.vi}; ${remedy.vi}.`,
    en: `${formatNumber(found, 'en')} ${counted.en} found; ${most.en}; ${remedy.en}.`,
  }
}
