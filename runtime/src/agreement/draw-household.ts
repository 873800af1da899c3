import type { FieldSchema } from '../documents/common-document.ts'
import type { Answer, Answers, HistoryEntry, HouseholdInput } from '../documents/input-document.ts'
import type { Assembly } from '../release/assembly.ts'
import { addDays } from '../values/day.ts'
import { drawAnswer, type Drawing } from './draw-answer.ts'
import { Luck } from './luck.ts'
import { thresholdsOf } from './thresholds.ts'

/** So many answers are left out, of 1. Most households answer everything, as complete answers have code of their own. */
const sharesMissing = [0, 0, 0, 0.05, 0.1, 0.3, 0.7] as const

/**
 * Households made up to try rules with: answers lie on and beside what the rules compare with, some are missing, and earlier
 * decisions are there where rules look back. They depend on the rules, the day and the seed alone.
 */
export function drawHouseholds(assembly: Assembly, day: string, seed: string, count: number): readonly HouseholdInput[] {
  const drawing: Drawing = { assembly, day, thresholds: thresholdsOf(assembly), luck: new Luck(seed) }
  return Array.from({ length: count }, () => drawHousehold(drawing))
}

function drawHousehold(drawing: Drawing): HouseholdInput {
  const { assembly, luck } = drawing
  const { household, members, unit } = assembly.common.dictionary.properties
  const missing = luck.pick(sharesMissing)
  const answers = (fields: Readonly<Record<string, FieldSchema>>) => drawAnswers(drawing, fields, missing)
  const size = luck.chance(0.1) ? luck.between(6, 12) : luck.between(0, 5)
  return {
    household: answers(household.properties),
    unit: answers(unit.properties),
    ...(!luck.chance(0.04) && { members: Array.from({ length: size }, (_member, index) => ({ ...answers(members.items.properties), id: `m${index}` })) }),
    ...(luck.chance(0.04) && { members_complete: false }),
    ...drawHistory(drawing),
  }
}

const drawAnswers = (drawing: Drawing, fields: Readonly<Record<string, FieldSchema>>, missing: number): Answers =>
  Object.fromEntries(Object.entries(fields).flatMap(([id, schema]) => (drawing.luck.chance(missing) ? [] : [[id, drawAnswer(drawing, id, schema)] as const])))

function drawHistory(drawing: Drawing): Pick<HouseholdInput, 'history' | 'history_from'> {
  const { luck, day, thresholds } = drawing
  if (luck.chance(0.1)) return {}
  const count = thresholds.outcomes.length === 0 ? 0 : luck.between(0, 4)
  const history = Array.from({ length: count }, () => drawEntry(drawing)).filter((entry) => entry !== undefined)
  return luck.chance(0.2) ? { history, history_from: addDays(day, -luck.between(0, 1500)) } : { history }
}

function drawEntry({ assembly, luck, day, thresholds }: Drawing): HistoryEntry | undefined {
  const [programme, outcome] = (luck.pick(thresholds.outcomes) ?? '').split('.')
  if (programme === undefined || outcome === undefined) return undefined
  const value = luck.chance(0.05) ? undefined : luck.pick(resultsOf(assembly, programme, outcome))
  const from = addDays(day, -luck.between(-200, 2500))
  return {
    programme, outcome, from,
    ...(value !== undefined && { value }),
    layer: luck.chance(0.8) ? 'national' : 'local',
    ...(luck.chance(0.5) && { to: addDays(from, luck.between(0, 1200)) }),
    ...(luck.chance(0.5) && { decided_on: addDays(from, -luck.between(0, 40)) }),
    ...(luck.chance(0.3) && { member: luck.pick(['m0', 'm1']) }),
  }
}

/** What an outcome may have come to: the codes of its list. */
function resultsOf(assembly: Assembly, programme: string, outcome: string): readonly Answer[] {
  const owner = programme === assembly.programme ? assembly : assembly.dependencies.get(programme)
  const piece = owner?.pieces.get(outcome)?.piece
  return piece?.kind === 'outcome' ? (owner?.lists.get(piece.list ?? '')?.entries.map(({ code }) => code) ?? [true, false]) : []
}
