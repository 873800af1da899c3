import { boundaryCases, type BoundaryCases } from '../coverage/boundary-cases.ts'
import { coverageOf, type CoverageGap } from '../coverage/coverage.ts'
import type { CasePurpose, ProposedCase } from '../coverage/proposed-case.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { met, notAssembled, type GateConcern, type GateFinding, type GateSubject } from './gate-item.ts'

/** What the cases of a release lack. */
export interface MissingCases extends BoundaryCases {
  /** Rows and branches that no case reaches, but for those that no answers can. */
  readonly untouched: readonly CoverageGap[]
}

/** What the cases lack, found once for both items that look at it. */
export const missingCases = async ({ assembly, draft: { release: { cases } } }: GateSubject, at: string): Promise<MissingCases | undefined> => {
  if (!assembly) return undefined
  const missing = await boundaryCases(assembly, at, cases)
  const beyondReach = new Set(missing.unreached.map(({ purpose: { path, side } }) => `${path} ${side}`))
  const { gaps } = await coverageOf(assembly, cases)
  return { ...missing, untouched: gaps.filter(({ kind, path, side }) => (kind === 'row' || kind === 'branch') && !beyondReach.has(`${path} ${side}`)) }
}

const proposedFor = ({ cases }: BoundaryCases, kinds: readonly CasePurpose['kind'][]): readonly ProposedCase[] => cases.filter(({ purpose }) => kinds.includes(purpose.kind))

/** Places that no answers were found for although the law leaves nothing open there. */
const notFound = ({ unreached }: BoundaryCases, kinds: readonly CasePurpose['kind'][]): readonly GateConcern[] =>
  unreached.filter(({ purpose, code }) => kinds.includes(purpose.kind) && (code === 'not_found' || code === 'unread')).map(({ purpose, sentence }) => {
    const path = ['logic', ...purpose.path.split('/')]
    return { id: `unreached ${path.join('/')} ${purpose.side}`, sentence, content: path }
  })

interface Words {
  readonly complete: Text
  readonly lacking: (count: number) => Text
}

const finding = (missing: MissingCases | undefined, kinds: readonly CasePurpose['kind'][], { complete, lacking }: Words): GateFinding => {
  if (!missing) return notAssembled
  const proposals = proposedFor(missing, kinds)
  const concerns = notFound(missing, kinds)
  if (proposals.length === 0) return { ...met(complete), concerns }
  return {
    met: false,
    sentence: lacking(proposals.length),
    remedy: { vi: 'Xem từng ca đề xuất và xác nhận kết quả mong đợi; ca đã xác nhận được lưu vào bản nháp.', en: 'Look at each proposed case and confirm its expected result; confirmed cases are kept in the draft.' },
    issues: [],
    concerns,
    proposals,
  }
}

const untouchedSentence = (count: number): Text => ({ vi: `Còn ${count} dòng hoặc nhánh chưa có ca kiểm thử.`, en: `${count} rows or branches are reached by no case.` })

const issueOfGap = ({ path, side, sentence }: CoverageGap): Issue => ({ code: 'not_reached', severity: 'warning', path: ['logic', ...path.split('/')], params: { side }, message: sentence })

/** Every row decides some case, and every branch of every condition was taken both ways. Boundary cases that wait to be confirmed may reach what is left. */
export const reachedItem = (missing: MissingCases | undefined): GateFinding => {
  const own = finding(missing, ['row', 'branch'], { complete: { vi: 'Mọi dòng và nhánh đều có ca kiểm thử chạm tới.', en: 'Every row and branch is reached by a case.' }, lacking: untouchedSentence })
  const untouched = missing?.untouched ?? []
  if (untouched.length === 0) return own
  return {
    remedy: { vi: 'Xác nhận các ca đề xuất ở mục “Ca giáp ranh đã xác nhận”; chúng chạm tới những chỗ này.', en: 'Confirm the cases proposed under “Boundary cases confirmed”; they reach these places.' },
    ...own,
    met: false,
    sentence: untouchedSentence(untouched.length),
    issues: [...own.issues, ...untouched.map(issueOfGap)],
  }
}

/** Every threshold has cases one step below, at and above, and every answer a case without it, each confirmed by a person. */
export const boundariesItem = (missing: MissingCases | undefined): GateFinding =>
  finding(missing, ['threshold', 'missing'], {
    complete: { vi: 'Mọi ngưỡng đều có ca sát dưới, đúng ngưỡng, sát trên.', en: 'Every threshold has cases just below, at and just above.' },
    lacking: (count) => ({ vi: `Còn ${count} ca giáp ranh chưa được xác nhận.`, en: `${count} boundary cases are not confirmed.` }),
  })
