import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installedExtensions, takeAwayExtension } from '@tieuchi/runtime'
import { installPackages, listPackages } from '@tieuchi/server/extensions/extension-packages.ts'
import { PackError } from '@tieuchi/server/policies/pack-error.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { signInAs, startApp } from '../../support/app.ts'
import { onEachDatabase } from '../../support/databases.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { dogProgramme, dogUnits } from '../../support/dog-licences.ts'
import { puppyPacks, puppyRelease } from '../../support/dog-puppies.ts'
import { writeDogRulesets } from '../../support/dog-rulesets.ts'
import { installSample } from '../../support/installed-sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'tieuchi-extensions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const sample = fileURLToPath(new URL('../../extension-sample', import.meta.url))

const fileWith = (name: string, content: string): Readonly<Record<string, string>> => {
  writeFileSync(join(folder, name), content)
  return { EXTENSIONS_FILE: join(folder, name) }
}

const answers = (born: string) => {
  const { household, members } = dogAnswers('x', 20)
  return { household, members: members.map((member) => (member['part'] === 'dog' ? { ...member, born } : member)) }
}

onEachDatabase('Rules that use a package of code', (kind) => {
  const decideOn = async (born: string, explain = false) => {
    const running = await startApp(kind, { packs: puppyPacks })
    try {
      const officer = await signInAs(running, 'harbour', 'harbour')
      return await officer.send('POST', '/api/decisions', { programme: 'dog-licence', unit: '90001', at: '2026-12-01', input: answers(born), explain })
    } finally {
      await running.close()
    }
  }

  describe('on a server that has it', () => {
    installSample()

    it('decide, and the explanation tells what the package compared', async () => {
      const { status, body } = await decideOn('2026-09-15', true)
      expect(status).toBe(200)
      expect(body.layers.national.outcomes).toContainEqual(expect.objectContaining({ id: 'puppy_count', state: 'determined', value: 1 }))
      expect(body.layers.national.outcomes).toContainEqual(expect.objectContaining({ id: 'kennel', state: 'determined', value: false }))
      expect(JSON.stringify(body.explanations.national)).toContain('cách 01/11/2026 không quá 3 tháng')
      const kennel = body.explanations.national.find(({ id }: { id: string }) => id === 'kennel')
      expect(kennel.children).toMatchObject([{ kind: 'member', sentence: { vi: 'Vàng' }, children: [{ id: 'mostlydogs', result: true, sentence: { vi: 'Vai là chó' } }] }])
    })
  })

  it('are refused with the name of the package on a server without it: nobody is judged, and nothing falls over', async () => {
    const { status, body } = await decideOn('2026-09-15')
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'rules_package' })
    expect(body.detail.vi).toContain('gói mở rộng “sample”')
  })
})

describe('Packs that use a package of code', () => {
  it('are refused at start where it is not installed, with file, place and what to do', () => {
    const rulesets = join(folder, 'rulesets')
    writeDogRulesets(rulesets, { units: dogUnits, programmes: [{ document: dogProgramme, releases: [{ folder: '2026', release: puppyRelease }], overlays: [] }] })
    const read = () => readPacks(rulesets)
    expect(read).toThrow(PackError)
    expect(read).toThrow(/“sample\.withinMonths” của gói mở rộng “sample”/)
  })
})

describe('The file of installed packages', () => {
  it('names none in the product as it is delivered', () => {
    expect(listPackages({})).toEqual([])
  })

  it('installs what it names, once', async () => {
    const file = fileWith('sample.json', JSON.stringify({ packages: [sample] }))
    expect((await installPackages(file)).map(({ name }) => name)).toEqual(['sample'])
    const [extension] = installedExtensions().values()
    expect(await installPackages(file)).toEqual([extension])
    takeAwayExtension('sample')
  })

  it.each([
    ['no JSON', 'packages', /không đọc được|Không đọc được/],
    ['no list', '{}', /"packages"/],
    ['a folder without a package', '{ "packages": ["./none"] }', /none.package\.json/],
  ])('is refused where there is %s, with its name and what is expected', async (_name, content, words) => {
    await expect(installPackages(fileWith('wrong.json', content))).rejects.toMatchObject({ text: { vi: expect.stringMatching(words) } })
  })

  it('is refused with everything that is missing where a package is incomplete', async () => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ exports: { '.': './half.ts' } }))
    writeFileSync(join(folder, 'half.ts'), 'export const extension = { name: "half", version: "1.0.0", title: { vi: "Nửa", en: "Half" }, operators: { "half.near": { label: { vi: "gần", en: "near" } } } }')
    await expect(installPackages(fileWith('half.json', '{ "packages": ["."] }'))).rejects.toMatchObject({ text: { vi: expect.stringMatching(/half\.near: thiếu plan/), en: expect.stringMatching(/half\.near: plan is missing/) } })
  })

  it('is refused where nothing draws what a package asks', async () => {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ exports: { '.': './undrawn.ts' } }))
    writeFileSync(join(folder, 'undrawn.ts'), `export { extension } from ${JSON.stringify(join(sample, 'extension.ts'))}`)
    await expect(installPackages(fileWith('undrawn.json', '{ "packages": ["."] }'))).rejects.toMatchObject({ text: { vi: expect.stringMatching(/sample\.parcel.*"\.\/designer"/), en: expect.stringMatching(/draws nothing for the web application/) } })
    expect(installedExtensions().size).toBe(0)
  })
})
