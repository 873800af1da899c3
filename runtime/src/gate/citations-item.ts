import type { Issue } from '../documents/issue.ts'
import { lawCodes } from '../lint/codes/law-codes.ts'
import { concernOfIssue, met, notAssembled, type GateFinding, type GateSubject } from './gate-item.ts'

/** Without these nobody could say on whose authority a rule stands. */
const demanded: readonly string[] = ['citation_missing', 'legal_basis_missing']

const isOfLaw = ({ code }: Issue): boolean => Object.hasOwn(lawCodes, code)

/** Everything of the law names its article; what is open, assumed or doubtful has been seen by somebody who answers for it. */
export const citationsItem = ({ issues: all, linted }: GateSubject): GateFinding => {
  if (!linted) return notAssembled
  const issues = all.filter(isOfLaw)
  const missing = issues.filter(({ code }) => demanded.includes(code))
  const concerns = issues.filter((issue) => !missing.includes(issue)).map(concernOfIssue)
  if (missing.length > 0) {
    return {
      met: false,
      sentence: { vi: `${missing.length} nội dung chưa có căn cứ.`, en: `${missing.length} parts have no citation.` },
      remedy: { vi: 'Ghi số văn bản và điều khoản cho từng nội dung.', en: 'Enter document and article for each.' },
      issues: missing,
      concerns,
    }
  }
  if (concerns.length === 0) return met({ vi: 'Mọi nội dung đều có căn cứ.', en: 'Every part names its article.' })
  return { ...met({ vi: `Mọi nội dung đều có căn cứ; ${concerns.length} điều để ngỏ, tạm dùng hoặc cần lưu ý phải xác nhận.`, en: `Every part names its article; ${concerns.length} open, assumed or doubtful points to acknowledge.` }), concerns }
}
