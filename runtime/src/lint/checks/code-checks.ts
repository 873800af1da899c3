import { isFactReference, isParameterReference, operandsOf } from '../../conditions/condition-tree.ts'
import type { CodeList, ListEntry } from '../../documents/common-document.ts'
import type { FactReference, Literal } from '../../documents/condition-document.ts'
import type { Issue } from '../../documents/issue.ts'
import { listOfFact } from '../../release/value-types.ts'
import { formatDate } from '../../values/format.ts'
import { placedLeavesOf, type PlacedLeaf } from '../condition-place.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'
import { assemblyAt } from '../reading.ts'
import { literalsOfExpression, literalsOfResult } from '../result-literal.ts'

/** The code list of what a comparison reads, of another programme or an earlier decision too. */
const listRead = ({ assembly }: LintContext, { place }: PlacedLeaf, reference: FactReference): CodeList | undefined => {
  const id = listOfFact(assemblyAt(assembly, place), reference)
  return id === undefined ? undefined : assembly.lists.get(id)
}

/** A code that is used somewhere, and the list it should be of. */
interface UsedCode {
  readonly literal: Literal
  readonly path: Path
  readonly list: CodeList
}

const isOfList = ({ literal, list }: UsedCode): boolean => list.entries.some(({ code }) => code === literal)

/** What comparisons write, and the values of parameters they name. */
const comparedCodes = (context: LintContext, placed: PlacedLeaf): readonly UsedCode[] => {
  const { leaf, path } = placed
  const list = isFactReference(leaf) && leaf.operator !== 'isKnown' ? listRead(context, placed, leaf) : undefined
  if (!list) return []
  return operandsOf(leaf.value).flatMap((operand) => (isFactReference(operand) ? [] : literalsOfExpression(context, operand, [...path, 'value']))).map((each) => ({ ...each, list }))
}

/** What results with a code list come to. */
const resultCodes = (context: LintContext): readonly UsedCode[] =>
  context.pieces.flatMap(({ piece }) => {
    const part = piece.kind === 'entitlement' ? { output: 'level' } : {}
    const list = context.assembly.lists.get((piece.kind === 'fact' || piece.kind === 'outcome' ? piece.list : piece.kind === 'entitlement' ? piece.level_list : undefined) ?? '')
    return list ? literalsOfResult(context, { fact: piece.id, ...part }).map((each) => ({ ...each, list })) : []
  })

const once = (codes: readonly UsedCode[]): readonly UsedCode[] => [...new Map(codes.map((code) => [JSON.stringify([code.path, code.literal, code.list.id]), code])).values()]

const listsCompared = (context: LintContext, placed: PlacedLeaf): readonly Issue[] => {
  const { leaf, path } = placed
  const left = isFactReference(leaf) ? listRead(context, placed, leaf) : undefined
  if (!left || isParameterReference(leaf)) return []
  return operandsOf(leaf.value).flatMap((operand) => {
    const right = isFactReference(operand) ? listRead(context, placed, operand) : undefined
    return right && right.id !== left.id ? [lintIssue(context, 'lists_differ', [...path, 'value'], { left: left.title, right: right.title })] : []
  })
}

const isInForce = ({ valid_from: from, valid_to: to }: ListEntry, { options: { period = {} } }: LintContext): boolean =>
  (from === undefined || (period.valid_from !== undefined && from <= period.valid_from)) && (to === undefined || (period.valid_to !== undefined && period.valid_to <= to))

const notInForce = (context: LintContext, { literal, path, list }: UsedCode): readonly Issue[] => {
  if (!context.options.period) return []
  const entries = list.entries.filter(({ code }) => code === literal)
  const [entry] = entries
  if (!entry || entries.some((each) => isInForce(each, context))) return []
  const written = (day: string | undefined): string => (day === undefined ? '…' : formatDate(day))
  return [lintIssue(context, 'code_not_in_force', path, { code: entry.code, list: list.title, from: written(entry.valid_from), to: written(entry.valid_to) })]
}

/** Codes that comparisons and results use: of their list, and valid while the release is. */
export const codeChecks = (context: LintContext): readonly Issue[] => {
  const leaves = placedLeavesOf(context.conditions)
  const used = once([...leaves.flatMap((leaf) => comparedCodes(context, leaf)), ...resultCodes(context)])
  return [
    ...used.filter((code) => !isOfList(code)).map(({ literal, path, list }) => lintIssue(context, 'code_outside_list', path, { code: String(literal), list: list.title })),
    ...leaves.flatMap((leaf) => listsCompared(context, leaf)),
    ...used.flatMap((code) => notInForce(context, code)),
  ]
}
