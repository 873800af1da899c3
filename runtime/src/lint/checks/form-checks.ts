import type { FieldItem, FormDocument, MatrixItem } from '../../documents/form-document.ts'
import type { Issue } from '../../documents/issue.ts'
import { choicesOf } from '../../form/field-kinds.ts'
import { itemsOf, questionsOf, questionsWithin, visibleConditions, type PlacedItem } from '../../form/form-items.ts'
import { describeReference } from '../../explain/readable.ts'
import { referencesOfCondition } from '../../release/references.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'

const emptyParts = (context: LintContext, form: FormDocument, path: Path): readonly Issue[] => [
  ...form.sections.flatMap(({ items }, index) => (items.length === 0 ? [lintIssue(context, 'section_empty', [...path, 'sections', index], {})] : [])),
  ...itemsOf(form, path).flatMap(({ item, path: at }) => (item.kind === 'group' && item.items.length === 0 ? [lintIssue(context, 'section_empty', at, {})] : [])),
]

const rosterIssues = (context: LintContext, form: FormDocument, path: Path): readonly Issue[] =>
  itemsOf(form, path).flatMap(({ item, path: at }) => {
    if (item.kind !== 'roster') return []
    const asked = questionsWithin(item)
    return item.columns.flatMap((field, column) => (asked.some((inner) => inner.field === field) ? [] : [lintIssue(context, 'roster_column', [...at, 'columns', column], { field })]))
  })

const matrixIssues = (context: LintContext, matrix: MatrixItem, path: Path): readonly Issue[] => {
  const choices = matrix.items.map(({ field }) => {
    const schema = context.assembly.fields.get(field)?.schema
    return schema && choicesOf(schema)
  })
  return matrix.items.flatMap(({ field }, index) =>
    (choices[index] !== undefined && choices[index] === choices[0] ? [] : [lintIssue(context, 'matrix_choices', [...path, 'items', index], { field: describeReference(context.assembly, { fact: field }).title })]))
}

const matricesOf = (context: LintContext, form: FormDocument, path: Path): readonly Issue[] =>
  itemsOf(form, path).flatMap(({ item, path: at }) => (item.kind === 'matrix' ? matrixIssues(context, item, at) : []))

const checkIssues = (context: LintContext, { checks = [] }: FormDocument, asked: readonly PlacedItem<FieldItem>[], path: Path): readonly Issue[] =>
  checks.flatMap(({ field }, index) => (asked.some(({ item }) => item.field === field) ? [] : [lintIssue(context, 'check_field', [...path, 'checks', index, 'field'], { field })]))

/** A condition of a part is told at each question that it hides before its time. */
const orderIssues = (context: LintContext, asked: readonly PlacedItem<FieldItem>[]): readonly Issue[] =>
  asked.flatMap((placed, index) => {
    const read = visibleConditions(placed).flatMap((visible) => referencesOfCondition(visible, [], placed.of)).flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : []))
    const later = asked.slice(index + 1).map(({ item }) => item.field).filter((field) => read.includes(field))
    return later.map((field) => lintIssue(context, 'visible_reads_later', placed.item.visible ? [...placed.path, 'visible'] : placed.path, { field: describeReference(context.assembly, { fact: field }).title }))
  })

/** The build of forms; works for unsound releases too. */
export const formChecks = (context: LintContext): readonly Issue[] =>
  context.release.forms.flatMap((form, index) => {
    const path = ['forms', index]
    const asked = questionsOf(form, path)
    return [...emptyParts(context, form, path), ...rosterIssues(context, form, path), ...matricesOf(context, form, path), ...checkIssues(context, form, asked, path), ...orderIssues(context, asked)]
  })
