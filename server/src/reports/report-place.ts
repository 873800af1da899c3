import { addDays, type SheetUnits } from '@tieuchi/runtime'
import { calendarDayOrThrow, formatDay } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { listIdsBelow, listReach } from '../units/unit-queries.ts'
import type { UnitOnDate } from '../units/unit-schema.ts'
import { listOnDate } from '../units/unit-service.ts'
import type { CountAsked } from './report-states.ts'
import { knownMomentOrThrow } from './known-moment.ts'
import type { ReportQuestionAsked } from './report-schema.ts'

/** A unit of the reader's area with the units below it that have rows, and what is counted for it: for which days, of which units, as known when, in which layer. */
export interface ReportPlace {
  readonly unit: UnitOnDate
  readonly rows: SheetUnits
  readonly count: Pick<CountAsked, 'span' | 'units' | 'byPlace' | 'known' | 'local'>
}

/** The place a question is asked of; a problem where the days are none or the reader's area does not have the unit. */
export async function placeOrThrow(tx: Tx, question: ReportQuestionAsked): Promise<ReportPlace> {
  const span = spanOrThrow(question)
  const unit = await unitOrThrow(tx, question.unit, span.to)
  const rows = await rowsBelow(tx, unit, span.to)
  const units = new Set([...rows.above.keys(), unit.id, ...(await listIdsBelow(tx, unit.id, addDays(span.from, -1)))])
  return { unit, rows, count: { span, byPlace: rows.below.length === 0, units: [...units], ...(question.known !== undefined && { known: knownMomentOrThrow(question.known) }) } }
}

const spanOrThrow = ({ from, to }: ReportQuestionAsked): CountAsked['span'] => {
  const span = { from: calendarDayOrThrow(from), to: calendarDayOrThrow(to) }
  if (span.from > span.to) throw new Problem('report_span', { from: formatDay(from), to: formatDay(to) })
  return span
}

async function unitOrThrow(tx: Tx, id: string, at: string): Promise<UnitOnDate> {
  const [unit] = (await listReach(tx)).includes(id) ? (await listOnDate(tx, id, at)).filter((each) => each.id === id) : []
  if (!unit) throw new Problem('unit_out_of_reach', { at: formatDay(at) })
  return unit
}

/** The units that have rows – those right below the one that reports – and in which of them each unit further below lies. */
async function rowsBelow(tx: Tx, unit: UnitOnDate, at: string): Promise<SheetUnits> {
  const below = (await listOnDate(tx, unit.id, at)).filter(({ id }) => id !== unit.id)
  const children = below.filter(({ parent_ids: [parent] }) => parent === unit.id).map(({ id, name }) => ({ id, name: { vi: name, en: name } }))
  const ids = new Set(children.map(({ id }) => id))
  return { below: children, above: new Map(below.flatMap(({ id, parent_ids: parents }) => [id, ...parents].filter((each) => ids.has(each)).map((child) => [id, child] as const))) }
}
