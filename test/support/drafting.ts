import { setTimeout } from 'node:timers/promises'
import type { CaseDocument, DraftDocument, ProposedCase } from '@tieuchi/runtime'

/** Whoever sends requests, in the process or over the network. */
interface Sender {
  send(method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<Sent>
}

/** What came back; tests look into the body freely. */
interface Sent {
  readonly status: number
  readonly body: ReturnType<JSON['parse']>
}

/** A draft with its version, as the server last said. */
export interface Drafting {
  readonly id: string
  readonly version: number
  readonly document: DraftDocument
}

const draftingOf = ({ status, body }: Sent): Drafting => {
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { id: body.id, version: body.version, document: body.document }
}

/** Begins a draft from a release. */
export async function beginDraft(author: Sender, from: string, validFrom?: string, programme = 'dog-licence'): Promise<Drafting> {
  return draftingOf(await author.send('POST', '/api/drafts', { programme, from, ...(validFrom === undefined ? {} : { valid_from: validFrom }) }))
}

/** Saves the draft with a change; the draft as it is then. */
export async function edit(author: Sender, { id, version, document }: Drafting, change: (document: DraftDocument) => DraftDocument): Promise<Drafting> {
  const edited = change(document)
  const { status, body } = await author.send('PUT', `/api/drafts/${id}/document`, { version, document: edited })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return { id, version: body.version, document: edited }
}

/** A proposed case as a person confirms it: what the rules make of it is what is expected. */
export const confirmed = ({ purpose: _purpose, suggestion, ...rest }: ProposedCase): CaseDocument => ({ ...rest, expect: suggestion })

/**
 * Confirms every case the gate proposes, or only those for some purposes, and acknowledges all it names, until nothing is left to
 * do but approve.
 */
export async function makeReady(author: Sender, start: Drafting, purposes: readonly ProposedCase['purpose']['kind'][] = ['row', 'branch', 'threshold', 'missing']): Promise<Drafting> {
  let draft = start
  for (let round = 0; round < 3; round += 1) {
    const { body } = await author.send('GET', `/api/drafts/${draft.id}/gate`)
    const proposals: ProposedCase[] = body.items.flatMap((item: { proposals: ProposedCase[] }) => item.proposals).filter(({ purpose }: ProposedCase) => purposes.includes(purpose.kind))
    if (proposals.length === 0) break
    draft = await edit(author, draft, (document) => ({ ...document, release: { ...document.release, cases: [...document.release.cases, ...proposals.map(confirmed)] } }))
  }
  const { body } = await author.send('GET', `/api/drafts/${draft.id}/gate`)
  for (const item of body.items) {
    const subjects = item.subjects.map(({ id }: { id: string }) => id)
    if (subjects.length > 0) await author.send('POST', `/api/drafts/${draft.id}/acknowledgements`, { version: draft.version, item: item.id, subjects })
    if (item.id === 'impact' && item.state === 'failed') await computeImpact(author, draft.id)
  }
  return draft
}

/** Has computed whom the draft touches, as it is now; answers when it is done. */
export async function computeImpact(author: Sender, draft: string): Promise<void> {
  const { status, body } = await author.send('POST', '/api/impact-runs', { after: { draft } })
  if (status !== 200) return
  for (;;) {
    const run = (await author.send('GET', `/api/impact-runs/${body.id}`)).body
    if (run.state === 'done') return
    if (run.state !== 'waiting' && run.state !== 'running') throw new Error(JSON.stringify(run))
    await setTimeout(20)
  }
}

export const withChangelog = (document: DraftDocument): DraftDocument => ({ ...document, release: { ...document.release, changelog: { vi: 'Vườn rộng hơn.', en: 'Larger gardens.' } } })

/** The draft with another smallest garden in the fields, and the case of the release expecting what comes of it. */
export const withGarden = (field: number) => (document: DraftDocument): DraftDocument => {
  const { least_garden: garden } = document.release.parameters
  if (!garden) throw new Error('The release has a smallest garden')
  return { ...document, release: { ...document.release, parameters: { least_garden: { ...garden, values: { ...garden.values, field } } } } }
}
