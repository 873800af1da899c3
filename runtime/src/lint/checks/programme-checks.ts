import type { Issue } from '../../documents/issue.ts'
import type { LogicPiece } from '../../documents/logic-document.ts'
import type { Release } from '../../documents/release-document.ts'
import { releaseIssue } from '../../release/issue-messages.ts'
import { foreignReadsOf, isDeclared, type ForeignRead } from '../foreign-read.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'

const outcomeOf = ({ logic }: Release, id: string): LogicPiece | undefined => logic.find((piece) => piece.kind === 'outcome' && piece.id === id)

const readIssues = (context: LintContext, { programme, kind, id, path, of }: ForeignRead): readonly Issue[] => {
  const own = programme === context.release.programme
  const release = own ? context.release : context.others?.[programme]
  if (!release) return [lintIssue(context, 'unknown_programme', path, { programme })]
  const outcome = kind === 'outcome' ? outcomeOf(release, id) : undefined
  const there = kind === 'outcome' ? outcome !== undefined : Object.hasOwn(release.parameters, id)
  return [
    ...(there ? [] : [kind === 'outcome' ? lintIssue(context, 'unknown_programme_outcome', path, { programme, outcome: id }) : lintIssue(context, 'unknown_programme_parameter', path, { programme, parameter: id })]),
    ...(outcome?.of === 'members' && of === 'household' ? [releaseIssue('member_read_of_household', path, { fact: `${programme}.${id}` })] : []),
    ...(own || isDeclared(context, programme) ? [] : [lintIssue(context, 'undeclared_dependency', path, { programme })]),
  ]
}

/** A way from this programme through outcomes computed elsewhere back to it; undefined where there is none. */
const circleFrom = (context: LintContext, read: ForeignRead): string | undefined => {
  const home = context.release.programme
  const seen = new Set<string>()
  const follow = (programme: string, trail: readonly string[]): readonly string[] | undefined => {
    if (programme === home) return trail
    const release = context.others?.[programme]
    if (!release || seen.has(programme)) return undefined
    seen.add(programme)
    for (const next of foreignReadsOf(release).filter(({ computed }) => computed)) {
      const found = follow(next.programme, [...trail, next.programme])
      if (found) return found
    }
    return undefined
  }
  return read.computed ? follow(read.programme, [home, read.programme])?.join(' → ') : undefined
}

/** What is read of other programmes: that it is there, declared, and does not lead back. Without `others` nothing is said. */
export const programmeChecks = (context: LintContext): readonly Issue[] => {
  if (!context.others) return []
  const reads = foreignReadsOf(context.release)
  const circles = reads.flatMap((read) => {
    const circle = circleFrom(context, read)
    return circle === undefined ? [] : [lintIssue(context, 'programme_cycle', read.path, { circle })]
  })
  return [...reads.flatMap((read) => readIssues(context, read)), ...circles]
}
