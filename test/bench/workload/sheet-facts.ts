import type { Expression, FactPiece, Leaf, OperatorName } from '@tieuchi/runtime'

type Test = readonly [fact: string, operator: OperatorName, value: Leaf['value']]

const leaf = (id: string, [fact, operator, value]: Test): Leaf => ({ id, fact, operator, value })

const piece = (id: string, value: Expression): FactPiece => ({ kind: 'fact', id, title: { vi: `${id} (thử tải)`, en: id }, value })

const counts: Readonly<Record<string, Test>> = {
  dependents_count: ['dependent', 'equal', true],
  members_college: ['highest_completed', 'in', ['college', 'university', 'postgraduate']],
  members_vocational: ['highest_completed', 'in', ['elementary_vocational', 'intermediate_vocational']],
  members_upper_secondary: ['highest_completed', 'equal', 'upper_secondary'],
  public_workers: ['sector', 'equal', 'public'],
  non_farm_workers: ['sector', 'equal', 'non_farm'],
  farm_workers: ['sector', 'equal', 'farm'],
  pensioners: ['pension', 'equal', true],
  working_age_members: ['working_age', 'equal', true],
  young_children: ['age', 'lessThan', 6],
  elderly_members: ['age', 'greaterThanInclusive', 60],
  very_old_members: ['age', 'greaterThanInclusive', 80],
  students: ['studying', 'notEqual', 'none'],
  members_away: ['away', 'equal', true],
}

/** What the sheet reads of the members: fourteen counts, two sums and an extreme. */
export const sheetFacts: readonly FactPiece[] = [
  ...Object.entries(counts).map(([id, test], index) => piece(id, { count: 'members', where: leaf(`benchcoun${'abcdefghijklmn'.charAt(index)}`, test) })),
  piece('oldest_age', { max: 'members', value: { fact: 'age' } }),
  piece('wages', { sum: 'members', value: { fact: 'wage' }, where: leaf('benchsumaa', ['working_age', 'equal', true]) }),
  piece('remittances', { sum: 'members', value: { fact: 'remittance' } }),
]
