import type { Question } from '@tieuchi/runtime'

export const keyOf = ({ field, member = '' }: Question): string => `${member}.${field}`

/** The questions that can still decide some results, each once. */
export const distinctQuestions = (results: readonly { readonly missing: readonly Question[] }[]): readonly Question[] =>
  [...new Map(results.flatMap(({ missing }) => missing).map((question) => [keyOf(question), question])).values()]
