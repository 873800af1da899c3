import { setTimeout } from 'node:timers/promises'
import type { ImpactPreview, ImpactRun } from '@tieuchi/server/contract'
import type { Office } from './offices.ts'

/** What is held against what. */
export interface ImpactSides {
  /** Hash of the release before. */
  readonly before: string
  /** The draft after. */
  readonly draft: string
}

/** A run that was waited for: how long until its first numbers, and until the list with reasons. */
export interface TimedRun {
  readonly run: ImpactRun
  readonly first: number
  readonly full: number
}

/** From asking to the first numbers, and to the list with reasons. */
export const computeImpact = async (desk: Office, { before, draft }: ImpactSides): Promise<TimedRun> => {
  const start = performance.now()
  const { id } = await desk.send('POST', '/api/impact-runs', { after: { draft }, before: { release: before } })
  let first: number | undefined
  for (;;) {
    const run: ImpactRun = await desk.send('GET', `/api/impact-runs/${id}`)
    if (run.figures) first ??= performance.now() - start
    if (run.state === 'done') {
      await desk.send('GET', `/api/impact-runs/${id}/households?kind=changed&limit=50`)
      return { run, first: first ?? Number.NaN, full: performance.now() - start }
    }
    if (run.state === 'failed') throw new Error(JSON.stringify(run.failure))
    await setTimeout(50)
  }
}

/** What the draft would do at another income line of the countryside. */
export const previewAt = async (desk: Office, { before, draft }: ImpactSides, rural: number): Promise<Extract<ImpactPreview, { readonly state: 'ready' }>> => {
  const preview: ImpactPreview = await desk.send('POST', `/api/drafts/${draft}/impact-preview`, { before: { release: before }, parameters: { income_line: { values: { rural } } } })
  if (preview.state !== 'ready') throw new Error('The register is not in columns')
  return preview
}
