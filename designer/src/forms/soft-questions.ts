import { createContext } from 'react'

/** The questions, by the ids of their cells, whose answers only look wrong: they may be sent with a reason. */
export const SoftQuestionsContext = createContext<ReadonlySet<string>>(new Set())
