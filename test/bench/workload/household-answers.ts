import type { Answers } from '@tieuchi/runtime'
import { regions, type DwellingKind } from './sheet-questions.ts'
import { chance, pick, weighted, whole, type Random } from './random.ts'

/** Where a household lives: a fifth in towns, which are a region of the sheet of their own. */
export const unitOf = (random: Random): Answers => {
  if (chance(random, 0.2)) return { area_type: 'urban', region: 'urban_area' }
  return { area_type: 'rural', region: regions[whole(random, 0, regions.length - 2)] ?? regions[0] }
}

/** Mostly any number; now and then a limit, or the number before or after it. */
const around = (random: Random, limits: readonly [number, ...number[]], otherwise: () => number): number =>
  chance(random, 1 / 7) ? Math.max(0, pick(random, limits) + whole(random, -1, 1)) : otherwise()

/** Mostly nothing; otherwise a number around the limits of the sheet. */
const sometimes = (random: Random, share: number, limits: readonly [number, ...number[]], most: number): number =>
  chance(random, share) ? around(random, limits, () => whole(random, 1, most)) : 0

const income = (random: Random): number => {
  const standing = weighted(random, { hard: 7, tight: 8, modest: 20, comfortable: 65 })
  const [from, to] = ({ hard: [300, 1_500], tight: [1_200, 2_200], modest: [1_800, 3_200], comfortable: [3_000, 12_000] } as const)[standing]
  return around(random, [1_500_000, 2_000_000, 2_250_000, 3_000_000], () => whole(random, from, to) * 1_000)
}

/** In tenths of a square metre; one dwelling in eight has exactly an area at which a rule or a row begins. */
const floorArea = (random: Random, size: number): number => {
  const decisive = pick(random, [8, 20, 30, 40]) * size
  if (chance(random, 1 / 8)) return (decisive * 10 + whole(random, -1, 1)) / 10
  return whole(random, 50, 500) * size / 10
}

const informationDevices = (random: Random): readonly string[] =>
  (['tv', 'radio', 'desktop_computer', 'telephone', 'laptop', 'tablet', 'smartphone'] as const)
    .filter((device) => chance(random, { tv: 0.8, radio: 0.1, desktop_computer: 0.1, telephone: 0.3, laptop: 0.2, tablet: 0.1, smartphone: 0.75 }[device]))

/** Answers about the household itself, all questions of the workload answered. */
export const householdAssets = (random: Random, size: number, { area_type: area }: Answers): Answers => {
  const rural = area === 'rural'
  return {
    village: `Thôn ${whole(random, 1, 12)}`,
    income_method: weighted(random, { survey: 60, score: 40 }),
    income_per_person: income(random),
    walls_durable: !chance(random, 0.08),
    columns_durable: !chance(random, 0.1),
    roof_durable: !chance(random, 0.1),
    floor_area: floorArea(random, size),
    water_source: weighted(random, { piped: 40, drilled_well: 25, protected_dug_well: 10, protected_spring: 5, rainwater: 8, bottled: 4, other: 8 }),
    toilet_type: weighted(random, { septic: 55, pour_flush: 12, improved_pit: 8, double_vault: 10, other: 11, none: 4 }),
    information_devices: informationDevices(random),
    dwelling_kind: weighted(random, { apartment: rural ? 1 : 14, solid: 55, semi_solid: 26, simple: 8 } satisfies Record<DwellingKind, number>),
    storeys: whole(random, 1, 3),
    electricity: around(random, [25, 50, 100, 150, 200], () => whole(random, 0, 320)),
    has_car: chance(random, 0.08),
    motorbikes: whole(random, 0, 3),
    has_fridge: chance(random, 0.75),
    has_air_conditioner: chance(random, 0.3),
    has_washing_machine: chance(random, 0.5),
    has_water_heater: chance(random, 0.35),
    has_television: chance(random, 0.85),
    has_microwave: chance(random, 0.15),
    has_boat: chance(random, 0.03),
    has_tractor: rural && chance(random, 0.06),
    crop_land: sometimes(random, rural ? 0.7 : 0.05, [300, 500, 1_000], 3_000),
    perennial_land: sometimes(random, rural ? 0.3 : 0.03, [500, 5_000], 8_000),
    forest_land: sometimes(random, rural ? 0.15 : 0.01, [5_000], 20_000),
    pond_area: sometimes(random, rural ? 0.2 : 0.02, [100, 1_000], 2_000),
    cattle: sometimes(random, rural ? 0.3 : 0.01, [1, 3], 6),
    pigs: sometimes(random, rural ? 0.25 : 0.01, [5, 10], 25),
    poultry: sometimes(random, rural ? 0.5 : 0.05, [50, 100], 160),
    goats: sometimes(random, 0.05, [5], 12),
    has_shop: chance(random, 0.08),
    has_workshop: chance(random, 0.03),
  }
}
