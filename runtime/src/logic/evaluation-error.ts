import { EvaluationLimit } from '../limits/evaluation-limit.ts'
import { RowConflict } from './hit-policies.ts'

/** What the rules themselves make impossible for a household: rows that contradict each other, or too much to compute. */
export type EvaluationError = RowConflict | EvaluationLimit

/** Tells what may happen to sound rules and a sound input from a programmer's mistake. */
export const isEvaluationError = (error: unknown): error is EvaluationError => error instanceof RowConflict || error instanceof EvaluationLimit
