import type { Issue } from '../documents/issue.ts'

type Path = readonly (string | number)[]

/** Problems that only a report can have. */
export type ReportIssueCode = 'rows_without_codes'

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
