import { runHere } from '@tieuchi/runtime/columns/planes.ts'
import { describeFigures } from '../../../impact/impact-figures.ts'
import type { ImpactRules } from '../../../impact/impact-rules.ts'
import type { ImpactFigures } from '../../../impact/impact-schema.ts'
import { ColumnJudge } from '../../../impact/judging/column-judge.ts'
import { judgeDetails } from '../../../impact/judging/detail-part.ts'
import { judgeFlow, type JudgingTools } from '../../../impact/judging/flow-part.ts'
import { foundIn, mostLooked } from '../../../impact/judging/found-part.ts'
import { linesOf } from '../../../impact/judging/lines.ts'
import { judgeMoney } from '../../../impact/judging/money-part.ts'
import { subjectWords } from '../../../impact/standing.ts'
import { nowhere, type ReadRegister } from './impact-register.ts'

/** Everything a run of the server finds, over a register that was read from a file; over the households of some units where units are named. */
export async function computeImpact({ question, between }: ImpactRules, { register, units }: ReadRegister, within: ReadonlySet<string> | undefined): Promise<ImpactFigures> {
  const words = subjectWords(question.after.assembly, question.subject)
  if (!words) throw new Error(`The rules have no ${question.subject}`)
  const tools: JudgingTools = { register, columns: await ColumnJudge.open(register, question, runHere), units: within ?? new Set([...units.keys(), nowhere]), signal: new AbortController().signal }
  const flow = { ...(await judgeFlow(question, tools)), checked: 0, differing: 0, money: await judgeMoney(question, tools) }
  const found = { ...(await foundIn(question, await judgeDetails(question, between, tools), tools, mostLooked)), position: '' }
  const plan = { changes: between.changes.map(({ id, path, sentence }) => ({ id, path, sentence })), lines: linesOf(question.after.assembly, question.near) }
  return describeFigures({ plan, flow, parts: [{ found }] }, { assembly: question.after.assembly, before: question.before.assembly, subject: words, partOf: (id) => ({ id, name: nameOf(units, id) }) })
}

const nameOf = (units: ReadRegister['units'], id: string): string => units.get(id)?.name ?? id
