import type { SubmissionAnswers } from '@tieuchi/server/contract'
import type { Client } from './app.ts'

/** Answers of a household with one vaccinated dog and a fenced garden. */
export const dogAnswers = (keeper: string, garden: number, street = 'Đường Biển'): SubmissionAnswers => ({
  household: { street, garden_area: garden, fenced: true },
  members: [
    { id: 'keeper', call_name: keeper, part: 'keeper' },
    { id: 'dog', call_name: 'Vàng', part: 'dog', born: '2024-05', vaccinated: true },
  ],
})

export interface OpenDraft {
  readonly id: string
  readonly household: string
  readonly version: number
}

/** Opens a submission and saves answers in it. */
export async function fill(client: Client, answers: SubmissionAnswers, { date = '2026-12-01', household }: { date?: string; household?: string } = {}): Promise<OpenDraft> {
  const opened = await client.send('POST', '/api/submissions', { programme: 'dog-licence', reference_date: date, ...(household === undefined ? {} : { household }) })
  const { id, version } = opened.body
  const saved = await client.send('PUT', `/api/submissions/${id}/answers`, { version, answers })
  if (saved.status !== 200) throw new Error(JSON.stringify(saved.body))
  return { id, household: opened.body.household, version: saved.body.version }
}

/** Opens, fills and sends a submission; its decision. */
export async function decide(client: Client, answers: SubmissionAnswers, options: { date?: string; household?: string } = {}): Promise<OpenDraft & { readonly decision: string }> {
  const draft = await fill(client, answers, options)
  const sent = await client.send('POST', `/api/submissions/${draft.id}/submit`, { version: draft.version })
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body))
  return { ...draft, decision: sent.body.decision }
}
