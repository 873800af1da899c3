import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decideLocally } from '@tieuchi/server/commands/decide-locally.ts'
import { writeAnswer } from '@tieuchi/server/commands/decide-text.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { benefitPacks } from '../../support/dog-benefits.ts'
import { writeDogRulesets } from '../../support/dog-rulesets.ts'

const folder = mkdtempSync(join(tmpdir(), 'decide-benefits-'))
writeDogRulesets(folder, benefitPacks)
const packs = readPacks(folder)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const members = [{ id: 'a', part: 'keeper' }, { id: 'b', part: 'dog', vaccinated: false }, { id: 'c', part: 'dog' }]
const decideOn = (household: object) => decideLocally(packs, { file: 'dogs.json', at: '2026-12-01', unit: '90001', json: false, language: 'vi' }, { household, members })
const names = new Map([['b', 'Vàng'], ['c', 'Mực']])

describe('decide on the command line tells of benefits', () => {
  it('who gets what, by which article, and what is still to be asked', async () => {
    const lines = writeAnswer(await decideOn({ garden_area: 30, fenced: false }), names, 'vi').split('\n')
    expect(lines).toContain('Hỗ trợ làm rào: được hưởng, số tiền 600.000 đ, một lần [01/2026/QĐ-CHO, Điều 8]')
    expect(lines).toContain('Vàng – Tiêm phòng miễn phí: được hưởng [01/2026/QĐ-CHO, Điều 9]')
    const asked = lines.indexOf('Mực – Tiêm phòng miễn phí: chưa kết luận [01/2026/QĐ-CHO, Điều 9]')
    expect(lines[asked + 1]).toBe('  Cần hỏi thêm: Đã tiêm phòng (Mực)')
  })

  it('and does not hide an amount that waits for an answer', async () => {
    const text = writeAnswer(await decideOn({ fenced: false }), names, 'en')
    expect(text).toContain('Fence grant: granted, amount not known, once')
  })

  it('with the reasons of each, the member named', async () => {
    const answer = await decideOn({ garden_area: 30, fenced: true })
    const text = writeAnswer(answer, names, 'vi')
    expect(text).toContain('\n  ✗ Hỗ trợ làm rào: không được hưởng [01/2026/QĐ-CHO, Điều 8]\n    ✗ Có rào: không [đọc được có]')
    expect(text).toContain('\n  ✓ Vàng – Tiêm phòng miễn phí: được hưởng')
    expect(answer.response.explanations?.['national']?.map(({ id, member }) => [id, member])).toEqual([
      ['licence', undefined], ['fence_grant', undefined], ['vaccination_offer', 'a'], ['vaccination_offer', 'b'], ['vaccination_offer', 'c'],
    ])
  })
})
