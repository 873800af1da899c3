import { evaluate } from '@tieuchi/runtime'
import type { FoundPart } from '../found.ts'
import type { NotedHousehold } from './detail-part.ts'
import type { JudgingTools } from './flow-part.ts'
import type { ImpactQuestion } from './impact-question.ts'

/** Undetermined households of a run of which it is looked at which questions decide. */
export const mostLooked = 400

/** What some households come to in numbers; of those undetermined at most so many are looked at. */
export const foundIn = async (question: ImpactQuestion, households: readonly NotedHousehold[], tools: Pick<JudgingTools, 'register' | 'signal'>, most: number): Promise<Omit<FoundPart, 'position'>> =>
  ({ ...countsOf(households), ...(await lookAtQuestions(question, households, tools, most)) })

function countsOf(households: readonly NotedHousehold[]): Pick<FoundPart, 'changes' | 'lines' | 'undetermined'> {
  const changes: Record<string, number> = {}
  const lines: Record<string, { lower: number; higher: number }> = {}
  let undetermined = 0
  for (const household of households) {
    if (household.after.state === 'undetermined') undetermined += 1
    for (const change of new Set(household.reasons.flat())) changes[change] = (changes[change] ?? 0) + 1
    for (const { line, side } of household.lines) {
      lines[line] ??= { lower: 0, higher: 0 }
      lines[line][side] += 1
    }
  }
  return { changes, lines, undetermined }
}

/** Which questions decide some of the undetermined households, evenly drawn. */
async function lookAtQuestions({ after: { assembly }, subject, moment }: ImpactQuestion, households: readonly NotedHousehold[], { register, signal }: Pick<JudgingTools, 'register' | 'signal'>, most: number): Promise<Pick<FoundPart, 'looked' | 'questions'>> {
  const open = households.filter(({ after }) => after.state === 'undetermined')
  const step = Math.max(1, open.length / most)
  const questions: Record<string, number> = {}
  let looked = 0
  for (let at = 0; at < open.length; at += step) {
    signal.throwIfAborted()
    const input = register.read(open[Math.floor(at)]?.id ?? '')?.input
    if (!input) continue
    const { result } = await evaluate(assembly, { input, moment })
    const missing = [...result.outcomes, ...result.entitlements].flatMap((found) => (found.id === subject ? found.missing : []))
    for (const field of new Set(missing.map((question) => question.field))) questions[field] = (questions[field] ?? 0) + 1
    looked += 1
  }
  return { looked, questions }
}
