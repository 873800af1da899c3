import type { Grounds, Question } from '../documents/evaluation-document.ts'

/** Keeps what a result rests on, without repetition and in order of first reading. */
export const noGrounds: Grounds = { missing: [], open: [], assumed: [], replaced: [] }

const questionKey = ({ field, member }: Question): string => (member === undefined ? field : `${member} ${field}`)

const mergeQuestions = (a: readonly Question[], b: readonly Question[]): readonly Question[] => {
  if (b.length === 0) return a
  if (a.length === 0) return b
  const known = new Set(a.map(questionKey))
  const added = b.filter((question) => !known.has(questionKey(question)))
  return added.length === 0 ? a : [...a, ...added]
}

const mergeNames = (a: readonly string[], b: readonly string[]): readonly string[] => {
  if (b.length === 0) return a
  if (a.length === 0) return b
  const added = b.filter((name) => !a.includes(name))
  return added.length === 0 ? a : [...a, ...added]
}

export const mergeGrounds = (...all: readonly Grounds[]): Grounds => all.reduce(mergeTwo, noGrounds)

const mergeTwo = (a: Grounds, b: Grounds): Grounds =>
  (a === noGrounds ? b : b === noGrounds ? a : {
    missing: mergeQuestions(a.missing, b.missing),
    open: mergeNames(a.open, b.open),
    assumed: mergeNames(a.assumed, b.assumed),
    replaced: mergeNames(a.replaced, b.replaced),
    ...(a.overlaid || b.overlaid ? { overlaid: mergeNames(a.overlaid ?? [], b.overlaid ?? []) } : undefined),
  })

/** What a certain result rests on: nothing is missing any more. */
export const settled = (grounds: Grounds): Grounds =>
  grounds.missing.length === 0 && grounds.open.length === 0 ? grounds : { ...grounds, missing: [], open: [] }

export const missing = (...questions: readonly Question[]): Grounds => ({ ...noGrounds, missing: questions })
