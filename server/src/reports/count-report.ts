import { askReport, countHousehold, decisionsRead, evaluate, factsAsked, FigureSum, momentAt, readsResidence, residenceField, addDays, type Answers, type FiguresOfRow, type Moment, type ReportAsked, type ReportEnd, type ReportQuestion } from '@tieuchi/runtime'
import { comparableResult, compileProgram, PlanDictionary, Unplannable, type PlanProgram } from '@tieuchi/runtime/plan'
import type { Tx } from '../plugins/database.ts'
import { groupAlike, keepAlike, type AllAlike, type AlikeSource } from '../sql-plan/alike-sql.ts'
import type { Sql } from '../sql-plan/day-sql.ts'
import { NotInSql } from '../sql-plan/not-in-sql.ts'
import { learnSizes, registerSource } from '../sql-plan/register-source-sql.ts'
import { readSourceInputs, type SourceHousehold } from '../sql-plan/source-inputs-sql.ts'
import { listAttributesOn } from '../units/unit-queries.ts'
import { listFigures } from './report-queries.ts'
import { openHouseholds, reportStatements, type StatementRow } from './report-statement-sql.ts'

/** Which report over which households. */
export interface CountAsked extends ReportAsked {
  readonly units: readonly string[]
  /** As it was known at this moment; as it is known now unless said. */
  readonly known?: Date
  /** So many households may be looked up one by one, where the figures are found faster so; some ten thousands unless said. */
  readonly few?: number
}

/** The figures of the columns of one end of the period; one of the interpreter's for so many households. */
export interface CountedEnd {
  readonly question: ReportQuestion
  readonly rows: readonly FiguresOfRow[]
  /** How many households the interpreter judged. */
  readonly judged: number
}

/** The day whose end is counted. */
export const countedDay = (at: ReportEnd, { from, to }: ReportAsked['span']): string => (at === 'start' ? addDays(from, -1) : to)

const other: Readonly<Record<ReportEnd, ReportEnd>> = { start: 'end', end: 'start' }

/** Counts the columns of both ends. To be run with the eyes of the system: what is counted is told by `units`. */
export const countReport = (tx: Tx, asked: CountAsked): Promise<readonly CountedEnd[]> => countEnds(tx, asked, (counting) => counting.count())

/** The same by the interpreter alone, household by household: what the figures are held against. */
export const recountReport = (tx: Tx, asked: CountAsked): Promise<readonly CountedEnd[]> => countEnds(tx, asked, (counting) => counting.recount())

async function countEnds(tx: Tx, asked: CountAsked, count: (counting: Counting) => Promise<CountedEnd>): Promise<readonly CountedEnd[]> {
  const ends: CountedEnd[] = []
  for (const at of ['start', 'end'] as const) {
    const question = askReport(asked, at)
    if (question) ends.push(await count(new Counting(tx, question, momentAt(countedDay(at, asked.span)), await sourceOf(tx, asked, question), asked.few)))
  }
  return ends
}

/** The households of a question, as the register has them on its day. */
export async function sourceOf(tx: Tx, { units, known, span }: CountAsked, question: ReportQuestion): Promise<AlikeSource> {
  const day = countedDay(question.at, span)
  await learnSizes(tx)
  const attributes: ReadonlyMap<string, Answers> = await listAttributesOn(tx, day)
  return registerSource({ day, known, attributes, units, read: decisionsRead([question.assembly]), ...(readsResidence(question.assembly) && { elsewhere: { field: residenceField, day: countedDay(other[question.at], span) } }) })
}

/** What is said in SQL with the plan of a question; undefined where only the interpreter can answer it. */
export const inSql = <Said>(question: ReportQuestion, say: (program: PlanProgram) => Said): Said | undefined => {
  const { assembly } = question
  try {
    return say(compileProgram(assembly, new PlanDictionary(assembly.common), 'partial', { outcomes: false, entitlements: false, facts: factsAsked(question) }))
  } catch (error) {
    if (error instanceof Unplannable || error instanceof NotInSql) return undefined
    throw error
  }
}

/** So many households are judged by the interpreter at once. */
const together = 500

class Counting {
  readonly #tx: Tx
  readonly #question: ReportQuestion
  readonly #moment: Moment
  readonly #source: AlikeSource
  readonly #few: number | undefined
  readonly #sum = new FigureSum()
  #judged = 0

  constructor(tx: Tx, question: ReportQuestion, moment: Moment, source: AlikeSource, few: number | undefined) {
    this.#tx = tx
    this.#question = question
    this.#moment = moment
    this.#source = source
    this.#few = few
  }

  async count(): Promise<CountedEnd> {
    const said = this.#inSql()
    if (said) await this.#byStatements(said)
    else await this.#oneByOne()
    return { question: this.#question, rows: this.#sum.rows(), judged: this.#judged }
  }

  async recount(): Promise<CountedEnd> {
    await this.#oneByOne()
    return { question: this.#question, rows: this.#sum.rows(), judged: this.#judged }
  }

  #inSql(): { readonly alike: AllAlike; readonly statements: readonly Sql[] } | undefined {
    const { blocks } = this.#question
    return inSql(this.#question, (program) => {
      const plan = { program, moment: this.#moment }
      const alike = groupAlike({ graph: program.graph, roots: program.roots, moment: this.#moment, source: this.#source }, (source) => openHouseholds(plan, blocks, source))
      return { alike, statements: reportStatements(plan, blocks, alike.parts) }
    })
  }

  /** Each statement leaves the same households to the interpreter, which then counts them in every block. */
  async #byStatements({ alike, statements }: { readonly alike: AllAlike; readonly statements: readonly Sql[] }): Promise<void> {
    await keepAlike(this.#tx, alike, this.#few)
    const left = new Set<string>()
    for (const statement of statements) {
      for (const row of await listFigures(this.#tx, statement)) this.#add(row, left)
    }
    const ids = [...left]
    for (let start = 0; start < ids.length; start += together) await this.#judge(await readSourceInputs(this.#tx, this.#source, { ids: ids.slice(start, start + together) }))
  }

  #add({ block, unit, keys, amounts, open, left: some }: StatementRow, left: Set<string>): void {
    if (block !== null) this.#sum.add({ block, unit, keys, amounts: amounts.map((value, index) => ({ value, open: open[index] ?? 0 })) })
    for (const id of some?.flat() ?? []) left.add(id)
  }

  async #oneByOne(): Promise<void> {
    for (let after: string | undefined; ;) {
      const households = await readSourceInputs(this.#tx, this.#source, { after, most: together })
      await this.#judge(households)
      after = households.at(-1)?.id
      if (households.length < together) return
    }
  }

  async #judge(households: readonly SourceHousehold[]): Promise<void> {
    for (const { unit, input } of households) {
      const { result } = await evaluate(this.#question.assembly, { input, moment: this.#moment })
      for (const row of countHousehold(this.#question, comparableResult(result), unit)) this.#sum.add(row)
    }
    this.#judged += households.length
  }
}
