import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { answerOf, refusalOf } from './command-answer.ts'
import { rulesInProcess } from './command-process.ts'
import { repository } from './rulesets.ts'

const sample = join(repository, 'test/extension-sample')

describe('rules extension', () => {
  it('finds the sample package complete', async () => {
    const { code, data, text } = await answerOf('extension', 'check', sample)
    expect([code, data, text]).toEqual([0, { problems: [] }, `Gói “${sample}” đã hoàn chỉnh.`])
  })

  it('runs as a command of its own, in English too', async () => {
    const { code, out, err } = await rulesInProcess('extension', 'check', sample, '--seed', 'another', '--lang', 'en')
    expect([code, out, err]).toEqual([0, `The package “${sample}” is complete.\n`, ''])
  })

  it('refuses what is no package, in words', async () => {
    expect(await refusalOf('extension')).toContain('Cần “check”')
    expect(await refusalOf('extension', 'check')).toContain('Cần thư mục của gói')
    expect(await refusalOf('extension', 'check', join(repository, 'rulesets'))).toContain('package.json')
  })
})
