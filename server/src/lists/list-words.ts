import type { Language, Text } from '@tieuchi/runtime'

const text = (vi: string, en: string): Text => ({ vi, en })

/** What stands in lists taken out as a file. */
const words = {
  number: text('STT', 'No.'),
  head: text('Chủ hộ', 'Head of household'),
  unit: text('Xã, phường', 'Commune'),
  place: text('Nơi ở', 'Place'),
  members: text('Số người', 'Members'),
  programme: text('Chương trình', 'Programme'),
  result: text('Kết quả', 'Result'),
  resultDay: text('Kết quả theo ngày', 'Result as of'),
  sentSince: text('Phiếu gửi sau cho ngày sớm hơn', 'Review sent after it for an earlier date'),
  state: text('Tình trạng', 'State'),
  day: text('Ngày tham chiếu', 'Reference date'),
  standing: text('Giá trị của phiếu', 'What it stands for'),
  changed: text('Sửa lần cuối', 'Last changed'),
  changedBy: text('Người sửa lần cuối', 'Last changed by'),
  note: text('Ghi chú', 'Note'),
  synthetic: text('dữ liệu mô phỏng', 'synthetic data'),
  none: text('chưa rà soát', 'not reviewed'),
  draft: text('nháp', 'draft'),
  submitted: text('đã gửi', 'sent'),
  current: text('kết quả hiện hành', 'the present result'),
  earlier: text('kết quả của ngày sớm hơn', 'result of an earlier date'),
  replaced: text('đã có phiếu sửa cho cùng ngày', 'corrected by another of the same date'),
  belated: text('gửi sau khi đã có kết quả của ngày muộn hơn', 'sent when a later date had its result'),
  undetermined: text('chưa kết luận', 'not concluded'),
  not_applicable: text('không áp dụng', 'not applicable'),
  households: text('Danh sách hộ', 'Households'),
  submissions: text('Phiếu rà soát', 'Reviews'),
  about: text('Thông tin', 'About'),
  what: text('Mục', 'Item'),
  value: text('Nội dung', 'Value'),
  area: text('Địa bàn', 'Area'),
  madeAt: text('Lập lúc', 'Made at'),
  madeBy: text('Người lập', 'Made by'),
  rows: text('Số dòng', 'Rows'),
  search: text('Từ tìm kiếm', 'Words searched'),
  mine: text('Chỉ phiếu của người lập', 'Only those of who made this'),
  yes: text('có', 'yes'),
  everything: text('toàn bộ', 'everything'),
  sort: text('Sắp xếp', 'Sorted by'),
  descending: text('{column}, giảm dần', '{column}, descending'),
} as const satisfies Record<string, Text>

export type ListWord = keyof typeof words
export type SayWord = (word: ListWord) => string

/** The words in one language. */
export const listWords = (language: Language): SayWord => (word) => words[word][language]
