import type { Issue } from '../documents/issue.ts'
import { lawCodes } from '../lint/codes/law-codes.ts'
import { concernOfIssue, met, type GateFinding, type GateSubject } from './gate-item.ts'

/** What is about the law behind the rules has an item of its own. */
const isOfLaw = ({ code }: Issue): boolean => Object.hasOwn(lawCodes, code)

/** No error is left, and every warning has been seen by somebody who answers for it. */
export const errorsItem = ({ issues: all }: GateSubject): GateFinding => {
  const issues = all.filter((issue) => !isOfLaw(issue) && issue.severity !== 'notice')
  const errors = issues.filter(({ severity }) => severity === 'error')
  const warnings = issues.filter(({ severity }) => severity === 'warning')
  const concerns = warnings.map(concernOfIssue)
  if (errors.length > 0) {
    return {
      met: false,
      sentence: { vi: `Còn ${errors.length} lỗi.`, en: `${errors.length} errors are left.` },
      remedy: { vi: 'Sửa từng lỗi dưới đây; mỗi lỗi ghi rõ chỗ và cách sửa.', en: 'Correct each error below; each says where it is and what to do.' },
      issues: errors,
      concerns,
    }
  }
  if (warnings.length === 0) return met({ vi: 'Không có lỗi nào.', en: 'No errors.' })
  return { ...met({ vi: `Không có lỗi; ${warnings.length} cảnh báo cần xác nhận.`, en: `No errors; ${warnings.length} warnings to acknowledge.` }), concerns }
}
