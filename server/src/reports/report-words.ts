import type { Language, Text } from '@tieuchi/runtime'

const text = (vi: string, en: string): Text => ({ vi, en })

/** Words on a report that is taken out. */
const words = {
  number: text('STT', 'No.'),
  rowTitle: text('Nội dung', 'Item'),
  span: text('Từ ngày {from} đến ngày {to}', 'From {from} to {to}'),
  known: text('Số liệu ghi nhận đến ngày {day}', 'As known on {day}'),
  knownAt: text('Số liệu ghi nhận đến lúc {moment}', 'As known at {moment}'),
  national: text('Theo chuẩn quốc gia', 'By the national standard'),
  local: text('Theo quy định của địa phương: {titles}', 'By local rules: {titles}'),
  open: text('Số trong ngoặc vuông: số hộ chưa đủ thông tin để xác định.', 'In square brackets: households of which it cannot be told for want of answers.'),
  violated: text('Không khớp đối chiếu: {title}; {row}: {found}, theo đối chiếu là {expected}.', 'Does not match: {title}; {row}: {found}, by the check {expected}.'),
  violatedOpen: text(' Chưa xác định được ở {count} hộ; chênh lệch có thể do các hộ này.', ' It cannot be told of {count} households; the difference may be theirs.'),
  rules: text('Lập theo', 'By'),
  sign: text('(Ký, ghi rõ họ tên)', '(Signature and full name)'),
  unknown: text('chưa xác định', 'not known'),
  sheet: text('Báo cáo', 'Report'),
} as const

export type SayReport = (word: keyof typeof words, parts?: Readonly<Record<string, string>>) => string

export const sayReport = (language: Language): SayReport => (word, parts = {}) =>
  words[word][language].replaceAll(/\{(\w+)\}/g, (_all, name: string) => parts[name] ?? '')
