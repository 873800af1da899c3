import type { CommonDocument } from '../documents/common-document.ts'
import type { Issue } from '../documents/issue.ts'
import { isDayFormat, isWrittenAsDay } from '../values/day-pattern.ts'
import { fieldAt, labelAt, valueAt } from './input-place.ts'
import { asOfKind, lacksOf } from './kind-violations.ts'
import { writeInputValue } from './input-value.ts'
import { inputWords } from './input-words.ts'
import { semanticViolations } from './semantic-violations.ts'
import type { Violation } from './verdict.ts'

/** Problems told at once; more would bury the first. */
export const mostIssues = 100

const isWithin = (path: readonly string[], place: readonly string[]): boolean => place.every((part, index) => path[index] === part)

/**
 * Everything wrong with an input, in one run: what its JSON Schema finds and what no schema can say. A place that is of
 * the wrong kind is told of that alone.
 */
export const inputIssues = (common: CommonDocument, input: unknown, violations: readonly Violation[]): readonly Issue[] => {
  const beyond = semanticViolations(input).filter(({ path }) => !violations.some((violation) => isWithin(path, violation.path)))
  return asOfKind(common, [...violations, ...beyond]).slice(0, mostIssues).map((violation) => inputIssue(common, input, asCalendar(common, input, violation)))
}

/** The schema knows each day there is by one pattern; what is written like a day and is none lacks on the calendar, not in its form. */
const asCalendar = (common: CommonDocument, input: unknown, violation: Violation): Violation => {
  if (violation.keyword !== 'pattern') return violation
  const format = fieldAt(common, violation.path)?.format
  const value = valueAt(input, violation.path)
  return isDayFormat(format) && typeof value === 'string' && isWrittenAsDay(value, format) ? { ...violation, keyword: 'calendar', limit: undefined } : violation
}

/** A violation in words: the place, the value, and what was expected. */
const inputIssue = (common: CommonDocument, input: unknown, { path, keyword, limit }: Violation): Issue => {
  const value = valueAt(input, path)
  const field = fieldAt(common, path)
  const words = { label: labelAt(common, path, input), value: writeInputValue(common, field, value), limit, field, lists: common.lists, lacks: keyword === 'kind' ? lacksOf(field, value) : undefined }
  return {
    code: `input_${keyword}`,
    severity: 'error',
    path: path.map((part) => (/^\d+$/.test(part) ? Number(part) : part)),
    params: { value: typeof value === 'object' ? words.value.en : value, limit },
    message: inputWords(keyword, words),
  }
}
