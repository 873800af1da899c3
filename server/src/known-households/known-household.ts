import type { Answers, DecisionsRead, HouseholdInput, Moment } from '@tieuchi/runtime'
import type { Db, Tx } from '../plugins/database.ts'
import { listDecisionsOn, listDecisionsOnOne, listOnDay } from './known-household-queries.ts'
import { decidedBefore, recordedHistory, standingDecisions, type RecordedDecision, type RecordedHistory } from './recorded-history.ts'

/** Everything that is known of a household as of a moment. */
export interface KnownHousehold {
  readonly id: string
  readonly unit: string
  /** Its answers, the members of that day, and the attributes of its unit; absent where the register does not know the day. */
  readonly answers: Pick<HouseholdInput, 'household' | 'members' | 'unit'>
  /** What was decided on it, from the earliest day on, without what was corrected. */
  readonly decisions: readonly RecordedDecision[]
}

/** Households of the area this transaction sees, by id. `attributes` are those of their units as of the moment. */
export async function readKnownHouseholds(tx: Tx, { facts_at: day }: Moment, ids: readonly string[], attributes: ReadonlyMap<string, Answers>): Promise<ReadonlyMap<string, KnownHousehold>> {
  if (ids.length === 0) return new Map()
  const decisions = Map.groupBy(await listDecisionsOn(tx, ids), ({ household }) => household)
  return new Map((await listOnDay(tx, day, ids)).map(({ id, unit_id: unit, answers, members }) => [id, {
    id, unit,
    answers: { unit: attributes.get(unit) ?? {}, ...(answers !== null && { household: JSON.parse(answers), members: JSON.parse(members) }) },
    decisions: standingDecisions(decisions.get(id) ?? []),
  }]))
}

/** What rules read of what was decided on some households, by id; those of which nothing is known are left out. */
export async function readHistories(db: Db | Tx, ids: readonly string[], read: DecisionsRead): Promise<ReadonlyMap<string, RecordedHistory>> {
  if (ids.length === 0 || read.outcomes.size === 0) return new Map()
  const decisions = Map.groupBy(await listDecisionsOn(db, ids), ({ household }) => household)
  return new Map([...decisions].flatMap(([id, own]) => {
    const recorded = recordedHistory(standingDecisions(own), read)
    return recorded.history ? [[id, recorded] as const] : []
  }))
}

/** The input for rules that read what was decided. */
export const inputOf = ({ answers, decisions }: KnownHousehold, read: DecisionsRead): HouseholdInput => ({ ...answers, ...recordedHistory(decisions, read) })

/** What is decided anew: of which household, by which programme, as of which day. */
export interface DecidedAnew {
  readonly household: string
  readonly programme: string
  readonly day: string
}

/** What rules read of what had been decided on a household before it is decided anew. */
export async function readHistory(tx: Tx, anew: DecidedAnew, read: DecisionsRead): Promise<RecordedHistory> {
  return read.outcomes.size === 0 ? {} : historyBefore(await listDecisionsOnOne(tx, anew), anew, read)
}

/** The same of every decision there is on the household. */
export const historyBefore = (decisions: readonly RecordedDecision[], { programme, day }: DecidedAnew, read: DecisionsRead): RecordedHistory =>
  (read.outcomes.size === 0 ? {} : recordedHistory(decidedBefore(standingDecisions(decisions), programme, day), read))
