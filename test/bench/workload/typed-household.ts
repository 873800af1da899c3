import type { Answers, HouseholdInput } from '@tieuchi/runtime'
import type { DwellingKind, Region, Sector } from './sheet-questions.ts'

type StudyLevel = 'none' | 'preschool' | 'primary' | 'lower_secondary' | 'upper_secondary' | 'elementary_vocational' | 'intermediate_vocational' | 'college' | 'university' | 'postgraduate'

/** A member as a programmer would declare one. Days are numbers such as 20251001, so that ages are a subtraction. */
export interface TypedMember {
  readonly birth_day: number
  readonly working_age: boolean
  readonly able_and_willing_to_work: boolean
  readonly job: 'none' | 'wage_contract' | 'wage_no_contract' | 'other_work'
  readonly monthly_social_allowance: boolean
  readonly stunted: boolean
  readonly underweight: boolean
  readonly health_insurance: boolean
  readonly studying: StudyLevel
  readonly highest_completed: StudyLevel
  readonly on_the_job_certified: boolean
  readonly uses_internet: boolean
  readonly pension: boolean
  readonly sector: Sector
  readonly away: boolean
  readonly wage: number
  readonly remittance: number
}

export type InformationDevice = 'tv' | 'radio' | 'desktop_computer' | 'telephone' | 'laptop' | 'tablet' | 'smartphone'

/** A household with every question answered, as a programmer would declare one. */
export interface TypedHousehold {
  readonly area_type: 'rural' | 'urban'
  readonly region: Region
  readonly income_method: 'survey' | 'score'
  readonly income_per_person: number
  readonly walls_durable: boolean
  readonly columns_durable: boolean
  readonly roof_durable: boolean
  readonly floor_area: number
  readonly water_source: 'piped' | 'drilled_well' | 'protected_dug_well' | 'protected_spring' | 'rainwater' | 'bottled' | 'other'
  readonly toilet_type: 'septic' | 'pour_flush' | 'improved_pit' | 'double_vault' | 'other' | 'none'
  readonly information_devices: readonly InformationDevice[]
  readonly dwelling_kind: DwellingKind
  readonly storeys: number
  readonly electricity: number
  readonly has_car: boolean
  readonly motorbikes: number
  readonly has_fridge: boolean
  readonly has_air_conditioner: boolean
  readonly has_washing_machine: boolean
  readonly has_water_heater: boolean
  readonly has_television: boolean
  readonly has_microwave: boolean
  readonly has_boat: boolean
  readonly has_tractor: boolean
  readonly crop_land: number
  readonly perennial_land: number
  readonly forest_land: number
  readonly pond_area: number
  readonly cattle: number
  readonly pigs: number
  readonly poultry: number
  readonly goats: number
  readonly has_shop: boolean
  readonly has_workshop: boolean
  readonly members: readonly TypedMember[]
}

/** A day as the number its digits make: 2025-10-01 is 20251001. */
export const dayNumber = (day: string): number => Number(day.replaceAll('-', ''))

/** Names that hold no answer a rule reads. */
const unread = new Set(['id', 'full_name', 'relation_to_head', 'sex', 'personal_number', 'ethnicity', 'village', 'birth_date'])

const read = (answers: Answers) => Object.fromEntries(Object.entries(answers).filter(([name]) => !unread.has(name)))

/**
 * The complete household of the generator as typed objects; made once, before anything is timed. They come from JSON, as a
 * program gets them: objects of one shape, whose texts are shared.
 */
export const typedHousehold = ({ household = {}, unit = {}, members = [] }: HouseholdInput): TypedHousehold =>
  JSON.parse(JSON.stringify({
    ...read(unit),
    ...read(household),
    members: members.map((member) => ({ birth_day: dayNumber(String(member['birth_date'])), ...read(member) })),
  }))
