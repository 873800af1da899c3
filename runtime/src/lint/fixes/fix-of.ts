import type { Issue } from '../../documents/issue.ts'
import type { LintCodeName } from '../lint-codes.ts'
import type { FixForm, FixSite, FormFix } from './form-fix.ts'
import { moveUp } from './move-up.ts'
import { removeCheck, removeColumn, removeEmptyPart, removeQuestion, removeRepetition, takeOutOfMatrix } from './remove-fixes.ts'

const fixes: Readonly<Partial<Record<LintCodeName, FixForm>>> = {
  unused_field: removeQuestion,
  section_empty: removeEmptyPart,
  check_never_fails: removeCheck,
  field_twice: removeRepetition,
  matrix_choices: takeOutOfMatrix,
  roster_column: removeColumn,
  visible_reads_later: moveUp,
}

const isFixable = (code: string): code is LintCodeName => Object.hasOwn(fixes, code)

/**
 * What would correct a problem that the lint found in a form; undefined where a person has to decide. `documents` are those
 * the lint read, the dictionary with what the draft adds to it.
 */
export const fixOf = (documents: FixSite['documents'], { code, path: [part, index, ...path], params }: Issue): FormFix | undefined => {
  const form = part === 'forms' ? documents.release.forms[Number(index)] : undefined
  return form && isFixable(code) ? fixes[code]?.({ documents, form, path, params }) : undefined
}
