import type { Answer, Answers } from '@tieuchi/runtime'
import { createContext, useCallback, useContext } from 'react'

/** The answers of the household or of one member, and where a new one goes. */
export interface AnswersHere {
  readonly answers: Answers
  /** An absent answer takes it back. */
  readonly onAnswer: (field: string, answer: Answer | undefined) => void
}

/**
 * Answers pass rjsf by. It holds a copy of its own and, where questions come, go or are found wrong in the moment of a key, shows each
 * question the answer before that key once more: a text that is no answer yet, as the first half of `1,9tr`, was wiped by that.
 */
export const AnswersContext = createContext<AnswersHere>({ answers: {}, onAnswer: () => undefined })

const isAnswer = (value: unknown): value is Answer =>
  typeof value === 'boolean' || typeof value === 'number' || (typeof value === 'string' && value !== '') || (Array.isArray(value) && value.every((code) => typeof code === 'string'))

/** The answer to one question, and how to give another. */
export const useAnswer = (field: string): readonly [answer: Answer | undefined, tell: (value: unknown) => void] => {
  const { answers, onAnswer } = useContext(AnswersContext)
  const tell = useCallback((value: unknown) => onAnswer(field, isAnswer(value) ? value : undefined), [onAnswer, field])
  return [answers[field], tell]
}
