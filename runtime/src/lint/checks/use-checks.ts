import type { FieldItem } from '../../documents/form-document.ts'
import type { Issue } from '../../documents/issue.ts'
import type { LogicPiece } from '../../documents/logic-document.ts'
import type { Release } from '../../documents/release-document.ts'
import { questionsOf, type PlacedItem } from '../../form/form-items.ts'
import { referencesOfForm } from '../../form/form-references.ts'
import { referencesOfPiece } from '../../release/references.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import { formUses, parameterName, useGraphOf, type UseGraph } from '../use-graph.ts'

const unusedCodes = { fact: 'unused_fact', condition: 'unused_condition', table: 'unused_table' } as const

const hasCode = (piece: LogicPiece): piece is LogicPiece & { readonly kind: keyof typeof unusedCodes } => Object.hasOwn(unusedCodes, piece.kind)

const unusedPieces = (context: LintContext, { all }: UseGraph): readonly Issue[] =>
  context.pieces.flatMap(({ piece, path, shared }) => (shared || !hasCode(piece) || all.has(piece.id) ? [] : [lintIssue(context, unusedCodes[piece.kind], path, {})]))

const unusedParameters = (context: LintContext, { all }: UseGraph): readonly Issue[] =>
  (context.release.programme === 'common' ? [] : Object.keys(context.release.parameters).filter((id) => !all.has(parameterName(id))).map((id) => lintIssue(context, 'unused_parameter', ['parameters', id], {})))

/** Result columns read by name; a table of one column is read as a whole. */
const unusedOutputs = (context: LintContext, { all }: UseGraph): readonly Issue[] => {
  const references = [
    ...context.pieces.flatMap(({ piece, path }) => referencesOfPiece(piece, path)),
    ...context.release.forms.flatMap((form, index) => referencesOfForm(form, ['forms', index])),
  ]
  const read = new Set(references.flatMap((each) => (each.kind === 'fact' ? [`${each.reference.fact} ${each.reference.output ?? ''}`] : [])))
  return context.pieces.flatMap(({ piece, path, shared }) =>
    (shared || piece.kind !== 'table' || piece.outputs.length < 2 || !all.has(piece.id) ? [] : piece.outputs.flatMap((output, column) => (read.has(`${piece.id} ${output}`) ? [] : [lintIssue(context, 'unused_output', [...path, 'outputs', column], { output })]))))
}

const askedIn = ({ forms }: Release): readonly PlacedItem<FieldItem>[] => forms.flatMap((form, index) => questionsOf(form, ['forms', index]))

const unusedFields = (context: LintContext, { all }: UseGraph): readonly Issue[] => {
  const { head, name, place } = context.common.register
  const registered = [head.field, name, place]
  return askedIn(context.release).flatMap(({ item: { field }, path }) => {
    const schema = context.assembly.fields.get(field)?.schema
    return all.has(field) || registered.includes(field) || schema?.['x-purpose'] ? [] : [lintIssue(context, 'unused_field', path, {})]
  })
}

/** Without any form there is nobody who could ask: such a programme works on what the register holds. */
const unaskedFields = (context: LintContext, { byResults }: UseGraph): readonly Issue[] => {
  const asked = new Set([context.release, ...Object.values(context.others ?? {})].flatMap(askedIn).map(({ item }) => item.field))
  if (asked.size === 0) return []
  const needed = new Map([...formUses(context).map(({ name, path }) => [name, path] as const), ...byResults])
  return [...needed].flatMap(([name, path]) => {
    const field = context.assembly.fields.get(name)
    return !field || field.place === 'unit' || asked.has(name) ? [] : [lintIssue(context, 'field_not_asked', path, { field: field.schema['x-label'] })]
  })
}

/** What nothing reads, and what is read but never asked. */
export const useChecks = (context: LintContext): readonly Issue[] => {
  const graph = useGraphOf(context)
  return [unusedParameters, unusedPieces, unusedOutputs, unusedFields, unaskedFields].flatMap((check) => check(context, graph))
}
