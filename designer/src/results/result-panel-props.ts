import type { Assembly, EvaluationResult, ExplanationNode, MemberAnswers, Question, ResultName, WhyNot, WhyNotOptions } from '@tieuchi/runtime'

/** Why a result of the household or of a member is so. */
export type ExplainResult = (result: ResultName) => Promise<ExplanationNode | undefined>

/** The smallest changes by which a result would be another, in what it is judged by or in the answers. */
export type AskWhyNot = (result: ResultName, by: WhyNotBy) => Promise<WhyNot>
export type WhyNotBy = NonNullable<WhyNotOptions['by']>

/** What the panel of results and its parts are given. */
export interface ResultPanelProps {
  readonly assembly: Assembly
  readonly result: EvaluationResult
  readonly members: readonly MemberAnswers[]
  readonly explainResult: ExplainResult
  readonly askWhyNot: AskWhyNot
  /** Jumps to a question; absent where nothing can be answered any more. */
  readonly onGo?: ((question: Question) => void) | undefined
  /** Name of the layer, where there are several. */
  readonly layer?: string | undefined
}
