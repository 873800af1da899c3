import { askReport } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import type { AllAlike } from '../sql-plan/alike-sql.ts'
import { groupJointly } from '../sql-plan/joint-groups-sql.ts'
import { jointSource } from '../sql-plan/joint-source-sql.ts'
import { CountingEnd, type CountedEnd } from './counting-end.ts'
import { statesOf, type CountAsked } from './report-states.ts'

/** Counts the columns of both ends. To be run with the eyes of the system: what is counted is told by `units`. */
export async function countReport(tx: Tx, asked: CountAsked): Promise<readonly CountedEnd[]> {
  const ends = await endsOf(tx, asked)
  const joint = groupsOfBoth(ends)
  const counted: CountedEnd[] = []
  for (const [index, end] of ends.entries()) counted.push(await end.count(joint?.[index]))
  return counted
}

/** The same by the interpreter alone, household by household: what the figures are held against. */
export async function recountReport(tx: Tx, asked: CountAsked): Promise<readonly CountedEnd[]> {
  const counted: CountedEnd[] = []
  for (const end of await endsOf(tx, asked)) counted.push(await end.recount())
  return counted
}

async function endsOf(tx: Tx, asked: CountAsked): Promise<readonly CountingEnd[]> {
  const questions = (['start', 'end'] as const).flatMap((at) => askReport(asked, at) ?? [])
  return (await statesOf(tx, asked, questions)).map(({ question, state }) => new CountingEnd(tx, { question, state, few: asked.few }))
}

/** The groups of both ends, told apart at once; undefined where not both are counted by statements, or they read other programmes. */
const groupsOfBoth = ([start, end]: readonly CountingEnd[]): readonly AllAlike[] | undefined =>
  start?.grouped && end?.grouped && isSame(start.state.read.programmes, end.state.read.programmes) ? groupJointly([start.grouped, end.grouped], jointSource([start.state, end.state])) : undefined

const isSame = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => some.size === others.size && [...some].every((each) => others.has(each))
