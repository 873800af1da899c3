import type { Answer, Evaluation, HouseholdInput, MemberAnswers } from '@tieuchi/runtime'
import { caseDefaults } from './case-defaults.ts'
import { CaseKeys, isObject } from './case-keys.ts'
import { birthDate, describePerson, factAssumptions, type DescribedPerson } from './case-person.ts'
import { CaseProblem } from './case-problem.ts'
import type { CaseProduct } from './case-product.ts'
import { deviceWords, toiletWords, waterWords } from './case-words.ts'

export interface IndicatorQuestion {
  readonly law_at: string
  readonly at: string
  readonly inputs: Readonly<Record<string, unknown>>
}

interface Reading {
  readonly keys: CaseKeys
  readonly indicator: string
  readonly at: string
}

/** Judges one indicator from answers; what the case states as a judgement on a member is assumed as that member's fact. */
export async function judgeIndicator(product: CaseProduct, { law_at: lawAt, at, inputs }: IndicatorQuestion): Promise<{ readonly indicator: string; readonly evaluation: Evaluation }> {
  const outer = new CaseKeys(inputs, 'inputs')
  const indicator = outer.takeText('indicator')
  const facts = outer.take('facts')
  outer.finish()
  const ids = product.indicators(lawAt)
  if (typeof indicator !== 'string' || !ids.includes(indicator)) throw new CaseProblem(`“${String(indicator)}” is no indicator of the rules of ${lawAt} (${ids.join(', ')})`)
  if (!isObject(facts)) throw new CaseProblem(`facts is ${JSON.stringify(facts)}; expected an object`)
  const reading: Reading = { keys: new CaseKeys(facts, 'facts'), indicator, at }
  const household = { ...dwelling(reading), ...supplies(product, reading), ...devices(reading) }
  const people = readPeople(reading)
  reading.keys.finish()
  const input: HouseholdInput = { household, ...(people && { members: people.map(({ member }) => member) }) }
  const assume = factAssumptions(product.programme, people ?? [])
  return { indicator, evaluation: await product.ask({ moment: { law_at: lawAt, facts_at: at, unit_at: at }, input, assume }) }
}

const answered = (name: string, value: Answer | null | undefined): Readonly<Record<string, Answer>> => (value === null || value === undefined ? {} : { [name]: value })

const dwelling = ({ keys }: Reading): Readonly<Record<string, Answer>> => ({
  ...answered('walls_durable', keys.takeTruth('durable_wall', 'durable_walls', 'walls_durable')),
  ...answered('columns_durable', keys.takeTruth('durable_column', 'durable_columns', 'columns_durable')),
  ...answered('roof_durable', keys.takeTruth('durable_roof', 'roof_durable')),
  ...answered('floor_area', keys.takeNumber('area_m2', 'floor_area_m2', 'floor_area')),
  ...answered('domestic_waste_handled', keys.takeTruth('waste_handled', 'domestic_waste_handled', 'waste_collected', 'handled')),
})

/** A kind the law does not list is another one. */
const supplies = (product: CaseProduct, { keys, indicator }: Reading): Readonly<Record<string, Answer>> => {
  const kind = keys.takeText('type', 'kind')
  const water = keys.takeText('source', 'water_source') ?? (indicator === 'water' ? kind : undefined)
  const toilet = keys.takeText('toilet_type', 'toilet', 'latrine') ?? (indicator === 'toilet' ? kind : undefined)
  return { ...answered('water_source', listed(product, 'water_source', waterWords, water)), ...answered('toilet_type', listed(product, 'toilet_type', toiletWords, toilet)) }
}

const listed = (product: CaseProduct, list: string, words: Readonly<Record<string, string>>, kind: string | null | undefined): string | undefined => {
  if (kind === null || kind === undefined) return undefined
  const code = words[kind] ?? kind
  return codesOf(product, list).includes(code) ? code : 'other'
}

const codesOf = ({ packs }: CaseProduct, list: string): readonly string[] => packs.common.lists.find(({ id }) => id === list)?.entries.map(({ code }) => code) ?? []

const devices = ({ keys }: Reading): Readonly<Record<string, Answer>> => answered('information_devices', keys.takeTexts('devices', 'information_devices')?.map((device) => deviceWords[device] ?? device))

/** The members described, in whatever way; undefined where nothing is said of them or their number is unknown. */
function readPeople(reading: Reading): readonly DescribedPerson[] | undefined {
  const described = describedPeople(reading)
  const ofAges = peopleOfAges(reading)
  const grouped = groupedPeople(reading)
  const users = internetUsers(reading)
  const total = reading.keys.takeNumber(...totalNames.filter((name) => typeof reading.keys.peek(name) !== 'object' || reading.keys.peek(name) === null))
  if (total === null || described === null || ofAges === null) return undefined
  const people = [...(described ?? []), ...(ofAges ?? []), ...grouped, ...users].map(({ member, facts }, index) => ({ member: { ...member, id: `m${index + 1}` }, facts }))
  if (people.length === 0 && total === undefined && described === undefined && ofAges === undefined) return undefined
  if (total !== undefined && people.length > total) throw new CaseProblem(`${people.length} persons are described where there are ${total}`)
  const rest = Array.from({ length: Math.max(0, (total ?? 0) - people.length) }, (_, index) => ({ member: { ...restOf(reading), id: `m${people.length + index + 1}` }, facts: {} }))
  return [...people, ...rest]
}

const totalNames = ['members', 'persons', 'people', 'household_size', 'member_count']

/** Of a member of whom only the number is given. */
const restOf = ({ indicator, at }: Reading): Readonly<Record<string, Answer>> => {
  if (indicator === 'telecom') return { uses_internet: false }
  return { birth_date: birthDate(caseDefaults.ages.adult, at), ...caseDefaults.person }
}

const personLists = ['persons', 'members', 'people', 'children', 'adults', 'elders', 'workers']

function describedPeople({ keys, indicator, at }: Reading): readonly DescribedPerson[] | null | undefined {
  const present = personLists.filter((name) => Array.isArray(keys.peek(name)) || (keys.has(name) && keys.peek(name) === null && !totalNames.includes(name)))
  const lists = present.map((name) => keys.takeObjects(name))
  if (lists.includes(null)) return null
  return present.length === 0 ? undefined : lists.flatMap((list) => list ?? []).map((values, index) => describePerson(`m${index + 1}`, values, indicator, at))
}

/** `uninsured_ages: [5]` and the like: members of those ages with that answer. */
const ageLists: Readonly<Record<string, Readonly<Record<string, Answer>>>> = {
  uninsured_ages: { health_insurance: false },
  insured_ages: { health_insurance: true },
  stunted_ages: { stunted: true, underweight: false },
  underweight_ages: { stunted: false, underweight: true },
  healthy_ages: { stunted: false, underweight: false },
}

function peopleOfAges({ keys, at }: Reading): readonly DescribedPerson[] | null | undefined {
  const present = Object.keys(ageLists).filter((name) => keys.has(name))
  const lists = present.map((name) => ({ name, ages: keys.takeNumbers(name) }))
  if (lists.some(({ ages }) => ages === null)) return null
  if (present.length === 0) return undefined
  return lists.flatMap(({ name, ages }) => (ages ?? []).map((age) => ({ member: { id: name, ...(age !== null && { birth_date: birthDate(age, at) }), ...ageLists[name] }, facts: {} })))
}

const groupKey = /^(dependents|child|children|minors|elders?|elderly|disabled|adults?)(?:_(.+))?$/

/** `elders_without_allowance: 2` and the like: so many members of that kind. */
function groupedPeople({ keys, at }: Reading): readonly DescribedPerson[] {
  return keys.rest.flatMap((key) => {
    const [, kind, words] = groupKey.exec(key) ?? []
    if (kind === undefined || Array.isArray(keys.peek(key))) return []
    const count = keys.takeNumber(key)
    if (typeof count !== 'number') throw new CaseProblem(`facts: ${key} is not known; give a number of persons`)
    return Array.from({ length: count }, () => ({ member: personOfKind(kind, key, words?.split('_') ?? [], at), facts: {} }))
  })
}

const groupWords = new Set(['with', 'without', 'no', 'not', 'receiving', 'monthly', 'social', 'allowance', 'assistance', 'under', 'below', 'aged', 'age', 'persons', 'members', 'people', 'person', 'count'])

function personOfKind(kind: string, key: string, words: readonly string[], at: string): MemberAnswers {
  const strange = words.find((word) => !groupWords.has(word) && !/^\d+$/.test(word))
  if (strange !== undefined) throw new CaseProblem(`facts has the key “${key}”; the adapter does not know “${strange}” in it`)
  const isChild = kind === 'dependents' || kind.startsWith('child') || kind === 'minors'
  const stated = words.includes('aged') || words.includes('age') ? words.find((word) => /^\d+$/.test(word)) : undefined
  const usual = isChild ? caseDefaults.ages.child : kind.startsWith('elder') ? caseDefaults.ages.elder : caseDefaults.ages.adult
  const allowance = words.some((word) => word === 'allowance' || word === 'assistance' || word === 'receiving') && !words.some((word) => ['without', 'no', 'not'].includes(word))
  return { id: key, birth_date: birthDate(stated === undefined ? usual : Number(stated), at), ...caseDefaults.person, ...(allowance && { monthly_social_allowance: true }) }
}

/** So many who use the internet; where there are none, one who does not; where it is unknown, one nobody asked. */
function internetUsers({ keys }: Reading): readonly DescribedPerson[] {
  const users = keys.takeNumber('members_using_internet', 'internet_users', 'using_internet')
  if (users === undefined) return []
  if (users === null) return [{ member: { id: 'asked' }, facts: {} }]
  const member: MemberAnswers = { id: 'user', uses_internet: users > 0 }
  const total = totalNames.some((name) => keys.has(name))
  return Array.from({ length: users === 0 && !total ? 1 : users }, () => ({ member, facts: {} }))
}
