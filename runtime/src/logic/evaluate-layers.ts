import type { AssemblyLayers } from '../release/assembly-layers.ts'
import { evaluate, type Evaluation } from './evaluate.ts'
import type { EvaluationRequest } from './scope.ts'

/** The results of every layer there is, side by side. */
export interface LayeredEvaluation {
  readonly national: Evaluation
  /** Absent where nothing local is in force: the national result then holds alone. */
  readonly local?: Evaluation
}

/** Evaluates one programme in every layer there is. Throws as `evaluate` does. */
export const evaluateLayers = async ({ national, local }: AssemblyLayers, request: EvaluationRequest): Promise<LayeredEvaluation> => ({
  national: await evaluate(national, request),
  ...(local && { local: await evaluate(local, request) }),
})
