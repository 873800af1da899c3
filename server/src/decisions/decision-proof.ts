import { createHash } from 'node:crypto'
import { canonicalJson, hashDocument, semantics, type EvaluationResult, type HouseholdInput, type Moment } from '@tieuchi/runtime'
import type { Tx } from '../plugins/database.ts'
import { canonicalTextOfRules } from '../policies/pinned-rules.ts'
import type { PinnedRules } from '../policies/policy-schema.ts'
import type { RuleBook } from '../policies/rule-book.ts'
import { evaluatePinned, resultsByLayer } from './decision-evaluation.ts'
import { findDecisionByNumber, type DecisionRow } from './decision-queries.ts'

export interface DecisionContent {
  readonly submission: string
  readonly unit: string
  readonly number: number
  readonly programme: string
  readonly moment: Moment
  readonly input: HouseholdInput
  readonly rules: PinnedRules
  readonly layers: Readonly<Record<string, EvaluationResult>>
  readonly semantics: number
  readonly previous_hash: string | null
  readonly decided_at: string
  readonly decided_by: string
}

/** What a decision is chained by: everything it says, and the hash of the unit's decision before it. */
export const hashDecision = (content: DecisionContent): string => createHash('sha256').update(canonicalJson(content)).digest('hex')

/**
 * The text that is hashed for a decision whose place in the chain is not known yet, in pieces: before its input, between its results and its
 * number, and behind the hash of the decision before it. Input and results are stored too, so they go into the database once.
 */
export const piecesAround = ({ decided_at, decided_by, moment, programme, rules, semantics: of, submission, unit }: Omit<DecisionContent, 'input' | 'layers' | 'number' | 'previous_hash'>) => ({
  opening: `${canonicalJson({ decided_at, decided_by }).slice(0, -1)},"input":`,
  middle: `,"moment":${canonicalJson(moment)},"number":`,
  closing: `,"programme":${canonicalJson(programme)},"rules":${canonicalTextOfRules(rules)},${canonicalJson({ semantics: of, submission, unit }).slice(1)}`,
})

export function contentOf(row: DecisionRow): DecisionContent {
  return {
    submission: row.submission_id,
    unit: row.unit_id,
    number: row.number,
    programme: row.programme,
    moment: momentOf(row),
    input: row.input,
    rules: row.rules,
    layers: row.layers,
    semantics: row.semantics,
    previous_hash: row.previous_hash,
    decided_at: row.decided_at.toISOString(),
    decided_by: row.decided_by,
  }
}

export const momentOf = ({ law_at, facts_at, unit_at }: Moment): Moment => ({ law_at, facts_at, unit_at })

/** What was found when a decision was checked; all true for one that nobody touched. */
export interface Verification {
  /** The same input under the same rules gives the same result, bit for bit. */
  readonly recomputes: boolean
  /** The stored hash is that of the stored content. */
  readonly intact: boolean
  /** The unit's decision before it is the one it was chained to. */
  readonly chained: boolean
}

/** Recomputes a stored decision from its input and the releases it pinned. */
export async function verifyDecision(tx: Tx, book: RuleBook, row: DecisionRow): Promise<Verification> {
  const content = contentOf(row)
  const evaluations = await evaluatePinned(tx, book, content)
  const previous = await findDecisionByNumber(tx, row.unit_id, row.number - 1)
  return {
    recomputes: row.semantics === semantics && hashDocument(resultsByLayer(evaluations)) === hashDocument(row.layers),
    intact: hashDecision(content) === row.hash,
    chained: row.previous_hash === (previous?.hash ?? null),
  }
}
