import { runCase } from '../coverage/case-result.ts'
import type { Issue } from '../documents/issue.ts'
import { met, notAssembled, type GateFinding, type GateSubject } from './gate-item.ts'

/** Every case of the release comes out as it expects. */
export const casesItem = async ({ draft, assembly }: GateSubject): Promise<GateFinding> => {
  if (!assembly) return notAssembled
  const { cases } = draft.release
  if (cases.length === 0) {
    return {
      met: false,
      sentence: { vi: 'Chưa có ca kiểm thử nào.', en: 'There are no cases.' },
      remedy: { vi: 'Thêm ít nhất một ca kiểm thử có kết quả mong đợi.', en: 'Add at least one case with its expected result.' },
      issues: [],
      concerns: [],
    }
  }
  const results = []
  for (const each of cases) results.push(await runCase(assembly, each))
  const failing = results.flatMap((result, index) => (result.passed ? [] : result.issues.map((issue): Issue => ({ ...issue, path: ['cases', index, ...issue.path] }))))
  const failed = results.filter(({ passed }) => !passed).length
  if (failed === 0) return met({ vi: `Cả ${cases.length} ca kiểm thử đều đúng.`, en: `All ${cases.length} cases pass.` })
  return {
    met: false,
    sentence: { vi: `${failed} trong ${cases.length} ca kiểm thử chưa đúng.`, en: `${failed} of ${cases.length} cases fail.` },
    remedy: { vi: 'Sửa quy tắc, hoặc sửa ca kiểm thử nếu kết quả mong đợi ghi sai.', en: 'Correct the rules, or the case where its expectation is wrong.' },
    issues: failing,
    concerns: [],
  }
}
