import type { Issue } from '../documents/issue.ts'

type Path = readonly (string | number)[]

/** Problems that only a report can have. */
export type ReportIssueCode = 'rows_without_codes' | 'nothing_chosen' | 'column_gone' | 'no_number'

/** Rows are told apart by something that has no codes. */
export const rowsWithoutCodes = (path: Path, fact: string): Issue => ({
  code: 'rows_without_codes' satisfies ReportIssueCode,
  severity: 'error',
  path,
  params: { fact },
  message: {
    vi: `“${fact}” không lấy giá trị từ danh mục, cũng không phải có/không, nên không chia dòng theo nó được; hãy chọn nội dung có danh mục, hoặc chia dòng theo điều kiện.`,
    en: `“${fact}” has no code list and is no yes or no, so rows cannot be told apart by it; choose something with a list, or rows by conditions.`,
  },
})

/** Nobody has said yet what is written here. */
export const nothingChosen = (path: Path): Issue => ({
  code: 'nothing_chosen' satisfies ReportIssueCode,
  severity: 'error',
  path,
  params: {},
  message: {
    vi: 'Chưa chọn thông tin cho chỗ này; hãy chọn trong danh sách.',
    en: 'Nothing is chosen here yet; choose something in the list.',
  },
})

/** A column is read that the report does not have, or that has no number. */
export const columnGone = (path: Path, column: string): Issue => ({
  code: 'column_gone' satisfies ReportIssueCode,
  severity: 'error',
  path,
  params: { column },
  message: {
    vi: 'Ở đây đọc một cột không còn trong biểu hoặc không có số; hãy chọn cột khác.',
    en: 'A column is read here that the form no longer has or that has no number; choose another column.',
  },
})

/** What is added up, computed or compared must be a number. */
export const noNumber = (path: Path): Issue => ({
  code: 'no_number' satisfies ReportIssueCode,
  severity: 'error',
  path,
  params: {},
  message: {
    vi: 'Ở đây phải là một con số; hãy viết công thức cho ra số hoặc chọn thông tin có giá trị là số.',
    en: 'There must be a number here; write a formula that gives one or choose something that is a number.',
  },
})
