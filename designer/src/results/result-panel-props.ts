import type { Assembly, EvaluationResult, ExplanationNode, MemberAnswers, Question } from '@tieuchi/runtime'

/** What the panel of results and its parts are given. */
export interface ResultPanelProps {
  readonly assembly: Assembly
  readonly result: EvaluationResult
  readonly members: readonly MemberAnswers[]
  readonly explainOutcome: (outcome: string) => Promise<ExplanationNode | undefined>
  /** Jumps to a question; absent where nothing can be answered any more. */
  readonly onGo?: ((question: Question) => void) | undefined
  /** Name of the layer, where there are several. */
  readonly layer?: string | undefined
}
