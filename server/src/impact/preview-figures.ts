import type { FlowCell } from '../batches/flow-counts.ts'
import type { Tx } from '../plugins/database.ts'
import { placesOnDate } from '../units/unit-service.ts'
import type { BreakdownLine } from './found.ts'
import { categoriesOf, describeLines, matrixOf, titleOfBreakdown } from './impact-figures.ts'
import { nameHouseholds } from './impact-household-queries.ts'
import { listAreaParts } from './impact-queries.ts'
import type { ImpactRules } from './impact-rules.ts'
import type { ImpactBreakdown, ImpactPreview } from './impact-schema.ts'
import { subjectWordsOf } from './impact-service.ts'
import { breakdownsOf, type Breakdown } from './judging/breakdowns.ts'
import { readStanding } from './standing.ts'

/** Households of the band that are named. */
const mostNamed = 50

/** A draft at a version with what it is held against, for one area. */
export interface OnTrial {
  readonly key: string
  readonly version: number
  readonly at: string
  readonly rules: ImpactRules
  readonly units: ReadonlySet<string>
  readonly area: string
}

/** A household that comes out otherwise at the value on trial. */
export interface TurnedHousehold {
  readonly id: string
  readonly from: string
  readonly to: string
}

/** What was found at a value on trial. */
export interface FoundPreview {
  readonly cells: readonly FlowCell[]
  /** The flow told apart by what was wanted. */
  readonly told?: { readonly breakdown: Breakdown; readonly lines: readonly BreakdownLine[] }
  readonly band: readonly TurnedHousehold[]
}

/** The figures of a value on trial, as they are told. */
export async function describePreview(tx: Tx, { rules, version, area }: OnTrial, { cells, told, band }: FoundPreview): Promise<ImpactPreview> {
  const words = subjectWordsOf(rules.question.after.assembly, rules.question.subject)
  const { categories, placeOf } = categoriesOf([...cells, ...band.map(({ from, to }) => ({ before: readStanding(from), after: readStanding(to), households: 0 }))], words)
  const matrix = matrixOf(cells, categories.length, placeOf)
  const households = cells.reduce((sum, cell) => sum + cell.households, 0)
  const named = await nameHouseholds(tx, band.slice(0, mostNamed).map(({ id }) => id))
  return {
    state: 'ready',
    version,
    categories: [...categories],
    households,
    changed: households - matrix.reduce((sum, line, place) => sum + (line[place] ?? 0), 0),
    matrix,
    breakdowns: await describeBreakdowns(tx, { rules, area }, told, { size: categories.length, placeOf }),
    band: { total: band.length, households: band.slice(0, mostNamed).flatMap(({ id, from, to }) => { const household = named.get(id); return household ? [{ id, ...household, from: placeOf(from), to: placeOf(to) }] : [] }) },
  }
}

/** Every breakdown by its title, the one wanted with its lines. */
async function describeBreakdowns(tx: Tx, { rules: { question }, area }: Pick<OnTrial, 'rules' | 'area'>, told: FoundPreview['told'], places: Parameters<typeof describeLines>[3]): Promise<ImpactBreakdown[]> {
  const { assembly } = question.after
  const { unit_at: at } = question.moment
  const whole = { id: area, name: (await placesOnDate(tx, area, at))[area] ?? area }
  const parts = told?.breakdown.of === 'unit' ? await listAreaParts(tx, area, at) : undefined
  const words = { assembly, partOf: (unit: string) => parts?.get(unit) ?? whole }
  return breakdownsOf(assembly.common).map((breakdown) => ({
    id: breakdown.id,
    title: titleOfBreakdown(breakdown),
    lines: told?.breakdown.id === breakdown.id ? describeLines(told.lines, breakdown, words, places).map(({ keys: _keys, ...line }) => line) : [],
  }))
}
