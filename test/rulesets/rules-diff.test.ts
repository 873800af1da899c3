import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { ChangedPacks } from './changed-packs.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { rules, rulesInProcess } from './command-process.ts'
import { rulesets } from './rulesets.ts'

const packs = new ChangedPacks()

afterAll(() => packs.remove())

describe('rules diff', () => {
  it('tells two releases apart in sentences, by document', async () => {
    const { code, out } = await rulesInProcess('diff', 'poverty/2026', 'poverty/2027')
    expect(code).toBe(1)
    expect(out).toMatch(/^Chuẩn nghèo đa chiều năm 2026 \(từ 01\/01\/2026 đến 31\/12\/2026\) → Chuẩn nghèo đa chiều 2027–2030 \(từ/)
    expect(out).toMatch(/\n\nThông tin chung\n {2}• [^]*\n\nMức quy định\n {2}• Chuẩn thu nhập \(nông thôn\): 1\.500\.000 → 2\.200\.000 đ\/người\/tháng\.\n[^]*\n\nQuy tắc\n {2}• [^]*\n\nBiểu mẫu\n[^]*\n\nTình huống mẫu\n/)
    expect(out).toMatch(/\n\d+ thay đổi\.\n$/)
    expect(out).not.toMatch(/”\.”\./)
  })

  it('gives machines each change with its path and values', async () => {
    const { code, out } = await rules('diff', 'poverty/2026', 'poverty/2027', '--json')
    expect(code).toBe(1)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ equal: false, documents: [{ document: 'release' }, { document: 'parameters' }, { document: 'logic' }, { document: 'forms' }, { document: 'cases' }] })
    expect(answer.changes).toContainEqual({ kind: 'changed', thing: 'keyed_amount', path: ['parameters', 'income_line', 'amount', 'values', 'rural'], before: 1_500_000, after: 2_200_000 })
  })

  it('says in English that two are the same, whatever days they are proposed for', async () => {
    const folder = packs.copy({ 'poverty/2027/release.json': (text) => text.replace('"2030-12-31"', '"2031-12-31"') })
    const { code, text } = await answerOf('diff', 'poverty/2027', join(folder, 'poverty/2027'), '--lang', 'en')
    expect(code).toBe(0)
    expect(text).toMatch(/\(from 01\/01\/2027 to 31\/12\/2030\) → .* to 31\/12\/2031\)\n\nThe two are the same\.$/)
  })

  it('reads a file with one whole release, and drafts that do not pass their check', async () => {
    const [release] = readPacks(rulesets).programmes.find(({ document }) => document.id === 'poverty')?.releases ?? []
    const file = join(packs.folder(), 'release.json')
    writeFileSync(file, JSON.stringify(release?.release))
    expect(await answerOf('diff', file, 'poverty/2016')).toMatchObject({ code: 0 })
    const draft = packs.copy({ 'poverty/2016/logic/class.json': (text) => text.replaceAll('"lower_income_line"', '"no_line"') })
    const { code, text } = await answerOf('diff', file, join(draft, 'poverty/2016'))
    expect(code).toBe(1)
    expect(text).toContain('Quy tắc\n')
  })

  it('compares what all share', async () => {
    const folder = packs.copy({ 'common/dictionary.json': (text) => text.replace('"vi": "Việc làm"', '"vi": "Việc làm chính"') })
    const { code, text } = await answerOf('diff', 'common', join(folder, 'common'))
    expect(code).toBe(1)
    expect(text).toContain('Từ điển\n  • Câu hỏi “Việc làm”: đổi tên thành “Việc làm chính”.\n\n1 thay đổi.')
  })

  it.each([
    ['one release alone', ['poverty/2026'], 'Cần hai bản quy định để so sánh.'],
    ['three', ['poverty/2016', 'poverty/2022', 'poverty/2026'], 'Thừa “poverty/2026”.'],
    ['a programme with several releases', ['poverty', 'poverty/2026'], 'hãy chọn một: poverty/2016, poverty/2022, poverty/2025-04, poverty/2026, poverty/2027, poverty/dong-nai-2022.'],
    ['a release beside what all share', ['poverty/2026', 'common'], 'hãy so sánh hai bên cùng loại.'],
    ['a file that is not there', ['poverty/2026', 'nowhere.json'], 'nowhere.json: không đọc được: không có tệp này.'],
  ])('refuses %s', async (_name, args, words) => {
    expect(await refusalOf('diff', ...args)).toContain(words)
  })

  it('refuses a file that is no release, naming what is wrong, and one that is no JSON, naming the line', async () => {
    const folder = packs.folder()
    writeFileSync(join(folder, 'empty.json'), '{}')
    writeFileSync(join(folder, 'broken.json'), '{\n  "format": 1,\n}')
    expect(await refusalOf('diff', join(folder, 'empty.json'), 'poverty/2016')).toContain('programme')
    const broken = await rulesInProcess('diff', 'poverty/2016', join(folder, 'broken.json'))
    expect(broken).toMatchObject({ code: 2 })
    expect(broken.err).toContain('lỗi ở dòng 3, cột 1')
  })
})
