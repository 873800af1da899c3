import { setImmediate } from 'node:timers/promises'
import type { Assembly } from '@tieuchi/runtime'
import { findReasons, type Reason, type Undo } from '@tieuchi/runtime/impact/reasons.ts'
import type { RuleChange } from '@tieuchi/runtime/impact/rule-changes.ts'
import type { Variants } from '@tieuchi/runtime/impact/variants.ts'
import type { RowPlace } from '@tieuchi/runtime/columns/outcome-flow.ts'
import { RowJudge } from '../../batches/row-judge.ts'
import { rulesOnTrial, type RulesOnTrial } from '../../batches/rules-on-trial.ts'
import type { Line, NearLine, Side } from '../found.ts'
import type { ColumnJudge } from './column-judge.ts'
import type { JudgingTools } from './flow-part.ts'
import type { ImpactQuestion } from './impact-question.ts'
import type { JudgedHousehold } from './judged-household.ts'
import { linesOf, withLineAt } from './lines.ts'
import { judgeApart, standingOf } from './register-flow.ts'

/** A household to be told of: its result changes, it is near a line, or it cannot be told for want of answers. */
export interface NotedHousehold extends JudgedHousehold {
  readonly reasons: readonly Reason[]
  readonly lines: readonly NearLine[]
}

/** What lies between two rules. */
export interface Between {
  readonly changes: readonly RuleChange[]
  readonly variants: Variants
}

/** Who is to be told of in some units, and why. */
export async function judgeDetails(question: ImpactQuestion, between: Between, tools: JudgingTools): Promise<readonly NotedHousehold[]> {
  const noted = new Map<string, JudgedHousehold>()
  if (tools.columns) noteColumns(tools.columns, tools.units, noted)
  const apart: JudgedHousehold[] = []
  for await (const household of judgeApart(tools.register, question, tools)) {
    apart.push(household)
    if (household.changed || household.after.state === 'undetermined') noted.set(household.id, household)
  }
  const lines = await findNear(question, tools, { apart, noted })
  const reasons = await findReasons([...noted.values()].filter(({ changed }) => changed), between.changes, undoing(question, between.variants, tools))
  return [...noted.values()].map((household) => ({ ...household, reasons: reasons.get(household) ?? [], lines: lines.get(household.id) ?? [] }))
}

function noteColumns(columns: ColumnJudge, units: ReadonlySet<string>, noted: Map<string, JudgedHousehold>): void {
  for (const place of columns.rows.in(units)) {
    const changed = columns.changed(place)
    if (changed === undefined || (!changed && !columns.isOpen(place))) continue
    const household = householdAt(columns, place)
    noted.set(household.id, household)
  }
}

/** A household in columns, which can judge it. */
function householdAt({ register, flow }: ColumnJudge, { members, row, unit }: RowPlace & { readonly unit: string }): JudgedHousehold {
  const { before, after, differs } = flow.at({ members, row })
  return { id: register.idOf(members, row), unit, before: standingOf(before), after: standingOf(after), changed: differs, at: { place: { members, row } } }
}

/** Tries rules with some changes undone: over columns where they can, otherwise household by household. */
const undoing = (question: ImpactQuestion, variants: Variants, { columns, signal }: JudgingTools): Undo<JudgedHousehold> => async (undone, households) => {
  signal.throwIfAborted()
  await setImmediate()
  const assembly = variants.without(undone)
  if (!assembly) return undefined
  const differs = await columns?.differsFromBefore(assembly)
  const inColumns = ({ at }: JudgedHousehold): boolean | undefined => ('place' in at ? differs?.(at.place) : undefined)
  const others = new Set(await whoDiffers(question, [question.before, rulesOnTrial(assembly)], households.filter((household) => inColumns(household) === undefined), columns))
  return (household) => !(inColumns(household) ?? others.has(household))
}

/** Households that come out otherwise by one rules than by others, judged one by one. */
async function whoDiffers({ subject, moment }: ImpactQuestion, [one, other]: readonly [RulesOnTrial, RulesOnTrial], households: readonly JudgedHousehold[], columns: ColumnJudge | undefined): Promise<readonly JudgedHousehold[]> {
  if (households.length === 0) return []
  const [left, right] = [new RowJudge(one, subject, moment), new RowJudge(other, subject, moment)]
  const differing: JudgedHousehold[] = []
  for (const household of households) {
    const { at } = household
    const input = 'row' in at ? at.row.input : columns?.register.readAt(at.place.members, at.place.row).input
    if (input && JSON.stringify(await left.judge(input)) !== JSON.stringify(await right.judge(input))) differing.push(household)
  }
  return differing
}

interface Near {
  readonly apart: readonly JudgedHousehold[]
  /** Takes those in who are near and were not noted yet. */
  readonly noted: Map<string, JudgedHousehold>
}

type Lines = ReadonlyMap<string, NotedHousehold['lines']>

/** Moves each line to either side, and looks who comes out otherwise. */
async function findNear(question: ImpactQuestion, tools: JudgingTools, { apart, noted }: Near): Promise<Lines> {
  const found = new Map<string, NearLine[]>()
  const note = (household: JudgedHousehold, line: Line, side: Side): void => {
    noted.set(household.id, noted.get(household.id) ?? household)
    found.set(household.id, [...(found.get(household.id) ?? []), { line: line.id, side }])
  }
  for (const line of linesOf(question.after.assembly, question.near)) {
    for (const [side, step] of [['lower', -line.step], ['higher', line.step]] as const) {
      tools.signal.throwIfAborted()
      await setImmediate()
      const moved = () => withLineAt(question.after.assembly, question.others, line, line.value + step)
      for (const household of await whoTurns(question, tools, { name: `${line.id} ${side}`, moved }, apart)) note(household, line, side)
    }
  }
  return found
}

/** Households that come out otherwise than by the rules after. */
async function whoTurns(question: ImpactQuestion, { columns, units }: JudgingTools, { name, moved }: { readonly name: string; readonly moved: () => Assembly }, apart: readonly JudgedHousehold[]): Promise<readonly JudgedHousehold[]> {
  const differs = await columns?.differsFromAfter(name, moved)
  const [turning, oneByOne]: readonly [JudgedHousehold[], JudgedHousehold[]] = [[], [...apart]]
  for (const place of columns?.rows.in(units) ?? []) {
    const turns = differs?.(place)
    if (turns === false || columns?.changed(place) === undefined) continue
    if (columns) (turns ? turning : oneByOne).push(householdAt(columns, place))
  }
  return [...turning, ...(oneByOne.length > 0 ? await whoDiffers(question, [question.after, rulesOnTrial(moved())], oneByOne, columns) : [])]
}
