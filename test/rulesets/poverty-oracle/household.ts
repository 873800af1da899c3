import type { Answer, Answers, HistoryEntry, HouseholdInput } from '@tieuchi/runtime'

/** Reads one person's or one household's answers; undefined where there is none. */
export interface Reader {
  readonly text: (field: string) => string | undefined
  readonly number: (field: string) => number | undefined
  readonly truth: (field: string) => boolean | undefined
  readonly codes: (field: string) => readonly string[] | undefined
}

const readerOf = (answers: Answers = {}): Reader => {
  const read = <Kind extends Answer>(field: string, isKind: (answer: Answer) => answer is Kind): Kind | undefined => {
    const answer = answers[field]
    if (answer === undefined || isKind(answer)) return answer
    throw new Error(`${field} is ${JSON.stringify(answer)}, which the rules written by hand cannot read`)
  }
  return {
    text: (field) => read(field, (answer) => typeof answer === 'string'),
    number: (field) => read(field, (answer) => typeof answer === 'number'),
    truth: (field) => read(field, (answer) => typeof answer === 'boolean'),
    codes: (field) => read(field, (answer): answer is readonly string[] => Array.isArray(answer)),
  }
}

/** What the rules written by hand read of a household. */
export interface Household {
  readonly answers: Reader
  readonly unit: Reader
  readonly members: readonly Reader[]
  /** Their ids, in the same order. */
  readonly memberIds: readonly string[]
  /** Nobody else belongs to the household. */
  readonly complete: boolean
  /** Earlier national decisions on its class; undefined while nobody knows them. */
  readonly decisions: readonly HistoryEntry[] | undefined
  /** Those that ended before may not be listed. */
  readonly decisionsSince: string | undefined
  /** The day on which facts hold. */
  readonly on: string
}

export const householdOf = (input: HouseholdInput, on: string): Household => ({
  answers: readerOf(input.household),
  unit: readerOf(input.unit),
  members: (input.members ?? []).map((member) => readerOf(member)),
  memberIds: (input.members ?? []).map(({ id }) => id),
  complete: input.members !== undefined && input.members_complete !== false,
  decisions: input.history?.filter(({ programme, layer, outcome }) => programme === 'poverty' && layer === 'national' && outcome === 'class'),
  decisionsSince: input.history_from,
  on,
})
