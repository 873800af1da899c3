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
  if (a === b) return a
  const added = b.filter((name) => !a.includes(name))
  return added.length === 0 ? a : [...a, ...added]
}

export const mergeGrounds = (...all: readonly Grounds[]): Grounds => {
  let merged = noGrounds
  for (const grounds of all) merged = mergeTwo(merged, grounds)
  return merged
}

/** The same of two, for what merges all the time. */
export const mergeTwo = (a: Grounds, b: Grounds): Grounds => (a === noGrounds || a === b ? b : b === noGrounds ? a : mergeAll(a, b))

const mergeAll = (a: Grounds, b: Grounds): Grounds => {
  const missing = mergeQuestions(a.missing, b.missing)
  const open = mergeNames(a.open, b.open)
  const assumed = mergeNames(a.assumed, b.assumed)
  const replaced = mergeNames(a.replaced, b.replaced)
  const overlaid = a.overlaid && b.overlaid ? mergeNames(a.overlaid, b.overlaid) : (a.overlaid ?? b.overlaid)
  // Most add nothing to what is there.
  if (missing === a.missing && open === a.open && assumed === a.assumed && replaced === a.replaced && overlaid === a.overlaid) return a
  return overlaid === undefined ? { missing, open, assumed, replaced } : { missing, open, assumed, replaced, overlaid }
}

/** What a certain result rests on: nothing is missing any more. */
export const settled = (grounds: Grounds): Grounds =>
  grounds.missing.length === 0 && grounds.open.length === 0 ? grounds : { ...grounds, missing: [], open: [] }

export const missing = (...questions: readonly Question[]): Grounds => ({ ...noGrounds, missing: questions })
