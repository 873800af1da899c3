import { addDays, type Answers, type Assumptions, type Evaluation, type EntitlementResult, type HistoryEntry } from '@tieuchi/runtime'
import { ageAnswers, askBenefit, entitlementOf, isGranted, numberOf, statusAssumptions, type BenefitFacts } from './case-benefit.ts'
import { loanProgrammes, type LoanProgramme } from './case-credit-programmes.ts'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys, isObject } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import { valueOf, type CasePlace, type CaseProduct } from './case-product.ts'
import { allTold, codeTold, told, truthsTold, type Told } from './case-told.ts'
import { levelWords, toiletWords, waterWords } from './case-words.ts'

/** Judges a case on policy credit: which programmes lend, at which rate, up to which amount. */
export async function judgeCredit(product: CaseProduct, { at, inputs, ...place }: CasePlace & { readonly at: string; readonly inputs: Readonly<Record<string, unknown>> }): Promise<(name: string) => unknown> {
  const { programme, facts } = readCase(inputs, at)
  const evaluation = await askBenefit(product, { programme: 'credit', at, ...place }, facts)
  const asked = programme ? loanValues(evaluation, programme) : {}
  const eligible = Object.fromEntries(loanProgrammes.flatMap(({ loan, words }) => words.flatMap((word) => {
    const granted = () => isGranted(loanOf(evaluation, loan))
    return [[`programme_${word}`, granted], [`eligible_${word}`, granted], [`${word}_loan`, granted]] as const
  })))
  const values: Readonly<Record<string, () => unknown>> = { ...asked, ...eligible }
  return (name) => {
    const value = values[name]
    if (!value) throw new CaseProblem(`expected has the key “${name}”; of credit the product tells ${Object.keys(values).join(', ')}`)
    return value()
  }
}

const loanOf = (evaluation: Evaluation, loan: string): EntitlementResult => entitlementOf(evaluation, `${loan}_loan`)

function loanValues(evaluation: Evaluation, { loan }: LoanProgramme): Readonly<Record<string, () => unknown>> {
  const found = loanOf(evaluation, loan)
  const rate = () => (found.state === 'granted' ? numberOf(found, 'level') : undefined)
  const ceiling = () => numberOf(found, 'amount')
  const overdue = () => (found.state === 'granted' ? valueOf(evaluation.result, `overdue_rate_${loan}`) : undefined)
  const term = () => valueOf(evaluation.result, loan === 'newly_escaped' ? 'longest_term_newly_escaped' : 'longest_term_household')
  return {
    annual_rate_percent: rate, rate_percent: rate, overdue_rate_percent: overdue, overdue_annual_rate_percent: overdue,
    max_vnd: ceiling, max_vnd_month: ceiling, max_vnd_work: ceiling, max_vnd_per_work: ceiling, max_months: term, max_term_months: term,
    eligible: () => isGranted(found), granted: () => isGranted(found),
  }
}

interface CreditCase {
  readonly programme: LoanProgramme | undefined
  readonly facts: BenefitFacts
}

/** A case that names a programme is about a household it is for, except in what the case says. */
function readCase(inputs: Readonly<Record<string, unknown>>, at: string): CreditCase {
  const { person: described, ...rest } = inputs
  if (described !== undefined && !isObject(described)) throw new CaseProblem(`person is ${JSON.stringify(described)}; expected an object`)
  const keys = new CaseKeys({ ...rest, ...described }, 'inputs')
  const programme = programmeOf(keys)
  const status = statusOf(keys, programme)
  const [household, member, unit] = [householdOf(keys), studyOf(keys), codeTold(keys, 'area_type', ['area_type', 'area'])]
  const age = ageAnswers(keys, at)
  keys.finish()
  const unknown = [household, member, unit, status.answers].flatMap((part) => part.unknown)
  const known = (answers: Answers = {}): Answers => Object.fromEntries(Object.entries(answers).filter(([name]) => !unknown.includes(name)))
  const borrower = programme?.borrower
  return {
    programme,
    facts: {
      household: { ...known(borrower?.household), ...household.answers, ...status.answers.answers },
      member: { ...known(borrower?.member), ...member.answers, ...age },
      unit: { ...known(borrower?.unit), ...unit.answers },
      unknown,
      assume: status.assume,
      ...(status.history && { history: status.history }),
    },
  }
}

function programmeOf(keys: CaseKeys): LoanProgramme | undefined {
  const named = keys.takeText('programme', 'program', 'loan')
  if (typeof named !== 'string') return undefined
  const found = loanProgrammes.find(({ words }) => words.includes(named))
  if (!found) throw new CaseProblem(`programme is “${named}”; expected one of ${loanProgrammes.flatMap(({ words }) => words).join(', ')}`)
  return found
}

interface Status {
  readonly assume: Assumptions
  readonly history?: readonly HistoryEntry[]
  readonly answers: Told
}

const classNames = ['class', 'classification', 'household_class']

/** The status told, else that of the programme's borrowers; where the way off the list is told, it is computed from that. */
function statusOf(keys: CaseKeys, programme: LoanProgramme | undefined): Status {
  const left = keys.takeText('left_list', 'left_list_on', 'left_list_date')
  const answers = truthsTold(keys, { escape_confirmed: ['commune_confirms', 'commune_confirmed', 'escape_confirmed'] })
  const above = keys.takeTruth('above_near_poor', 'above_near_poor_line')
  if (left !== undefined || above !== undefined) return { ...wayOffTheList(keys, left, above), answers }
  const implied = classNames.some((name) => keys.has(name)) ? undefined : programme?.status
  return { assume: statusAssumptions(implied === undefined ? keys : new CaseKeys({ class: implied }, 'programme')), answers }
}

/** On the list to the day before it was left, and off it since; judged above the lists of today unless the case says not. */
function wayOffTheList(keys: CaseKeys, left: string | null | undefined, above: boolean | null | undefined): Omit<Status, 'answers'> {
  const { onList, offList } = caseDefaults.benefit.escape
  const named = keys.takeText(...classNames)
  const today = above === null || named === null ? undefined : (named ?? (above === false ? onList : offList))
  const assume: Assumptions = today === undefined ? {} : { 'poverty.classification': today, 'poverty.class': today, 'poverty.agri_average': false }
  if (left === undefined) return { assume, history: [] }
  if (left === null) return { assume }
  const decided = { programme: 'poverty', layer: 'national', outcome: 'class' } as const
  const listed = addDays(left, -1)
  return { assume, history: [{ ...decided, value: onList, from: listed, to: listed, decided_on: listed }, { ...decided, value: offList, from: left, decided_on: left }] }
}

function householdOf(keys: CaseKeys): Told {
  const [lacksWater, lacksToilet] = [keys.takeTruth('lacks_clean_water', 'no_clean_water'), keys.takeTruth('lacks_sanitation', 'lacks_toilet', 'no_sanitation')]
  const { water, toilet } = caseDefaults.benefit
  return allTold([
    told('water_source', lacked(lacksWater, water)), codeTold(keys, 'water_source', ['water_source', 'water'], waterWords),
    told('toilet_type', lacked(lacksToilet, toilet)), codeTold(keys, 'toilet_type', ['toilet_type', 'toilet'], toiletWords),
    truthsTold(keys, {
      business_in_hard_area: ['business_in_hard_area', 'hard_area_business', 'business_hard_area'],
      housing_need: ['housing_need', 'needs_housing'],
      financial_hardship: ['financial_hardship', 'hardship'],
      policy_credit_need: ['policy_credit_need', 'credit_need', 'need'],
    }),
  ])
}

const lacked = (lacks: boolean | null | undefined, { lacking, there }: { readonly lacking: string; readonly there: string }): string | null | undefined =>
  lacks === true ? lacking : lacks === false ? there : lacks

function studyOf(keys: CaseKeys): Told {
  const student = keys.takeTruth('student')
  return allTold([told('studying', student === true ? 'university' : student === false ? caseDefaults.benefit.none : student), codeTold(keys, 'studying', ['level', 'studying', 'education_level'], levelWords)])
}
