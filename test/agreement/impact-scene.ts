import type { Assembly, HouseholdInput, Moment, Release } from '@tieuchi/runtime'
import { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { ruleChanges, type RuleChange } from '@tieuchi/runtime/impact/rule-changes.ts'
import { Variants } from '@tieuchi/runtime/impact/variants.ts'
import type { PlanResult } from '@tieuchi/runtime/plan'
import { resultByInterpreter, standingIn, type JudgedOutcome } from '@tieuchi/server/batches/row-judge.ts'
import { rulesOnTrial } from '@tieuchi/server/batches/rules-on-trial.ts'
import type { Line } from '@tieuchi/server/impact/found.ts'
import type { ImpactQuestion } from '@tieuchi/server/impact/judging/impact-question.ts'
import { withLineAt } from '@tieuchi/server/impact/judging/lines.ts'

const idOf = (number: number): string => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`

/** Two rules with the register they are looked at on. */
export interface Situation {
  readonly before: Assembly
  readonly after: Assembly
  readonly others: Readonly<Record<string, Release>>
  readonly inputs: readonly HouseholdInput[]
}

/** Half of the households live elsewhere, out of reach. */
const registerOf = ({ after, inputs }: Situation): RegisterColumns => {
  const register = new RegisterColumns(after.common)
  inputs.forEach((input, number) => register.put({ id: idOf(number), unit: number % 3 === 0 ? 'hill' : 'harbour', input }))
  return register
}

const rowsOf = (register: RegisterColumns, units: ReadonlySet<string>) =>
  [...register.buckets.flatMap(({ members, rows }) => Array.from({ length: rows }, (_row, row) => register.readAt(members, row))), ...register.apart.values()].filter(({ unit }) => units.has(unit))

/** A situation with what is the same whatever is asked about it. */
export class Scene {
  readonly situation: Situation
  readonly at: Moment
  readonly register: RegisterColumns
  readonly units = new Set(['harbour'])
  readonly rows: readonly RegisterRow[]
  readonly changes: readonly RuleChange[]
  readonly variants: Variants
  readonly #results = new Map<Assembly, Map<HouseholdInput, Promise<PlanResult | undefined>>>()
  readonly #moved = new Map<string, Assembly>()

  constructor(situation: Situation, at: Moment) {
    const { before, after, others } = situation
    this.situation = situation
    this.at = at
    this.register = registerOf(situation)
    this.rows = rowsOf(this.register, this.units)
    this.changes = ruleChanges(before, after, others)
    this.variants = new Variants(before, after, others)
  }

  question(subject: string): ImpactQuestion {
    const { before, after, others } = this.situation
    return { before: rulesOnTrial(before), after: rulesOnTrial(after), others, subject, moment: this.at, near: 5 }
  }

  /** What the interpreter finds of a household. It finds everything at once: of whatever is asked, and asked again, it is found once. */
  result(assembly: Assembly, input: HouseholdInput): Promise<PlanResult | undefined> {
    const results = this.#results.get(assembly) ?? new Map<HouseholdInput, Promise<PlanResult | undefined>>()
    this.#results.set(assembly, results)
    const result = results.get(input) ?? resultByInterpreter(rulesOnTrial(assembly), input, this.at)
    results.set(input, result)
    return result
  }

  /** What it says of a subject. */
  async told(assembly: Assembly, subject: string, input: HouseholdInput): Promise<JudgedOutcome> {
    return standingIn(await this.result(assembly, input), rulesOnTrial(assembly), subject, input)
  }

  /** The rules after with one line moved to a value. */
  withLineAt(line: Line, value: number): Assembly {
    const key = `${line.id} ${value}`
    const moved = this.#moved.get(key) ?? withLineAt(this.situation.after, this.situation.others, line, value)
    this.#moved.set(key, moved)
    return moved
  }
}
