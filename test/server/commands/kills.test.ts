import { hashDocument, type DraftDocument } from '@tieuchi/runtime'
import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { createServerDatabase, databaseKinds } from '../../support/databases.ts'
import { dogReleases } from '../../support/dog-licences.ts'
import { writeDogRulesets } from '../../support/dog-rulesets.ts'
import { beginDraft, edit, makeReady, withChangelog, type Drafting } from '../../support/drafting.ts'
import { Relay } from '../../support/relay.ts'
import { signInRemotely, spawnServer, type RemoteClient } from '../../support/server-process.ts'

const password = 'tieuchi-demo'
const base = hashDocument(dogReleases[0].release)

/** How often the program is killed, at random moments; `TIEUCHI_KILLS=30` for as often as the product promises. */
const kills = Number(process.env['TIEUCHI_KILLS'] ?? 10)
/** How many approved drafts wait to be published meanwhile. */
const approved = 5

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface People {
  readonly author: RemoteClient
  readonly approver: RemoteClient
}

/** A release of its own with a question of its own, so that publishing writes every table it can. */
const numbered = (number: number) => (document: DraftDocument): DraftDocument => {
  const changed = withChangelog(document)
  const field = { type: 'string', 'x-label': { vi: `Ghi chú ${number}`, en: `Note ${number}` }, 'x-purpose': { vi: 'Để lưu.', en: 'For the record.' } } as const
  return { ...changed, release: { ...changed.release, title: { vi: `Quy định ${number}`, en: `Rules ${number}` } }, additions: { ...changed.additions, fields: { ...changed.additions.fields, household: { [`note_${number}`]: field } } } }
}

/** Approves a draft; with the cases of one that is ready nothing is left to confirm. */
async function approve({ author, approver }: People, number: number, like?: Drafting): Promise<Drafting> {
  const begun = await beginDraft(author, base, '2028-01-01')
  const ready = await makeReady(author, await edit(author, begun, (document) => numbered(number)(like?.document ?? document)))
  for (const [client, step] of [[author, 'send'], [approver, 'approve']] as const) {
    expect(await client.send('POST', `/api/drafts/${ready.id}/${step}`, { version: ready.version })).toMatchObject({ status: 200 })
  }
  return ready
}

/** What people were told is done, and what is under way. */
class Work {
  /** The document of each version whose saving was confirmed. */
  readonly saved = new Map<number, string>()
  /** Reasons of publications and withdrawals that were confirmed. */
  readonly published = new Set<string>()
  readonly drafts: Drafting[]
  readonly #written: Drafting
  #count = 0

  constructor(written: Drafting, drafts: readonly Drafting[]) {
    this.#written = written
    this.drafts = [...drafts]
  }

  get writtenDraft(): string {
    return this.#written.id
  }

  /** Saves again and again until the program is gone. */
  async save({ author }: People): Promise<void> {
    const path = `/api/drafts/${this.#written.id}`
    let { version } = (await author.send('GET', path)).body
    for (;;) {
      this.#count += 1
      const document = { ...this.#written.document, release: { ...this.#written.document.release, changelog: { vi: `Lần ${this.#count}`, en: `Time ${this.#count}` } } }
      const { status, body } = await author.send('PUT', `${path}/document`, { version, document })
      expect([status, body.version]).toEqual([200, version + 1])
      version = body.version
      this.saved.set(version, JSON.stringify(document))
    }
  }

  /** Publishes the next draft every third time; otherwise, and when none is left, takes a year out of force. */
  async publish({ approver }: People, round: number): Promise<void> {
    const draft = round % 3 === 1 ? this.drafts[0] : undefined
    const year = 2040 + round
    const reason = draft ? `Quyết định ${draft.id}` : `Bãi bỏ ${year}`
    const { status } = draft
      ? await approver.send('POST', `/api/drafts/${draft.id}/publish`, { version: draft.version, valid_from: '2028-01-01', reason })
      : await approver.send('POST', '/api/publications/withdraw', { programme: 'dog-licence', scope: 'national', valid_from: `${year}-01-01`, valid_to: `${year}-12-31`, reason })
    expect([200, 204]).toContain(status)
    this.published.add(reason)
  }
}

/** Somebody publishes at this moment: the name that publishing holds is taken. */
const publishing = async (client: pg.Client): Promise<boolean> =>
  ((await client.query("select from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())")).rowCount ?? 0) > 0

/** A random moment; of every two one within a publication, where there is one. After the kills asked for, once something was published. */
async function momentToKill(client: pg.Client, round: number, published: Promise<unknown>): Promise<void> {
  if (round >= kills) return void (await published.catch(failedToConnect))
  if (round % 2 === 0) return void (await pause(randomInt(600)))
  const over = published.then(() => true, () => true)
  while (!(await Promise.race([over, publishing(client)]))) await pause(0)
  await pause(randomInt(12))
}

interface Traces {
  readonly reason: string
  readonly state: string
  readonly release: string
  readonly events: number
  readonly publications: number
  readonly trail: number
}

const tracesOf = async (client: pg.Client): Promise<readonly Traces[]> => (await client.query(`
  select 'Quyết định ' || d.id as reason, d.state, d.document::jsonb->'release' as release,
    (select count(*)::int from draft_events e where e.draft_id = d.id and e.kind = 'published') as events,
    (select count(*)::int from publications p where p.reason = 'Quyết định ' || d.id) as publications,
    (select count(*)::int from trail t where t.action = 'release.published' and t.new->>'reason' = 'Quyết định ' || d.id) as trail
  from drafts d`)).rows.map(({ release, ...row }) => ({ ...row, release: hashDocument(release) }))

/** Nothing that was confirmed is gone, and of everything else all is there or nothing. */
async function expectWhole(client: pg.Client, work: Work): Promise<void> {
  const { rows: versions } = await client.query('select version, document from draft_versions where draft_id = $1 order by version', [work.writtenDraft])
  expect(versions.map(({ version }) => version)).toEqual(versions.map((_row, index) => index + 1))
  for (const [version, document] of work.saved) expect(versions[version - 1]?.document).toBe(document)
  const { rows: [draft] } = await client.query('select version, document from drafts where id = $1', [work.writtenDraft])
  expect(draft).toEqual(versions.at(-1))

  const releases = new Set((await client.query('select hash from releases')).rows.map(({ hash }) => hash))
  const { rows: [{ body }] } = await client.query('select body from common_versions order by number desc limit 1')
  for (const { reason, state, release, ...counts } of await tracesOf(client)) {
    const once = state === 'published' ? 1 : 0
    expect(counts).toEqual({ events: once, publications: once, trail: once })
    expect(releases.has(release)).toBe(state === 'published')
    expect(work.published.has(reason) && state !== 'published').toBe(false)
  }
  expect((body.match(/"note_\d+":/g) ?? []).length).toBe((await client.query("select from drafts where state = 'published'")).rowCount)
  const { rows: withdrawals } = await client.query("select reason, (select count(*)::int from trail t where t.action = 'release.withdrawn' and t.new->>'reason' = p.reason) as trail from publications p where release is null")
  expect(withdrawals.filter(({ trail }) => trail !== 1)).toEqual([])
  for (const reason of work.published) if (reason.startsWith('Bãi bỏ')) expect(withdrawals.map((row) => row.reason)).toContain(reason)
}

const failedToConnect = (error: unknown): void => {
  if (!(error instanceof TypeError)) throw error
}

it.runIf(databaseKinds().some(({ name }) => name === 'PostgreSQL'))(`no confirmed save is lost and no release is half there after ${kills} kills in the middle of saving and publishing`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-kills-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  writeDogRulesets(join(folder, 'rulesets'))
  const { url, drop } = await createServerDatabase()
  onTestFinished(drop)
  const [args, env] = [['--api-only', '--rulesets', join(folder, 'rulesets'), '--demo', '--households', '0'], { DATABASE_URL: url, NODE_COMPILE_CACHE: join(folder, 'code') }]
  const first = await spawnServer(args, env).ready
  const people = { author: await signInRemotely(first.address, 'dao.soan', password), approver: await signInRemotely(first.address, 'dao.duyet', password) }
  const drafts: Drafting[] = []
  for (let number = 0; number < approved; number += 1) drafts.push(await approve(people, number, drafts[0]))
  const work = new Work(await beginDraft(people.author, base), drafts)
  await first.stop('SIGINT')

  const relay = new Relay(args, env)
  onTestFinished(() => relay.stop())
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  onTestFinished(() => client.end())
  // On a slow machine every kill may come before anything is confirmed: then there are more of them, for this is about what was.
  for (let round = 0; round < kills || work.published.size === 0 || work.saved.size <= kills; round += 1) {
    const server = await relay.next()
    const now = { author: people.author.at(server.address), approver: people.approver.at(server.address) }
    const published = work.publish(now, round)
    const working = Promise.all([work.save(now).catch(failedToConnect), published.catch(failedToConnect)])
    await momentToKill(client, round, published)
    await server.stop('SIGKILL')
    await working
    await expectWhole(client, work)
    const [next] = work.drafts
    const { rows } = await client.query('select state from drafts where id = $1', [next?.id ?? work.writtenDraft])
    if (rows[0].state === 'published') work.drafts.shift()
  }
}, 300_000)
