import type { Execution } from '../agreement/execution.ts'
import type { CommonDocument } from '../documents/common-document.ts'
import type { DraftDocument } from '../documents/draft-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Release } from '../documents/release-document.ts'
import type { Text } from '../documents/text.ts'
import { extendCommon } from '../release/additions.ts'
import { assemble } from '../release/assembly.ts'
import { lintRelease } from '../lint/lint-release.ts'
import { checkRelease } from '../release/check-release.ts'
import { casesItem } from './cases-item.ts'
import { citationsItem } from './citations-item.ts'
import { boundariesItem, missingCases, reachedItem } from './coverage-items.ts'
import { errorsItem } from './errors-item.ts'
import { isEmptyText } from './empty-text.ts'
import { executionsItem } from './executions-item.ts'
import type { GateFinding, GateSubject } from './gate-item.ts'

/** What the gate demands of a release itself. Approval the server adds. */
export type GateItemId = 'errors' | 'cases' | 'reached' | 'boundaries' | 'citations' | 'executions'

/** What each item demands, in the order people work through them. */
export const gateTitles: Readonly<Record<GateItemId, Text>> = {
  errors: { vi: 'Không còn lỗi', en: 'No errors left' },
  cases: { vi: 'Ca kiểm thử đều đúng', en: 'Cases pass' },
  reached: { vi: 'Mọi dòng và nhánh đều được kiểm thử', en: 'Every row and branch is reached' },
  boundaries: { vi: 'Ca giáp ranh đã xác nhận', en: 'Boundary cases confirmed' },
  citations: { vi: 'Có căn cứ, điều còn để ngỏ đã xác nhận', en: 'Articles cited, open values acknowledged' },
  executions: { vi: 'Các cách tính cho cùng kết quả', en: 'Executions agree' },
}

/** A draft with what it is joined with, and the problems its own form has. */
export interface GateQuestion {
  readonly draft: DraftDocument
  readonly common: CommonDocument
  readonly others: Readonly<Record<string, Release>>
  readonly formIssues: readonly Issue[]
  /** A day of the release, for the boundary cases. */
  readonly at: string
  /** What judges many households at once, held against the interpreter. */
  readonly execution: Execution
}

/** A text that nobody wrote is told by the form of the document, and need not be told twice. */
const isToldAlready = ({ code, path, params }: Issue, formIssues: readonly Issue[]): boolean =>
  code === 'text_blank' && formIssues.some((issue) => issue.path.join('/') === ['release', ...path, params['language']].join('/'))

const subjectOf = ({ draft, common, others, formIssues, at }: GateQuestion): GateSubject => {
  if (!formIssues.every(isEmptyText)) return { draft, common, others, issues: formIssues, linted: false }
  const extended = extendCommon(common, draft.additions)
  if (extended.issues.length > 0) return { draft, common: extended.common, others, issues: [...formIssues, ...extended.issues], linted: false }
  const { programme } = draft.release
  const sound = checkRelease(extended.common, draft.release, others).every(({ severity }) => severity !== 'error')
  const issues = lintRelease(extended.common, draft.release, others, {
    today: at,
    depends_on: draft.programme.depends_on,
    ...(draft.valid_from !== undefined && { period: { valid_from: draft.valid_from, ...(draft.valid_to !== undefined && { valid_to: draft.valid_to }) } }),
  })
  const subject = { draft, common: extended.common, others, issues: [...formIssues, ...issues.filter((issue) => !isToldAlready(issue, formIssues))], linted: true }
  return sound ? { ...subject, assembly: assemble({ programme, layer: 'national', common: extended.common, releases: { ...others, [programme]: draft.release } }) } : subject
}

/** Looks at a draft as a whole. Slow: every case is evaluated and boundary cases are searched for. Never throws on documents. */
export const judgeGate = async (question: GateQuestion): Promise<Readonly<Record<GateItemId, GateFinding>>> => {
  const subject = subjectOf(question)
  const missing = await missingCases(subject, question.at)
  return {
    errors: errorsItem(subject),
    cases: await casesItem(subject),
    reached: reachedItem(missing),
    boundaries: boundariesItem(missing),
    citations: citationsItem(subject),
    executions: await executionsItem({ subject, proposed: missing, at: question.at, execution: question.execution }),
  }
}
