import type { Text } from '@tieuchi/runtime'

const text = (vi: string, en: string): Text => ({ vi, en })

/** Names of the sheets. */
export const sheetWords = { cases: text('Ca kiểm thử', 'Cases'), members: text('Thành viên', 'Members'), history: text('Quyết định trước', 'Earlier decisions') } as const

/** Heads of the columns that name a case, its members and its earlier decisions, and say when it is looked at. */
export const headWords = {
  code: text('Mã ca', 'Code of the case'),
  title: text('Tên ca', 'Title'),
  titleEn: text('Tên ca bằng tiếng Anh', 'Title in English'),
  day: text('Ngày xét', 'As of'),
  factsAt: text('Tình trạng hộ ngày', 'Household as of'),
  unitAt: text('Địa bàn ngày', 'Place as of'),
  membership: text('Danh sách thành viên', 'List of members'),
  history: text('Quyết định trước đây', 'Earlier decisions'),
  historyFrom: text('Biết đủ quyết định từ ngày', 'All decisions known since'),
  member: text('Mã thành viên', 'Code of the member'),
  outcome: text('Về', 'About'),
  layer: text('Theo quy định của', 'By the rules of'),
  value: text('Kết quả', 'Result'),
  from: text('Từ ngày', 'From'),
  to: text('Đến ngày (nếu đã hết)', 'Until (where it has ended)'),
  decidedOn: text('Ngày quyết định', 'Decided on'),
  standard: text('Theo chuẩn', 'By the standard'),
  assumed: text('Cho sẵn', 'Taken as given'),
  expected: text('Mong đợi', 'Must come out'),
} as const

/** What stands in cells in place of codes. */
export const cellWords = {
  yes: text('có', 'yes'),
  no: text('không', 'no'),
  none: text('không có mục nào', 'none of these'),
  undetermined: text('chưa kết luận', 'not concluded'),
  not_applicable: text('không áp dụng', 'not applicable'),
} as const

/** How much of the members is known, and of earlier decisions where none is listed; whose rules a decision went by. */
export const stateWords = {
  membership: [
    { code: 'unknown', title: text('chưa hỏi, chưa biết có ai', 'not asked, nobody is known') },
    { code: 'complete', title: text('đã ghi đủ mọi người', 'everybody is listed') },
    { code: 'partial', title: text('chưa ghi hết, có thể còn người', 'not complete, there may be others') },
  ],
  history: [{ code: 'unknown', title: text('chưa biết', 'not known') }, { code: 'none', title: text('chưa từng có quyết định nào', 'never any decision') }],
  layer: [{ code: 'national', title: text('cả nước', 'the country') }, { code: 'local', title: text('địa phương', 'the locality') }],
} as const

/** What is wrong with a file, and what to write instead. */
export const problemWords = {
  noSheet: () => text('Tệp không có trang nào có dữ liệu. Hãy dùng tệp tải về từ trang này.', 'The file has no sheet with rows. Use the file that this page gives.'),
  noColumn: (column: Text) => text(`thiếu cột “${column.vi}”; hãy dùng tệp tải về từ trang này.`, `there is no column “${column.en}”; use the file that this page gives.`),
  unknownColumn: (head: string) => text(`cột “${head}” không phải câu hỏi hay kết quả nào của bản nháp; hãy xoá cột hoặc sửa tên cột.`, `column “${head}” is no question or result of the draft; remove it or correct its head.`),
  doubleColumn: (head: string) => text(`có hai cột “${head}”; hãy xoá một cột.`, `there are two columns “${head}”; remove one.`),
  empty: () => text('chưa ghi; hãy ghi vào ô này.', 'nothing is written; fill in this cell.'),
  number: (value: string) => text(`“${value}” không phải là số; hãy ghi như 1500000 hoặc 4,5.`, `“${value}” is no number; write it as 1500000 or 4.5.`),
  day: (value: string) => text(`“${value}” không phải là ngày; hãy ghi như 31/12/2026.`, `“${value}” is no day; write it as 31/12/2026.`),
  yesNo: (value: string) => text(`“${value}” không phải là có hay không; hãy ghi “có” hoặc “không”, để trống nếu chưa biết.`, `“${value}” is neither yes nor no; write “yes” or “no”, nothing where it is not known.`),
  refined: (value: string, expected: Text) => text(`“${value}” không đọc được; hãy ghi ${expected.vi}.`, `“${value}” cannot be read; write ${expected.en}.`),
  entry: (value: string, entries: Text) => text(`“${value}” không có trong danh mục; hãy ghi một trong: ${entries.vi}.`, `“${value}” is no entry of the list; write one of: ${entries.en}.`),
  doubleCode: (code: string) => text(`mã ca “${code}” đã có ở dòng trên; hãy đặt mã khác hoặc để trống.`, `the code “${code}” stands above already; choose another, or leave it empty.`),
  noCase: (code: string) => text(`không có ca nào mã “${code}” trong trang “${sheetWords.cases.vi}”; hãy ghi mã của một ca ở đó.`, `no case has the code “${code}” on the sheet “${sheetWords.cases.en}”; write the code of a case there.`),
  doubleMember: (code: string) => text(`thành viên “${code}” của ca này đã có ở dòng trên; hãy đặt mã khác.`, `the member “${code}” of this case stands above already; choose another code.`),
  unknownMembers: () => text(`ca này có thành viên ở trang “${sheetWords.members.vi}”; hãy ghi đã đủ hay chưa ghi hết, hoặc để trống.`, `the sheet “${sheetWords.members.en}” has members of this case; write whether they are all, or nothing.`),
  listedHistory: () => text(`ca này có quyết định ở trang “${sheetWords.history.vi}”; hãy để trống ô này hoặc bỏ các dòng đó.`, `the sheet “${sheetWords.history.en}” has decisions of this case; leave this cell empty, or remove those rows.`),
  tooMany: (limit: number) => text(`có hơn ${limit} ca; hãy chia thành nhiều tệp.`, `there are more than ${limit} cases; use several files.`),
} as const
