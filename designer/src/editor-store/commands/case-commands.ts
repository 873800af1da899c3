import type { CaseDocument, DraftDocument } from '@tieuchi/runtime'

export interface CaseCommands {
  /** Cases with what a person expects of them, behind all others; one that is there already is replaced. */
  readonly 'cases.keep': { readonly cases: readonly CaseDocument[] }
  readonly 'case.remove': { readonly id: string }
}

const withCases = (document: DraftDocument, change: (cases: readonly CaseDocument[]) => readonly CaseDocument[]): DraftDocument => ({ ...document, release: { ...document.release, cases: change(document.release.cases) } })

export const caseCommands = {
  'cases.keep': (document: DraftDocument, { cases: kept }: CaseCommands['cases.keep']) =>
    withCases(document, (cases) => [...cases.map((each) => kept.find(({ id }) => id === each.id) ?? each), ...kept.filter(({ id }) => cases.every((each) => each.id !== id))]),
  'case.remove': (document: DraftDocument, { id }: CaseCommands['case.remove']) => withCases(document, (cases) => cases.filter((each) => each.id !== id)),
} as const
