import { randomUUID } from 'node:crypto'
import { canonicalJson, momentAt, placesOf, semantics, type Moment } from '@tieuchi/runtime'
import { calendarDayOrThrow } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { textOfRules } from '../policies/pinned-rules.ts'
import { pinRules } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { getInReachOrThrow, placesOnDate } from '../units/unit-service.ts'
import { demandValidInput, evaluateFurtherPinned, evaluatePinned, explainLayers, resultsByLayer, type FurtherQuestion } from './decision-evaluation.ts'
import { demandPermitted, noteAsked, takeOne, type Asking } from './decision-asking.ts'
import { momentOf, piecesAround } from './decision-proof.ts'
import { findDecision, type DecisionValues } from './decision-queries.ts'
import { describeReleases } from './decision-releases.ts'
import type { DecisionRequest, DecisionResponse, StoredDecision } from './decision-schema.ts'
import { summarise } from './decision-summary.ts'

/** Decides on answers sent along, by the rules in force on the date in the unit of that date. Stores nothing but that somebody asked. */
export async function decideOnce(tx: Tx, book: RuleBook, { asking, now }: AskedNow, request: DecisionRequest): Promise<DecisionResponse> {
  const { programme, explain = false } = request
  demandPermitted(asking, { programmes: [programme], explain })
  const moment = readMoment(request)
  const unit = await getInReachOrThrow(tx, request.unit, moment.unit_at)
  const rules = await pinRules(tx, { programme, unit: unit.id, moment })
  const { common } = await book.assembly(tx, programme, 'national', rules)
  demandValidInput(common, request.input)
  const input = { ...request.input, unit: unit.attributes }
  const evaluations = await evaluatePinned(tx, book, { programme, rules, input, moment })
  const answer = { moment, rules, releases: await describeReleases(tx, rules, moment), layers: resultsByLayer(evaluations) }
  const explained = explain ? { ...answer, explanations: await explainLayers(evaluations, placesOf(unit)) } : answer
  await takeOne(tx, asking, now)
  await noteAsked(tx, asking, { programmes: [programme], households: 1 }, now)
  return explained
}

/** Who asks, and when. */
export interface AskedNow {
  readonly asking: Asking
  readonly now: Date
}

/** When households are to be judged: one day, or three apart. */
export function readMoment({ at, moment }: Pick<DecisionRequest, 'at' | 'moment'>): Moment {
  const found = moment ?? (at === undefined ? undefined : momentAt(at))
  if (found === undefined || (moment !== undefined && at !== undefined)) throw new Problem('invalid_request', {}, [needsDate])
  for (const day of [found.law_at, found.facts_at, found.unit_at]) calendarDayOrThrow(day)
  return found
}

const needsDate = {
  code: 'request_date',
  severity: 'error',
  path: ['at'],
  params: {},
  message: {
    vi: 'Cần đúng một trong hai trường: “at” (một ngày, ví dụ 2026-06-01) hoặc “moment” (ba ngày law_at, facts_at, unit_at).',
    en: 'Exactly one of two fields is needed: “at” (one day, such as 2026-06-01) or “moment” (the three days law_at, facts_at, unit_at).',
  },
} as const

export interface NewDecision extends FurtherQuestion {
  readonly submission: string
  readonly unit: string
  readonly decidedBy: string
  readonly now: Date
}

/** Evaluates; the decision as it is stored at the end of its unit's chain. */
export async function decideToStore(tx: Tx, book: RuleBook, { submission, unit, decidedBy, now, ...question }: NewDecision): Promise<DecisionValues> {
  const layers = resultsByLayer(await evaluateFurtherPinned(tx, book, question))
  const { programme, rules, reading: { request: { moment, input } } } = question
  return {
    decision_id: randomUUID(),
    submission_id: submission,
    programme,
    ...moment,
    decided_rules: textOfRules(rules),
    semantics,
    decided_at: now,
    decided_by: decidedBy,
    input: canonicalJson(input),
    layers: canonicalJson(layers),
    ...summarise(layers),
    ...piecesAround({ submission, unit, programme, moment, rules, semantics, decided_at: now.toISOString(), decided_by: decidedBy }),
  }
}

/** A stored decision with its explanation computed anew. */
export async function getDecisionOrThrow(tx: Tx, book: RuleBook, id: string): Promise<StoredDecision> {
  const row = await findDecision(tx, id)
  if (row === undefined) throw new Problem('decision_not_found')
  const { programme, rules, input, layers } = row
  const moment = momentOf(row)
  const evaluations = await evaluatePinned(tx, book, { programme, rules, input, moment })
  return {
    id: row.id,
    submission: row.submission_id,
    decided_at: row.decided_at.toISOString(),
    hash: row.hash,
    moment,
    rules,
    layers,
    explanations: await explainLayers(evaluations, await placesOnDate(tx, row.unit_id, moment.unit_at)),
  }
}
