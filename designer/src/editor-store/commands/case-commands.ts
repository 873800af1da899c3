import type { CaseDocument, DraftDocument } from '@tieuchi/runtime'

export interface CaseCommands {
  /** Cases with what a person expects of them, behind all others; one that is there already is replaced. In place of all others where they alone shall stay. */
  readonly 'cases.keep': { readonly cases: readonly CaseDocument[]; readonly alone?: boolean }
  /** A new case, behind another or behind all. */
  readonly 'case.add': { readonly case: CaseDocument; readonly after?: string }
  /** A case as it is from now on. What is written in one turn, letter after letter, is one step. */
  readonly 'case.write': { readonly case: CaseDocument; readonly turn?: string }
  /** Cases on other days, in their places; one that is there no more stays away. */
  readonly 'cases.move': { readonly cases: readonly CaseDocument[] }
  readonly 'case.remove': { readonly id: string }
}

type Cases = readonly CaseDocument[]

const withCases = (document: DraftDocument, change: (cases: Cases) => Cases): DraftDocument => ({ ...document, release: { ...document.release, cases: change(document.release.cases) } })

const addBehind = (cases: Cases, { case: added, after }: CaseCommands['case.add']): Cases => {
  const at = cases.findIndex(({ id }) => id === after)
  return cases.toSpliced(at === -1 ? cases.length : at + 1, 0, added)
}

export const caseCommands = {
  'cases.keep': (document: DraftDocument, { cases: kept, alone = false }: CaseCommands['cases.keep']) =>
    withCases(document, (cases) => alone ? kept : [...cases.map((each) => kept.find(({ id }) => id === each.id) ?? each), ...kept.filter(({ id }) => cases.every((each) => each.id !== id))]),
  'case.add': (document: DraftDocument, args: CaseCommands['case.add']) => withCases(document, (cases) => addBehind(cases, args)),
  'case.write': (document: DraftDocument, { case: written }: CaseCommands['case.write']) => withCases(document, (cases) => cases.map((each) => (each.id === written.id ? written : each))),
  'cases.move': (document: DraftDocument, { cases: moved }: CaseCommands['cases.move']) => withCases(document, (cases) => cases.map((each) => moved.find(({ id }) => id === each.id) ?? each)),
  'case.remove': (document: DraftDocument, { id }: CaseCommands['case.remove']) => withCases(document, (cases) => cases.filter((each) => each.id !== id)),
} as const
