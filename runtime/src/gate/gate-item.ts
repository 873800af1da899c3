import type { ProposedCase } from '../coverage/proposed-case.ts'
import type { Release } from '../documents/release-document.ts'
import type { CommonDocument } from '../documents/common-document.ts'
import type { DraftDocument } from '../documents/draft-document.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'

/** What the gate looks at: a draft joined with what it reads. */
export interface GateSubject {
  readonly draft: DraftDocument
  /** What all programmes share, with the draft's additions. */
  readonly common: CommonDocument
  /** Releases of the programmes it reads, on its first day. */
  readonly others: Readonly<Record<string, Release>>
  /** Everything a person should know of it: problems of its form and of its additions, or all that the lint finds. */
  readonly issues: readonly Issue[]
  /** Whether the lint has looked at it: it cannot where the document has not the form of one. */
  readonly linted: boolean
  /** Absent where the document cannot be assembled. */
  readonly assembly?: Assembly
}

/** Something a person must have seen and answers for by name. */
export interface GateConcern {
  readonly id: string
  readonly sentence: Text
  /** Changes when what it is about changes, and with it an acknowledgement no longer holds. */
  readonly content: unknown
}

/** What an item found: whether it is met, in a sentence, with the problems and what to acknowledge. */
export interface GateFinding {
  readonly met: boolean
  readonly sentence: Text
  /** What to do where it is not met. */
  readonly remedy?: Text
  readonly issues: readonly Issue[]
  readonly concerns: readonly GateConcern[]
  /** Boundary cases that nobody has confirmed. */
  readonly proposals?: readonly ProposedCase[]
}

/** A problem that may stay where a person answers for it. */
export const concernOfIssue = ({ code, path, params, message }: Issue): GateConcern => ({ id: `${code} ${path.join('/')}`, sentence: message, content: { code, path, params } })

export const met = (sentence: Text): GateFinding => ({ met: true, sentence, issues: [], concerns: [] })

export const notAssembled: GateFinding = {
  met: false,
  sentence: { vi: 'Chưa kiểm tra được vì bản nháp còn lỗi.', en: 'Cannot be checked while the draft has errors.' },
  remedy: { vi: 'Sửa các lỗi ở mục “Không còn lỗi” trước.', en: 'Correct the errors of the item “No errors left” first.' },
  issues: [],
  concerns: [],
}
