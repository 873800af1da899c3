import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { hashDocument, type CommonDocument } from '@tieuchi/runtime'
import { build } from '@tieuchi/server/app.ts'
import type { RegisterCounts } from '@tieuchi/server/contract'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem } from '@tieuchi/server/plugins/database.ts'
import { nothingRead } from '@tieuchi/server/register-columns/decisions-held.ts'
import { CurrentRegisters } from '@tieuchi/server/register-columns/current-registers.ts'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import { openClient, signInAs, startApp, type Client, type RunningApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { beginDraft } from '../../support/drafting.ts'

const clock = () => new Date('2026-12-01T02:00:00Z')

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'tieuchi-registers-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** What all share as it may be published next: with another list. */
const published = (id: string): CommonDocument => ({ ...dogCommon, lists: [...dogCommon.lists, ...dogCommon.lists.slice(0, 1).map((list) => ({ ...list, id }))] })

onEachDatabase('The registers in use', (kind) => {
  let running: RunningApp
  let author: Client
  let draft: string

  const settle = (gardens: readonly number[]): Promise<void> => asSystem(running.database.db, (tx) => insertSynthetic(tx, gardens.map((garden) => {
    const { household, members } = dogAnswers(`Chủ ${garden}`, garden)
    return { id: randomUUID(), unit_id: 'hill', ...identify(dogCommon, { household, members }), answers: household, members }
  }), clock()))

  beforeAll(async () => {
    running = await startApp(kind)
    author = await signInAs(running, 'author', 'island', 'author')
    draft = (await beginDraft(author, hashDocument(dogReleases[0].release))).id
    await settle(Array.from({ length: 60 }, (_garden, index) => index))
  })
  afterAll(() => running.close())

  /** Figures of the draft from a server that has just been started and is then stopped, and what it wrote to its log. */
  const figuresAfterStart = async (columnsFolder?: string): Promise<{ readonly counts: RegisterCounts; readonly log: readonly string[] }> => {
    const log: string[] = []
    const stream = new Writable({ write: (line, _encoding, done) => done(void log.push(JSON.parse(String(line)).msg)) })
    const app = await build({ db: running.database.db, clock, logger: { level: 'warn', stream }, ...(columnsFolder !== undefined && { columnsFolder }) })
    try {
      const client = await openClient(app, author.id, 'author')
      const counts = await vi.waitUntil(async () => {
        const { body } = await client.send('GET', `/api/drafts/${draft}/register-counts`)
        return body.state === 'counted' && body
      }, { timeout: 20_000, interval: 20 })
      return { counts, log }
    } finally {
      await app.close()
    }
  }

  it('give the same figures after a restart as read anew, whatever was recorded meanwhile', async () => {
    const folder = newFolder()
    const before = await figuresAfterStart(folder)
    expect(readdirSync(folder)).toHaveLength(1)
    await settle([70, 71, 72])
    const after = await figuresAfterStart(folder)
    expect(after).toEqual(await figuresAfterStart())
    expect(after.counts).toMatchObject({ households: 63 })
    expect(after.counts).not.toEqual(before.counts)
    expect(after.log).toEqual([])
  })

  it('are read anew where the file is damaged; one line in the log says so', async () => {
    const folder = newFolder()
    const { counts } = await figuresAfterStart(folder)
    const [file = ''] = readdirSync(folder)
    truncateSync(join(folder, file), 200)
    expect(await figuresAfterStart(folder)).toEqual({ counts, log: [expect.stringContaining('damaged')] })
    expect(await figuresAfterStart(folder)).toEqual({ counts, log: [] })
  })

  it('have a file each, of dictionary and units; the oldest are removed, and what was never finished', async () => {
    const folder = newFolder()
    const [begun, abandoned] = [join(folder, 'a.columns.begun.unfinished'), join(folder, 'a.columns.abandoned.unfinished')]
    for (const path of [begun, abandoned]) writeFileSync(path, '')
    utimesSync(abandoned, 0, 0)
    const tell = vi.fn<() => void>()
    const save = async (common: CommonDocument, day: string): Promise<readonly string[]> => {
      const registers = new CurrentRegisters(running.database.db, { folder, tell })
      const before = readdirSync(folder)
      await (await registers.registerFor(common, day, nothingRead)).keeper.use({ facts_at: day, unit_at: day }, async () => undefined)
      await registers.close()
      return readdirSync(folder).filter((name) => !before.includes(name))
    }
    const [first = ''] = await save(dogCommon, '2026-12-01')
    utimesSync(join(folder, first), 0, 0)
    const bytes = readFileSync(join(folder, first))
    expect(await save(dogCommon, '2025-06-15')).toHaveLength(1)
    expect(readFileSync(join(folder, first))).toEqual(bytes)
    for (const list of ['a', 'b', 'c']) expect(await save(published(list), '2026-12-01')).toHaveLength(1)
    const left = readdirSync(folder)
    expect(left.filter((name) => name.endsWith('.columns'))).toHaveLength(4)
    expect(left).not.toContain(first)
    expect(left.filter((name) => name.endsWith('.unfinished'))).toEqual(['a.columns.begun.unfinished'])
    expect(tell).not.toHaveBeenCalled()
  })
})
