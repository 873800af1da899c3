import type { Assembly, CommonDocument, Moment } from '@tieuchi/runtime'
import { ColumnComparison } from '@tieuchi/runtime/columns/column-comparison.ts'
import { circuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import { columnsHash } from '@tieuchi/runtime/columns/columns-file.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RunKernel } from '@tieuchi/runtime/columns/planes.ts'
import { compileProgram, PlanDictionary, type PlanProgram } from '@tieuchi/runtime/plan'
import { sharedMemory } from '../register-columns/register-building.ts'
import type { RulesOnTrial } from './rules-on-trial.ts'

const mostComparisons = 4
const mostPrograms = 20

export interface ComparisonQuestion {
  readonly before: RulesOnTrial
  readonly moment: Moment
  readonly outcome: string
  readonly units?: readonly string[]
}

/** Rules compiled for columns, and comparisons that are still warm, for one dictionary. The least used go first. */
export class ColumnRules {
  readonly #run: RunKernel
  readonly #hash: string
  readonly #dictionary: PlanDictionary
  readonly #programs = new Map<Assembly, PlanProgram>()
  readonly #comparisons = new Map<string, { readonly register: RegisterColumns; readonly comparison: ColumnComparison }>()

  constructor(common: CommonDocument, run: RunKernel) {
    this.#run = run
    this.#hash = columnsHash(common)
    this.#dictionary = new PlanDictionary(common)
  }

  /** Whether rules ask the questions that the columns hold. */
  fits({ assembly }: RulesOnTrial): boolean {
    return columnsHash(assembly.common) === this.#hash
  }

  /** Throws `Unplannable`. */
  program({ assembly }: RulesOnTrial): PlanProgram {
    const program = this.#programs.get(assembly) ?? compileProgram(assembly, this.#dictionary, 'partial', { entitlements: false, rules: false, facts: false })
    keepNewest(this.#programs, assembly, program, mostPrograms)
    return program
  }

  /** A comparison against some rules. Throws `Unplannable` or `NotInColumns`. */
  comparison(register: RegisterColumns, { before, moment, outcome, units }: ComparisonQuestion): ColumnComparison {
    const key = JSON.stringify([before.release, before.assembly.programme, before.assembly.layer, moment, outcome, units ?? null])
    const kept = this.#comparisons.get(key)
    const known = kept?.register === register ? kept.comparison : undefined
    const space = circuitSpace(register, this.#dictionary, moment)
    const comparison = known ?? new ColumnComparison(space, this.program(before), { outcome, run: this.#run, allocate: sharedMemory, ...(units && { units }) })
    keepNewest(this.#comparisons, key, { register, comparison }, mostComparisons)
    return comparison
  }
}

function keepNewest<Key, Value>(map: Map<Key, Value>, key: Key, value: Value, most: number): void {
  map.delete(key)
  map.set(key, value)
  const oldest = map.keys().next()
  if (map.size > most && !oldest.done) map.delete(oldest.value)
}
