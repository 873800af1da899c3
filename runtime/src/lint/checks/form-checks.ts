import type { FieldItem, FormDocument } from '../../documents/form-document.ts'
import type { Issue } from '../../documents/issue.ts'
import { referencesOfCondition } from '../../release/references.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'

/** A question in its place, with its number in the order of the form. */
interface Asked {
  readonly item: FieldItem
  readonly path: Path
  readonly of: 'household' | 'members'
}

const askedIn = ({ sections }: FormDocument, path: Path): readonly Asked[] =>
  sections.flatMap(({ items }, section) => items.flatMap((item, position): readonly Asked[] => {
    const at = [...path, 'sections', section, 'items', position]
    return item.kind === 'field' ? [{ item, path: at, of: 'household' }] : item.items.map((inner, index) => ({ item: inner, path: [...at, 'items', index], of: 'members' }))
  }))

const sectionIssues = (context: LintContext, { sections }: FormDocument, path: Path): readonly Issue[] =>
  sections.flatMap(({ items }, section) => {
    const at = [...path, 'sections', section]
    return [
      ...(items.length === 0 ? [lintIssue(context, 'section_empty', at, {})] : []),
      ...items.flatMap((item, position) => (item.kind === 'field' ? [] : item.columns.flatMap((field, column) =>
        (item.items.some((inner) => inner.field === field) ? [] : [lintIssue(context, 'roster_column', [...at, 'items', position, 'columns', column], { field })])))),
    ]
  })

const checkIssues = (context: LintContext, { checks = [] }: FormDocument, asked: readonly Asked[], path: Path): readonly Issue[] =>
  checks.flatMap(({ field }, index) => (asked.some(({ item }) => item.field === field) ? [] : [lintIssue(context, 'check_field', [...path, 'checks', index, 'field'], { field })]))

const orderIssues = (context: LintContext, asked: readonly Asked[]): readonly Issue[] =>
  asked.flatMap(({ item: { visible }, path, of }, index) => {
    const read = visible ? referencesOfCondition(visible, [...path, 'visible'], of).flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : [])) : []
    const later = asked.slice(index + 1).map(({ item }) => item.field).filter((field) => read.includes(field))
    return later.map((field) => lintIssue(context, 'visible_reads_later', [...path, 'visible'], { field: context.assembly.fields.get(field)?.schema['x-label'] ?? { vi: field, en: field } }))
  })

/** The build of forms; works for unsound releases too. */
export const formChecks = (context: LintContext): readonly Issue[] =>
  context.release.forms.flatMap((form, index) => {
    const path = ['forms', index]
    const asked = askedIn(form, path)
    return [...sectionIssues(context, form, path), ...checkIssues(context, form, asked, path), ...orderIssues(context, asked)]
  })
