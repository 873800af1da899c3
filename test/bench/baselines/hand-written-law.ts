import type { Release } from '@tieuchi/runtime'
import { regions, type Region } from '../workload/sheet-questions.ts'
import { sheetPoints, type SheetPoints } from '../workload/sheet-release.ts'

type Area = 'rural' | 'urban'

/** The values of the law that the hand-written rules read. */
export interface HandWrittenLaw {
  readonly income_line: Readonly<Record<Area, number>>
  readonly average_line: Readonly<Record<Area, number>>
  readonly points_a_limit: Readonly<Record<Area, number>>
  readonly min_deprivations: number
  readonly points_b_min: number
  readonly points_per_indicator: number
  readonly dependents_max_share: number
  readonly dependent_below_age: number
  readonly nutrition_below_age: number
  readonly insurance_from_age: number
  readonly adult_education_from_age: number
  readonly upper_secondary_from_age: number
  readonly adult_education_to_age: number
  readonly school_from_age: number
  readonly primary_from_age: number
  readonly lower_secondary_from_age: number
  readonly school_below_age: number
  readonly non_durable_parts_min: number
  readonly floor_area_min: number
  readonly sheet: Readonly<Record<Region, SheetPoints>>
}

/** Reads those values from the release, so that no contestant has numbers of its own. */
export const handWrittenLaw = ({ parameters }: Release): HandWrittenLaw => {
  const number = (id: string): number => Number(parameters[id]?.value)
  const byArea = (id: string) => ({ rural: Number(parameters[id]?.values?.['rural']), urban: Number(parameters[id]?.values?.['urban']) })
  return {
    income_line: byArea('income_line'),
    average_line: byArea('average_line'),
    points_a_limit: byArea('points_a_limit'),
    min_deprivations: number('min_deprivations'),
    points_b_min: number('points_b_min'),
    points_per_indicator: number('points_per_indicator'),
    dependents_max_share: number('dependents_max_share'),
    dependent_below_age: number('dependent_below_age'),
    nutrition_below_age: number('nutrition_below_age'),
    insurance_from_age: number('insurance_from_age'),
    adult_education_from_age: number('adult_education_from_age'),
    upper_secondary_from_age: number('upper_secondary_from_age'),
    adult_education_to_age: number('adult_education_to_age'),
    school_from_age: number('school_from_age'),
    primary_from_age: number('primary_from_age'),
    lower_secondary_from_age: number('lower_secondary_from_age'),
    school_below_age: number('school_below_age'),
    non_durable_parts_min: number('non_durable_parts_min'),
    floor_area_min: number('floor_area_min'),
    sheet: Object.fromEntries(regions.map((region) => [region, sheetPoints(region)])) as Record<Region, SheetPoints>,
  }
}
