import type { FormDocument } from '../../documents/form-document.ts'
import type { Issue } from '../../documents/issue.ts'
import type { Text } from '../../documents/text.ts'
import type { LintContext } from '../lint-context.ts'

/** What would correct a problem of a form, done: for a person to choose. */
export interface FormFix {
  /** What is done, as a button says it. */
  readonly title: Text
  /** The form afterwards. */
  readonly form: FormDocument
}

/** A problem in its form. */
export interface FixSite {
  readonly documents: Pick<LintContext, 'common' | 'release'>
  readonly form: FormDocument
  /** From the form. */
  readonly path: Issue['path']
  readonly params: Issue['params']
}

/** Undefined where what would have to be done is not certain. */
export type FixForm = (site: FixSite) => FormFix | undefined
