import { caseIssue } from '../../coverage/case-issues.ts'
import { expectedResults, momentOfCase, type Expected } from '../../coverage/case-result.ts'
import { isOutside } from '../../coverage/case-shift.ts'
import type { CodeList } from '../../documents/common-document.ts'
import type { Literal } from '../../documents/condition-document.ts'
import type { Issue } from '../../documents/issue.ts'
import type { CaseDocument } from '../../documents/release-document.ts'
import { entitlementStates } from '../../explain/readable.ts'
import { describeResult } from '../../explain/result-words.ts'
import type { Assembly } from '../../release/assembly.ts'
import { listOfFact, typeOfFact } from '../../release/value-types.ts'
import { typeOfLiteral, type ValueType } from '../../values/value-type.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'

/** What a name that cases expect comes to; undefined where nothing has that name, of the household or of members as asked. */
interface ExpectedKind {
  readonly type: ValueType | undefined
  readonly list?: CodeList | undefined
}

const kindOf = (assembly: Assembly, { name, member }: Expected): ExpectedKind | undefined => {
  const [id = '', part] = name.split('.')
  const piece = assembly.pieces.get(id)?.piece
  if (!piece || (piece.of === 'members') !== (member !== undefined)) return undefined
  if (piece.kind === 'rules') return piece.rules.some((rule) => rule.id === part) ? { type: 'boolean' } : undefined
  if (piece.kind === 'entitlement' && part === undefined) return { type: 'text', list: grantStates }
  const readable = piece.kind === 'entitlement' ? (part === 'level' || part === 'amount') && piece[part] !== undefined : part === undefined && (piece.kind === 'outcome' || piece.kind === 'fact')
  const reference = { fact: id, ...(part !== undefined && { output: part }) }
  return readable ? { type: typeOfFact(assembly, reference), list: assembly.lists.get(listOfFact(assembly, reference) ?? '') } : undefined
}

/** What may become of an entitlement, as codes. */
const grantStates: CodeList = {
  kind: 'list', id: 'states', title: { vi: 'Trạng thái quyền lợi', en: 'States of an entitlement' },
  entries: (['granted', 'refused'] as const).map((code) => ({ code, title: entitlementStates[code] })),
}

const withoutValue: readonly Literal[] = ['undetermined', 'not_applicable']

const isPossible = ({ type, list }: ExpectedKind, value: Literal): boolean => {
  if (withoutValue.includes(value) || type === undefined) return true
  if (type === 'list') return typeof value === 'string'
  if (list && type === 'text') return list.entries.some(({ code }) => code === value)
  return type === typeOfLiteral(value) || (type === 'text' && typeof value === 'string')
}

const expectIssues = (context: LintContext, document: CaseDocument, path: Path): readonly Issue[] =>
  expectedResults(document).flatMap((each) => {
    const { name, member, expected } = each
    const kind = kindOf(context.assembly, each)
    if (kind && isPossible(kind, expected)) return []
    if (kind) return [lintIssue(context, 'case_value', [...path, 'expect', name, ...(member === undefined ? [] : [member])], { name: describeResult(context.assembly, name).title, value: String(expected) })]
    const issue = caseIssue('case-name-unknown', context.assembly, name, { expected, ...(member !== undefined && { member }) })
    return [{ ...issue, path: [...path, ...issue.path] }]
  })

/** Other programmes are looked at only where it is known which there are. */
const isAssumable = ({ assembly, others }: LintContext, name: string): boolean => {
  const [programme = '', id = '', rule] = name.split('.')
  const own = programme === assembly.programme || programme === 'common'
  const owner = own ? assembly : assembly.dependencies.get(programme)
  if (!owner) return others === undefined
  const piece = owner.pieces.get(id)?.piece
  return rule === undefined ? piece !== undefined : piece?.kind === 'rules' && piece.rules.some((each) => each.id === rule)
}

const assumeIssues = (context: LintContext, { assume = {} }: CaseDocument, path: Path): readonly Issue[] =>
  Object.keys(assume).filter((name) => !isAssumable(context, name)).map((name) => lintIssue(context, 'case_assume_unknown', [...path, 'assume', name], { name }))

const periodIssues = (context: LintContext, document: CaseDocument, path: Path): readonly Issue[] =>
  isOutside(document, context.options.period ?? {}) ? [lintIssue(context, 'case_outside_period', path, { day: momentOfCase(document).law_at })] : []

const emptyIssues = (context: LintContext, { expect }: CaseDocument, path: Path): readonly Issue[] =>
  Object.keys(expect).length === 0 ? [lintIssue(context, 'case_expects_nothing', path, {})] : []

const isExpected = ({ release }: LintContext, id: string): boolean => release.cases.some(({ expect }) => Object.keys(expect).some((name) => name.split('.')[0] === id))

const resultsWithoutCase = (context: LintContext): readonly Issue[] =>
  context.pieces.flatMap(({ piece, path, shared }) =>
    (shared || (piece.kind !== 'outcome' && piece.kind !== 'entitlement') || isExpected(context, piece.id) ? [] : [lintIssue(context, 'outcome_without_case', path, {})]))

/** Worked cases: what they name exists and can come out so. Whether it does is told by running them. */
export const caseChecks = (context: LintContext): readonly Issue[] => [
  ...context.release.cases.flatMap((each, index) => [emptyIssues, expectIssues, assumeIssues, periodIssues].flatMap((check) => check(context, each, ['cases', index]))),
  ...resultsWithoutCase(context),
]
