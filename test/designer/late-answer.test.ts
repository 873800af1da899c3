import type { Submission } from '@tieuchi/designer/src/api/contract.ts'
import { submissionQuery } from '@tieuchi/designer/src/api/submission-api.ts'
import { queryClient } from '@tieuchi/designer/src/app/query-client.ts'
import { afterEach, describe, expect, it } from 'vitest'

const query = submissionQuery('draft')

/** A draft as a page holds it: of that only its version and day count here. */
const draft = (version: number, day: string): Submission => JSON.parse(JSON.stringify({ id: 'draft', version, moment: { law_at: day, facts_at: day } }))

/** Asks for the draft, changes what the page knows meanwhile, and lets the answer come then. */
const answeredLate = async (known: Submission, late: Submission): Promise<Submission | undefined> => {
  const { promise, resolve } = Promise.withResolvers<Submission>()
  const asked = queryClient.fetchQuery({ ...query, staleTime: 0, queryFn: () => promise })
  queryClient.setQueryData(query.queryKey, known)
  resolve(late)
  await asked
  return queryClient.getQueryData(query.queryKey)
}

afterEach(() => queryClient.clear())

describe('A draft that was asked for before its day was changed', () => {
  it('keeps the day it has since, when the answer comes', async () => {
    expect(await answeredLate(draft(3, '2027-01-01'), draft(2, '2026-12-31'))).toEqual(draft(3, '2027-01-01'))
  })

  it('takes the answer where that is of the same save or a newer one', async () => {
    expect(await answeredLate(draft(3, '2027-01-01'), draft(3, '2027-01-02'))).toEqual(draft(3, '2027-01-02'))
    expect(await answeredLate(draft(3, '2027-01-02'), draft(4, '2027-01-03'))).toEqual(draft(4, '2027-01-03'))
  })
})
