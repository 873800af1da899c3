import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { answerOf, refusalOf } from './command-answer.ts'
import { rulesInProcess } from './command-process.ts'
import { repository } from './rulesets.ts'

const sample = join(repository, 'test/extension-sample')

const folder = mkdtempSync(join(tmpdir(), 'tieuchi-packages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** The sample package with something else that draws it, or nothing. */
const drawnBy = (designer: string | undefined): string => {
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module', exports: { '.': './extension.ts', ...(designer !== undefined && { './designer': './designer.ts' }) } }))
  writeFileSync(join(folder, 'extension.ts'), `export { extension } from ${JSON.stringify(join(sample, 'extension.ts'))}`)
  if (designer !== undefined) writeFileSync(join(folder, 'designer.ts'), designer)
  return folder
}

describe('rules extension', () => {
  it('finds the sample package complete', async () => {
    const { code, data, text } = await answerOf('extension', 'check', sample)
    expect([code, data, text]).toEqual([0, { problems: [] }, `Gói “${sample}” đã hoàn chỉnh.`])
  })

  it('runs as a command of its own, in English too', async () => {
    const { code, out, err } = await rulesInProcess('extension', 'check', sample, '--seed', 'another', '--lang', 'en')
    expect([code, out, err]).toEqual([0, `The package “${sample}” is complete.\n`, ''])
  })

  it('refuses a package whose field kinds nothing draws, without their editor, or with what cannot be loaded', async () => {
    const none = await answerOf('extension', 'check', drawnBy(undefined))
    expect([none.code, none.text]).toEqual([1, expect.stringContaining('sample.parcel')])
    expect(none.text.replaceAll(/\s+/g, ' ')).toContain('thêm "./designer" vào “exports”')
    const half = await answerOf('extension', 'check', drawnBy(`import { designerExtension as whole } from ${JSON.stringify(join(sample, 'designer.ts'))}\nexport const designerExtension = { fieldKinds: { 'sample.parcel': { Widget: whole.fieldKinds['sample.parcel'].Widget } } }`))
    const broken = await answerOf('extension', 'check', drawnBy("throw new TypeError('broken in itself')"))
    expect([broken.code, broken.text.replaceAll(/\s+/g, ' ')]).toEqual([1, expect.stringContaining('TypeError: broken in itself')])
    expect(half.code).toBe(1)
    expect(half.text.replaceAll(/\s+/g, ' ')).toContain('sample.parcel: “designerExtension” thiếu Editor')
  })

  it('refuses what is no package, in words', async () => {
    expect(await refusalOf('extension')).toContain('Cần “check”')
    expect(await refusalOf('extension', 'check')).toContain('Cần thư mục của gói')
    expect(await refusalOf('extension', 'check', join(repository, 'rulesets'))).toContain('package.json')
  })
})
