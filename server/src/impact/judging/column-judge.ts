import type { Assembly } from '@tieuchi/runtime'
import { ColumnComparison, type ChangedRules } from '@tieuchi/runtime/columns/column-comparison.ts'
import { circuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import { unitColumn } from '@tieuchi/runtime/columns/column.ts'
import { NotInColumns } from '@tieuchi/runtime/columns/not-in-columns.ts'
import { differenceOf, type OutcomeFlow, type RowPlace } from '@tieuchi/runtime/columns/outcome-flow.ts'
import { parameterChanges } from '@tieuchi/runtime/columns/parameter-changes.ts'
import { householdBit, type RunKernel } from '@tieuchi/runtime/columns/planes.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { readerOf, type ReadRow } from '@tieuchi/runtime/columns/row-values.ts'
import { compileProgram, PlanDictionary, Unplannable, type PlanProgram } from '@tieuchi/runtime/plan'
import { partsJudged } from '../../batches/row-judge.ts'
import { sharedMemory } from '../../register-columns/register-building.ts'
import type { ImpactQuestion } from './impact-question.ts'
import { rowsWithin, UnitRows, type RowsWithin } from './unit-rows.ts'

/** Judges a register in columns by two rules and by what lies between them. Of one revision of the register. */
export class ColumnJudge {
  readonly register: RegisterColumns
  readonly revision: number
  readonly flow: OutcomeFlow
  /** The unit of each household. */
  readonly unitOf: ReadRow
  /** Where circuits over the register are run. */
  readonly run: RunKernel
  readonly #question: ImpactQuestion
  readonly #dictionary: PlanDictionary
  readonly #before: ColumnComparison
  readonly #after: ColumnComparison
  readonly #programs: Map<Assembly, PlanProgram>
  readonly #fromBefore = new Map<Assembly, Promise<Difference | undefined>>()
  readonly #fromAfter = new Map<string, Promise<Difference | undefined>>()
  readonly #changed: (place: RowPlace) => boolean | undefined
  /** The place of the category of those who cannot be told. */
  readonly #open: number
  #rows: UnitRows | undefined
  #within: { readonly units: ReadonlySet<string>; readonly rows: RowsWithin } | undefined

  private constructor(register: RegisterColumns, question: ImpactQuestion, parts: { readonly run: RunKernel; readonly flow: OutcomeFlow; readonly dictionary: PlanDictionary; readonly before: ColumnComparison; readonly after: ColumnComparison; readonly programs: Map<Assembly, PlanProgram> }) {
    this.register = register
    this.revision = register.revision
    this.unitOf = readerOf(register, 'row', unitColumn)
    this.#question = question
    this.flow = parts.flow
    this.run = parts.run
    this.#dictionary = parts.dictionary
    this.#before = parts.before
    this.#after = parts.after
    this.#programs = parts.programs
    this.#open = parts.flow.after.findIndex(({ state }) => state === 'undetermined')
    this.#changed = differenceOf(parts.flow.parts)
  }

  /** Which rows are of some units; found once for as long as the same are asked for. */
  within(units: ReadonlySet<string>): RowsWithin {
    const known = this.#within
    if (known && known.units.size === units.size && [...known.units].every((unit) => units.has(unit))) return known.rows
    const rows = rowsWithin(this.register, this.unitOf, units)
    this.#within = { units, rows }
    return rows
  }

  /** Judges the register by both rules, all of it or some units; undefined where columns cannot. */
  static open(register: RegisterColumns, question: ImpactQuestion, run: RunKernel, units?: readonly string[]): Promise<ColumnJudge | undefined> {
    return unlessBeyondColumns(async () => {
      const { before, after, moment, subject: outcome } = question
      const dictionary = new PlanDictionary(after.assembly.common)
      const space = circuitSpace(register, dictionary, moment)
      const [old, now] = [before.assembly, after.assembly].map((assembly) => [assembly, compile(assembly, dictionary, outcome)] as const)
      if (!old || !now) throw new Error('Two rules are compared')
      const request = { outcome, run, allocate: sharedMemory, ...(units && { units }) }
      const comparisons = { before: new ColumnComparison(space, old[1], request), after: new ColumnComparison(circuitSpace(register, dictionary, moment), now[1], request) }
      const flow = await comparisons.before.against({ program: now[1] })
      return new ColumnJudge(register, question, { run, flow, dictionary, ...comparisons, programs: new Map([old, now]) })
    })
  }

  /** Where the households of each unit stand. */
  get rows(): UnitRows {
    return (this.#rows ??= new UnitRows(this.register, this.unitOf))
  }

  /** Whether a household comes out otherwise by the rules after; undefined where columns cannot tell. */
  changed(place: RowPlace): boolean | undefined {
    return this.#changed(place)
  }

  /** Whether a household cannot be told by the rules after for want of answers. */
  isOpen({ members, row }: RowPlace): boolean {
    return this.#open !== -1 && householdBit(this.flow.parts.planes, members, row, this.#open) === 1
  }

  /** Whether a household comes out otherwise by some rules than by those before; undefined, of it or of all, where columns cannot tell. Computed once. */
  differsFromBefore(assembly: Assembly): Promise<Difference | undefined> {
    const known = this.#fromBefore.get(assembly) ?? unlessBeyondColumns(() => this.#before.difference({ program: this.#program(assembly) }))
    this.#fromBefore.set(assembly, known)
    return known
  }

  /** The same, than by those after, of the rules after with other values of parameters; `name` tells these values. */
  differsFromAfter(name: string, moved: () => Assembly): Promise<Difference | undefined> {
    const known = this.#fromAfter.get(name) ?? unlessBeyondColumns(() => this.#after.difference(this.#moved(moved())))
    this.#fromAfter.set(name, known)
    return known
  }

  /** Who goes where from the rules before to those after with other values of parameters; undefined where columns cannot tell. */
  flowTo(moved: Assembly): Promise<OutcomeFlow | undefined> {
    return unlessBeyondColumns(() => this.#before.against(this.#moved(moved)))
  }

  /** Households that come out otherwise by the rules after with other values of parameters; undefined where columns cannot tell. */
  otherwiseThanAfter(moved: Assembly): Promise<OutcomeFlow | undefined> {
    return unlessBeyondColumns(() => this.#after.against(this.#moved(moved)))
  }

  /** The rules after with other values, compiled anew only where more than values is other. */
  #moved(moved: Assembly): ChangedRules {
    const { assembly } = this.#question.after
    const program = this.#program(assembly)
    const values = parameterChanges(program.graph, assembly, moved)
    return values ? { program, values } : { program: this.#program(moved) }
  }

  #program(assembly: Assembly): PlanProgram {
    const program = this.#programs.get(assembly) ?? compile(assembly, this.#dictionary, this.#question.subject)
    this.#programs.set(assembly, program)
    return program
  }
}

/** Of one household after the other. */
export type Difference = (place: RowPlace) => boolean | undefined

const compile = (assembly: Assembly, dictionary: PlanDictionary, subject: string): PlanProgram => compileProgram(assembly, dictionary, 'partial', { ...partsJudged, entitlements: [subject] })

/** What columns find; undefined where they cannot. */
export async function unlessBeyondColumns<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof Unplannable || error instanceof NotInColumns) return undefined
    throw error
  }
}
