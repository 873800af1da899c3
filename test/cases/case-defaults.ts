import type { Answer, Answers, Assumptions } from '@tieuchi/runtime'

const recorded = (status: string): Assumptions => ({ 'poverty.class': status, 'poverty.agri_average': false, 'poverty.newly_escaped': false })

/** What a neutral input leaves unsaid. The only such table; it holds no threshold and no amount of the law. */
export const caseDefaults = {
  /** Indicators in neither list are not deprived. */
  deprivedIndicators: [] as readonly string[],
  unknownIndicators: [] as readonly string[],
  /** Lists a household was on before, beside the class before. */
  everOnList: [] as readonly string[],
  /** What a word says of a person and work. */
  persons: {
    worker: { working_age: true, able_and_willing_to_work: true },
    not_worker: { working_age: false },
    non_worker: { working_age: false },
    child: { working_age: false },
    elder: { working_age: false },
    retired: { working_age: false },
    unable: { working_age: true, able_and_willing_to_work: false },
  } as Readonly<Record<string, Answers>>,
  /** Ages of persons of whom only the kind is said. */
  ages: { child: 5, adult: 40, elder: 80 },
  /** Ages of persons of whom only a group of that age is said. */
  groupAges: { elderly: 80, victim_16_to_18: 17 } as Readonly<Record<string, number>>,
  /** Of a person of whom it is not said. */
  person: { monthly_social_allowance: false } as Readonly<Record<string, Answer>>,
  /** Of a person described one by one, by the indicator asked about. */
  described: {
    employment: { working_age: true, able_and_willing_to_work: true },
    nutrition: { stunted: false, underweight: false },
    adult_education: { studying: 'none', highest_completed: 'none', on_the_job_certified: false },
  } as Readonly<Record<string, Readonly<Record<string, Answer>>>>,
  /** Of a household in the group on housing: it asks for what it needs to build or repair. */
  housing: { housing_need: true } as Readonly<Record<string, Answer>>,
  /** Of a household and its one person in the groups of benefits. */
  benefit: {
    age: 30,
    none: 'none',
    /** Lists of which nothing said means none. */
    withNone: ['disability_level', 'housing_damage', 'legal_aid_group', 'study_level'] as readonly string[],
    answers: { ethnicity: '01', school_type: 'public' } as Readonly<Record<string, Answer>>,
    /** Children of a single parent. */
    children: 1,
    /** Who is not said to be without a pension has one: being without is a group of its own. */
    social: { pension: true } as Readonly<Record<string, Answer>>,
    /** Ages of groups of social assistance that name their age. */
    socialAges: { oldest: 80, hardArea: 75, smallChild: 2 },
    /** Of whom only that is said: belonging to a minority, being disabled. */
    minority: '02',
    disability: 'severe',
    /** A household that lacks water or a toilet, and one that does not. */
    water: { lacking: 'other', there: 'piped' },
    toilet: { lacking: 'none', there: 'septic' },
    /** Whoever a case of voluntary social insurance is about. */
    insured: { compulsory_social_insurance: false, joins_voluntary_insurance: true } as Readonly<Record<string, Answer>>,
    /** On the list, and off it. */
    escape: { onList: 'near_poor', offList: 'average' },
    /** What a class stands for among the recorded results of the poverty programme. */
    statuses: {
      poor: recorded('poor'),
      near_poor: recorded('near_poor'),
      average: recorded('average'),
      above_average: recorded('above_average'),
      not_poor: recorded('not_poor'),
      agri_average: { ...recorded('average'), 'poverty.agri_average': true },
      newly_escaped: { ...recorded('average'), 'poverty.newly_escaped': true },
      none: recorded('not_poor'),
    } as Readonly<Record<string, Assumptions>>,
  },
} as const
