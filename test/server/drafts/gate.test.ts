import { hashDocument, type CaseDocument, type DraftDocument, type LogicPiece, type ProposedCase, type Release, type TableRow } from '@tieuchi/runtime'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { databaseKinds } from '../../support/databases.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { beginDraft, computeImpact, edit, makeReady, withChangelog, withGarden, type Drafting } from '../../support/drafting.ts'

const base = hashDocument(dogReleases[1].release)

const inRelease = (change: (release: Release) => Partial<Release>) => (document: DraftDocument): DraftDocument => ({ ...document, release: { ...document.release, ...change(document.release) } })

const garden = (change: object) => inRelease(({ parameters }) => {
  const { least_garden: least } = parameters
  if (!least) throw new Error('The release has a smallest garden')
  return { parameters: { ...parameters, least_garden: { ...least, ...change } } }
})

const withCases = (change: (cases: readonly CaseDocument[]) => readonly CaseDocument[]) => inRelease(({ cases }) => ({ cases: change(cases) }))

/** A row of its own for open gardens, before the last. */
const withRow = inRelease(({ logic }) => ({
  logic: logic.map((piece): LogicPiece => {
    if (piece.kind !== 'table') return piece
    const rows = piece.rows.map((row) => ({ ...row, when: [...row.when, null] }))
    const open: TableRow = { id: 'rowopengar', when: [null, null, { equal: false }], then: ['refused'], citation: { document: '01/2026/QĐ-CHO', article: '6' } }
    return { ...piece, inputs: [...piece.inputs, 'fenced'], rows: [...rows.slice(0, -1), open, ...rows.slice(-1)] }
  }),
}))

interface Item {
  readonly id: string
  readonly state: string
  readonly sentence: { readonly vi: string }
  readonly remedy?: { readonly vi: string }
  readonly issues: readonly { readonly code: string; readonly path: readonly unknown[] }[]
  readonly proposals: readonly ProposedCase[]
  readonly subjects: readonly { readonly id: string; readonly acknowledged_by?: { readonly name: string } }[]
}

// What the gate judges lies in no database, so one kind of it is enough here.
const [kind] = databaseKinds()

describe.runIf(kind)('One thing wrong with a draft', () => {
  let running: RunningApp
  let author: Client
  let approver: Client
  let sound: Drafting

  beforeAll(async () => {
    if (!kind) throw new Error('There is a database')
    running = await startApp(kind, { withJobs: true })
    author = await signInAs(running, 'author', 'island', 'author')
    approver = await signInAs(running, 'approver', 'island', 'approver')
    sound = await makeReady(author, await edit(author, await beginDraft(author, base, '2028-01-01'), withChangelog))
  })
  afterAll(() => running.close())

  const gateOf = async ({ id }: Drafting): Promise<readonly Item[]> => (await author.send('GET', `/api/drafts/${id}/gate`)).body.items
  const unmetIn = (items: readonly Item[]) => items.filter(({ id, state }) => state !== 'met' && id !== 'approval')
  const send = ({ id, version }: Drafting) => author.send('POST', `/api/drafts/${id}/send`, { version })

  /** A sound draft of its own with a change in it. */
  const spoilt = async (change: (document: DraftDocument) => DraftDocument): Promise<Drafting> => {
    const draft = await edit(author, await makeReady(author, await edit(author, await beginDraft(author, base, '2028-01-01'), () => sound.document)), change)
    await computeImpact(author, draft.id)
    return draft
  }

  /** Refused with exactly these items, each with a sentence and what to do. */
  const expectRefused = async (draft: Drafting, ...expected: readonly (readonly [string, string])[]): Promise<readonly Item[]> => {
    const unmet = unmetIn(await gateOf(draft))
    expect(unmet.map(({ id, state }) => [id, state])).toEqual(expected)
    const refused = await send(draft)
    expect(refused).toMatchObject({ status: 422, body: { code: 'gate_not_passed' } })
    expect(refused.body.issues.map(({ code }: { code: string }) => code)).toEqual(expected.map(([id]) => `gate_${id}`))
    for (const [index, { sentence, remedy }] of unmet.entries()) {
      const { vi } = refused.body.issues[index].message
      expect(vi).toContain(sentence.vi)
      expect(vi).toContain(remedy?.vi ?? 'Xem và xác nhận từng nội dung.')
    }
    expect((await author.send('GET', `/api/drafts/${draft.id}`)).body.state).toBe('draft')
    return unmet
  }

  it('is none in the draft the others are made of', async () => {
    expect(unmetIn(await gateOf(sound))).toEqual([])
  })

  it('an error: named with its place, and nothing else can be checked meanwhile', async () => {
    const draft = await spoilt(inRelease(({ logic }) => ({ logic: logic.map((piece) => (piece.kind === 'outcome' ? { ...piece, from: 'verdikt' } : piece)) })))
    const unmet = unmetIn(await gateOf(draft))
    expect(unmet[0]).toMatchObject({ id: 'errors', state: 'failed', issues: [{ path: ['logic', expect.any(Number), 'from'] }] })
    expect(unmet.slice(1).map(({ id, sentence }) => [id, sentence.vi])).toEqual(['cases', 'reached', 'boundaries', 'executions', 'local_rules', 'impact'].map((id) => [id, id === 'impact' ? 'Chưa tính được vì bản nháp còn lỗi.' : 'Chưa kiểm tra được vì bản nháp còn lỗi.']))
    expect((await send(draft)).body.issues[0]).toMatchObject({ code: 'gate_errors' })
  })

  it('a warning: to be acknowledged by name', async () => {
    const draft = await spoilt(inRelease(({ parameters }) => ({ parameters: { ...parameters, spare: { title: { vi: 'Mức thừa', en: 'Spare' }, unit: 'm2', value: 5, citation: { document: '01/2026/QĐ-CHO', article: '9' }, certainty: 'seen', confirmed: '2026-01-01' } } })))
    const [item] = await expectRefused(draft, ['errors', 'to_acknowledge'])
    const subjects = item?.subjects.map(({ id }) => id) ?? []
    const after = await author.send('POST', `/api/drafts/${draft.id}/acknowledgements`, { version: draft.version, item: 'errors', subjects })
    expect(after.body.items.find(({ id }: Item) => id === 'errors')).toMatchObject({ state: 'met', subjects: expect.arrayContaining([expect.objectContaining({ id: 'unused_parameter parameters/spare', acknowledged_by: expect.objectContaining({ name: 'Cán bộ author' }) })]) })
    expect(await send(draft)).toMatchObject({ status: 200, body: { state: 'in_review' } })
  })

  it('a failed case', async () => {
    const draft = await spoilt(withCases((cases) => cases.map((each) => (each.id === 'casegarden' ? { ...each, expect: { licence: 'granted' } } : each))))
    const [item] = await expectRefused(draft, ['cases', 'failed'])
    expect(item?.issues[0]?.path.slice(0, 2)).toEqual(['cases', sound.document.release.cases.findIndex(({ id }) => id === 'casegarden')])
  })

  it('a row that no case reaches: a case is proposed', async () => {
    const begun = await edit(author, await beginDraft(author, base, '2028-01-01'), () => withRow(sound.document))
    const draft = await makeReady(author, begun, ['threshold', 'missing'])
    const [item] = await expectRefused(draft, ['reached', 'failed'])
    expect(item?.proposals.map(({ purpose }) => purpose)).toEqual([{ kind: 'row', path: 'verdict/rowopengar', side: 'decided' }])
    expect(unmetIn(await gateOf(await makeReady(author, draft)))).toEqual([])
  })

  it('a limit with no case just below it: the case is proposed', async () => {
    const draft = await spoilt(withCases((cases) => cases.filter(({ given }) => given.household?.['garden_area'] !== 29.99)))
    const [item] = await expectRefused(draft, ['boundaries', 'failed'])
    expect(item?.proposals.map(({ purpose }) => purpose)).toContainEqual({ kind: 'threshold', path: 'verdict/rowgranted/0/field', side: 'below' })
  })

  it('an impact nobody has computed since the rules changed; words are no such change', async () => {
    const begun = await edit(author, await beginDraft(author, base, '2028-01-01'), () => sound.document)
    await expectRefused(begun, ['errors', 'to_acknowledge'], ['impact', 'failed'])
    await makeReady(author, begun)
    const item = (await gateOf(begun)).find(({ id }) => id === 'impact')
    expect(item).toMatchObject({ state: 'met', sentence: { vi: 'Cán bộ author đã tính trên 0 hộ của Tỉnh Đảo: 0 hộ đổi kết quả.' } })
    const worded = await edit(author, begun, inRelease(({ title }) => ({ title: { ...title, vi: 'Quy định nuôi chó mới' } })))
    expect(unmetIn(await gateOf(worded))).toEqual([])
    const changed = await edit(author, worded, withGarden(29))
    expect(unmetIn(await gateOf(changed)).map(({ id }) => id)).toContain('impact')
  })

  it('a value without an article', async () => {
    const draft = await spoilt(garden({ citation: undefined }))
    const [item] = await expectRefused(draft, ['citations', 'failed'])
    expect(item?.issues).toMatchObject([{ code: 'citation_missing', path: ['parameters', 'least_garden'] }])
  })

  it('an assumed value: to be acknowledged', async () => {
    const draft = await spoilt(garden({ certainty: 'assumed' }))
    const [item] = await expectRefused(draft, ['citations', 'to_acknowledge'])
    const acknowledged = { version: draft.version, item: 'citations', subjects: item?.subjects.map(({ id }) => id) ?? [] }
    await author.send('POST', `/api/drafts/${draft.id}/acknowledgements`, acknowledged)
    expect(unmetIn(await gateOf(draft))).toEqual([])
  })

  it('no approval, or one by somebody who wrote it', async () => {
    const draft = await spoilt(inRelease(() => ({ changelog: { vi: 'Chưa duyệt.', en: 'Not approved.' } })))
    const refused = await approver.send('POST', `/api/drafts/${draft.id}/publish`, { version: draft.version, valid_from: '2028-01-01', reason: 'x' })
    expect(refused).toMatchObject({ status: 422, body: { code: 'gate_not_passed', issues: [{ code: 'gate_approval' }] } })
    const turned = await signInAs(running, 'turned', 'island', 'author')
    const own = await edit(turned, draft, inRelease(() => ({ changelog: { vi: 'Khác.', en: 'Other.' } })))
    await running.database.db.updateTable('people').set({ role: 'approver' }).where('id', '=', turned.id).execute()
    expect(await send(own)).toMatchObject({ status: 200 })
    expect(await turned.send('POST', `/api/drafts/${own.id}/approve`, { version: own.version })).toMatchObject({ status: 403, body: { code: 'own_draft' } })
  })
})
