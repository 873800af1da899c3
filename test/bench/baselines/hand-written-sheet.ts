import type { SheetPoints } from '../workload/sheet-release.ts'
import type { TypedHousehold } from '../workload/typed-household.ts'
import type { MemberTally } from './hand-written-members.ts'

/** Points of the row a number falls into; `starts` are the first numbers of the rows, in order. */
const ofBand = (points: readonly number[], starts: readonly number[], value: number): number => {
  let row = starts.length - 1
  while (row >= 0 && value < (starts[row] ?? 0)) row -= 1
  return row < 0 ? 0 : (points[row] ?? 0)
}

const when = (holds: boolean, points: number | undefined): number => (holds ? (points ?? 0) : 0)

const spaceBands = [8, 20, 30, 40]
const electricityBands = [25, 50, 100, 150, 200]
const wageBands = [3_000_000, 6_000_000, 12_000_000]
const cropBands = [300, 500, 1_000]
const cattleBands = [1, 2, 4]

const peoplePoints = ({ size, dependents, education, work, pensions, ages, away, wages }: SheetPoints, members: number, tally: MemberTally): number => {
  let points = (size[Math.min(members, 7) - 1] ?? 0) + (dependents[Math.min(tally.dependents, 2)] ?? 0)
  if (tally.college > 0) points += education[0] ?? 0
  else if (tally.vocational > 0) points += education[1] ?? 0
  else if (tally.upperSecondary > 0) points += education[2] ?? 0
  if (tally.publicWorkers > 0) points += (work[0] ?? 0) + when(tally.nonFarmWorkers > 0, work[3])
  else if (tally.nonFarmWorkers > 0) points += (tally.nonFarmWorkers === 1 ? work[1] : work[2]) ?? 0
  else if (tally.farmWorkers > 0) points += work[4] ?? 0
  if (tally.pensioners > 0) points += (tally.pensioners === 1 ? pensions[0] : pensions[1]) ?? 0
  points += when(tally.elderly > 0 && tally.workingAge === 0, ages[0]) + when(tally.veryOld > 0, ages[1])
  if (tally.youngChildren > 0) points += (tally.youngChildren === 1 ? ages[2] : ages[3]) ?? 0
  if (tally.oldestAge < 60) points += when(tally.youngChildren === 0, ages[4]) + when(tally.students >= 2, ages[5])
  if (tally.away > 0) points += when(tally.remittances >= 500_000, away[0]) + when(tally.remittances >= 2_000_000, away[1])
  return points + ofBand(wages, wageBands, tally.wages)
}

const dwellingPoints = ({ dwelling, space, electricity, utilities }: SheetPoints, household: TypedHousehold): number => {
  const { dwelling_kind: kind, water_source: water, toilet_type: toilet } = household
  let points = 0
  if (kind === 'apartment') points += dwelling[0] ?? 0
  else if (kind === 'solid') points += (dwelling[1] ?? 0) + when(household.storeys >= 2, dwelling[3])
  else if (kind === 'semi_solid') points += dwelling[2] ?? 0
  points += ofBand(space, spaceBands, household.floor_area / household.members.length) + ofBand(electricity, electricityBands, household.electricity)
  points += when((water === 'piped' || water === 'bottled') && (toilet === 'septic' || toilet === 'pour_flush'), utilities[0])
  return points + when(water === 'piped' && household.area_type === 'urban', utilities[1])
}

const assetPoints = ({ assets }: SheetPoints, household: TypedHousehold, internetUsers: number): number => {
  const { motorbikes, information_devices: devices } = household
  let points = when(household.has_car, assets[0]) + when(motorbikes === 1, assets[1]) + when(motorbikes >= 2, assets[2]) + when(household.has_fridge, assets[3])
  points += when(household.has_air_conditioner, assets[4]) + when(household.has_washing_machine, assets[5]) + when(household.has_water_heater, assets[6])
  points += when(household.has_microwave, assets[7]) + when(household.has_television && household.has_fridge, assets[8]) + when(devices.includes('laptop'), assets[9])
  points += when(internetUsers >= 2 && devices.includes('smartphone'), assets[10]) + when(household.has_boat, assets[11])
  points += household.area_type === 'rural' ? when(household.has_tractor, assets[12]) : when(household.has_car && motorbikes >= 1, assets[13])
  return points
}

const landPoints = ({ land, livestock, business }: SheetPoints, household: TypedHousehold): number => {
  const { perennial_land: perennial, pond_area: ponds, pigs, poultry, cattle } = household
  const rural = household.area_type === 'rural'
  let points = rural ? ofBand(land, cropBands, household.crop_land) : 0
  if (perennial >= 500) points += (perennial < 5_000 ? land[3] : land[4]) ?? 0
  points += when(household.forest_land >= 5_000, land[5])
  if (ponds >= 100) points += (ponds < 1_000 ? land[6] : land[7]) ?? 0
  points += ofBand(livestock, cattleBands, cattle)
  if (pigs >= 5) points += ((pigs < 10 ? livestock[3] : livestock[4]) ?? 0) + when(rural && cattle >= 1, livestock[8])
  if (poultry >= 50) points += (poultry < 100 ? livestock[5] : livestock[6]) ?? 0
  points += when(household.goats >= 5, livestock[7]) + when(household.has_workshop, business[1])
  return household.has_shop ? points + (business[0] ?? 0) + when(!rural, business[2]) : points
}

/** Points of the whole sheet. */
export const sheetPointsOf = (points: SheetPoints, household: TypedHousehold, tally: MemberTally): number =>
  peoplePoints(points, household.members.length, tally) + dwellingPoints(points, household) + assetPoints(points, household, tally.internetUsers) + landPoints(points, household)
