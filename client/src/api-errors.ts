import type { EndOfAnswer, Problem } from './api-shapes.ts'

/** The server answered that it will not do it; `problem` says why and what to do. */
export class ProblemAnswer extends Error {
  readonly problem: Problem
  /** Seconds to wait, where a limit is used up. */
  readonly retryAfter: number | undefined

  constructor(problem: Problem, retryAfter?: number) {
    super(problem.detail.en)
    this.name = 'ProblemAnswer'
    this.problem = problem
    this.retryAfter = retryAfter
  }
}

/** The server stopped before every household was answered, and said why. */
export class AnswerStopped extends Error {
  readonly end: EndOfAnswer

  constructor(end: EndOfAnswer) {
    super(end.problem?.detail.en ?? 'The server stopped before the end')
    this.name = 'AnswerStopped'
    this.end = end
  }
}

/** The connection was lost: the answer has no last line. */
export class AnswerCut extends Error {
  constructor(options?: ErrorOptions) {
    super('The answer was cut off before its last line', options)
    this.name = 'AnswerCut'
  }
}
