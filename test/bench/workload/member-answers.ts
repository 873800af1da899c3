import { addDays, type Answers } from '@tieuchi/runtime'
import type { Sector } from './sheet-questions.ts'
import { chance, pick, weighted, whole, type Random } from './random.ts'

export type Role = 'head' | 'spouse' | 'child' | 'parent' | 'grandchild'

interface AgeRange {
  readonly from: number
  readonly to: number
}

const ages: Readonly<Record<Role, AgeRange>> = {
  head: { from: 24, to: 70 },
  spouse: { from: 22, to: 68 },
  child: { from: 0, to: 26 },
  parent: { from: 55, to: 92 },
  grandchild: { from: 0, to: 12 },
}

/** Ages at which a rule of the release or a row of the sheet begins or ends. */
const decisiveAges = [3, 6, 12, 16, 18, 30, 31, 60, 80] as const

/** Birth dates over the ages of a role; one in six within a day of a birthday that decides something. */
const birthDate = (random: Random, role: Role, day: string): string => {
  const { from, to } = ages[role]
  const decisive = decisiveAges.filter((age) => age >= from && age <= to)
  const [first, ...rest] = decisive
  if (first !== undefined && chance(random, 1 / 6)) return addDays(yearsBefore(day, pick(random, [first, ...rest])), whole(random, -1, 1))
  return addDays(yearsBefore(day, whole(random, from, to)), -whole(random, 0, 364))
}

const yearsBefore = (day: string, years: number): string => `${Number(day.slice(0, 4)) - years}${day.slice(4)}`

const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ', 'Ngô', 'Dương', 'Lý'] as const
const middles = ['Văn', 'Thị', 'Minh', 'Thu', 'Đức', 'Ngọc', 'Hữu', 'Thanh'] as const
const given = ['An', 'Bình', 'Châu', 'Dung', 'Giang', 'Hà', 'Hùng', 'Khánh', 'Lan', 'Long', 'Mai', 'Nam', 'Oanh', 'Phúc', 'Quân', 'Sơn', 'Tâm', 'Thảo', 'Trang', 'Vinh'] as const

const fullName = (random: Random): string => `${pick(random, families)} ${pick(random, middles)} ${pick(random, given)}`

/** Twelve digits that agree with sex and year of birth. */
const personalNumber = (random: Random, sex: string, birth: string): string =>
  `0${whole(random, 10, 96)}${(Number(birth.slice(0, 2)) - 19) * 2 + (sex === 'male' ? 0 : 1)}${birth.slice(2, 4)}${String(whole(random, 0, 999_999)).padStart(6, '0')}`

const studyingAt = (random: Random, age: number): string => {
  if (age < 3) return 'none'
  const late = chance(random, 0.06)
  if (age < 6) return late ? 'none' : 'preschool'
  if (age < 12) return late ? 'preschool' : 'primary'
  if (age < 16) return late ? 'primary' : 'lower_secondary'
  if (age < 19) return weighted(random, { none: 22, upper_secondary: 70, elementary_vocational: 4, intermediate_vocational: 4 })
  return age < 24 ? weighted(random, { none: 62, college: 14, university: 22, postgraduate: 2 }) : 'none'
}

const completedAt = (random: Random, age: number): string => {
  if (age < 12) return 'none'
  if (age < 16) return weighted(random, { none: 6, primary: 94 })
  if (age < 19) return weighted(random, { primary: 10, lower_secondary: 90 })
  return weighted(random, { none: 3, primary: 17, lower_secondary: 34, upper_secondary: 24, elementary_vocational: 5, intermediate_vocational: 5, college: 5, university: 6, postgraduate: 1 })
}

/** Answers about one member, all questions of the workload answered. */
export const memberAnswers = (random: Random, role: Role, day: string): Answers => {
  const birth = birthDate(random, role, day)
  const age = Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (birth.slice(4) > day.slice(4) ? 1 : 0)
  const sex = pick(random, ['male', 'female'])
  const working = age >= 15 && age < 61
  const job = weighted(random, { none: 4, wage_contract: 38, wage_no_contract: 6, other_work: 52 })
  const sector = age < 15 ? 'none' : weighted(random, { public: 6, non_farm: 34, farm: 42, none: 18 } satisfies Record<Sector, number>)
  return {
    full_name: fullName(random),
    relation_to_head: role,
    sex,
    birth_date: birth,
    personal_number: personalNumber(random, sex, birth),
    ethnicity: weighted(random, { '01': 86, '02': 4, '03': 4, '05': 3, '06': 3 }),
    working_age: working,
    able_and_willing_to_work: working && !chance(random, 0.12),
    job,
    monthly_social_allowance: chance(random, age >= 80 ? 0.9 : 0.02),
    stunted: chance(random, 0.05),
    underweight: chance(random, 0.04),
    health_insurance: !chance(random, 0.07),
    studying: studyingAt(random, age),
    highest_completed: completedAt(random, age),
    on_the_job_certified: chance(random, 0.06),
    uses_internet: chance(random, age < 8 || age > 70 ? 0.2 : 0.75),
    pension: age >= 55 && chance(random, 0.18),
    sector,
    away: age >= 18 && age < 50 && chance(random, 0.1),
    wage: sector === 'none' ? 0 : wageOf(random),
    remittance: chance(random, 0.15) ? pick(random, [499_999, 500_000, 500_001]) : whole(random, 0, 60) * 50_000,
  }
}

/** One wage in eight is at a boundary of the sheet. */
const wageOf = (random: Random): number =>
  chance(random, 1 / 8) ? pick(random, [2_999_999, 3_000_000, 5_999_999, 6_000_000, 11_999_999, 12_000_000]) : whole(random, 10, 140) * 100_000
