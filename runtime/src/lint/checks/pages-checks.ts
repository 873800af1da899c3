import type { FormPages, WholeForm } from '../../documents/form-document.ts'
import type { Issue } from '../../documents/issue.ts'
import { questionsOf } from '../../form/form-items.ts'
import { wholeForms } from '../../form/form-set.ts'
import { isDeclared } from '../foreign-read.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'

const anchorsOf = ({ sections }: WholeForm): readonly string[] => sections.flatMap(({ anchor }) => anchor ?? [])

const sectionIssues = (context: LintContext, form: WholeForm, path: Path): readonly Issue[] =>
  form.sections.flatMap(({ anchor }, index) =>
    (anchor !== undefined && anchorsOf(form).indexOf(anchor) < anchorsOf({ ...form, sections: form.sections.slice(0, index) }).length ? [lintIssue(context, 'anchor_twice', [...path, 'sections', index, 'anchor'], { anchor })] : []))

/** The form that pages are for, where it is at hand. */
export const formOfPages = ({ others }: Pick<LintContext, 'others'>, { form }: FormPages): WholeForm | undefined => {
  const [programme = '', id] = form.split('.')
  const release = others?.[programme]
  return release && wholeForms(release).find((each) => each.id === id)
}

const pagesIssues = (context: LintContext, pages: FormPages, path: Path): readonly Issue[] => {
  const [programme = '', id = ''] = pages.form.split('.')
  const release = context.others?.[programme]
  if (!context.others) return []
  const at = [...path, 'form']
  const declared = isDeclared(context, programme) ? [] : [lintIssue(context, 'undeclared_dependency', at, { programme })]
  if (!release) return [...declared, lintIssue(context, 'unknown_programme', at, { programme })]
  const form = formOfPages(context, pages)
  if (!form) return [...declared, lintIssue(context, 'pages_form', at, { programme, form: id, forms: wholeForms(release).map((each) => each.id).join(', ') })]
  const anchors = anchorsOf(form)
  const placed = anchors.includes(pages.anchor) ? [] : [lintIssue(context, 'pages_anchor', [...path, 'anchor'], { form: form.title, anchor: pages.anchor, anchors: anchors.join(', ') })]
  return [...declared, ...placed, ...repeatedIssues(context, form, pages, path)]
}

const repeatedIssues = (context: LintContext, form: WholeForm, pages: FormPages, path: Path): readonly Issue[] => {
  const asked = new Set(questionsOf(form).map(({ item }) => item.field))
  return questionsOf(pages, path).flatMap(({ item, path: at }) => (asked.has(item.field) ? [lintIssue(context, 'pages_ask_again', at, { form: form.title })] : []))
}

/** Pages for the forms of others: that their programme is read, the form there, and the anchor one of it; works for unsound releases too. */
export const pagesChecks = (context: LintContext): readonly Issue[] =>
  context.release.forms.flatMap((form, index) => (form.kind === 'pages' ? pagesIssues(context, form, ['forms', index]) : sectionIssues(context, form, ['forms', index])))
