import type { OperatorName, SingleOperand } from '@tieuchi/runtime'

/** One comparison of a row. */
export type SheetCell = readonly [fact: string, operator: OperatorName, value: SingleOperand | readonly SingleOperand[]]

export type SheetRow = readonly SheetCell[]

const is = (fact: string, value: SingleOperand): SheetCell => [fact, 'equal', value]
const atLeast = (fact: string, value: number): SheetCell => [fact, 'greaterThanInclusive', value]
const below = (fact: string, value: number): SheetCell => [fact, 'lessThan', value]
const moreThan = (fact: string, value: number): SheetCell => [fact, 'greaterThan', value]
const within = (fact: string, from: number, to: number): SheetCell => [fact, 'between', [from, to]]
const oneOf = (fact: string, ...codes: readonly string[]): SheetCell => [fact, 'in', codes]
const has = (fact: string): SheetCell => is(fact, true)

/** The 80 rows of the sheet, item by item: a row holds where all of its cells do. */
export const sheetItems = {
  size: [[is('member_count', 1)], [is('member_count', 2)], [is('member_count', 3)], [is('member_count', 4)], [is('member_count', 5)], [is('member_count', 6)], [moreThan('member_count', 6)]],
  dependents: [[is('dependents_count', 0)], [is('dependents_count', 1)], [atLeast('dependents_count', 2)]],
  education: [
    [moreThan('members_college', 0)],
    [is('members_college', 0), moreThan('members_vocational', 0)],
    [is('members_college', 0), is('members_vocational', 0), moreThan('members_upper_secondary', 0)],
  ],
  work: [
    [atLeast('public_workers', 1)],
    [is('public_workers', 0), is('non_farm_workers', 1)],
    [is('public_workers', 0), atLeast('non_farm_workers', 2)],
    [atLeast('public_workers', 1), atLeast('non_farm_workers', 1)],
    [is('public_workers', 0), is('non_farm_workers', 0), atLeast('farm_workers', 1)],
  ],
  pensions: [[is('pensioners', 1)], [atLeast('pensioners', 2)]],
  ages: [
    [atLeast('elderly_members', 1), is('working_age_members', 0)],
    [atLeast('very_old_members', 1)],
    [is('young_children', 1)],
    [atLeast('young_children', 2)],
    [below('oldest_age', 60), is('young_children', 0)],
    [atLeast('students', 2), below('oldest_age', 60)],
  ],
  away: [[atLeast('members_away', 1), atLeast('remittances', 500_000)], [atLeast('members_away', 1), atLeast('remittances', 2_000_000)]],
  wages: [[within('wages', 3_000_000, 5_999_999)], [within('wages', 6_000_000, 11_999_999)], [atLeast('wages', 12_000_000)]],
  dwelling: [[is('dwelling_kind', 'apartment')], [is('dwelling_kind', 'solid')], [is('dwelling_kind', 'semi_solid')], [is('dwelling_kind', 'solid'), atLeast('storeys', 2)]],
  space: [
    [atLeast('floor_area_per_person', 8), below('floor_area_per_person', 20)],
    [atLeast('floor_area_per_person', 20), below('floor_area_per_person', 30)],
    [atLeast('floor_area_per_person', 30), below('floor_area_per_person', 40)],
    [atLeast('floor_area_per_person', 40)],
  ],
  electricity: [[within('electricity', 25, 49)], [within('electricity', 50, 99)], [within('electricity', 100, 149)], [within('electricity', 150, 199)], [atLeast('electricity', 200)]],
  assets: [
    [has('has_car')],
    [is('motorbikes', 1)],
    [atLeast('motorbikes', 2)],
    [has('has_fridge')],
    [has('has_air_conditioner')],
    [has('has_washing_machine')],
    [has('has_water_heater')],
    [has('has_microwave')],
    [has('has_television'), has('has_fridge')],
    [['information_devices', 'contains', 'laptop']],
    [['information_devices', 'contains', 'smartphone'], atLeast('internet_users', 2)],
    [has('has_boat')],
    [has('has_tractor'), is('area_type', 'rural')],
    [has('has_car'), is('area_type', 'urban'), atLeast('motorbikes', 1)],
  ],
  land: [
    [is('area_type', 'rural'), within('crop_land', 300, 499)],
    [is('area_type', 'rural'), within('crop_land', 500, 999)],
    [is('area_type', 'rural'), atLeast('crop_land', 1_000)],
    [within('perennial_land', 500, 4_999)],
    [atLeast('perennial_land', 5_000)],
    [atLeast('forest_land', 5_000)],
    [within('pond_area', 100, 999)],
    [atLeast('pond_area', 1_000)],
  ],
  livestock: [
    [is('cattle', 1)],
    [within('cattle', 2, 3)],
    [moreThan('cattle', 3)],
    [within('pigs', 5, 9)],
    [atLeast('pigs', 10)],
    [within('poultry', 50, 99)],
    [atLeast('poultry', 100)],
    [atLeast('goats', 5)],
    [atLeast('cattle', 1), atLeast('pigs', 5), is('area_type', 'rural')],
  ],
  business: [[has('has_shop')], [has('has_workshop')], [has('has_shop'), is('area_type', 'urban')]],
  utilities: [[oneOf('water_source', 'piped', 'bottled'), oneOf('toilet_type', 'septic', 'pour_flush')], [is('water_source', 'piped'), is('area_type', 'urban')]],
} as const satisfies Readonly<Record<string, readonly SheetRow[]>>

export type SheetItem = keyof typeof sheetItems
