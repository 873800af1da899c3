import { setImmediate } from 'node:timers/promises'
import type { EntitlementPiece } from '@tieuchi/runtime'
import { circuitSpace } from '@tieuchi/runtime/columns/column-plan.ts'
import { sumEntitlements, type SummedEntitlements } from '@tieuchi/runtime/columns/entitlement-sums.ts'
import { runHere } from '@tieuchi/runtime/columns/planes.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import type { RegisterRow } from '@tieuchi/runtime/columns/row-encoding.ts'
import { millionthsOf } from '@tieuchi/runtime/impact/entitlement-sum.ts'
import { compileProgram, PlanDictionary, type PlanResult } from '@tieuchi/runtime/plan'
import { partsJudged, RowResults } from '../../batches/row-judge.ts'
import type { RulesOnTrial } from '../../batches/rules-on-trial.ts'
import { sharedMemory } from '../../register-columns/register-building.ts'
import { unlessBeyondColumns } from './column-judge.ts'
import type { JudgingTools } from './flow-part.ts'
import type { ImpactQuestion } from './impact-question.ts'
import { moneyOf, raise, type MoneyPart, type Sums } from './money-figures.ts'

/** Sums up every entitlement under both rules, over the households of some units. */
export async function judgeMoney(question: ImpactQuestion, tools: JudgingTools): Promise<MoneyPart> {
  const [before, after] = [await sumSide(question.before, question, tools), await sumSide(question.after, question, tools)]
  return { entitlements: [...new Set([...after.keys(), ...before.keys()])].map((id) => moneyOf(id, before.get(id) ?? new Map(), after.get(id) ?? new Map())) }
}

/** Entitlements of the programme's own release. */
const entitlementsOf = ({ assembly: { release } }: RulesOnTrial): readonly EntitlementPiece[] => release.logic.filter((piece) => piece.kind === 'entitlement')

/** After so many households others have their turn. */
const rowsOfTurn = 50

/** What the entitlements of some rules come to, over columns as far as they go. */
async function sumSide(rules: RulesOnTrial, { moment }: ImpactQuestion, { register, columns, units, signal }: JudgingTools): Promise<ReadonlyMap<string, Sums>> {
  const pieces = entitlementsOf(rules)
  if (pieces.length === 0) return new Map()
  const dictionary = new PlanDictionary(rules.assembly.common)
  const found = await unlessBeyondColumns(async () => {
    const program = compileProgram(rules.assembly, dictionary, 'partial', { ...partsJudged, entitlements: pieces.map(({ id }) => id) })
    return sumEntitlements(circuitSpace(register, dictionary, moment), program, units, { run: columns?.run ?? runHere, allocate: sharedMemory, pause: async () => void (await setImmediate()) })
  })
  const sums = new Map(pieces.map(({ id }): [string, Sums] => [id, new Map(found?.sums.get(id))]))
  const judge = new RowResults(rules, moment, pieces.map(({ id }) => id))
  let judged = 0
  for (const { row, counted } of rowsLeft(register, pieces, found)) {
    if (!units.has(row.unit)) continue
    addRow(sums, counted, row, await judge.find(row.input))
    judged += 1
    if (judged % rowsOfTurn === 0) await setImmediate()
    signal.throwIfAborted()
  }
  return sums
}

interface RowLeft {
  readonly row: RegisterRow
  readonly counted: readonly EntitlementPiece[]
}

/** Households that are judged one by one, with the entitlements that are looked at: all of those no column holds, otherwise what columns could not say. */
function* rowsLeft(register: RegisterColumns, pieces: readonly EntitlementPiece[], found: SummedEntitlements | undefined): Generator<RowLeft> {
  const left = found ? pieces.filter(({ id }) => found.left.includes(id)) : pieces
  const said = pieces.filter((piece) => !left.includes(piece))
  if (left.length > 0) for (const { members, rows } of register.buckets) for (let row = 0; row < rows; row += 1) yield { row: register.readAt(members, row), counted: left }
  if (said.length > 0) for (const { members, row } of found?.apart ?? []) yield { row: register.readAt(members, row), counted: said }
  for (const row of register.apart.values()) yield { row, counted: pieces }
}

/** Where the rules contradict themselves nothing is determined. */
function addRow(sums: ReadonlyMap<string, Sums>, pieces: readonly EntitlementPiece[], { unit, input }: RegisterRow, result: PlanResult | undefined): void {
  for (const { id, of, amount } of pieces) {
    const found = result
      ? result.entitlements.filter((entitlement) => entitlement.id === id)
      : Array.from({ length: of === 'members' ? (input.members?.length ?? 0) : 1 }, () => ({ state: 'undetermined', amount: undefined }) as const)
    for (const each of found) {
      const granted = each.state === 'granted'
      raise(sums.get(id) ?? new Map(), unit, {
        granted: Number(granted),
        millionths: granted && each.amount !== undefined ? millionthsOf(each.amount) : 0n,
        unknown: Number(granted && amount !== undefined && each.amount === undefined),
        undetermined: Number(each.state === 'undetermined'),
      })
    }
  }
}
