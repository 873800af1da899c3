import type { Subject } from '../documents/logic-document.ts'
import type { Release } from '../documents/release-document.ts'
import { referencesOfForm } from '../form/form-references.ts'
import { referencesOfReport } from '../report/report-references.ts'
import { referencesOfPiece, type Reference } from '../release/references.ts'
import type { LintContext } from './lint-context.ts'
import type { Path } from './path.ts'

/** Something read of another programme, by its full name. */
export interface ForeignRead {
  readonly programme: string
  readonly kind: 'outcome' | 'parameter'
  readonly id: string
  readonly path: Path
  /** Whether it is this evaluation's rather than the recorded decision. */
  readonly computed: boolean
  /** Of whom it is read. */
  readonly of: Subject
}

const ofReference = (reference: Reference): readonly ForeignRead[] => {
  const fact = reference.kind === 'fact' ? reference.reference : undefined
  const name = fact?.fact ?? (reference.kind === 'parameter' ? reference.reference.parameter : '')
  const [programme = '', id] = name.split('.')
  return id === undefined ? [] : [{ programme, kind: fact ? 'outcome' : 'parameter', id, path: reference.path, computed: fact?.as === 'computed', of: reference.of }]
}

const ofForms = ({ forms }: Release): readonly Reference[] => forms.flatMap((form, index) => referencesOfForm(form, ['forms', index]))

const ofReports = ({ reports = [] }: Release): readonly Reference[] => reports.flatMap((report, index) => referencesOfReport(report, ['reports', index]))

/** Everything a release reads by the full name of another programme, in document order. */
export const foreignReadsOf = (release: Release): readonly ForeignRead[] =>
  [...release.logic.flatMap((piece, index) => referencesOfPiece(piece, ['logic', index])), ...ofForms(release), ...ofReports(release)].flatMap(ofReference)

/** Whether a programme says that it depends on another one; true where nobody said on which. */
export const isDeclared = ({ options: { depends_on: declared } }: Pick<LintContext, 'options'>, programme: string): boolean => declared === undefined || programme === 'common' || declared.includes(programme)

/** Of the releases given, those that a release reads, directly or through others, and what all share. */
export const releasesRead = (release: Release, others: Readonly<Record<string, Release>>): Readonly<Record<string, Release>> => {
  const names = new Set(['common'])
  const visit = (from: Release): void => {
    for (const { programme } of foreignReadsOf(from)) {
      const next = others[programme]
      if (!next || names.has(programme)) continue
      names.add(programme)
      visit(next)
    }
  }
  visit(release)
  return Object.fromEntries(Object.entries(others).filter(([programme]) => names.has(programme) && programme !== release.programme))
}
