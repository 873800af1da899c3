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
}

const inPiece = (piece: LogicPiece, path: Path): readonly Rested[] => {
  if (piece.kind === 'rules') return piece.rules.map((rule, index) => ({ ...sourceOf(rule), path: [...path, 'rules', index], demanded: true }))
  if (piece.kind === 'table') return piece.rows.map((row, index) => ({ ...sourceOf(row), path: [...path, 'rows', index], demanded: true }))
  return piece.kind === 'outcome' ? [] : [{ ...sourceOf(piece), path, demanded: piece.kind === 'entitlement' }]
}

const sourceOf = ({ citation, certainty, note }: Omit<Rested, 'path' | 'demanded'>): Omit<Rested, 'path' | 'demanded'> => ({ ...(citation && { citation }), ...(certainty && { certainty }), ...(note && { note }) })

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

/** What everything rests on in the law, how sure that is, and when a person last looked. */
export const citationChecks = (context: LintContext): readonly Issue[] => {
  const rested = restedIn(context)
  return [
    ...(context.release.legal_basis.length === 0 ? [lintIssue(context, 'legal_basis_missing', ['legal_basis'], {})] : []),
    ...rested.flatMap((each) => [...sourceIssues(context, each), ...certaintyIssues(context, each)]),
    ...confirmationIssues(context),
  ]
}
