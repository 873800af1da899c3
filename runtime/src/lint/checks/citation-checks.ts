import type { Issue } from '../../documents/issue.ts'
import type { LogicPiece } from '../../documents/logic-document.ts'
import type { Certainty, Citation, Text } from '../../documents/text.ts'
import { addMonths } from '../../values/day.ts'
import type { LintContext } from '../lint-context.ts'
import { lintIssue } from '../lint-issue.ts'
import type { Path } from '../path.ts'

/** Something that rests on the law: a parameter, rule, row, or a fact or condition that says so. */
interface Rested {
  readonly path: Path
  readonly citation?: Citation
  readonly certainty?: Certainty
  readonly note?: Text
  /** Whether it must say what it rests on. */
  readonly demanded: boolean
  /** A row that asks nothing takes what the other rows leave: it rests on what they rest on. */
  readonly isRest?: boolean
}

const inPiece = (piece: LogicPiece, path: Path): readonly Rested[] => {
  if (piece.kind === 'rules') return piece.rules.map((rule, index) => ({ ...sourceOf(rule), path: [...path, 'rules', index], demanded: true }))
  if (piece.kind === 'table') return piece.rows.map((row, index) => ({ ...sourceOf(row), path: [...path, 'rows', index], demanded: true, isRest: row.when.every((cell) => cell === null) }))
  return piece.kind === 'outcome' ? [] : [{ ...sourceOf(piece), path, demanded: piece.kind === 'entitlement' }]
}

type Source = Pick<Rested, 'citation' | 'certainty' | 'note'>

const sourceOf = ({ citation, certainty, note }: Source): Source => ({ ...(citation && { citation }), ...(certainty && { certainty }), ...(note && { note }) })

const restedIn = ({ release, pieces }: LintContext): readonly Rested[] => [
  ...Object.entries(release.parameters).map(([id, parameter]) => ({ ...sourceOf(parameter), path: ['parameters', id], demanded: true })),
  ...pieces.filter(({ shared }) => !shared).flatMap(({ piece, path }) => inPiece(piece, path)),
]

const sourceIssues = (context: LintContext, { path, citation, certainty, note, demanded }: Rested): readonly Issue[] => {
  if (certainty === 'open') return note ? [] : [lintIssue(context, 'open_without_note', path, {})]
  if (!citation) return demanded && !note ? [lintIssue(context, 'citation_missing', path, {})] : []
  const covered = context.release.legal_basis.some(({ document }) => document === citation.document)
  return covered || certainty === 'assumed' || context.release.legal_basis.length === 0 ? [] : [lintIssue(context, 'basis_not_covering', path, { document: citation.document })]
}

const certaintyIssues = (context: LintContext, { path, certainty }: Rested): readonly Issue[] => {
  if (certainty === 'open') return [lintIssue(context, 'open_value', path, {})]
  return certainty === 'assumed' ? [lintIssue(context, 'assumed_value', path, {})] : []
}

const MONTHS_UNTIL_OLD = 24

const confirmationIssues = (context: LintContext): readonly Issue[] => {
  const { today, confirmed_months: months = MONTHS_UNTIL_OLD } = context.options
  return Object.entries(context.release.parameters).flatMap(([id, { certainty, confirmed }]) => {
    const path = ['parameters', id]
    if (confirmed === undefined) return certainty === 'seen' ? [lintIssue(context, 'confirmed_missing', path, {})] : []
    if (today === undefined) return []
    if (confirmed > today) return [lintIssue(context, 'confirmed_future', path, { day: confirmed })]
    return addMonths(confirmed, months) < today ? [lintIssue(context, 'confirmed_old', path, { day: confirmed })] : []
  })
}

/** What rests on no article of the law, or on one that nobody compared: asked for where every part is to name its article. */
const requiredIssues = (context: LintContext, { path, citation, certainty, note, demanded, isRest }: Rested): readonly Issue[] => {
  if (certainty === 'known') return [lintIssue(context, 'known_value', path, {})]
  const isSure = certainty === undefined || certainty === 'seen'
  return demanded && !citation && note && isSure && !isRest ? [lintIssue(context, 'citation_only_noted', path, {})] : []
}

/** What everything rests on in the law, how sure that is, and when a person last looked. */
export const citationChecks = (context: LintContext): readonly Issue[] => {
  const rested = restedIn(context)
  return [
    ...(context.release.legal_basis.length === 0 ? [lintIssue(context, 'legal_basis_missing', ['legal_basis'], {})] : []),
    ...rested.flatMap((each) => [...sourceIssues(context, each), ...certaintyIssues(context, each), ...(context.options.require_citation ? requiredIssues(context, each) : [])]),
    ...confirmationIssues(context),
  ]
}
