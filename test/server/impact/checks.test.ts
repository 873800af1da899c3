import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hashDocument } from '@tieuchi/runtime'
import { columnIndex } from '@tieuchi/runtime/columns/column-layout.ts'
import type { RegisterColumns } from '@tieuchi/runtime/columns/register-columns.ts'
import { listChecks } from '@tieuchi/server/batches/batch-queries.ts'
import type { ImpactRun } from '@tieuchi/server/contract'
import { insertSynthetic } from '@tieuchi/server/demo/demo-queries.ts'
import { identify } from '@tieuchi/server/households/household-identity.ts'
import { asSystem, type Database } from '@tieuchi/server/plugins/database.ts'
import { nothingRead } from '@tieuchi/server/register-columns/decisions-held.ts'
import { CurrentRegisters } from '@tieuchi/server/register-columns/current-registers.ts'
import { readRegisterFile, writeRegisterFile } from '@tieuchi/server/register-columns/register-file.ts'
import { expect, it, onTestFinished, vi } from 'vitest'
import { signInAs, startApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogCommon, dogReleases } from '../../support/dog-licences.ts'
import { beginDraft, edit, withGarden } from '../../support/drafting.ts'

const day = '2027-01-01'

/** Turns over whether there is an answer: no household is left as it is stored, whichever the check draws. */
function turnOver({ layout, buckets }: RegisterColumns): void {
  const answered = layout.offsets[columnIndex(layout, 'household', 'fenced')] ?? 0
  for (const bucket of buckets) {
    for (const words of bucket.usedWords()) {
      for (let block = 0; block < words.length; block += bucket.blockWords) words[block + answered] = ~(words[block + answered] ?? 0)
    }
  }
}

/** Saves columns that look sound and hold something else than the register. */
async function saveWrongColumns({ db }: Database, folder: string): Promise<void> {
  const registers = new CurrentRegisters(db, { folder, tell: () => undefined })
  await (await registers.registerFor(dogCommon, day, nothingRead)).keeper.use({ facts_at: day, unit_at: day }, async () => undefined)
  await registers.close()
  const path = join(folder, readdirSync(folder)[0] ?? '')
  const loaded = readRegisterFile(path, dogCommon)
  if (loaded?.kind !== 'loaded') throw new Error('Columns were saved')
  turnOver(loaded.register)
  await writeRegisterFile(path, loaded.register, loaded.key)
}

onEachDatabase('An impact', (kind) => {
  it('is not told where the interpreter finds something else than the columns', async () => {
    const columnsFolder = mkdtempSync(join(tmpdir(), 'tieuchi-wrong-'))
    onTestFinished(() => rmSync(columnsFolder, { recursive: true, force: true }))
    const running = await startApp(kind, { withJobs: true, columnsFolder })
    onTestFinished(() => running.close())
    const { db } = running.database
    const author = await signInAs(running, 'author', 'island', 'author')
    await asSystem(db, (tx) => insertSynthetic(tx, Array.from({ length: 40 }, (_household, number) => {
      const { household, members } = dogAnswers(`Chủ ${number}`, number)
      return { id: randomUUID(), unit_id: 'hill', ...identify(dogCommon, { household, members }), answers: household, members }
    }), new Date()))
    await saveWrongColumns(running.database, columnsFolder)

    const draft = await edit(author, await beginDraft(author, hashDocument(dogReleases[0].release), day), withGarden(18))
    const { body: { id } } = await author.send('POST', '/api/impact-runs', { after: { draft: draft.id } })
    const run: ImpactRun = await vi.waitFor(async () => {
      const { body } = await author.send('GET', `/api/impact-runs/${id}`)
      expect(body.state).toBe('failed')
      return body
    }, { timeout: 20_000, interval: 50 })
    expect(run.failure?.vi).toContain('khác nhau ở 2 hộ')
    expect(run.figures).toBeUndefined()
    const [check] = await listChecks(db, id)
    expect(check).toMatchObject({ differing: 1, differences: expect.arrayContaining([expect.objectContaining({ kind: 'answers' })]) })
  })
})
