import type { Literal } from '../documents/condition-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { describeReference } from '../explain/readable.ts'
import type { Assembly } from '../release/assembly.ts'
import { describeResult, writeResult } from '../explain/result-words.ts'

export type CaseIssueCode = 'case-result-differs' | 'case-name-unknown' | 'case-rows-conflict'

interface CaseParams {
  readonly member?: string
  readonly expected?: Literal
  readonly got?: Literal
  readonly rows?: readonly string[]
}

type Message = (assembly: Assembly, name: string, params: CaseParams) => Text

const words = (assembly: Assembly, name: string, value: Literal | undefined): Text => (value === undefined ? { vi: '', en: '' } : writeResult(assembly, name, value))

const messages: Readonly<Record<CaseIssueCode, Message>> = {
  'case-result-differs': (assembly, name, { expected, got }) => {
    const { title } = describeResult(assembly, name)
    const [wanted, came] = [words(assembly, name, expected), words(assembly, name, got)]
    return {
      vi: `“${title.vi}” phải là ${wanted.vi} nhưng kết quả là ${came.vi}. Hãy sửa quy tắc, hoặc sửa ca kiểm thử nếu kết quả mong đợi ghi sai.`,
      en: `“${title.en}” should be ${wanted.en} but came out as ${came.en}. Correct the rules, or the case where its expectation is wrong.`,
    }
  },
  'case-name-unknown': (_assembly, name, { member }) => ({
    vi: `Không có kết quả, dữ kiện, quyền lợi hay quy tắc nào ${member === undefined ? 'của hộ' : `của thành viên “${member}”`} tên là “${name}”. Hãy ghi mã của kết quả, dữ kiện hoặc quyền lợi, hay “bộ.quy_tắc”.`,
    en: `No outcome, fact, entitlement or rule of ${member === undefined ? 'the household' : `member “${member}”`} is named “${name}”. Write the id of an outcome, fact or entitlement, or “set.rule”.`,
  }),
  'case-rows-conflict': (assembly, name, { rows = [] }) => {
    const { title } = describeReference(assembly, { fact: name })
    return {
      vi: `Các dòng ${rows.join(', ')} của bảng “${title.vi}” cùng đúng trong ca này. Hãy sửa điều kiện để chỉ một dòng đúng.`,
      en: `Rows ${rows.join(', ')} of table “${title.en}” hold at once in this case. Change their conditions so that only one holds.`,
    }
  },
}

/** A problem with what a case expects, in the shape every problem has; `path` leads to the expectation. */
export const caseIssue = (code: CaseIssueCode, assembly: Assembly, name: string, params: CaseParams): Issue => ({
  code,
  severity: 'error',
  path: ['expect', name, ...(params.member === undefined ? [] : [params.member])],
  params: { name, ...params },
  message: messages[code](assembly, name, params),
})
