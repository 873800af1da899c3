import type { Answer } from '@tieuchi/runtime'

/** What a neutral input leaves unsaid. The only such table; it holds no threshold and no amount of the law. */
export const caseDefaults = {
  /** Indicators in neither list are not deprived. */
  deprivedIndicators: [] as readonly string[],
  unknownIndicators: [] as readonly string[],
  /** Ages of persons of whom only the kind is said. */
  ages: { child: 5, adult: 40, elder: 80 },
  /** Of a person of whom it is not said. */
  person: { monthly_social_allowance: false } as Readonly<Record<string, Answer>>,
  /** Of a person described one by one, by the indicator asked about. */
  described: {
    employment: { working_age: true, able_and_willing_to_work: true },
    nutrition: { stunted: false, underweight: false },
    adult_education: { studying: 'none', highest_completed: 'none', on_the_job_certified: false },
  } as Readonly<Record<string, Readonly<Record<string, Answer>>>>,
} as const
