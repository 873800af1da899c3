import { randomUUID } from 'node:crypto'
import { hashDocument, type DraftDocument } from '@tieuchi/runtime'
import type { ImpactHouseholds, ImpactRun, RegisterCounts } from '@tieuchi/server/contract'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { aidPacks } from '../../support/dog-aid.ts'
import { decide, dogAnswers } from '../../support/dog-households.ts'
import { beginDraft, edit, type Drafting } from '../../support/drafting.ts'

const packs = aidPacks()
const aid = packs.programmes.flatMap(({ document, releases }) => (document.id === 'dog-aid' ? releases.map(({ release }) => release) : []))[0]
const day = '2027-06-01'

/** Feed for who was refused a licence, and nobody else. */
const turned = (document: DraftDocument): DraftDocument => ({
  ...document,
  release: {
    ...document.release,
    logic: document.release.logic.map((piece) => (piece.id === 'feed' && piece.kind === 'entitlement' ? { ...piece, conditions: { id: 'feedlicenc', fact: 'dog-licence.licence', operator: 'equal', value: 'refused' } } : piece)),
  },
})

onEachDatabase('Rules that read what was decided, on the register', (kind) => {
  let running: RunningApp
  let author: Client
  let officer: Client
  let draft: Drafting
  let [withGarden, without] = ['', '']

  beforeAll(async () => {
    running = await startApp(kind, { packs, withJobs: true })
    author = await signInAs(running, 'author', 'island', 'author')
    officer = await signInAs(running, 'officer', 'harbour')
    const decided = async (name: string, garden: number) => (await decide(officer, dogAnswers(name, garden), { date: '2026-02-10' })).household
    withGarden = await decided('Có Vườn', 20)
    await decided('Có Vườn Rộng', 40)
    without = await decided('Không Vườn', 5)
    const { household, members } = dogAnswers('Chưa Xét', 20)
    await asSystem(running.database.db, (tx) => insertSynthetic(tx, [{ id: randomUUID(), unit_id: 'harbour', ...identify(packs.common, { household, members }), answers: household, members }], new Date()))
    draft = await edit(author, await beginDraft(author, hashDocument(aid), day, 'dog-aid'), turned)
  })
  afterAll(() => running.close())

  const ended = async (): Promise<ImpactRun> => {
    const { body: { id } } = await author.send('POST', '/api/impact-runs', { after: { draft: draft.id } })
    return vi.waitFor(async () => {
      const { body } = await author.send('GET', `/api/impact-runs/${id}`)
      expect(body.state).toBe('done')
      return body
    }, { timeout: 20_000, interval: 50 })
  }

  const counts = (): Promise<RegisterCounts> => vi.waitFor(async () => {
    const { body } = await author.send('GET', `/api/drafts/${draft.id}/register-counts`)
    expect(body).toMatchObject({ state: 'counted' })
    return body
  }, { timeout: 20_000, interval: 50 })

  const licensed = async () => {
    const answer = await counts()
    return answer.state === 'counted' ? answer.counts.find(({ piece, part }) => piece === 'feed' && part === undefined) : undefined
  }

  it('count by the decisions in force, and a decision made since is counted at once', async () => {
    expect(await licensed()).toMatchObject({ true: 1, false: 2, unknown: 1 })
    const { household } = await decide(officer, dogAnswers('Mới Xét', 30), { date: '2026-05-01' })
    expect(await licensed()).toMatchObject({ true: 1, false: 3, unknown: 1 })
    await decide(officer, dogAnswers('Mới Xét', 3), { date: '2027-05-31', household })
    await decide(officer, dogAnswers('Có Vườn', 3), { date: '2027-06-02', household: withGarden })
    expect(await licensed()).toMatchObject({ true: 2, false: 2, unknown: 1 })
  })

  it('have an impact by them, and each household says which was read', async () => {
    const run = await ended()
    const { figures } = run
    const name = (place: number) => String(figures?.categories[place]?.value ?? figures?.categories[place]?.state)
    const cells = figures?.matrix.flatMap((line, from) => line.flatMap((households, to) => (households ? [[name(from), name(to), households]] : [])))
    expect(cells?.toSorted()).toEqual([['granted', 'refused', 2], ['refused', 'granted', 2], ['undetermined', 'undetermined', 1]])
    const { total, households }: ImpactHouseholds = (await author.send('GET', `/api/impact-runs/${run.id}/households?kind=changed&limit=100`)).body
    expect(total).toBe(4)
    expect(households.map(({ name: label, conditions }) => [label, JSON.stringify(conditions).includes('Giấy phép')])).toEqual([['Có Vườn Rộng', true], ['Có Vườn', true], ['Không Vườn', true], ['Mới Xét', true]])
    const judged = await author.send('GET', `/api/impact-runs/${run.id}/households/${without}`)
    expect([judged.status, judged.body.before.missing, judged.body.after.missing]).toEqual([200, [], []])
  })
})
