import { momentAt, placesOf, semantics, type Moment } from '@tieuchi/runtime'
import { calendarDayOrThrow } from '../plugins/clock.ts'
import type { Tx } from '../plugins/database.ts'
import { Problem } from '../plugins/problem.ts'
import { pinRules } from '../policies/policy-service.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { getInReachOrThrow, placesOnDate } from '../units/unit-service.ts'
import { demandValidInput, evaluatePinned, explainLayers, resultsByLayer, type EvaluationQuestion } from './decision-evaluation.ts'
import { hashDecision, momentOf } from './decision-proof.ts'
import { findDecision, holdNewestDecision, insertDecision } from './decision-queries.ts'
import type { DecisionRequest, DecisionResponse, StoredDecision } from './decision-schema.ts'

/** Decides on answers sent along, by the rules in force on the date in the unit of that date. Stores nothing. */
export async function decideOnce(tx: Tx, book: RuleBook, request: DecisionRequest): Promise<DecisionResponse> {
  const moment = readMoment(request)
  const unit = await getInReachOrThrow(tx, request.unit, moment.unit_at)
  const rules = await pinRules(tx, { programme: request.programme, unit: unit.id, moment })
  const { common } = await book.assembly(tx, request.programme, 'national', rules)
  demandValidInput(common, request.input)
  const input = { ...request.input, unit: unit.attributes }
  const evaluations = await evaluatePinned(tx, book, { programme: request.programme, rules, input, moment })
  const answer = { moment, rules, layers: resultsByLayer(evaluations) }
  return request.explain ? { ...answer, explanations: await explainLayers(evaluations, placesOf(unit)) } : answer
}

function readMoment({ at, moment }: DecisionRequest): Moment {
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

export interface NewDecision extends EvaluationQuestion {
  readonly submission: string
  readonly unit: string
  readonly decidedBy: string
  readonly now: Date
}

/** Evaluates and stores the decision at the end of its unit's chain; the id. */
export async function recordDecision(tx: Tx, book: RuleBook, { submission, unit, decidedBy, now, ...question }: NewDecision): Promise<string> {
  const layers = resultsByLayer(await evaluatePinned(tx, book, question))
  const newest = await holdNewestDecision(tx, unit)
  const number = (newest?.number ?? 0) + 1
  const previous_hash = newest?.hash ?? null
  const { programme, moment, input, rules } = question
  const content = { submission, unit, number, programme, moment, input, rules, layers, semantics, previous_hash, decided_at: now.toISOString(), decided_by: decidedBy }
  return insertDecision(tx, {
    submission_id: submission,
    unit_id: unit,
    number,
    programme,
    ...moment,
    input: JSON.stringify(input),
    rules: JSON.stringify(rules),
    layers: JSON.stringify(layers),
    semantics,
    previous_hash,
    hash: hashDecision(content),
    decided_at: now,
    decided_by: decidedBy,
  })
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
