import type { Answer, Answers, RegisterDocument } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../submissions/submission-schema.ts'
import { plainText } from './household-search.ts'

/** What lists show of a household and searches read. */
export interface HouseholdIdentity {
  /** Name of the head; empty while nobody has one. */
  readonly label: string
  readonly place: string | null
  readonly search_text: string
  readonly member_count: number
}

/** How a household is called, by the register's description of head, name and place. */
export function identify(register: RegisterDocument, { household, members }: SubmissionAnswers): HouseholdIdentity {
  const named = members.find((member) => member[register.head.field] === register.head.value) ?? members[0]
  const label = textOf(named, register.name)
  const place = register.place === undefined ? '' : textOf(household, register.place)
  return { label, place: place || null, search_text: plainText(`${label} ${place}`), member_count: members.length }
}

function textOf(answers: Answers | undefined, field: string): string {
  const value: Answer | undefined = answers?.[field]
  return typeof value === 'string' ? value.trim() : ''
}
