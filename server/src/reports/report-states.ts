import { addDays, decisionsRead, readsResidence, residenceField, type Answers, type DecisionsRead, type ReportAsked, type ReportEnd, type ReportQuestion } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import type { AlikeSource } from '../sql-plan/alike-source.ts'
import { learnSizes, registerSource, type RegisterState } from '../sql-plan/register-source-sql.ts'
import { listAttributesOn } from '../units/unit-queries.ts'

/** Which report over which households. */
export interface CountAsked extends ReportAsked {
  readonly units: readonly string[]
  /** As it was known at this moment; as it is known now unless said. */
  readonly known?: Date
  /** So many households may be looked up one by one, where the figures are found faster so; some ten thousands unless said. */
  readonly few?: number
}

/** The day whose end is counted. */
export const countedDay = (at: ReportEnd, { from, to }: ReportAsked['span']): string => (at === 'start' ? addDays(from, -1) : to)

const other: Readonly<Record<ReportEnd, ReportEnd>> = { start: 'end', end: 'start' }

/** A question with the state of the register that it is asked of. */
export interface AskedState {
  readonly question: ReportQuestion
  readonly state: RegisterState
}

/** The register as each question finds it on its day. Questions that read the same programmes are told the same of these. */
export async function statesOf(tx: Tx, { units, known, span }: CountAsked, questions: readonly ReportQuestion[]): Promise<readonly AskedState[]> {
  await learnSizes(tx)
  const read = readBy(questions)
  const states: AskedState[] = []
  for (const question of questions) {
    const day = countedDay(question.at, span)
    const attributes: ReadonlyMap<string, Answers> = await listAttributesOn(tx, day)
    states.push({ question, state: { day, known, attributes, units, read: read(question), ...(readsResidence(question.assembly) && { elsewhere: { field: residenceField, day: countedDay(other[question.at], span) } }) } })
  }
  return states
}

const readBy = (questions: readonly ReportQuestion[]): ((question: ReportQuestion) => DecisionsRead) => {
  const all = decisionsRead(questions.map(({ assembly }) => assembly))
  return ({ assembly }) => {
    const own = decisionsRead([assembly])
    return own.programmes.size === all.programmes.size ? all : own
  }
}

/** The households of a question, as the register has them on its day. */
export async function sourceOf(tx: Tx, asked: CountAsked, question: ReportQuestion): Promise<AlikeSource> {
  const [asks] = await statesOf(tx, asked, [question])
  if (!asks) throw new Error('A question has a state')
  return registerSource(asks.state)
}
