import type { AssembledField } from '../release/assembly.ts'
import type { FieldSchema } from '../documents/common-document.ts'
import type { Question } from '../documents/evaluation-document.ts'
import type { Answer } from '../documents/input-document.ts'
import { missing, noGrounds } from '../values/grounds.ts'
import { exact } from '../values/number.ts'
import { parseDays } from '../values/day.ts'
import { anything, between, dayBetween, eitherBoolean, known, type Value } from '../values/value.ts'

const isNumeric = ({ type }: FieldSchema): boolean => type === 'integer' || type === 'number'

const isDate = ({ format }: FieldSchema): boolean => format === 'date' || format === 'partial-date'

/** A field nobody has answered: as wide as its schema allows. */
export const unansweredField = ({ schema }: AssembledField, question: Question): Value => {
  const grounds = missing(question)
  if (schema.type === 'boolean') return eitherBoolean(grounds)
  if (isNumeric(schema)) {
    const end = (limit: number | undefined) => (limit === undefined ? undefined : exact(limit))
    return between(end(schema.minimum), end(schema.maximum), grounds)
  }
  return isDate(schema) ? dayBetween(undefined, undefined, grounds) : anything(grounds)
}

/** An answer as a value; a date of which only month or year is known is a range that a fuller answer can narrow. */
export const answeredField = (field: AssembledField, answer: Answer, question: Question): Value => {
  if (typeof answer === 'number') return known(exact(answer))
  if (isDate(field.schema) && typeof answer === 'string') {
    const days = parseDays(answer)
    return days ? dayBetween(days.from, days.to, missing(question)) : unansweredField(field, question)
  }
  return known(answer, noGrounds)
}
