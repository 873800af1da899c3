import { checkRelease, extendCommon, isEmptyText, type CommonDocument, type DraftDocument, type Issue } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import type { JoinedRules } from './draft-rules.ts'

/** What all share with the draft's additions, and what keeps the draft from judging anybody. */
export interface DraftErrors {
  readonly common: CommonDocument
  readonly errors: readonly Issue[]
}

/** Errors of a draft joined with what it reads, those of its form before those of its rules. Words still to be written are no such errors. */
export function findDraftErrors(draft: DraftDocument, { common, releases }: JoinedRules): DraftErrors {
  const ofForm = errorsIn(validateDocument('draft', draft))
  if (ofForm.length > 0) return { common: common.document, errors: ofForm }
  const extended = extendCommon(common.document, draft.additions)
  const ofAdditions = errorsIn(extended.issues)
  if (ofAdditions.length > 0) return { common: extended.common, errors: ofAdditions }
  const others = Object.fromEntries(Object.entries(releases).map(([name, { release }]) => [name, release]))
  return { common: extended.common, errors: errorsIn(checkRelease(extended.common, draft.release, others)) }
}

const errorsIn = (issues: readonly Issue[]): readonly Issue[] => issues.filter((issue) => issue.severity === 'error' && !isEmptyText(issue))
