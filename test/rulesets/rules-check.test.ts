import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { rulesCommands } from '@tieuchi/server/commands/rules/rules-commands.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { ChangedPacks } from './changed-packs.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { rules, rulesInProcess } from './command-process.ts'
import { rulesets } from './rulesets.ts'

const packs = new ChangedPacks()

afterAll(() => packs.remove())

interface Found {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly pointer: string
  readonly code: string
  readonly severity: string
  readonly place: { readonly vi: string; readonly en: string }
  readonly message: { readonly vi: string; readonly en: string }
}

interface Checked {
  readonly releases: number
  readonly cases: number
  readonly counts: Readonly<Record<string, number>>
  readonly findings: readonly Found[]
}

const check = (...named: readonly string[]) => answerOf<Checked>('check', ...named)

const replaced = (from: string, to: string) => (text: string): string => text.replace(from, to)

const errorsIn = ({ data }: { readonly data: Checked }): readonly Found[] => data.findings.filter(({ severity }) => severity === 'error')

describe('rules check', () => {
  it('looks at every pack of this repository: every part names its article, and what was compared with no text is listed', async () => {
    const { code, out } = await rulesInProcess('check', '--require-citation', '--json')
    const { counts, findings }: Checked = JSON.parse(out)
    expect([code, counts['error'], counts['warning']]).toEqual([0, 0, 0])
    expect(findings.some(({ code: found }) => found === 'known_value')).toBe(true)
  })

  it('takes a note in place of a citation, unless every part is to name its article', async () => {
    const folder = packs.copy({ 'poverty/2022/logic/movement.json': replaced('"certainty": "known",', '') })
    const release = join(folder, 'poverty/2022')
    expect(await check(release)).toMatchObject({ code: 0 })
    const { code, data } = await check(release, '--require-citation')
    expect([code, data.findings.filter(({ severity }) => severity === 'warning').map(({ code: found, pointer }) => [found, pointer])]).toEqual([1, [['citation_only_noted', '#/4/rows/0']]])
  })

  it('asks overlays for their articles as it asks releases', async () => {
    const folder = packs.copy({ 'health-insurance/hai-duong-2019-07/parameters.json': replaced('"citation": { "document": "09/2018/NQ-HĐND" },', '') })
    const { code, data } = await check(join(folder, 'health-insurance/hai-duong-2019-07'), '--require-citation')
    expect([code, data.findings.map(({ code: problem, pointer }) => [problem, pointer])]).toEqual([1, [['citation_only_noted', '#/support_agri_average']]])
  })

  it('finds nothing in a release without findings, and says so by its exit code', async () => {
    expect(await check('poverty/2022')).toMatchObject({ code: 0, data: { releases: 1, counts: { error: 0, warning: 0 } } })
  })

  it('tells a problem by file, line, column, place in words and JSON pointer, in both languages', async () => {
    const folder = packs.copy({ 'poverty/2027/logic/class.json': replaced('{ "lessThanInclusive": { "parameter": "income_line" } }', '{ "lessThanInclusive": { "parameter": "income_lin" } }') })
    const file = join(folder, 'poverty/2027/logic/class.json')
    const line = readFileSync(file, 'utf8').split('\n').findIndex((each) => each.includes('income_lin"')) + 1
    const machine = await rulesInProcess('check', '--json', join(folder, 'poverty/2027'))
    expect(machine.code).toBe(1)
    expect(JSON.parse(machine.out).findings).toContainEqual({
      file: relative(tmpdir(), file), line, column: 11, pointer: '#/0/rows/0/when/1', code: 'unknown_parameter', severity: 'error', params: { parameter: 'income_lin' },
      place: { vi: 'Bảng “Phân loại hộ”, dòng 1, cột 2', en: 'Table “Classification”, row 1, column 2' },
      message: { vi: 'Không có tham số “income_lin”; hãy sửa tên hoặc thêm tham số.', en: 'There is no parameter “income_lin”; correct the name or add the parameter.' },
    })
    const { out } = await rulesInProcess('check', join(folder, 'poverty/2027'))
    expect(out).toMatch(new RegExp(`^${relative(tmpdir(), file)}\n  ${line}:11 +lỗi +Bảng “Phân loại hộ”, dòng 1, cột 2: Không có tham số “income_lin”`))
    expect(out).toContain('#/0/rows/0/when/1 · unknown_parameter')
    expect(out).toMatch(/\n1 lỗi, /)
  })

  it.each([
    ['a value of the wrong kind', 'poverty/2022/parameters.json', replaced('"certainty": "seen"', '"certainty": "sure"'), '#/income_line/certainty', 'document_enum', 'Tham số “Chuẩn thu nhập”'],
    ['a question with a list that is none', 'common/dictionary.json', replaced('"x-list": "job"', '"x-list": "jobs"'), '#/properties/members/items/properties/job', 'unknown_list', 'Câu hỏi “Việc làm”'],
    ['a name given twice', 'poverty/2022/parameters.json', replaced('"certainty": "seen"', '"certainty": "known", "certainty": "seen"'), '#/income_line/certainty', 'pack_name_twice', 'Tham số “Chuẩn thu nhập”'],
    ['a case that comes out otherwise', 'poverty/2027/cases/class.json', replaced('"class": "poor"', '"class": "near_poor"'), '#/0/expect/class', 'case-result-differs', 'Ca kiểm thử “Nông thôn, đúng 2.200.000 đ, 3 chỉ số thiếu hụt: hộ nghèo”'],
    ['a case with an answer that is none', 'poverty/2027/cases/indicators.json', replaced('"job": "none"', '"job": "idle"'), '#/0/given/members/0/job', 'input_enum', 'Ca kiểm thử “Một người có khả năng, có nhu cầu làm việc mà không có việc làm thì hộ thiếu hụt”'],
    ['a case of another period', 'poverty/2027/cases/class.json', replaced('"at": "2027-06-01"', '"at": "2026-06-01"'), '#/0', 'pack_case_day', 'Ca kiểm thử “Nông thôn, đúng 2.200.000 đ, 3 chỉ số thiếu hụt: hộ nghèo”'],
    ['an attribute that is none', 'units/hai-phong.json', replaced('"area_type"', '"area"'), '#/units/1/attributes/area', 'pack_unit_attribute', ''],
  ])('finds %s', async (_name, file, change, pointer, code, place) => {
    const folder = packs.copy({ [file]: change })
    const named = file.startsWith('poverty') ? dirname(dirname(join(file, 'x'))).split('/').slice(0, 2).join('/') : 'poverty/2016'
    const answer = await check(join(folder, named))
    expect(answer.code).toBe(1)
    const found = answer.data.findings.find((each) => each.code === code)
    expect(found).toMatchObject({ file: join(folder, file), pointer, severity: 'error' })
    expect(found?.place.vi).toBe(place)
    expect(found?.message.vi).not.toBe(found?.message.en)
  })

  it('tells where a file stops being JSON, looks at the others, and exits with 2', async () => {
    const folder = packs.copy({
      'poverty/2016/logic/class.json': replaced('"hit": "first",', '"hit": "first",,'),
      'poverty/2022/parameters.json': replaced('"certainty": "seen"', '"certainty": "sure"'),
    })
    const { code, data, text } = await check(folder)
    expect(code).toBe(2)
    expect(data.findings.find((each) => each.code === 'pack_json')).toMatchObject({ file: join(folder, 'poverty/2016/logic/class.json'), line: 6, column: 20, pointer: '#' })
    expect(data.findings.some((each) => each.code === 'document_enum')).toBe(true)
    expect(text).toContain('không phải JSON hợp lệ; lỗi ở dòng 6, cột 20.')
  })

  it('looks only at what was named, and at errors in what all share', async () => {
    const folder = packs.copy({
      'poverty/2022/parameters.json': replaced('"certainty": "seen"', '"certainty": "sure"'),
      'poverty/2026/logic/facts.json': replaced('"fact": "floor_area"', '"fact": "floor_space"'),
    })
    expect(errorsIn(await check(join(folder, 'poverty/2016')))).toEqual([])
    expect(new Set(errorsIn(await check(join(folder, 'poverty/2016'), join(folder, 'poverty/2026'))).map(({ file }) => file))).toEqual(new Set([join(folder, 'poverty/2026/logic/facts.json')]))
  })

  it('reads a release that lies alone with what this repository shares', async () => {
    const folder = join(packs.folder(), 'draft')
    cpSync(join(rulesets, 'poverty/2027'), folder, { recursive: true })
    expect(await check(folder)).toMatchObject({ data: { releases: 1, counts: { error: 0 } } })
    const file = join(folder, 'release.json')
    writeFileSync(file, readFileSync(file, 'utf8').replace('"scope"', '"scoop"'))
    expect((await check(folder)).data.findings.map((each) => each.file)).toContain(file)
  })

  it('reads a programme that lies alone, and says what is missing in it', async () => {
    const folder = join(packs.folder(), 'poverty')
    cpSync(join(rulesets, 'poverty'), folder, { recursive: true })
    expect(await check(folder)).toMatchObject({ data: { releases: 6, counts: { error: 0 } } })
    rmSync(join(folder, '2016/parameters.json'))
    expect((await check(folder)).data.findings).toContainEqual(expect.objectContaining({ code: 'pack_missing', file: join(folder, '2016/parameters.json'), line: 1, pointer: '#' }))
  })

  it('refuses an unknown option with exit code 2, on the stream of errors', async () => {
    expect(await rulesInProcess('check', '--colour')).toEqual({ code: 2, out: '', err: 'Không có tuỳ chọn “--colour”. Xem: rules check --help\n' })
  })

  it.each([
    ['a name that is none', ['nowhere'], 'Không có bộ quy định hay thư mục “nowhere”'],
    ['a language it does not speak', ['--lang', 'fr'], '--lang: “fr” không có'],
    ['a value for an option that takes none', ['--json=yes'], '“--json” không nhận giá trị.'],
  ])('refuses %s', async (_name, args, words) => {
    expect(await refusalOf('check', ...args)).toContain(words)
  })

  it('refuses a folder without packs', async () => {
    const folder = packs.folder()
    mkdirSync(join(folder, 'notes'))
    expect(await refusalOf('check', folder)).toContain('không có bộ quy định: cần common/ (cả bộ)')
  })
})

describe('the help of rules', () => {
  it('lists the commands, in both languages', async () => {
    const { code, out } = await rulesInProcess('--help')
    expect(code).toBe(0)
    for (const name of ['check', 'test', 'diff', 'explain', 'schema', 'export', 'import', 'form']) expect(out).toMatch(new RegExp(`^  ${name} `, 'm'))
    expect(out).toContain('Mã kết thúc')
    expect((await rules('--help', '--lang', 'en')).out).toContain('Exit codes')
  })

  it.each(['check', 'test', 'diff', 'explain', 'impact', 'schema', 'export', 'import', 'form'])('of %s names operands, options and examples', async (name) => {
    const { code, out } = await rules(name, '--help')
    expect(code).toBe(0)
    expect(out).toMatch(new RegExp(`^Cách dùng: pnpm rules ${name} .*\\n`))
    expect(out).toContain('--json')
    expect(out).toContain(`  pnpm rules ${name}`)
  })

  it('is shown where no command is given, and named where an unknown one is, with exit code 2', async () => {
    expect(await rules()).toMatchObject({ code: 2 })
    expect(await rules('lint')).toEqual({ code: 2, out: '', err: `Không có lệnh “lint”; chọn một trong: ${Object.keys(rulesCommands).join(', ')}. Xem: rules --help\n` })
  })
})
