import { countHousehold, evaluate, factsAsked, FigureSum, momentAt, type FiguresOfRow, type Moment, type ReportQuestion } from '@tieuchi/runtime'
import { comparableResult, compileProgram, PlanDictionary, Unplannable, type PlanProgram } from '@tieuchi/runtime/plan'
import type { Tx } from '../plugins/database.ts'
import type { AlikeSource } from '../sql-plan/alike-source.ts'
import { groupAlike, keepAlike, type AllAlike } from '../sql-plan/alike-sql.ts'
import type { Sql } from '../sql-plan/day-sql.ts'
import type { Grouped } from '../sql-plan/joint-groups-sql.ts'
import { NotInSql } from '../sql-plan/not-in-sql.ts'
import { registerSource, type RegisterState } from '../sql-plan/register-source-sql.ts'
import { readSourceInputs, type SourceHousehold } from '../sql-plan/source-inputs-sql.ts'
import { listFigures } from './report-queries.ts'
import { openHouseholds, reportStatements, type StatementRow } from './report-statement-sql.ts'
import type { AskedState } from './report-states.ts'

/** The figures of the columns of one end of the period; one of the interpreter's for so many households. */
export interface CountedEnd {
  readonly question: ReportQuestion
  readonly rows: readonly FiguresOfRow[]
  /** How many households the interpreter judged. */
  readonly judged: number
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

/** What is counted at one end, and how many households may be looked up one by one. */
interface EndAsked extends AskedState {
  readonly few: number | undefined
}

/** How it is counted by statements: each leaves the same households to the interpreter. */
interface SaidInSql extends Grouped {
  readonly statements: readonly Sql[]
}

/** Counts the columns of one end of a period. */
export class CountingEnd {
  readonly state: RegisterState
  readonly #tx: Tx
  readonly #asked: EndAsked
  readonly #moment: Moment
  readonly #source: AlikeSource
  readonly #said: SaidInSql | undefined
  readonly #sum = new FigureSum()
  #judged = 0

  constructor(tx: Tx, asked: EndAsked) {
    this.state = asked.state
    this.#tx = tx
    this.#asked = asked
    this.#moment = momentAt(asked.state.day)
    this.#source = registerSource(asked.state)
    this.#said = this.#inSql()
  }

  /** Its groups of households; undefined where statements cannot count it. */
  get grouped(): Grouped | undefined {
    return this.#said
  }

  /** By its own groups of households unless others are given. */
  async count(alike = this.#said?.alike): Promise<CountedEnd> {
    if (this.#said && alike) await this.#byStatements(alike, this.#said.statements)
    else await this.#oneByOne()
    return this.#counted()
  }

  async recount(): Promise<CountedEnd> {
    await this.#oneByOne()
    return this.#counted()
  }

  #counted(): CountedEnd {
    return { question: this.#asked.question, rows: this.#sum.rows(), judged: this.#judged }
  }

  #inSql(): SaidInSql | undefined {
    const { question } = this.#asked
    return inSql(question, (program) => {
      const plan = { program, moment: this.#moment }
      const asked = { graph: program.graph, roots: program.roots, moment: this.#moment, source: this.#source }
      const alike = groupAlike(asked, (source) => openHouseholds(plan, question.blocks, source))
      return { question: asked, alike, statements: reportStatements(plan, question.blocks, alike.parts) }
    })
  }

  async #byStatements(alike: AllAlike, statements: readonly Sql[]): Promise<void> {
    await keepAlike(this.#tx, alike, this.#asked.few)
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
    const { question } = this.#asked
    for (const { unit, input } of households) {
      const { result } = await evaluate(question.assembly, { input, moment: this.#moment })
      for (const row of countHousehold(question, comparableResult(result), unit)) this.#sum.add(row)
    }
    this.#judged += households.length
  }
}
