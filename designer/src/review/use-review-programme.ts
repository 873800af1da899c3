import { useQuery } from '@tanstack/react-query'
import type { ProgrammeOnDate } from '../api/contract.ts'
import { programmesQuery } from '../api/policy-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'

const withForm = (programmes: readonly ProgrammeOnDate[]): readonly ProgrammeOnDate[] => programmes.filter(({ form }) => form !== undefined)

/** The programme under review: the one in the address, else the first that has a form on the reference date. */
export const useReviewProgramme = (id: string | undefined) => {
  const { at } = useReferenceDate()
  const query = useQuery({ ...programmesQuery(at), enabled: at !== '', placeholderData: (previous) => previous })
  const all = query.data ?? []
  const programmes = withForm(all).length > 0 ? withForm(all) : all
  return { programme: programmes.find((each) => each.id === id) ?? programmes[0], programmes, problem: query.error }
}
