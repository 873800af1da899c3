import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { decide, decideInProcess } from './command-process.ts'
import { repository } from './rulesets.ts'

const folder = mkdtempSync(join(tmpdir(), 'decide-'))
const sample = join(repository, 'rulesets/demo/household.json')
const at = ['--at', '2026-06-01', '--unit', '11074']

afterAll(() => rmSync(folder, { recursive: true, force: true }))

const fileOf = (name: string, content: string): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

const sampleWith = (name: string, change: (household: Record<string, unknown>, input: Record<string, unknown>) => void): string => {
  const input = JSON.parse(readFileSync(sample, 'utf8'))
  change(input.household, input)
  return fileOf(name, JSON.stringify(input))
}

describe('decide', () => {
  it('writes result, indicators and reason with articles, in Vietnamese', async () => {
    const { code, out } = await decideInProcess(...at, sample)
    expect(code).toBe(0)
    expect(out).toMatch(/^Phân loại hộ: Hộ có mức sống trung bình\n/)
    expect(out).toContain('đúng (3): Thiếu hụt việc làm; Thiếu hụt bảo hiểm y tế; Thiếu hụt nguồn nước sinh hoạt')
    expect(out).toContain('Xã Tứ Kỳ, Thành phố Hải Phòng · ngày 01/06/2026')
    expect(out).toContain('1.900.000 đ/người/tháng; Chuẩn thu nhập: 1.500.000 đ/người/tháng · 07/2021/NĐ-CP, Điều 3')
  })

  it('judges the same file by the law of another day, in English', async () => {
    const { code, out } = await decide('--at', '2027-01-01', '--unit', '11074', '--lang', 'en', sample)
    expect(code).toBe(0)
    expect(out).toMatch(/^Class of household: Poor\n/)
    expect(out).toContain('Income line: 2,200,000 VND/person/month · 351/2025/NĐ-CP')
  })

  it('writes the answer of the API as JSON', async () => {
    const { out } = await decideInProcess(...at, '--json', sample)
    const answer = JSON.parse(out)
    expect(answer.moment).toEqual({ law_at: '2026-06-01', facts_at: '2026-06-01', unit_at: '2026-06-01' })
    expect(answer.layers.national.outcomes[0]).toMatchObject({ id: 'class', state: 'determined', value: 'average' })
    expect(answer.explanations.national[0].children.length).toBeGreaterThan(0)
    expect(answer.rules.releases.poverty.national).toMatch(/^[0-9a-f]{64}$/)
  })

  it('refuses a file nested too deep or too large, naming place and limit', async () => {
    const deep = await decideInProcess(...at, fileOf('deep.json', `{"household": ${'['.repeat(100_000)}${']'.repeat(100_000)}}`))
    expect(deep).toMatchObject({ code: 1, out: '' })
    expect(deep.err).toContain('deep.json › household.0')
    expect(deep.err).toContain('mức tối đa là 64 tầng lồng nhau')
    const large = await decide(...at, '--lang', 'en', fileOf('large.json', ' '.repeat(17_000_000)))
    expect(large).toMatchObject({ code: 1, out: '' })
    expect(large.err).toContain('the limit is 16,777,216 bytes')
  })

  it('names the questions that are still to be asked', async () => {
    const file = sampleWith('open.json', (household) => {
      household['income_per_person'] = 1_400_000
      delete household['water_source']
    })
    const { code, out } = await decide(...at, file)
    expect(code).toBe(0)
    expect(out).toMatch(/^Phân loại hộ: chưa kết luận\n {2}Cần hỏi thêm: Nguồn nước sinh hoạt chính\n/)
  })

  it.each([
    ['a value of the wrong type', () => sampleWith('type.json', (household) => { household['income_per_person'] = '1900000' }), ['household.income_per_person', 'Thu nhập bình quân đầu người', '“1900000”', 'một số nguyên']],
    ['null', () => sampleWith('null.json', (household) => { household['floor_area'] = null }), ['household.floor_area', 'null', 'một số']],
    ['an unknown code', () => sampleWith('code.json', (household) => { household['water_source'] = 'sea' }), ['household.water_source', '“sea”', '(piped)']],
    ['a name that is not in the dictionary', () => sampleWith('name.json', (household) => { household['incme'] = 1 }), ['household.incme', 'không có trong từ điển']],
    ['a day that does not exist', () => sampleWith('day.json', (_household, input) => { input['members'] = [{ id: 'a', birth_date: '1980-02-30' }] }), ['members.0.birth_date', '“30/02/1980”', 'một ngày có trên lịch']],
    ['its own unit', () => sampleWith('unit.json', (_household, input) => { input['unit'] = { area_type: 'urban' } }), ['unit', '--unit']],
    ['no JSON', () => fileOf('broken.json', '{"household": {\n  "floor_area": 46,\n}}'), ['broken.json', 'JSON', 'dòng 3, cột 1']],
    ['no file', () => 'nowhere.json', ['nowhere.json', 'không đọc được: không có tệp này']],
  ])('refuses a file with %s, naming field, value and what was expected', async (_name, file, words) => {
    const { code, out, err } = await decide(...at, file())
    expect(code).toBe(1)
    expect(out).toBe('')
    for (const word of words) expect(err).toContain(word)
  })

  it.each([
    ['no date', ['--unit', '11074', sample], '--at'],
    ['a date that does not exist', ['--at', '2026-02-30', '--unit', '11074', sample], '2026-02-30'],
    ['no unit', ['--at', '2026-06-01', sample], '--unit'],
    ['a unit that is no commune', ['--at', '2026-06-01', '--unit', '31', sample], 'không phải xã, phường hoặc đặc khu'],
    ['a unit that is not there that day', ['--at', '2026-06-01', '--unit', '11083', sample], '11083'],
    ['a programme that does not exist', [...at, '--programme', 'fishing', sample], 'fishing'],
    ['a day without rules', ['--at', '2031-01-01', '--unit', '11074', sample], '2031-01-01'],
    ['an unknown option', [...at, '--colour', sample], '--colour'],
    ['a language it does not speak', [...at, '--lang', 'fr', sample], 'fr'],
    ['a server that cannot be reached', [...at, '--server', 'http://127.0.0.1:9', '--login', 'a', '--password', 'b', sample], 'http://127.0.0.1:9'],
  ])('refuses %s and says so', async (_name, args, word) => {
    const { code, err } = await decide(...args)
    expect(code).toBe(1)
    expect(err).toContain(word)
  })

  it('gives members without an id one by their order, and warns of hard checks of the form', async () => {
    const file = sampleWith('checks.json', (_household, input) => {
      input['members'] = [{ full_name: 'An', relation_to_head: 'head' }, { full_name: 'Bình', relation_to_head: 'head' }]
    })
    const { code, out, err } = await decideInProcess(...at, '--json', file)
    expect(code).toBe(0)
    expect(JSON.parse(out).checks).toMatchObject([{ code: 'form_check', severity: 'error' }])
    expect(Object.keys(JSON.parse(out).layers.national.member_outcomes ?? {}).every((id) => ['m1', 'm2'].includes(id))).toBe(true)
    expect(err).toMatch(/^cảnh báo: .*checks\.json.*đúng một chủ hộ/)
    expect((await decide(...at, '--json', sample)).err).toBe('')
  })

  it('speaks English about problems too', async () => {
    const { err } = await decide(...at, '--lang', 'en', sampleWith('english.json', (household) => { household['income_per_person'] = -1 }))
    expect(err).toContain('Income per person: -1 VND/person/month is not valid; expected at least 0 VND/person/month.')
  })
})
