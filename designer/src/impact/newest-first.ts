/** Asks for one thing at a time; of what came meanwhile only the newest is asked for next. */
export interface NewestFirst<Question> {
  readonly ask: (question: Question) => void
  /** Answers are no longer waited for. */
  readonly stop: () => void
}

interface NewestFirstParts<Question, Answer> {
  readonly load: (question: Question) => Promise<Answer>
  readonly onAnswer: (answer: Answer, question: Question) => void
  readonly onFailure: (error: unknown) => void
  /** Milliseconds after which the same is asked again; undefined where the answer is final. */
  readonly again?: (answer: Answer) => number | undefined
}

export const newestFirst = <Question, Answer>({ load, onAnswer, onFailure, again = () => undefined }: NewestFirstParts<Question, Answer>): NewestFirst<Question> => {
  let waiting: { readonly question: Question } | undefined
  let working = false
  let stopped = false
  const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })
  const settle = async (question: Question): Promise<void> => {
    const answer = await load(question)
    if (stopped) return
    onAnswer(answer, question)
    const wait = again(answer)
    if (wait === undefined) return
    await pause(wait)
    if (!stopped) waiting ??= { question }
  }
  const work = async (): Promise<void> => {
    working = true
    while (waiting) {
      const { question } = waiting
      waiting = undefined
      try {
        // oxlint-disable-next-line no-await-in-loop -- one at a time is what this is for
        await settle(question)
      } catch (error) {
        if (!stopped) onFailure(error)
      }
    }
    working = false
  }
  return {
    ask: (question) => {
      waiting = { question }
      if (!working) void work()
    },
    stop: () => {
      stopped = true
      waiting = undefined
    },
  }
}
