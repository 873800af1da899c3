import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Overlay } from '@tieuchi/runtime'
import { afterAll, describe, expect, it } from 'vitest'
import { dogProgramme } from '../support/dog-licences.ts'
import { hillPack, islandOverlay, islandPack, layeredPacks, openReleases } from '../support/dog-overlays.ts'
import { writeDogRulesets } from '../support/dog-rulesets.ts'
import { answerOf } from './command-answer.ts'

const folders: string[] = []

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

/** A made-up policy with local rules, those of the island changed. */
function packsWith(change: Partial<Overlay> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'overlays-'))
  folders.push(folder)
  const island = { ...islandPack, overlay: { ...islandOverlay, ...change } }
  writeDogRulesets(folder, { ...layeredPacks, programmes: [{ document: dogProgramme, releases: openReleases, overlays: [island, hillPack] }] })
  return folder
}

const wrongCases = islandOverlay.cases.map((each) => ({ ...each, expect: { licence: 'refused' } }))

describe('the commands for rules with local rules', () => {
  it('check them, and their cases in the local layer', async () => {
    const sound = await answerOf<{ releases: number; counts: { error: number } }>('check', packsWith())
    expect(sound.data).toMatchObject({ releases: 4, counts: { error: 0 } })
    const folder = packsWith({ cases: wrongCases })
    const { data, code } = await answerOf<{ findings: readonly { code: string; file: string }[] }>('check', join(folder, 'dog-licence/island-2026-07'))
    expect(code).toBe(1)
    expect(data.findings.filter((each) => each.code === 'case-result-differs').map(({ file }) => file)).toEqual([expect.stringContaining(join(folder, 'dog-licence/island-2026-07/cases'))])
  })

  it('check that they fit the rules they lie on', async () => {
    const folder = packsWith({ logic: [{ kind: 'rules', id: 'obstacles', rules: [{ kind: 'removed', id: 'no_such_rule' }] }] })
    const { data } = await answerOf<{ findings: readonly { severity: string; file: string }[] }>('check', folder)
    expect(data.findings.some(({ severity, file }) => severity === 'error' && file.includes(join('island-2026-07', 'logic')))).toBe(true)
  })

  it('test their cases', async () => {
    expect(await answerOf('test', join(packsWith(), 'dog-licence/island-2026-07'))).toMatchObject({ code: 0, data: { run: 1, failed: 0 } })
    const { code, text } = await answerOf('test', join(packsWith({ cases: wrongCases }), 'dog-licence/island-2026-07'))
    expect(code).toBe(1)
    expect(text).toContain('✗ Vườn 12 m² ở đồng')
  })

  it('explain what they change, as it then holds', async () => {
    const { text } = await answerOf('explain', join(packsWith(), 'dog-licence/island-2026-07'))
    expect(text).toContain('Quy định nuôi chó của đảo (từ 01/07/2026)')
    expect(text).toContain('Giảm diện tích vườn tối thiểu.')
    expect(text).toMatch(/Vườn tối thiểu – .*12 m²/)
    expect(text).not.toContain('Quy tắc\n')
  })

  it('tell them apart from the rules they lie on, and from each other', async () => {
    const folder = packsWith()
    const onBase = await answerOf('diff', join(folder, 'dog-licence/2026'), join(folder, 'dog-licence/island-2026-07'))
    expect(onBase.code).toBe(1)
    expect(onBase.text).toMatch(/Mức quy định\n {2}• Vườn tối thiểu \(.*\): .* → 12 m²\./)
    const among = await answerOf('diff', join(folder, 'dog-licence/island-2026-07'), join(folder, 'dog-licence/hill-2027'))
    expect(among.code).toBe(1)
    expect(among.text).toContain('Bỏ quy tắc “Vườn không rào”.')
    expect(await answerOf('diff', join(folder, 'dog-licence/hill-2027'), join(folder, 'dog-licence/hill-2027'))).toMatchObject({ code: 0 })
  })
})
