import { boundaryCases, type BoundaryCases } from '../coverage/boundary-cases.ts'
import type { CasePurpose, ProposedCase } from '../coverage/proposed-case.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { met, notAssembled, type GateFinding, type GateSubject } from './gate-item.ts'

/** The boundary cases that are missing, found once for both items that look at them. */
export const missingCases = async ({ assembly, draft }: GateSubject, at: string): Promise<BoundaryCases | undefined> => (assembly ? boundaryCases(assembly, at, draft.release.cases) : undefined)

const proposedFor = ({ cases }: BoundaryCases, kinds: readonly CasePurpose['kind'][]): readonly ProposedCase[] => cases.filter(({ purpose }) => kinds.includes(purpose.kind))

/** Places that no answers were found for although the law leaves nothing open there. */
const notFound = ({ unreached }: BoundaryCases, kinds: readonly CasePurpose['kind'][]): readonly Issue[] =>
  unreached.filter(({ purpose, code }) => kinds.includes(purpose.kind) && (code === 'not_found' || code === 'unread')).map(({ purpose, code, sentence }) => ({
    code: `not_reached_${code}`, severity: 'warning', path: ['logic', ...purpose.path.split('/')], params: { side: purpose.side }, message: sentence,
  }))

interface Words {
  readonly complete: Text
  readonly lacking: (count: number) => Text
}

const finding = (missing: BoundaryCases | undefined, kinds: readonly CasePurpose['kind'][], { complete, lacking }: Words): GateFinding => {
  if (!missing) return notAssembled
  const proposals = proposedFor(missing, kinds)
  const issues = notFound(missing, kinds)
  const concerns = issues.map(({ path, message }) => ({ id: `unreached ${path.join('/')}`, sentence: message, content: path }))
  if (proposals.length === 0) return { ...met(complete), issues, concerns }
  return {
    met: false,
    sentence: lacking(proposals.length),
    remedy: { vi: 'Xem từng ca đề xuất và xác nhận kết quả mong đợi; ca đã xác nhận được lưu vào bản nháp.', en: 'Look at each proposed case and confirm its expected result; confirmed cases are kept in the draft.' },
    issues,
    concerns,
    proposals,
  }
}

/** Every row decides some case, and every branch of every condition was taken both ways. */
export const reachedItem = (missing: BoundaryCases | undefined): GateFinding =>
  finding(missing, ['row', 'branch'], {
    complete: { vi: 'Mọi dòng và nhánh đều có ca kiểm thử chạm tới.', en: 'Every row and branch is reached by a case.' },
    lacking: (count) => ({ vi: `Còn ${count} dòng hoặc nhánh chưa có ca kiểm thử.`, en: `${count} rows or branches are reached by no case.` }),
  })

/** Every threshold has cases one step below, at and above, and every answer a case without it, each confirmed by a person. */
export const boundariesItem = (missing: BoundaryCases | undefined): GateFinding =>
  finding(missing, ['threshold', 'missing'], {
    complete: { vi: 'Mọi ngưỡng đều có ca sát dưới, đúng ngưỡng, sát trên.', en: 'Every threshold has cases just below, at and just above.' },
    lacking: (count) => ({ vi: `Còn ${count} ca giáp ranh chưa được xác nhận.`, en: `${count} boundary cases are not confirmed.` }),
  })
