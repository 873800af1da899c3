import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decideLocally } from '@tieuchi/server/commands/decide-locally.ts'
import { writeAnswer } from '@tieuchi/server/commands/decide-text.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { dogAnswers } from '../../support/dog-households.ts'
import { layeredPacks } from '../../support/dog-overlays.ts'
import { writeDogRulesets } from '../../support/dog-rulesets.ts'

const folder = mkdtempSync(join(tmpdir(), 'decide-layers-'))
writeDogRulesets(folder, layeredPacks)
const packs = readPacks(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const decideAt = (at: string, unit: string, garden: number) =>
  decideLocally(packs, { file: 'dogs.json', at, unit, json: false, language: 'vi' }, dogAnswers('Chủ Chó', garden))

describe('decide on the command line', () => {
  it('shows both layers, each under its name, where local rules are in force', async () => {
    const text = writeAnswer(await decideAt('2026-12-01', '90001', 13), new Map(), 'vi')
    expect(text).toMatch(/^== Chuẩn quốc gia ==\nGiấy phép: không cấp\n/)
    expect(text).toContain('\n== Quy định của tỉnh Đảo ==\nGiấy phép: cấp\n')
    expect(text).toContain('Theo: Quy định nuôi chó 2026 + Quy định nuôi chó của đảo (địa phương) · Xã Bến Cảng, Tỉnh Đảo · ngày 01/12/2026')
    expect(text).toContain('Vườn tối thiểu: 12 m² · theo quy định của tỉnh Đảo · 05/2026/NQ-ĐẢO, Điều 1')
  })

  it('says that a value is the national floor', async () => {
    const text = writeAnswer(await decideAt('2027-06-01', '90002', 13), new Map(), 'vi')
    expect(text).toContain('== Quy định của tỉnh Đảo và xã Trên Đồi ==')
    expect(text).toContain('theo quy định của tỉnh Đảo, vì mức 25 m² của xã Trên Đồi kém thuận lợi hơn')
  })

  it('speaks English about them too', async () => {
    const text = writeAnswer(await decideAt('2026-12-01', '90001', 13), new Map(), 'en')
    expect(text).toMatch(/^== National standard ==\nLicence: refused\n/)
    expect(text).toContain('== Rules of tỉnh Đảo ==')
    expect(text).toContain('by the rules of tỉnh Đảo')
  })

  it('writes one answer without a heading elsewhere, and pins the hashes of each layer', async () => {
    const answer = await decideAt('2026-12-01', '91001', 13)
    expect(writeAnswer(answer, new Map(), 'vi')).toMatch(/^Giấy phép: không cấp\n/)
    expect(answer.response.rules.releases['dog-licence']).toEqual({ national: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await decideAt('2026-12-01', '90001', 13)).response.rules.releases['dog-licence']?.local).toHaveLength(1)
  })
})
