import { parseDays, type Answer, type Answers, type CommonDocument, type FieldSchema, type HouseholdInput } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../submissions/submission-schema.ts'
import { coarseDay } from './coarse-days.ts'

export interface Stripping {
  readonly common: CommonDocument
  /** The day of the case. */
  readonly at: string
  /** Fields whose very day rules compare. */
  readonly byDay: ReadonlySet<string>
  /** Attributes of the place on the day. */
  readonly unit: Answers
}

/** A household as a case may know it, and which questions were answered and are left out. */
export interface StrippedHousehold {
  readonly given: HouseholdInput
  readonly left_out: readonly string[]
}

type Fields = Readonly<Record<string, FieldSchema>>

/** What may stay of an answer: yes or no, numbers, codes of a list that there are, and days; nothing that was written freely. */
function keptAnswer(field: string, answer: Answer, schema: FieldSchema, stripping: Stripping): Answer | undefined {
  const { type, format, 'x-sensitive': sensitive, 'x-list': list } = schema
  if (sensitive || format === 'personal-number') return undefined
  if (type === 'boolean') return typeof answer === 'boolean' ? answer : undefined
  if (type === 'integer' || type === 'number') return typeof answer === 'number' ? answer : undefined
  if (list !== undefined) return codesOnly(answer, codesOf(stripping.common, list))
  if (type !== 'string' || (format !== 'date' && format !== 'partial-date') || typeof answer !== 'string' || parseDays(answer) === undefined) return undefined
  return stripping.byDay.has(field) ? answer : coarseDay(answer, stripping.at)
}

const codesOf = ({ lists }: CommonDocument, id: string): readonly string[] => lists.find((list) => list.id === id)?.entries.map(({ code }) => code) ?? []

function codesOnly(answer: Answer, codes: readonly string[]): Answer | undefined {
  if (typeof answer === 'string') return codes.includes(answer) ? answer : undefined
  return typeof answer === 'object' && answer.every((code) => codes.includes(code)) ? answer : undefined
}

function keptAnswers(answers: Answers, fields: Fields, names: readonly (string | undefined)[], stripping: Stripping): Answers {
  return Object.fromEntries(Object.entries(answers).flatMap(([field, answer]) => {
    const schema = Object.hasOwn(fields, field) ? fields[field] : undefined
    const kept = schema && !names.includes(field) ? keptAnswer(field, answer, schema, stripping) : undefined
    return kept === undefined ? [] : [[field, kept] as const]
  }))
}

/**
 * A household without anything that says who it is: no names, no place, no personal numbers, no sensitive answers, nothing written
 * freely, no ids of the register; days only as exact as ages need. What the dictionary does not know goes too.
 */
export function stripIdentity({ household, members }: SubmissionAnswers, stripping: Stripping): StrippedHousehold {
  const { register, dictionary } = stripping.common
  const { household: ofHousehold, members: { items: ofMembers }, unit: ofUnit } = dictionary.properties
  const keptHousehold = keptAnswers(household, ofHousehold.properties, [register.place], stripping)
  const keptMembers = members.map(({ id: _id, ...answers }, index) => ({ ...keptAnswers(answers, ofMembers.properties, [register.name], stripping), id: `m${index + 1}` }))
  const unit = keptAnswers(stripping.unit, ofUnit.properties, [], stripping)
  const before = [household, ...members.map(({ id: _id, ...answers }) => answers)]
  const after = [keptHousehold, ...keptMembers]
  const leftOut = before.flatMap((answers, index) => Object.keys(answers).filter((field) => !Object.hasOwn(after[index] ?? {}, field)))
  return { given: { household: keptHousehold, members: keptMembers, unit }, left_out: [...new Set(leftOut)].toSorted() }
}
