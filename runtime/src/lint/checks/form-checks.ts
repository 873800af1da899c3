import type { FieldItem, FormDocument, MatrixItem } from '../../documents/form-document.ts'
import type { Issue } from '../../documents/issue.ts'
import type { Text } from '../../documents/text.ts'
import { choicesOf } from '../../form/field-kinds.ts'
import { itemsOf, questionsOf, questionsWithin, type PlacedItem } from '../../form/form-items.ts'
import { describeReference } from '../../explain/readable.ts'
import { laterReads } from '../later-reads.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { formOfPages } from './pages-checks.ts'

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

/** A message stands at a question of the form; that of pages also at one of the form they are for. */
const checkIssues = (context: LintContext, form: FormDocument, asked: readonly PlacedItem<FieldItem>[], path: Path): readonly Issue[] => {
  const around = form.kind === 'pages' ? formOfPages(context, form) : undefined
  if (form.kind === 'pages' && !around) return []
  const known = new Set([...asked, ...(around ? questionsOf(around) : [])].map(({ item }) => item.field))
  return (form.checks ?? []).flatMap(({ field }, index) => (known.has(field) ? [] : [lintIssue(context, 'check_field', [...path, 'checks', index, 'field'], { field })]))
}

/** A condition of a part is told at each question that it hides before its time. */
const orderIssues = (context: LintContext, asked: readonly PlacedItem<FieldItem>[]): readonly Issue[] =>
  laterReads(asked).map(({ placed, field }) =>
    lintIssue(context, 'visible_reads_later', placed.item.visible ? [...placed.path, 'visible'] : placed.path, { field: describeReference(context.assembly, { fact: field }).title, later: field }))

/** What a label says where nobody wrote one: the id of the question. In English one word may be both. */
const isId = ({ vi, en }: Text, field: string): boolean => vi.trim() === field || (en.trim() === field && field.includes('_'))

const labelIssues = (context: LintContext, asked: readonly PlacedItem<FieldItem>[]): readonly Issue[] =>
  asked.flatMap(({ item: { field, label = context.assembly.fields.get(field)?.schema['x-label'] }, path }) => (label && isId(label, field) ? [lintIssue(context, 'label_is_id', path, { field })] : []))

/** The build of forms; works for unsound releases too. */
export const formChecks = (context: LintContext): readonly Issue[] =>
  context.release.forms.flatMap((form, index) => {
    const path = ['forms', index]
    const asked = questionsOf(form, path)
    return [...emptyParts(context, form, path), ...rosterIssues(context, form, path), ...matricesOf(context, form, path), ...checkIssues(context, form, asked, path), ...orderIssues(context, asked), ...labelIssues(context, asked)]
  })
