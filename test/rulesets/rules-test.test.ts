import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ChangedPacks } from './changed-packs.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { rules, rulesInProcess } from './command-process.ts'

const packs = new ChangedPacks()

afterAll(() => packs.remove())

const wrongCase = { 'poverty/2027/cases/class.json': (text: string) => text.replace('"expect": { "class": "poor", "deprivation_count": 3 }', '"expect": { "class": "average", "deprivation_count": 5, "deprivations.water": true }') }

/** The release of 2016 with few of its cases, and more given. */
function withCases(more: readonly unknown[] = []): string {
  const folder = packs.copy({ 'poverty/2016/cases/class.json': (text) => JSON.stringify([...JSON.parse(text).slice(0, 2), ...more]) })
  for (const name of readdirSync(join(folder, 'poverty/2016/cases'))) if (name !== 'class.json') rmSync(join(folder, 'poverty/2016/cases', name))
  return folder
}

const firstCase = 'gdbslixdkx'

interface Tested {
  readonly run: number
  readonly failed: number
  readonly releases: readonly {
    readonly run: number
    readonly reach: readonly { readonly kind: string; readonly reached: number; readonly all: number }[]
    readonly gaps: readonly unknown[]
    readonly proposed: readonly unknown[]
  }[]
}

describe('rules test', () => {
  it('passes the cases of every release of this repository', async () => {
    const { code, out } = await rulesInProcess('test', '--quick')
    expect(code).toBe(0)
    expect(out).toMatch(/^poverty\/2016: \d+ ca, \d+ đạt$/m)
    expect(out).toMatch(/\n(\d+) ca: \1 đạt, 0 không đạt\n$/)
  })

  it('tells of a failed case where it stands, what was expected, what came out and why', async () => {
    const folder = packs.copy(wrongCase)
    const { code, out } = await rulesInProcess('test', join(folder, 'poverty/2027'), '--case', firstCase)
    expect(code).toBe(1)
    expect(out).toContain(`✗ Nông thôn, đúng 2.200.000 đ, 3 chỉ số thiếu hụt: hộ nghèo (${firstCase}, ${relative(tmpdir(), join(folder, 'poverty/2027/cases/class.json'))}:2:3)`)
    expect(out).toContain('“Phân loại hộ” phải là Hộ có mức sống trung bình nhưng kết quả là Hộ nghèo.')
    expect(out).toContain('✓ Phân loại hộ: Hộ nghèo\n')
    expect(out).toContain('“Thiếu hụt nguồn nước sinh hoạt” phải là có nhưng kết quả là không.')
    expect(out).toContain('✗ Thiếu hụt nguồn nước sinh hoạt')
    expect(out).toContain('1 ca: 0 đạt, 1 không đạt')
  })

  it('gives the same to machines', async () => {
    const folder = packs.copy(wrongCase)
    const { code, out } = await rules('test', join(folder, 'poverty/2027'), '--case', firstCase, '--json')
    expect(code).toBe(1)
    const answer = JSON.parse(out)
    expect(answer).toMatchObject({ run: 1, passed: 0, failed: 1 })
    expect(answer.releases[0].failed[0]).toMatchObject({
      id: firstCase,
      expectations: [
        { name: 'class', expected: 'average', got: 'poor', passed: false },
        { name: 'deprivation_count', expected: 5, got: 3, passed: false },
        { name: 'deprivations.water', expected: true, got: false, passed: false },
      ],
    })
    expect(answer.releases[0].failed[0].why[0]).toMatchObject({ kind: 'outcome', id: 'class' })
  })

  it('says what the cases reach and which cases are missing at limits', async () => {
    const folder = withCases()
    const { code, data, text } = await answerOf<Tested>('test', join(folder, 'poverty/2016'), '--lang', 'en')
    expect(code).toBe(0)
    const [release] = data.releases
    expect(release?.run).toBe(2)
    for (const { kind, reached, all } of release?.reach ?? []) expect([kind, reached < all]).toEqual([kind, true])
    expect(release?.reach.find(({ kind }) => kind === 'row')?.reached).toBeGreaterThan(0)
    expect(release?.gaps.length).toBeGreaterThan(10)
    expect(release?.proposed.length).toBeGreaterThan(10)
    expect(text).toMatch(/rows that decided +\d+\/\d+/)
    expect(text).toContain(`${release?.proposed.length} cases are missing`)
    expect(text).toMatch(/… and \d+ more; --all shows them/)
    expect(text).toContain('– One step below: ')
  })

  it('proposes the missing cases as JSON that becomes a case once a person confirms it', async () => {
    const folder = withCases()
    const file = join(folder, 'proposed.txt')
    const { code, text } = await answerOf('test', join(folder, 'poverty/2016'), '--propose', '--out', file)
    expect(code).toBe(0)
    const proposed: readonly { readonly suggestion: object; readonly purpose: object }[] = JSON.parse(readFileSync(file, 'utf8'))
    expect(text).toContain(`Đã ghi ${proposed.length} ca đề xuất vào ${file}`)
    const confirmed = proposed.map(({ suggestion, purpose: _purpose, ...rest }) => ({ ...rest, expect: suggestion }))
    const complete = withCases(confirmed)
    const { data } = await answerOf<Tested>('test', join(complete, 'poverty/2016'), '--quick')
    expect(data).toMatchObject({ failed: 0, run: proposed.length + 2 })
  })

  it.each([
    ['a case that is none', ['--case', 'aaaaaaaaaa', 'poverty/2016'], 'Không có ca “aaaaaaaaaa”'],
    ['a file for no proposals', ['--out', 'x.json'], '--out chỉ dùng cùng --propose.'],
    ['an option without its value', ['--case'], '“--case” cần một giá trị: mã.'],
  ])('refuses %s', async (_name, args, words) => {
    expect(await refusalOf('test', ...args)).toContain(words)
  })

  it('refuses packs with problems, naming them, unless they are in a release that plays no part', async () => {
    const folder = packs.copy({ 'poverty/2022/parameters.json': (text) => text.replace('"certainty": "seen"', '"certainty": "sure"') })
    expect(await refusalOf('test', '--quick', join(folder, 'poverty/2022'))).toContain('poverty/2022/parameters.json › income_line › certainty')
    expect(await answerOf('test', '--quick', join(folder, 'poverty/2016'))).toMatchObject({ code: 0 })
  })
})
