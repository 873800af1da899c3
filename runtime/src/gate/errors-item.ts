import type { Issue } from '../documents/issue.ts'
import { checkRelease } from '../release/check-release.ts'
import { met, type GateConcern, type GateFinding, type GateSubject } from './gate-item.ts'

const concernOf = ({ code, path, params, message }: Issue): GateConcern => ({ id: `${code} ${path.join('/')}`, sentence: message, content: { code, path, params } })

/** No error is left, and every warning has been seen by somebody who answers for it. */
export const errorsItem = ({ draft, common, others, formIssues }: GateSubject): GateFinding => {
  const issues = formIssues.length > 0 ? formIssues : checkRelease(common, draft.release, others)
  const errors = issues.filter(({ severity }) => severity === 'error')
  const warnings = issues.filter(({ severity }) => severity === 'warning')
  if (errors.length === 0) {
    return warnings.length === 0
      ? met({ vi: 'Không có lỗi nào.', en: 'No errors.' })
      : { met: true, sentence: { vi: `Không có lỗi; ${warnings.length} cảnh báo cần xác nhận.`, en: `No errors; ${warnings.length} warnings to acknowledge.` }, issues: warnings, concerns: warnings.map(concernOf) }
  }
  return {
    met: false,
    sentence: { vi: `Còn ${errors.length} lỗi.`, en: `${errors.length} errors are left.` },
    remedy: { vi: 'Sửa từng lỗi dưới đây; mỗi lỗi ghi rõ chỗ và cách sửa.', en: 'Correct each error below; each says where it is and what to do.' },
    issues: [...errors, ...warnings],
    concerns: warnings.map(concernOf),
  }
}
