import { canonicalJson, hashDocument, releaseFileText, type CommonDocument, type ReleaseFile } from '@tieuchi/runtime'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogPacks, dogReleases } from '../../support/dog-licences.ts'
import { hillPack, islandOverlay, layeredPacks } from '../../support/dog-overlays.ts'
import { beginDraft, computeImpact, edit, makeReady, withGarden } from '../../support/drafting.ts'

const hash = hashDocument(dogReleases[1].release)

/** Another installation whose dictionary knows no telephone. */
const elsewhere = (): typeof dogPacks => {
  const { properties } = dogPacks.common.dictionary
  const { telephone: _without, ...household } = properties.household.properties
  const common: CommonDocument = { ...dogPacks.common, dictionary: { ...dogPacks.common.dictionary, properties: { ...properties, household: { ...properties.household, properties: household } } } }
  return { ...dogPacks, common, programmes: [] }
}

onEachDatabase('Releases as files', (kind) => {
  let here: RunningApp
  let there: RunningApp
  let author: Client
  let stranger: Client

  beforeAll(async () => {
    here = await startApp(kind, { withJobs: true })
    author = await signInAs(here, 'author', 'island', 'author')
    there = await startApp(kind, { packs: elsewhere(), withJobs: true })
    stranger = await signInAs(there, 'author', 'island', 'author')
  })
  afterAll(async () => {
    await here.close()
    await there.close()
  })

  const exported = async (path: string): Promise<{ readonly file: ReleaseFile; readonly text: string; readonly headers: Readonly<Record<string, unknown>> }> => {
    const { status, body, headers } = await author.send('GET', path)
    expect(status).toBe(200)
    return { file: body, text: releaseFileText(body), headers }
  }

  it('are the same bytes each time, under a name that says what they are', async () => {
    const [one, two] = [await exported(`/api/releases/${hash}/file`), await exported(`/api/releases/${hash}/file`)]
    expect(one.text).toBe(two.text)
    expect(one.headers['content-disposition']).toBe(`attachment; filename="dog-licence-2027-01-01-${hash.slice(0, 8)}.json"`)
    expect(one.file.manifest).toMatchObject({ programme: 'dog-licence', valid_from: '2027-01-01', documents: { release: hash, common: hashDocument(dogPacks.common) } })
  })

  it('become a draft elsewhere of the very same release, with the questions that were missing there, and go on from there', async () => {
    const { file } = await exported(`/api/releases/${hash}/file`)
    const imported = await stranger.send('POST', '/api/drafts/import', file)
    expect(imported).toMatchObject({ status: 200, body: { programme: 'dog-licence', version: 1, issues: [] } })
    const { body: draft } = await stranger.send('GET', `/api/drafts/${imported.body.id}`)
    expect(canonicalJson(draft.document.release)).toBe(canonicalJson(dogReleases[1].release))
    expect(Object.keys(draft.document.additions.fields.household)).toEqual(['telephone'])
    const [line] = (await (await signInAs(there, 'auditor', 'island', 'auditor')).send('GET', '/api/trail?action=draft.created')).body
    expect(line.new).toMatchObject({ imported: file.hash, release: hash })

    const again = await stranger.send('GET', `/api/drafts/${draft.id}/file`)
    expect(again.body.manifest.documents.release).toBe(hash)
    expect(canonicalJson(again.body.release)).toBe(canonicalJson(file.release))
  })

  it('of drafts come back as the same draft, and pass the same gate', async () => {
    const ready = await makeReady(author, await edit(author, await beginDraft(author, hashDocument(dogReleases[0].release), '2028-01-01'), withGarden(15)))
    const { file } = await exported(`/api/drafts/${ready.id}/file`)
    const { body } = await author.send('POST', '/api/drafts/import', file)
    const { body: copy } = await author.send('GET', `/api/drafts/${body.id}`)
    expect(canonicalJson(copy.document)).toBe(canonicalJson(ready.document))
    expect(copy.base).toBe(hash)
    await computeImpact(author, body.id)
    const states = async (id: string) => (await author.send('GET', `/api/drafts/${id}/gate`)).body.items.map(({ id: item, sentence }: { id: string; sentence: unknown }) => [item, sentence])
    expect(await states(body.id)).toEqual(await states(ready.id))
  })

  it('that were changed are refused with the part and both hashes, and leave nothing', async () => {
    const { file } = await exported(`/api/releases/${hash}/file`)
    const before = (await author.send('GET', '/api/drafts')).body.length
    const changed = { ...file, release: { ...file.release, title: { vi: 'Khác', en: 'Other' } } }
    const answer = await author.send('POST', '/api/drafts/import', changed)
    expect(answer).toMatchObject({ status: 422, body: { code: 'release_file_changed', issues: [{ code: 'file_document_changed', path: ['release'], params: { expected: hash, found: hashDocument(changed.release) } }] } })
    const rewritten = { ...changed, manifest: { ...file.manifest, documents: { ...file.manifest.documents, release: hashDocument(changed.release) } } }
    expect(await author.send('POST', '/api/drafts/import', rewritten)).toMatchObject({ status: 422, body: { issues: [{ code: 'file_manifest_changed', path: ['manifest'] }] } })
    expect((await author.send('GET', '/api/drafts')).body.length).toBe(before)
  })

  it.each([['an empty group', {}], ['a file cut off', { format: 1, kind: 'release' }], ['a bare release', dogReleases[0].release]])('are nothing else: %s is refused', async (_name, body) => {
    const answer = await author.send('POST', '/api/drafts/import', body)
    expect(answer).toMatchObject({ status: 422, body: { code: 'release_file_shape' } })
    expect(answer.body.issues.length).toBeGreaterThan(0)
  })

  it('are taken up only by those who write, for the whole country', async () => {
    const { file } = await exported(`/api/releases/${hash}/file`)
    const [officer, local] = [await signInAs(here, 'officer', 'harbour'), await signInAs(here, 'local', 'harbour', 'author')]
    expect(await officer.send('POST', '/api/drafts/import', file)).toMatchObject({ status: 403, body: { code: 'not_permitted' } })
    expect(await local.send('POST', '/api/drafts/import', file)).toMatchObject({ status: 403, body: { code: 'scope_too_wide' } })
    expect(await officer.send('GET', `/api/releases/${'0'.repeat(64)}/file`)).toMatchObject({ status: 404, body: { code: 'release_not_found' } })
  })

  it('of local law are exported, but are no drafts', async () => {
    const layered = await startApp(kind, { packs: layeredPacks, withJobs: true })
    const writer = await signInAs(layered, 'writer', 'island', 'author')
    const { status, body } = await writer.send('GET', `/api/releases/${hashDocument(islandOverlay)}/file`)
    expect([status, body.release]).toEqual([200, islandOverlay])
    expect(await writer.send('POST', '/api/drafts/import', body)).toMatchObject({ status: 422, body: { code: 'release_file_local' } })
    expect((await writer.send('GET', `/api/releases/${hashDocument(hillPack.overlay)}/file`)).body.manifest.valid_from).toBe('2027-01-01')
    await layered.close()
  })
})
