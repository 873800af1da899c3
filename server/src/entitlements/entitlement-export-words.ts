import type { Language, Text } from '@tieuchi/runtime'

const text = (vi: string, en: string): Text => ({ vi, en })

/** What stands in entitlements that are taken out as a file. Those in braces are filled in. */
const words = {
  title: text('Quyền lợi', 'Entitlements'),
  byUnit: text('Theo chính sách và địa bàn', 'By benefit and area'),
  one: text('Từng khoản', 'One by one'),
  about: text('Thông tin', 'About'),
  number: text('STT', 'No.'),
  programme: text('Chính sách', 'Policy'),
  entitlement: text('Khoản hưởng', 'Entitlement'),
  recipient: text('Người hưởng', 'Recipient'),
  household: text('Hộ', 'Household'),
  wholeHousehold: text('cả hộ', 'the whole household'),
  ofHousehold: text('hộ', 'household'),
  ofMember: text('thành viên', 'member'),
  unit: text('Xã, phường', 'Commune'),
  place: text('Nơi ở', 'Place'),
  granted: text('Được hưởng', 'Granted'),
  undetermined: text('Chưa kết luận', 'Undetermined'),
  refused: text('Không được hưởng', 'Refused'),
  monthly: text('Số tiền mỗi tháng (đ)', 'Amount every month (VND)'),
  bound: text('Số tiền là', 'The amount is'),
  exact: text('đúng bằng', 'exact'),
  at_least: text('ít nhất', 'at least'),
  at_most: text('nhiều nhất', 'at most'),
  unknown: text('Được hưởng, chưa rõ số tiền', 'Granted, amount not known'),
  state: text('Tình trạng', 'State'),
  level: text('Mức', 'Level'),
  amount: text('Số tiền', 'Amount'),
  amountUnit: text('Đơn vị', 'Unit'),
  period: text('Kỳ', 'Period'),
  terms: text('Nội dung được hưởng', 'What is granted'),
  why: text('Căn cứ, hoặc điều cần biết', 'What decided, or is to be known'),
  citation: text('Điều khoản', 'Article'),
  toAsk: text('Cần biết: {questions}', 'To be known: {questions}'),
  left: text('Văn bản chưa quy định: {values}', 'Left open by the law: {values}'),
  waiting: text('{number} khoản chờ quyết định', '{number} that wait for a decision'),
  waitingWhy: text('Chưa ghi nhận quyết định nào làm căn cứ; hãy rà soát hộ trước.', 'No decision to rest on is recorded; review the household first.'),
  sensitive: text('thông tin nhạy cảm, xem ở trang quyền lợi của hộ', 'a sensitive answer, see the page of the household'),
  contradiction: text('Quy định mâu thuẫn với nhau ở hộ này', 'The rules contradict each other on this household'),
  item: text('Mục', 'Item'),
  value: text('Nội dung', 'Value'),
  day: text('Theo quy định và quyết định có hiệu lực ngày', 'By the rules and decisions in force on'),
  area: text('Địa bàn', 'Area'),
  households: text('Số hộ', 'Households'),
  madeBy: text('Người lập', 'Made by'),
  madeAt: text('Lập lúc', 'Made at'),
  note: text('Ghi chú', 'Note'),
  refusedNote: text('Khoản không được hưởng chỉ có trong bảng tổng hợp; lý do của từng hộ xem ở trang quyền lợi của hộ.', 'What is refused stands in the sums alone; the reasons are on the page of each household.'),
  whyNote: text('Căn cứ được ghi cho {first} hộ đầu có khoản được hưởng hoặc chưa kết luận.', 'What decided is written for the first {first} households that have something granted or undetermined.'),
  unsound: text('Chưa tính được “{programme}”: {problem}', '“{programme}” could not be told: {problem}'),
} as const satisfies Record<string, Text>

export type ExportWord = keyof typeof words
export type SayEntitlement = (word: ExportWord, filled?: Readonly<Record<string, string>>) => string

/** The words in one language. */
export const exportWords = (language: Language): SayEntitlement => (word, filled = {}) =>
  words[word][language].replaceAll(/\{(\w+)\}/g, (blank, name: string) => filled[name] ?? blank)
