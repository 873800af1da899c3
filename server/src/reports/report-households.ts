import { askReport, countHousehold, evaluate, leafColumns, momentAt, type ReportQuestion } from '@tieuchi/runtime'
import { comparableResult } from '@tieuchi/runtime/plan'
import { asPerson, type Db, type Reach, type Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { groupAlike, keepAlike } from '../sql-plan/alike-sql.ts'
import { readSourceInputs, type SourceHousehold } from '../sql-plan/source-inputs-sql.ts'
import { listNewestNames } from '../units/unit-queries.ts'
import { inSql } from './counting-end.ts'
import { countedDay, sourceOf, type CountAsked } from './report-states.ts'
import type { ReportFound } from './report-asked.ts'
import { listCountedRows, listInForce, listSeen } from './report-queries.ts'
import { inReportTurn } from './report-turns.ts'
import type { CountedHouseholds, FigureAsked } from './report-schema.ts'
import { countedStatement, openHouseholds, type FigurePlace } from './report-statement-sql.ts'

/** So many households are told at a time. */
const most = 50

/** A household that adds to a figure, or may. */
interface Adding {
  readonly id: string
  readonly unit: string
  readonly adds: number | undefined
}

/** The figure a request is about; a problem where the report has none there. */
export interface AskedFigure extends FigurePlace {
  readonly question: ReportQuestion
  readonly count: CountAsked
}

/** Households that a figure counts, or of which it cannot be told, as the reader may see them. */
export async function listCounted(db: Db, person: Reach, found: ReportFound, asked: FigureAsked): Promise<CountedHouseholds> {
  const figure = figureOrThrow(found, asked)
  const { households, next } = await inReportTurn(db, figure.count, (tx) => findAdding(tx, figure, asked.after))
  return asPerson(db, person, async (tx) => {
    const ids = households.map(({ id }) => id)
    const seen = new Map((await listSeen(tx, ids)).map((each) => [each.id, each]))
    const decided = new Map((await listInForce(tx, ids, { programme: found.programme.id, day: countedDay(figure.question.at, found.count.span), layer: found.count.local ? 'local' : 'national', known: found.count.known })).map((each) => [each.household, each]))
    const names = await listNewestNames(tx, households.map(({ unit }) => unit))
    return {
      households: households.map(({ id, unit, adds }) => {
        const [household, decision] = [seen.get(id), decided.get(id)]
        return {
          id,
          ...(household && { label: household.label, ...(household.place !== null && { place: household.place }) }),
          unit: { id: unit, name: names.get(unit) ?? unit },
          ...(adds !== undefined && { adds }),
          ...(decision && { decided: { submission: decision.submission, facts_at: decision.facts_at, outcomes: [...decision.outcomes] } }),
        }
      }),
      ...(next !== undefined && { next }),
    }
  })
}

function figureOrThrow({ report, rows, count, unit }: ReportFound, { column: id, part, block: name, keys, row_unit: rowUnit, member, open = false }: FigureAsked): AskedFigure {
  const column = leafColumns(report).find((each) => each.column.id === id)?.column
  const question = column?.kind === 'measure' ? askReport(count, column.at ?? 'end') : undefined
  const block = question?.blocks.find((each) => each.block === name)
  const figure = block?.figures.find((each) => each.column === id && each.part === part && each.row === member)
  const path = keysOf(keys)
  if (!question || !block || !figure || path?.length !== block.keys.length) throw new Problem('report_place_unknown')
  const units = rowUnit === undefined ? count.units : [...rows.above].flatMap(([below, above]) => (above === rowUnit ? [below] : []))
  if (rowUnit !== undefined && units.length === 0) throw new Problem('report_place_unknown', { unit: unit.name })
  return { question, block, figure, keys: path, open, count: { ...count, units } }
}

const keysOf = (text: string): readonly (string | null)[] | undefined => {
  try {
    const keys: unknown = JSON.parse(text)
    return Array.isArray(keys) && keys.every((key): key is string | null => key === null || typeof key === 'string') ? keys : undefined
  } catch {
    return undefined
  }
}

/** Looks on until a page is full: those the interpreter must judge may turn out not to be counted. */
export async function findAdding(tx: Tx, figure: AskedFigure, first: string | undefined, many = most): Promise<{ readonly households: readonly Adding[]; readonly next?: string }> {
  const households: Adding[] = []
  for (let after = first; ;) {
    const { adding, last } = await findSome(tx, figure, after, many)
    households.push(...adding)
    if (last === undefined) return { households }
    if (households.length >= many) return { households, next: last }
    after = last
  }
}

/** Some more, and after which household to go on; nowhere when these were the last. */
async function findSome(tx: Tx, figure: AskedFigure, after: string | undefined, many: number): Promise<{ readonly adding: readonly Adding[]; readonly last: string | undefined }> {
  const { question, count } = figure
  const source = await sourceOf(tx, count, question)
  const moment = momentAt(countedDay(question.at, count.span))
  const said = inSql(question, (program) => {
    const plan = { program, moment }
    const blocks = [{ ...figure.block, figures: [figure.figure] }]
    const alike = groupAlike({ graph: program.graph, roots: program.roots, moment, source }, (some) => openHouseholds(plan, blocks, some))
    return { alike, statement: countedStatement(plan, figure, alike.parts, after, many) }
  })
  if (!said) {
    const inputs = await readSourceInputs(tx, source, { after, most: many })
    return { adding: await judge(figure, inputs), last: inputs.length < many ? undefined : inputs.at(-1)?.id }
  }
  await keepAlike(tx, said.alike)
  const rows = await listCountedRows(tx, said.statement)
  const left = rows.filter((row) => row.left).map(({ id }) => id)
  const judged = new Map((left.length === 0 ? [] : await judge(figure, await readSourceInputs(tx, source, { ids: left }))).map((each) => [each.id, each]))
  return {
    adding: rows.flatMap(({ id, unit, left: isLeft, value }): Adding | readonly Adding[] => (isLeft ? (judged.get(id) ?? []) : { id, unit, adds: value ?? undefined })),
    last: rows.length < many ? undefined : rows.at(-1)?.id,
  }
}

const judge = async ({ question, block, figure, keys, open, count }: AskedFigure, households: readonly SourceHousehold[]): Promise<readonly Adding[]> => {
  const adding: Adding[] = []
  for (const { id, unit, input } of households) {
    const { result } = await evaluate(question.assembly, { input, moment: momentAt(countedDay(question.at, count.span)) })
    const row = countHousehold({ blocks: [{ ...block, figures: [figure] }] }, comparableResult(result), unit).find((each) => JSON.stringify(each.keys) === JSON.stringify(keys))
    const amount = row?.amounts[0]
    if (amount && (open ? amount.open > 0 : amount.value !== 0)) adding.push({ id, unit, adds: open ? undefined : amount.value })
  }
  return adding
}
