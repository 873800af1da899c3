import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bundle, Release } from '@tieuchi/runtime'
import { writeTogether } from '@tieuchi/server/bundles/write-together.ts'
import { StartError } from '@tieuchi/server/plugins/start-error.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { dogProgramme } from '../support/dog-licences.ts'
import { islandPack, layeredPacks, openReleases } from '../support/dog-overlays.ts'
import { writeDogRulesets } from '../support/dog-rulesets.ts'
import { answerOf, refusalOf } from './command-answer.ts'

const root = mkdtempSync(join(tmpdir(), 'bundles-'))

afterAll(() => rmSync(root, { recursive: true, force: true }))

let made = 0

const fresh = (name: string): string => join(root, `${(made += 1)}-${name}`)

const [first, second] = openReleases
if (!first || !second) throw new Error('Two releases were expected')

interface Proposed {
  readonly folder: string
  readonly release: Release
  readonly valid_from: string
  readonly valid_to?: string
}

/** The made-up packs with these of their releases. */
function packs(releases: readonly Proposed[], overlays: readonly typeof islandPack[] = []): string {
  const folder = fresh('packs')
  writeDogRulesets(folder, { ...layeredPacks, programmes: [{ document: dogProgramme, releases, overlays }] })
  return folder
}

async function bundleOf(...packsNamed: readonly string[]): Promise<string> {
  const file = fresh('bundle.json')
  await answerOf('bundle', ...packsNamed, '--to', file, '--by', 'Bến Cảng')
  return file
}

interface Installed {
  readonly state: string
  readonly issues: readonly { readonly code: string; readonly severity: string; readonly message: { readonly vi: string; readonly en: string } }[]
  readonly files: readonly string[]
}

const install = (file: string, folder: string, ...more: readonly string[]) => answerOf<Installed>('install', file, '--to', folder, ...more)

const filesOf = (folder: string): readonly string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()

describe('rules bundle', () => {
  it('says what it holds, for which days, what it needs, by whom and when', async () => {
    const { manifest, releases, bases } = JSON.parse(readFileSync(await bundleOf(packs([first], [islandPack])), 'utf8')) as Bundle
    expect(manifest).toMatchObject({ made_by: 'Bến Cảng', made_on: expect.stringMatching(/^\d{4}-\d\d-\d\d$/), contents: [{ programme: 'dog-licence', scope: 'national', valid_from: '2026-01-01', valid_to: '2026-12-31' }, { scope: { unit: 'island' } }] })
    expect(manifest.needs.fields).toContain('garden_area')
    expect(Object.values(manifest.needs.bases)).toEqual([[manifest.contents[0]?.release]])
    expect([releases.length, bases.length]).toEqual([2, 1])
  })

  it('is the same file for the same packs on a day, and overwrites nothing', async () => {
    const folder = packs([first, second])
    const [a, b] = [await bundleOf(folder), await bundleOf(folder)]
    expect(readFileSync(a, 'utf8')).toBe(readFileSync(b, 'utf8'))
    expect(await refusalOf('bundle', folder, '--to', a)).toContain('đã có tệp này')
  })

  it('is one for several packs of a folder, and refuses those that share other documents', async () => {
    const whole = JSON.parse(readFileSync(await bundleOf('telecom', 'tuition/2026-01'), 'utf8')) as Bundle
    expect(new Set(whole.manifest.contents.map(({ programme }) => programme))).toEqual(new Set(['telecom', 'tuition']))
    expect(Object.keys(whole.manifest.needs.programmes)).toContain('poverty')
    expect(await refusalOf('bundle', packs([first]), 'telecom')).toContain('phần dùng chung khác nhau')
    expect(await refusalOf('bundle')).toContain('ít nhất một')
  })
})

describe('rules install into a folder', () => {
  it('brings what is missing, says so before, and has nothing to do a second time', async () => {
    const [file, target] = [await bundleOf(packs([first, second])), packs([first])]
    const before = filesOf(target)
    expect(await install(file, target, '--dry-run')).toMatchObject({ code: 0, data: { state: 'planned' }, text: expect.stringContaining('chưa thay đổi gì') })
    expect(filesOf(target)).toEqual(before)
    expect(await install(file, target)).toMatchObject({ code: 0, data: { state: 'installed' } })
    expect(await answerOf('check', target)).toMatchObject({ data: { releases: 2, counts: { error: 0 } } })
    const after = filesOf(target)
    expect(await install(file, target)).toMatchObject({ code: 0, data: { state: 'nothing', files: [] } })
    expect(filesOf(target)).toEqual(after)
  })

  it('takes a new programme with its own questions into packs that do not know them', async () => {
    const created = await answerOf<{ readonly folder: string }>('create', 'kennels', '--title', 'Chuồng', '--title-en', 'Kennels', '--from', '2028-01-01', '--to', packs([first]))
    const target = packs([first])
    expect(await install(await bundleOf(created.data.folder), target)).toMatchObject({ code: 0, data: { state: 'installed' } })
    expect(JSON.parse(readFileSync(join(target, 'kennels/additions.json'), 'utf8'))).toMatchObject({ fields: { household: { kennels_requested: { type: 'boolean' } } } })
    expect(await answerOf('test', join(target, 'kennels'))).toMatchObject({ code: 0, data: { run: 3, failed: 0 } })
  })

  it('fills an empty folder with what all share too', async () => {
    const target = fresh('empty')
    expect(await install(await bundleOf(packs([first])), target)).toMatchObject({ code: 0, data: { state: 'installed' } })
    expect(existsSync(join(target, 'common/dictionary.json'))).toBe(true)
  })

  it('tells local law that meets a new base, with the place, the old value and the new', async () => {
    const file = await bundleOf(join(packs([first], [{ ...islandPack, valid_from: '2026-07-01' }]), 'dog-licence/island-2026-07'))
    const renewed = { ...second, folder: '2026', valid_from: '2026-01-01' }
    const { code, data, text } = await install(file, packs([renewed]), '--lang', 'en')
    expect([code, data.state]).toEqual([0, 'installed'])
    expect(data.issues).toHaveLength(2)
    for (const issue of data.issues) expect(issue).toMatchObject({ code: 'overlay_base_moved', severity: 'warning' })
    expect(text).toMatch(/warning: The rules above: .*15.*30.*“Rules on dogs of the island”/s)
  })

  it('is refused, and changes nothing, where units or days are not free', async () => {
    const file = await bundleOf(packs([first]))
    const clash = packs([{ ...second, folder: '2026', valid_from: '2026-06-01' }])
    const before = filesOf(clash)
    expect(await install(file, clash)).toMatchObject({ code: 1, data: { state: 'refused', issues: [{ code: 'install_period' }] } })
    expect(filesOf(clash)).toEqual(before)
    const endless = packs([{ folder: '2026', release: first.release, valid_from: '2026-01-01' }])
    expect((await install(await bundleOf(join(packs([first, second]), 'dog-licence/2027')), endless)).data.issues).toMatchObject([{ code: 'install_period', message: { en: expect.stringContaining('end what is there') } }])
    const island = await bundleOf(join(packs([first], [islandPack]), 'dog-licence/island-2026-07'))
    expect((await install(island, fresh('nowhere'))).data.issues).toMatchObject([{ code: 'install_base_missing' }])
  })

  it('refuses a bundle that was changed, naming the part', async () => {
    const file = await bundleOf(packs([first], [islandPack]))
    const changed = (change: (bundle: ReturnType<JSON['parse']>) => void): string => {
      const bundle = JSON.parse(readFileSync(file, 'utf8'))
      change(bundle)
      const other = fresh('changed.json')
      writeFileSync(other, JSON.stringify(bundle))
      return other
    }
    const target = packs([second])
    const refusal = async (change: (bundle: ReturnType<JSON['parse']>) => void) => refusalOf('install', changed(change), '--to', target)
    expect(await refusal((bundle) => { bundle.releases[0].release.parameters = {} })).toContain('Bản quy định không khớp')
    expect(await refusal((bundle) => { bundle.manifest.made_by = 'ai đó' })).toContain('Phần mô tả không khớp')
    expect(await refusal((bundle) => { bundle.bases = [] })).toContain('Quy định cấp trên kèm theo')
    expect(await refusal((bundle) => { bundle.releases.pop() })).toContain('không phải là những bản ghi')
    expect(await refusal((bundle) => { delete bundle.common })).toContain('common')
    expect(await refusalOf('install', file)).toContain('--to hoặc --database')
  })
})

describe('documents that are written together', () => {
  it('are all there or none, and what was there stays', () => {
    const folder = fresh('written')
    writeTogether(folder, { 'a/one.json': 1 })
    writeFileSync(join(folder, 'blocked'), 'a file where a folder is needed')
    const before = filesOf(folder)
    expect(() => writeTogether(folder, { 'a/one.json': 2, 'b/two.json': 2, 'blocked/three.json': 3 })).toThrow('nothing was changed')
    expect(filesOf(folder)).toEqual(before)
    const deep = { 'c/d/four.json': 4, 'c/d/e/five.json': 5, 'a/f/six.json': 6 }
    writeTogether(folder, deep)
    for (const file of Object.keys(deep)) expect(existsSync(join(folder, file)), file).toBe(true)
    for (const name of ['c', 'a/f']) rmSync(join(folder, name), { recursive: true })
    expect(() => writeTogether(folder, { 'a/one.json': 2, 'b/two.json': 2 }, () => { throw new StartError({ vi: 'Không được.', en: 'Not so.' }) })).toThrow('Not so.')
    expect(filesOf(folder)).toEqual(before)
    expect(readFileSync(join(folder, 'a/one.json'), 'utf8')).toBe('1\n')
  })
})
