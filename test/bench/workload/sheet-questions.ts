import type { CodeList, CommonDocument, FieldSchema, Text } from '@tieuchi/runtime'

/**
 * Questions of a made-up income score sheet. It has the shape of the sheets in use (item → option → points by region,
 * summed) and none of their values: nothing here is law.
 */

const titled = (en: string): Text => ({ vi: `${en} (thử tải)`, en })

const yesNo = (en: string): FieldSchema => ({ type: 'boolean', 'x-label': titled(en) })
const amount = (en: string): FieldSchema => ({ type: 'integer', minimum: 0, 'x-label': titled(en) })
const choice = (en: string, list: string): FieldSchema => ({ type: 'string', 'x-list': list, 'x-label': titled(en) })

export const regions = ['red_river_delta', 'northern_mountains', 'central_coast', 'central_highlands', 'south_east', 'mekong_delta', 'urban_area'] as const
export const dwellingKinds = ['apartment', 'solid', 'semi_solid', 'simple'] as const
export const sectors = ['public', 'non_farm', 'farm', 'none'] as const

export type Region = (typeof regions)[number]
export type DwellingKind = (typeof dwellingKinds)[number]
export type Sector = (typeof sectors)[number]

export const householdQuestions = {
  dwelling_kind: choice('Kind of dwelling', 'dwelling_kind'),
  storeys: amount('Storeys'),
  electricity: amount('Electricity used in a month'),
  has_car: yesNo('Car'),
  motorbikes: amount('Motorbikes'),
  has_fridge: yesNo('Refrigerator'),
  has_air_conditioner: yesNo('Air conditioner'),
  has_washing_machine: yesNo('Washing machine'),
  has_water_heater: yesNo('Water heater'),
  has_television: yesNo('Television'),
  has_microwave: yesNo('Microwave oven'),
  has_boat: yesNo('Boat with an engine'),
  has_tractor: yesNo('Tractor'),
  crop_land: amount('Land of yearly crops'),
  perennial_land: amount('Land of perennial crops'),
  forest_land: amount('Forest land'),
  pond_area: amount('Ponds'),
  cattle: amount('Cattle'),
  pigs: amount('Pigs'),
  poultry: amount('Poultry'),
  goats: amount('Goats'),
  has_shop: yesNo('Shop'),
  has_workshop: yesNo('Workshop'),
} as const satisfies Readonly<Record<string, FieldSchema>>

export const memberQuestions = {
  pension: yesNo('Draws a pension'),
  sector: choice('Sector of work', 'sector'),
  away: yesNo('Works away from home'),
  wage: amount('Wage of a month'),
  remittance: { ...amount('Money sent home in a month'), applies: { id: 'benchapply', fact: 'away', operator: 'equal', value: true } },
} as const satisfies Readonly<Record<string, FieldSchema>>

const unitQuestions: Readonly<Record<string, FieldSchema>> = { region: choice('Region of the score sheet', 'region') }

const listOf = (id: string, codes: readonly string[]): CodeList => ({ kind: 'list', id, title: titled(id), entries: codes.map((code) => ({ code, title: titled(code) })) })

/** The shared documents with the questions of the sheet added. */
export const withSheetQuestions = (common: CommonDocument): CommonDocument => {
  const { household, members, unit } = common.dictionary.properties
  const added = <Group extends { readonly properties: Readonly<Record<string, FieldSchema>> }>(group: Group, questions: Readonly<Record<string, FieldSchema>>): Group =>
    ({ ...group, properties: { ...group.properties, ...questions } })
  return {
    ...common,
    lists: [...common.lists, listOf('region', regions), listOf('dwelling_kind', dwellingKinds), listOf('sector', sectors)],
    dictionary: {
      ...common.dictionary,
      properties: {
        household: added(household, householdQuestions),
        members: { ...members, items: added(members.items, memberQuestions) },
        unit: added(unit, unitQuestions),
      },
    },
  }
}
