import type { Assembly, EvaluationResult, ExplanationNode, MemberAnswers, Question, ResultName } from '@tieuchi/runtime'

/** Why a result of the household or of a member is so. */
export type ExplainResult = (result: ResultName) => Promise<ExplanationNode | undefined>

/** What the panel of results and its parts are given. */
export interface ResultPanelProps {
  readonly assembly: Assembly
  readonly result: EvaluationResult
  readonly members: readonly MemberAnswers[]
  readonly explainResult: ExplainResult
  /** Jumps to a question; absent where nothing can be answered any more. */
  readonly onGo?: ((question: Question) => void) | undefined
  /** Name of the layer, where there are several. */
  readonly layer?: string | undefined
}
