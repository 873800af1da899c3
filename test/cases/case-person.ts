import type { Answer, Assumptions, MemberAnswers } from '@tieuchi/runtime'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import { jobWords, levelWords } from './case-words.ts'

/** A member with what is assumed of it: member facts that the case states as a judgement. */
export interface DescribedPerson {
  readonly member: MemberAnswers
  readonly facts: Readonly<Record<string, boolean>>
}

type Properties = Readonly<Record<string, Answer>>

const monthsOfYear = 12

const pad = (number: number, length: number): string => String(number).padStart(length, '0')

/** A birth date that gives an age in completed years (or a fraction of them) on a day: today is the birthday of the month. */
export function birthDate(years: number, at: string): string {
  const [year = 0, month = 1, day = 1] = at.split('-').map(Number)
  const months = year * monthsOfYear + (month - 1) - Math.floor(years * monthsOfYear)
  const birthYear = Math.floor(months / monthsOfYear)
  const birthMonth = (months % monthsOfYear) + 1
  const last = new Date(Date.UTC(birthYear, birthMonth, 0)).getUTCDate()
  return `${pad(birthYear, 4)}-${pad(birthMonth, 2)}-${pad(Math.min(day, last), 2)}`
}

const answered = (name: string, value: Answer | null | undefined): Properties => (value === null || value === undefined ? {} : { [name]: value })

/** Reads a person described key by key; `null` is unknown, except that a `null` job is none. */
export function describePerson(id: string, values: Readonly<Record<string, unknown>>, indicator: string, at: string): DescribedPerson {
  const keys = new CaseKeys(values, `person ${id}`)
  const defaults = caseDefaults.described[indicator] ?? {}
  const stated: Properties = { ...birthOf(keys, at), ...workOf(keys), ...allowanceOf(keys), ...healthOf(keys), ...educationOf(keys), ...answered('uses_internet', keys.takeTruth('uses_internet', 'internet')), ...answered('sex', keys.takeText('sex', 'gender')) }
  const rightLevel = keys.takeTruth('in_right_level')
  const silent = Object.fromEntries(Object.entries({ ...caseDefaults.person, ...defaults }).filter(([name]) => !mentioned(values, name)))
  keys.finish()
  return { member: { ...silent, ...stated, id }, facts: rightLevel === null || rightLevel === undefined ? {} : { in_right_level: rightLevel } }
}

/** Other words under which an answer may have been given as unknown; its default must not speak then. */
const otherWords: Readonly<Record<string, RegExp>> = {
  able_and_willing_to_work: /^(able|willing)/,
  monthly_social_allowance: /allowance|assistance/,
  studying: /^studying$|_in$|_done$|secondary|vocational/,
  highest_completed: /^highest_completed$|_in$|_done$|secondary|vocational/,
}

const mentioned = (values: Readonly<Record<string, unknown>>, name: string): boolean => Object.keys(values).some((key) => key === name || otherWords[name]?.test(key))

function birthOf(keys: CaseKeys, at: string): Properties {
  const age = keys.takeNumber('age_years', 'age')
  const months = keys.takeNumber('age_months')
  const year = keys.takeNumber('birth_year')
  const date = keys.takeText('birth_date')
  if (typeof age === 'number') return { birth_date: birthDate(age, at) }
  if (typeof months === 'number') return { birth_date: birthDate(months / monthsOfYear, at) }
  return typeof year === 'number' ? { birth_date: pad(year, 4) } : answered('birth_date', date)
}

function workOf(keys: CaseKeys): Properties {
  const both = keys.takeTruth('able_and_willing', 'able_and_willing_to_work')
  const able = keys.takeTruth('able', 'able_to_work')
  const willing = keys.takeTruth('willing', 'willing_to_work')
  const named = [both, able, willing].filter((each) => each !== undefined)
  const wants = named.includes(false) ? false : named.includes(null) || named.length === 0 ? undefined : true
  const job = keys.has('job') ? (keys.takeText('job') ?? 'none') : undefined
  return { ...answered('working_age', keys.takeTruth('working_age')), ...answered('able_and_willing_to_work', wants), ...answered('job', job === undefined ? undefined : (jobWords[job] ?? job)) }
}

/** The question is about the allowance of an elderly or disabled person; another allowance is none. */
function allowanceOf(keys: CaseKeys): Properties {
  const allowance = keys.takeTruth('monthly_social_allowance', 'monthly_social_assistance', 'monthly_allowance', 'social_allowance', 'allowance', 'receives_allowance')
  const groups = [keys.takeTruth('elderly'), keys.takeTruth('disabled')]
  const others = groups.includes(false) && !groups.includes(true)
  return allowance === true && others ? { monthly_social_allowance: false } : answered('monthly_social_allowance', allowance)
}

function healthOf(keys: CaseKeys): Properties {
  const uninsured = keys.takeTruth('uninsured')
  const insured = typeof uninsured === 'boolean' ? !uninsured : keys.takeTruth('health_insurance', 'insured', 'insurance_card', 'has_card')
  return { ...answered('stunted', keys.takeTruth('stunted')), ...answered('underweight', keys.takeTruth('underweight')), ...answered('health_insurance', insured) }
}

const levelKey = /^(.+?)(?:_(done_or_in|in_or_done|done|in))?$/

interface Level {
  readonly level: string
  readonly held: boolean | null | undefined
  readonly way: string
}

/** Levels a person holds or attends, or of which it is only said that one of the two is so: those count as completed. */
function educationOf(keys: CaseKeys): Properties {
  const direct = { ...answered('studying', keys.takeText('studying')), ...answered('highest_completed', keys.takeText('highest_completed')), ...answered('on_the_job_certified', keys.takeTruth('on_the_job_certified')) }
  const levels = keys.rest.flatMap((key): Level[] => {
    const [, words = '', way] = levelKey.exec(key) ?? []
    const level = levelOf(words)
    if (level === undefined && way === undefined) return []
    if (level === undefined) throw new CaseProblem(`“${key}” names no level of education the adapter knows (${levelOrder.join(', ')})`)
    return [{ level, held: keys.takeTruth(key), way: way ?? 'done_or_in' }]
  })
  return { ...direct, ...attended(levels.filter(({ way }) => way !== 'done')), ...completed(levels.filter(({ way }) => way !== 'in')) }
}

/** While one level is unknown, what is attended is not known. */
function attended(levels: readonly Level[]): Properties {
  if (levels.length === 0 || levels.some(({ held }) => held === null)) return {}
  return { studying: levels.find(({ held, way }) => held === true && way === 'in')?.level ?? 'none' }
}

function completed(levels: readonly Level[]): Properties {
  const held = levels.filter((each) => each.held === true).map(({ level }) => level)
  const [highest] = held.toSorted((a, b) => levelOrder.indexOf(b) - levelOrder.indexOf(a))
  if (highest === undefined && levels.some(({ held: each, way }) => each === null && way === 'done')) return {}
  return levels.length === 0 ? {} : { highest_completed: highest ?? 'none' }
}

const levelOrder = ['primary', 'lower_secondary', 'elementary_vocational', 'intermediate_vocational', 'upper_secondary', 'college', 'university', 'postgraduate']

/** The first level a key names: upper secondary or vocational is met by upper secondary. */
function levelOf(words: string): string | undefined {
  const [first = ''] = words.split('_or_')
  const level = levelWords[first] ?? first
  return levelOrder.includes(level) ? level : undefined
}

/** What is assumed of the members' facts, as the runtime takes it. */
export const factAssumptions = (programme: string, people: readonly DescribedPerson[]): Assumptions => {
  const names = [...new Set(people.flatMap(({ facts }) => Object.keys(facts)))]
  return Object.fromEntries(names.map((name) => [`${programme}.${name}`, Object.fromEntries(people.flatMap(({ member, facts }) => (facts[name] === undefined ? [] : [[member.id, facts[name]] as const])))]))
}
