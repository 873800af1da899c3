import type { BenefitFacts } from './case-benefit.ts'

/** A programme of loans: its entitlement, the words for it, and a household of those it is for. */
export interface LoanProgramme {
  readonly loan: string
  readonly words: readonly string[]
  readonly borrower: Pick<BenefitFacts, 'household' | 'member' | 'unit'>
  /** Their status, where the programme is for some only. */
  readonly status?: string
}

export const loanProgrammes: readonly LoanProgramme[] = [
  { loan: 'poor', words: ['poor', 'poor_household'], borrower: {}, status: 'poor' },
  { loan: 'near_poor', words: ['near_poor', 'near_poor_household'], borrower: {}, status: 'near_poor' },
  { loan: 'newly_escaped', words: ['newly_escaped', 'newly_escaped_household', 'escaped'], borrower: {}, status: 'newly_escaped' },
  { loan: 'student', words: ['student', 'students', 'hssv'], borrower: { member: { studying: 'university' } }, status: 'poor' },
  { loan: 'clean_water', words: ['clean_water', 'clean_water_sanitation', 'water', 'water_sanitation', 'sanitation'], borrower: { household: { water_source: 'other', toilet_type: 'none' }, unit: { area_type: 'rural' } } },
  { loan: 'business', words: ['business', 'hard_area_business', 'business_hard_area', 'disadvantaged_area_business', 'hard_area'], borrower: { household: { business_in_hard_area: true } } },
  { loan: 'housing', words: ['housing', 'poor_housing', 'poor_household_housing', 'poor_house'], borrower: { household: { housing_need: true } }, status: 'poor' },
]
