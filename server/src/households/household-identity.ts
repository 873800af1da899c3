import { oncePer, type Answer, type Answers, type CommonDocument } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../submissions/submission-schema.ts'
import { plainText } from './household-search.ts'

/** What lists show of a household and searches read. */
export interface HouseholdIdentity {
  /** Name of the head; empty while nobody has one. */
  readonly label: string
  readonly place: string | null
  readonly search_text: string
  readonly search_members: string
  readonly search_numbers: string[]
  readonly member_count: number
}

/** How a household is called and found, by the register's description of head, name and place and the dictionary's personal numbers. */
export function identify(common: CommonDocument, { household, members }: SubmissionAnswers): HouseholdIdentity {
  const { register } = common
  const named = members.find((member) => member[register.head.field] === register.head.value) ?? members[0]
  const label = textOf(named, register.name)
  const place = register.place === undefined ? '' : textOf(household, register.place)
  const numbers = personalNumbers(common)
  return {
    label,
    place: place || null,
    search_text: searchLines([label, place]),
    search_members: searchLines(members.map((member) => textOf(member, register.name))),
    search_numbers: members.flatMap((member) => numbers.map((field) => textOf(member, field))).filter((number) => number !== ''),
    member_count: members.length,
  }
}

const personalNumbers = oncePer(({ dictionary }: CommonDocument): readonly string[] =>
  Object.entries(dictionary.properties.members.items.properties).filter(([, { format }]) => format === 'personal-number').map(([field]) => field))

const searchLines = (texts: readonly string[]): string => texts.map((text) => plainText(text).replaceAll(/\s+/g, ' ')).join('\n')

function textOf(answers: Answers | undefined, field: string): string {
  const value: Answer | undefined = answers?.[field]
  return typeof value === 'string' ? value.trim() : ''
}
