import { hashDocument, type ReleaseFile } from '@tieuchi/runtime'
import { createPerson } from '@tieuchi/server/people/people-service.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import type { PackRelease } from '@tieuchi/server/policies/pack.ts'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { password, startApp, type RunningApp } from '../support/app.ts'
import { embedded } from '../support/databases.ts'
import { ChangedPacks } from './changed-packs.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { rulesInProcess } from './command-process.ts'
import { rulesets } from './rulesets.ts'

const packs = readPacks(rulesets)
const releases = packs.programmes.flatMap(({ releases: all }) => all.map((entry) => [entry.folder, entry] as const))
const changed = new ChangedPacks()
const folder = mkdtempSync(join(tmpdir(), 'tieuchi-files-'))

afterAll(() => {
  changed.remove()
  rmSync(folder, { recursive: true, force: true })
})

let count = 0
const fresh = (name: string): string => join(folder, `${(count += 1)}-${name}`)

const exportPack = async (named: string): Promise<string> => {
  const file = fresh('release.json')
  await answerOf('export', named, '--to', file)
  return file
}

/** A file with something in it changed, as by somebody with a text editor. */
const retouched = (file: string, change: (read: ReturnType<JSON['parse']>) => void): string => {
  const read = JSON.parse(readFileSync(file, 'utf8'))
  change(read)
  const other = fresh('retouched.json')
  writeFileSync(other, JSON.stringify(read))
  return other
}

describe('rules export and rules import', () => {
  describe('all in one folder', () => {
    const elsewhere = changed.copy()
    const place = ({ release, valid_from: from, valid_to: to }: PackRelease) => [release.programme, hashDocument(release), from, to]

    it.each(releases)('%s goes through a file and a folder and is the same file again', async (named) => {
      const file = await exportPack(named)
      rmSync(join(elsewhere, named), { recursive: true })
      const { code, data } = await answerOf<{ folder: string }>('import', file, '--to', elsewhere)
      expect(code).toBe(0)
      const again = await exportPack(data.folder)
      expect(readFileSync(again, 'utf8')).toBe(readFileSync(file, 'utf8'))
    })

    it('every one of them is then in the folder, the same and for the same days', () => {
      const taken = readPacks(elsewhere).programmes.flatMap(({ releases: all }) => all)
      expect(taken.map(place).toSorted()).toEqual(releases.map(([, entry]) => place(entry)).toSorted())
    })
  })

  it('write to the screen where no file is named, and check a file where nothing else is asked', async () => {
    const { code, out } = await rulesInProcess('export', 'poverty/2027')
    expect([code, out]).toEqual([0, readFileSync(await exportPack('poverty/2027'), 'utf8')])
    const file: ReleaseFile = JSON.parse(out)
    const { text } = await answerOf('import', await exportPack('poverty/2027'), '--lang', 'en')
    expect(text).toMatch(new RegExp(`is as it was exported, hash of the release ${file.manifest.documents.release}\\.$`))
  })

  it('refuse a file that was changed, naming the part, and write nothing', async () => {
    const file = await exportPack('poverty/2027')
    const target = fresh('packs')
    const cheaper = retouched(file, ({ release }) => { release.parameters.income_line.values.rural = 1 })
    expect(await refusalOf('import', cheaper, '--to', target)).toMatch(/› release: Bản quy định không khớp với mã kiểm tra [0-9a-f]{12}… .*xuất lại/)
    expect(await refusalOf('import', retouched(file, ({ manifest }) => { manifest.valid_from = '2026-01-01' }), '--to', target)).toContain('› manifest: Phần mô tả')
    expect(await refusalOf('import', retouched(file, (read) => { delete read.hash }))).toContain('hash')
    expect(() => readPacks(target)).toThrow()
    const ended = await rulesInProcess('import', cheaper, '--lang', 'en')
    expect([ended.code, ended.err]).toEqual([2, expect.stringContaining('The release does not match the hash')])
  })

  it('overwrite nothing', async () => {
    const file = await exportPack('poverty/2027')
    expect(await refusalOf('export', 'poverty/2027', '--to', file)).toContain('đã có tệp này')
    const target = fresh('packs')
    await answerOf('import', file, '--to', target)
    expect(await refusalOf('import', file, '--to', target)).toContain('đã có thư mục này')
    expect(await refusalOf('export', 'poverty/2027', '--to', join(folder, 'nowhere', 'x.json'))).toContain('không ghi được')
  })

  it('leave what a folder shares as it is, and name what is missing or another there', async () => {
    const target = changed.copy({ 'common/facts.json': () => '[]' })
    rmSync(join(target, 'poverty'), { recursive: true })
    const { code, text } = await answerOf('import', await exportPack('poverty/2027'), '--to', target)
    expect(code).toBe(1)
    for (const { id } of packs.common.facts) expect(text).toContain(`“${id}” chưa có trong phần dùng chung`)
    expect(readFileSync(join(target, 'common/facts.json'), 'utf8')).toBe('[]')
    mkdirSync(join(folder, 'broken', 'common'), { recursive: true })
    expect(await refusalOf('import', await exportPack('poverty/2027'), '--to', join(folder, 'broken'))).toContain('rules check')
  })

  it('say what is wrong with the command line', async () => {
    expect(await refusalOf('export')).toContain('Cần một bản quy định')
    expect(await refusalOf('import')).toContain('Cần một tệp')
    expect(await refusalOf('import', 'x.json', '--draft')).toContain('--server')
    expect(await refusalOf('import', join(folder, 'missing.json'))).toContain('không có tệp này')
    expect(await refusalOf('export', 'poverty/2027', '--server', 'ftp://x')).toContain('ftp://x')
  })
})

describe('rules export and rules import with a server', () => {
  let running: RunningApp | undefined
  let server: readonly string[] = []

  beforeAll(async () => {
    running = await startApp(embedded, { packs })
    await createPerson(running.database.db, { login: 'soan', name: 'Người soạn', unitId: 'hai-phong-2025', role: 'author', password })
    server = ['--server', await running.app.listen({ port: 0, host: '127.0.0.1' }), '--login', 'soan', '--password', password]
  })
  afterAll(() => running?.close())

  /** Each call signs in anew, which may not be done without end: the newest release of a few programmes stands for all. */
  const fetched = releases.filter(([named]) => ['poverty/2027', 'common/2026-07', 'housing/2026-01'].includes(named))

  it('give the very file that the packs give', async () => {
    expect(fetched).toHaveLength(3)
    for (const [named, { release }] of fetched) {
      const file = fresh('release.json')
      await answerOf('export', hashDocument(release), '--to', file, ...server)
      expect(readFileSync(file, 'utf8')).toBe(readFileSync(await exportPack(named), 'utf8'))
    }
  })

  it('begin a draft of a pack with the very same content, and fetch it again', async () => {
    const { code, data, text } = await answerOf<{ draft: string; release: string; issues: unknown[] }>('import', 'poverty/2027', '--draft', ...server)
    expect([code, data.issues, text]).toEqual([0, [], expect.stringContaining(`/drafts/${data.draft}`)])
    const back = await answerOf<ReleaseFile>('export', data.draft, ...server)
    expect(back.data.manifest.documents.release).toBe(data.release)
  })

  it('pass on what the server refuses', async () => {
    expect(await refusalOf('export', '0'.repeat(64), ...server)).toContain('0000')
    expect(await refusalOf('import', 'poverty/2027', '--draft', ...server.slice(0, -1), 'wrong')).toContain('mật khẩu')
  })
})
