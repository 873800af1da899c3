import { momentOfCase, type CaseDocument, type Moment } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'
import { withoutMembers } from './expectations.ts'

type Given = CaseDocument['given']

/** What is known of who belongs to the household: nothing was asked, all are there, or there may be more. */
export type Membership = 'unknown' | 'complete' | 'partial'

export const membershipOf = ({ members, members_complete: complete }: Given): Membership => (members === undefined ? 'unknown' : complete === false ? 'partial' : 'complete')

export const withMembership = (given: Given, membership: Membership): Given => {
  const { members = [], members_complete: _complete, ...rest } = given
  if (membership === 'unknown' && members.length === 0) {
    const { members: _none, ...without } = rest as Given
    return without
  }
  return { ...rest, members, ...(membership === 'partial' && { members_complete: false }) }
}

/** What a case gives as the answers of a form. */
export const answersOf = ({ household = {}, members = [] }: Given): SubmissionAnswers => ({ household, members })

const memberAssumptions = (assume: CaseDocument['assume'], gone: readonly string[]): CaseDocument['assume'] =>
  assume && Object.fromEntries(Object.entries(assume).flatMap(([name, value]) => {
    const left = typeof value === 'object' ? Object.fromEntries(Object.entries(value).filter(([member]) => !gone.includes(member))) : value
    return typeof left === 'object' && Object.keys(left).length === 0 ? [] : [[name, left] as const]
  }))

/** A case with other answers. An answer taken back leaves nothing behind; whoever is gone is neither expected nor assumed anything of. */
export const withAnswers = (example: CaseDocument, { household, members }: SubmissionAnswers): CaseDocument => {
  const { household: _household, members: before, ...rest } = example.given
  const gone = (before ?? []).map(({ id }) => id).filter((id) => members.every((member) => member.id !== id))
  const assume = memberAssumptions(example.assume, gone)
  const { assume: _assume, ...others } = example
  return {
    ...others,
    given: { ...(Object.keys(household).length > 0 && { household }), ...((before !== undefined || members.length > 0) && { members }), ...rest },
    expect: gone.length === 0 ? example.expect : withoutMembers(example.expect, gone),
    ...(assume && Object.keys(assume).length > 0 && { assume }),
  }
}

export const withUnitAnswers = (given: Given, unit: NonNullable<Given['unit']>): Given => {
  const { unit: _before, ...rest } = given
  return Object.keys(unit).length === 0 ? rest : { ...rest, unit }
}

/** Whether the three dates of a case are told apart. */
export const isApart = ({ moment }: CaseDocument): boolean => moment !== undefined

/** A case with other dates: one day for all three, or each by itself. */
export const withMoment = (example: CaseDocument, dates: string | Moment): CaseDocument => {
  const { at: _at, moment: _moment, ...rest } = example
  return typeof dates === 'string' ? { ...rest, at: dates } : { ...rest, moment: dates }
}

/** The dates of a case told apart, or put together on the day whose law applies. */
export const apart = (example: CaseDocument, on: boolean): CaseDocument => {
  const moment = momentOfCase(example)
  return withMoment(example, on ? moment : moment.law_at)
}
