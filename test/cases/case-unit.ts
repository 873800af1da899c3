import { ancestorsOf, describeUnit, findUnit, formDemands, formSet, wholeForms, type HouseholdInput, type UnitDocument } from '@tieuchi/runtime'
import { CaseKeys } from './case-keys.ts'
import { CaseProblem } from './case-problem.ts'
import type { CaseProduct } from './case-product.ts'

type Found = Readonly<Record<string, unknown>>

/** What the product says of a unit on dates, or of a person's papers, under the names cases expect it by. */
export async function answerUnitCase(product: CaseProduct, inputs: Readonly<Record<string, unknown>>, asOf: string | undefined): Promise<Found> {
  const keys = new CaseKeys(inputs, 'inputs')
  const answer = keys.has('number') || keys.has('personal_number') ? await answerPapers(product, keys, asOf) : answerUnits(product, keys, asOf)
  keys.finish()
  return answer
}

function answerUnits(product: CaseProduct, keys: CaseKeys, asOf: string | undefined): Found {
  const code = keys.takeText('code', 'unit_code')
  const name = keys.takeText('name')
  const dates = keys.takeTexts('dates', 'as_of_list')
  const date = keys.takeText('date', 'as_of') ?? asOf
  const days = dates ?? (typeof date === 'string' ? [date] : [])
  if (days.length === 0) throw new CaseProblem('the case names no date')
  if (typeof code !== 'string' && typeof name !== 'string') throw new CaseProblem('the case names no unit by code or name')
  const { units } = product.packs
  const columns = days.map((at) => describeAt(units, findCalled(units, typeof code === 'string' ? code : String(name), at), at))
  const many = Object.fromEntries(unitWords.flatMap(([word, ...plurals]) => [word, ...plurals].map((spelling) => [spelling, columns.map((column) => column[word] ?? null)] as const)))
  const [only] = columns
  const same = new Set(columns.map(({ id }) => id)).size === 1
  return { ...many, ...(days.length === 1 ? only : {}), same_unit: same }
}

/** What is said of a unit on a day, in the singular, and in the plural for a list of days. */
const unitWords = [
  ['code', 'codes', 'unit_codes'], ['name', 'names'], ['kind', 'kinds'], ['province', 'provinces', 'province_codes'], ['province_name', 'province_names'], ['district', 'districts', 'district_codes'],
  ['district_name', 'district_names'], ['area_type', 'area_types', 'areas'], ['area', 'area_list'], ['exists', 'existing'],
] as const

/** The unit of a day by its code or by its name, with or without the word for its kind. */
export function findCalled(units: readonly UnitDocument[], words: string, at: string): UnitDocument | undefined {
  const found = units.filter((unit) => {
    const name = describeUnit(units, unit, at)?.name
    return name === words || name?.endsWith(` ${words}`)
  })
  const byCode = findUnit(units, { code: words, at })
  if (!byCode && found.length > 1) throw new CaseProblem(`${found.length} units are named “${words}” on ${at}; name one by its code`)
  return byCode ?? found[0]
}

function describeAt(units: readonly UnitDocument[], unit: UnitDocument | undefined, at: string): Found {
  const described = unit && describeUnit(units, unit, at)
  if (!unit || !described) return { exists: false }
  const above = ancestorsOf(units, unit, at).flatMap((parent) => describeUnit(units, parent, at) ?? [])
  const level = (kind: string) => above.find((parent) => parent.kind === kind)
  const area = described.attributes['area_type']
  return {
    id: described.id, code: described.code, name: described.name, kind: described.kind, exists: true, area_type: area, area,
    province: level('province')?.code, province_name: level('province')?.name, district: level('district')?.code, district_name: level('district')?.name,
  }
}

/** A personal number against sex and birth, by the dictionary and the checks of the form in force. */
async function answerPapers(product: CaseProduct, keys: CaseKeys, asOf: string | undefined): Promise<Found> {
  const number = keys.takeText('number', 'personal_number')
  const sex = keys.takeText('sex', 'gender')
  const year = keys.takeNumber('birth_year')
  const date = keys.takeText('birth_date')
  if (asOf === undefined) throw new CaseProblem('the case names no date (as_of)')
  const birth = typeof date === 'string' ? date : typeof year === 'number' ? String(year) : undefined
  const member = { id: 'm1', ...(typeof number === 'string' && { personal_number: number }), ...(typeof sex === 'string' && { sex }), ...(birth !== undefined && { birth_date: birth }) }
  const input: HouseholdInput = { members: [member] }
  const problems = product.inputProblems(input)
  const other = problems.find(({ path }) => path.at(-1) !== 'personal_number')
  if (other) throw new CaseProblem(other.message.en)
  if (problems.length > 0) return { valid: false }
  const assembly = product.assembly(asOf)
  const [form] = wholeForms(assembly.release)
  if (!form) throw new CaseProblem(`the rules of ${asOf} have no form`)
  const { issues } = await formDemands(formSet(assembly, form.id), input, { law_at: asOf, facts_at: asOf, unit_at: asOf })
  return { valid: !issues.some(({ path }) => path.at(-1) === 'personal_number') }
}
