import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { ChangedPacks } from './changed-packs.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { rulesInProcess } from './command-process.ts'
import { repository } from './rulesets.ts'

const packs = new ChangedPacks()

afterAll(() => packs.remove())

const household = ['--household', join(repository, 'rulesets/demo/household.json'), '--unit', '11074']

describe('rules explain of a release', () => {
  it('writes it as an official reads it: basis, values, rules with their articles', async () => {
    const { code, out } = await rulesInProcess('explain', 'poverty/2022')
    expect(code).toBe(0)
    expect(out).toMatch(/^Chuẩn nghèo đa chiều 2022–2025 \(từ 01\/01\/2022 đến 09\/04\/2025\)\nCăn cứ: 07\/2021\/NĐ-CP, Điều 3/)
    expect(out).toContain('\nMức quy định\n\nChuẩn thu nhập – nông thôn: 1.500.000 đ/người/tháng; thành thị: 2.000.000 đ/người/tháng. (income_line)\n  [07/2021/NĐ-CP, Điều 3')
    expect(out).toContain('\nQuy tắc\n\nPhân loại hộ, xét lần lượt từ trên xuống, lấy trường hợp đúng đầu tiên: (classification)\n  1. Hộ nghèo khi ')
    expect(out.split('\n').every((line) => line.length <= 110)).toBe(true)
  })

  it('says every value and piece to machines, rows and rules apart', async () => {
    interface Prose { readonly paragraphs: readonly { readonly id: string; readonly kind: string; readonly text: object; readonly items: readonly { readonly citation?: object }[] }[] }
    const { data } = await answerOf<Prose>('explain', 'poverty/2027')
    const release = (part: string) => JSON.parse(readFileSync(join(repository, 'rulesets/poverty/2027', part), 'utf8'))
    const ids = data.paragraphs.map(({ id }) => id)
    expect(ids).toEqual(expect.arrayContaining(Object.keys(release('parameters.json'))))
    const table = data.paragraphs.find(({ id }) => id === 'classification')
    expect(table?.items).toHaveLength(release('logic/class.json')[0].rows.length)
    expect(table?.items[0]?.citation).toEqual({ document: '351/2025/NĐ-CP' })
  })

  it('writes one piece or value alone, in English, and names them where there is none of that name', async () => {
    expect((await answerOf('explain', 'poverty/2027', 'min_deprivations', '--lang', 'en')).text).toContain('\nFewest deprivations of a poor household is 3. (min_deprivations)\n  [351/2025/NĐ-CP · seen in the text]')
    expect((await answerOf('explain', 'poverty/2027', 'average_line', '--lang', 'en')).text).toContain('Upper income limit of the average living standard is not established in the law. (average_line)')
    expect((await answerOf('explain', 'poverty/2027', 'age', '--lang', 'en')).text).toContain('Age is completed years from date of birth to the day of assessment.')
    expect(await refusalOf('explain', 'poverty/2027', 'rent')).toContain('Không có nội dung “rent”; hãy chọn một trong: classification, class, ')
  })

  it.each([
    ['nothing named', [], 'Cần một bản quy định.'],
    ['several releases', ['poverty'], 'hãy chọn một: poverty/2016'],
    ['a day without a household', ['poverty/2027', '--at', '2027-01-01'], '--at chỉ dùng cùng --household.'],
    ['what would have to be different, without a household', ['poverty/2027', '--why-not'], '--why-not chỉ dùng cùng --household.'],
  ])('refuses %s', async (_name, args, words) => {
    expect(await refusalOf('explain', ...args)).toContain(words)
  })
})

describe('rules explain of a household', () => {
  it('is the decision with its reasons, as decide gives it', async () => {
    const { text, data } = await answerOf<{ layers: { national: { outcomes: readonly unknown[] } } }>('explain', 'poverty', '--at', '2026-06-01', ...household)
    expect(text).toMatch(/^Phân loại hộ: Hộ có mức sống trung bình\n/)
    expect(text).toContain('Vì sao:\n')
    expect(text).not.toContain('Vì sao không khác')
    expect(data.layers.national.outcomes[0]).toMatchObject({ id: 'class', value: 'average' })
  })

  it('explains one outcome, and what would have to be different for another or for the one wanted', async () => {
    const { text, data } = await answerOf<{ why_not: { national: object } }>('explain', 'poverty', 'class', '--at', '2026-06-01', ...household, '--want', 'poor')
    expect(text).toMatch(/^✓ Phân loại hộ: Hộ có mức sống trung bình\n {2}✗ Hộ nghèo khi/)
    expect(text).toContain('\nVì sao không khác:\n  – Thu nhập bình quân đầu người: 1.900.000 → 1.500.000 đ/người/tháng hoặc thấp hơn → Hộ nghèo')
    expect(data.why_not.national).toMatchObject({ kind: 'found', sets: [{ value: 'poor' }] })
    const otherwise = await answerOf<{ why_not: { national: { sets: readonly { value: string }[] } } }>('explain', 'poverty', '--at', '2026-06-01', ...household, '--why-not', '--answers')
    expect(otherwise.data.why_not.national.sets.map(({ value }) => value)).not.toContain('average')
  })

  it('takes the first day of the release named, and refuses a day on which another is in force', async () => {
    expect((await answerOf<{ moment: object }>('explain', 'poverty/2027', ...household)).data.moment).toMatchObject({ law_at: '2027-01-01' })
    expect(await refusalOf('explain', 'poverty/2027', '--at', '2026-01-01', ...household)).toBe('Ngày 2026-01-01 không áp dụng poverty/2027 mà áp dụng poverty/2026; hãy chọn ngày khác, ví dụ --at 2027-01-01.')
  })

  it.each([
    ['no day', ['poverty', ...household], 'Thiếu --at'],
    ['a day that is none', ['poverty', '--at', '2026-02-30', ...household], '2026-02-30'],
    ['no unit', ['poverty', '--at', '2026-06-01', ...household.slice(0, 2)], 'Thiếu --unit'],
    ['an outcome that is none', ['poverty', 'income_line', '--at', '2026-06-01', ...household], 'Không có kết quả hay quyền lợi “income_line”; hãy chọn một trong: class, deprived_indicators, agri_average, low_income_worker, movement, newly_escaped.'],
    ['a result that is none', ['poverty', '--at', '2026-06-01', ...household, '--want', 'rich'], 'hãy chọn một trong: poor, near_poor, average, above_average, not_poor.'],
    ['a member of an outcome of the household', ['poverty', 'class', '--member', 'm1', '--at', '2026-06-01', ...household], 'hãy bỏ --member'],
  ])('refuses %s', async (_name, args, words) => {
    expect(await refusalOf('explain', ...args)).toContain(words)
  })

  it('names what is wrong in the file', async () => {
    const file = join(packs.folder(), 'household.json')
    writeFileSync(file, '{"household": {"incme": 1}}')
    expect(await refusalOf('explain', 'poverty', '--at', '2026-06-01', '--household', file, '--unit', '11074')).toContain('household.incme')
  })
})
