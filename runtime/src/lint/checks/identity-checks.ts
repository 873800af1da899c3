import type { Issue } from '../../documents/issue.ts'
import { itemsOf } from '../../form/form-items.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import { placedLeavesOf } from '../condition-place.ts'
import type { Path } from '../path.ts'

/** An id given at birth, with its place. */
interface Born {
  readonly id: string
  readonly path: Path
}

/** Cells have the id of their row; named pieces and the rules of a set are the matter of `checkRelease`. */
const leavesBorn = ({ conditions }: LintContext): readonly Born[] =>
  placedLeavesOf(conditions.filter(({ use }) => use !== 'cell')).map(({ leaf: { id }, path }) => ({ id, path }))

const rowsBorn = ({ pieces }: LintContext): readonly Born[] =>
  pieces.flatMap(({ piece, path }) => (piece.kind === 'table' ? piece.rows.map(({ id }, index) => ({ id, path: [...path, 'rows', index] })) : []))

const formPartsBorn = ({ release: { forms } }: LintContext): readonly Born[] =>
  forms.flatMap((form, number) => [
    { id: form.id, path: ['forms', number] },
    ...form.sections.map(({ id }, index) => ({ id, path: ['forms', number, 'sections', index] })),
    ...itemsOf(form, ['forms', number]).flatMap(({ item, path }) => ('id' in item ? [{ id: item.id, path }] : [])),
    ...(form.checks ?? []).map(({ id }, index) => ({ id, path: ['forms', number, 'checks', index] })),
  ])

const casesBorn = ({ release: { cases } }: LintContext): readonly Born[] => cases.map(({ id }, index) => ({ id, path: ['cases', index] }))

const repeated = (context: LintContext, born: readonly Born[]): readonly Issue[] => {
  const seen = new Set<string>()
  return born.flatMap(({ id, path }) => {
    if (seen.has(id)) return [lintIssue(context, 'duplicate_part_id', path, { id })]
    seen.add(id)
    return []
  })
}

/** Ids given at birth stay with their part for ever, so each is given once: to comparisons, rows, parts of forms, cases. */
export const identityChecks = (context: LintContext): readonly Issue[] =>
  [leavesBorn, rowsBorn, formPartsBorn, casesBorn].flatMap((collect) => repeated(context, collect(context)))
