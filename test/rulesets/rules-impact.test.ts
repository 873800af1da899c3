import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describeUnit, evaluate, findUnit, momentAt, unitAnswers, type Answer, type Answers, type HouseholdInput, type MemberAnswers } from '@tieuchi/runtime'
import { readRegister } from '@tieuchi/server/commands/rules/impact/impact-register.ts'
import type { ImpactFigures } from '@tieuchi/server/impact/impact-schema.ts'
import { assemblePackRelease } from '@tieuchi/server/policies/pack-assembly.ts'
import { readPacks } from '@tieuchi/server/policies/pack-files.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { ChangedPacks } from './changed-packs.ts'
import { answerOf, refusalOf } from './command-answer.ts'
import { repository, rulesets } from './rulesets.ts'

const day = '2027-01-01'
const read = readPacks(rulesets)

const attributesOf = (code: string | undefined): Answers => {
  const found = code === undefined ? undefined : findUnit(read.units, { code, at: day })
  const unit = found && describeUnit(read.units, found, day)
  return unit ? unitAnswers(unit) : {}
}

interface Told { readonly at: string; readonly subject: string; readonly figures: ImpactFigures }

const packs = new ChangedPacks()
const folder = packs.folder()
afterAll(() => packs.remove())

const file = (name: string, text: string): string => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}

const demo: { readonly household: Answers; readonly members: readonly MemberAnswers[] } = JSON.parse(readFileSync(join(repository, 'rulesets/demo/household.json'), 'utf8'))

/** Households around the lines, some with a question left open, in two communes and one of which nobody says. */
const households = Array.from({ length: 40 }, (_household, number) => ({
  id: `h${number}`,
  ...(number % 5 !== 0 && { unit: number % 2 === 0 ? '11074' : '11086' }),
  household: { ...demo.household, income_per_person: 1_200_000 + 50_000 * number, ...(number % 3 === 0 && { walls_durable: false, domestic_waste_handled: false }) },
  members: demo.members.map(({ health_insurance: insured, ...member }, index): MemberAnswers => ({ ...member, ...(number % 7 === 0 && index === 1 ? {} : { health_insurance: number % 4 === 0 ? false : (insured ?? true) }) })),
}))

const ndjson = file('households.ndjson', households.map((household) => JSON.stringify(household)).join('\n'))

const cell = (answer: Answer | undefined): string => {
  const text = answer === undefined ? '' : answer === true ? 'có' : answer === false ? 'Không' : Array.isArray(answer) ? answer.join(';') : String(answer)
  return /[;,"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const asTable = (sign: string): string => {
  const [ofHousehold, ofMembers] = [Object.keys(demo.household), [...new Set(demo.members.flatMap((member) => Object.keys(member)))].filter((name) => name !== 'id')]
  const lines = households.flatMap(({ id, unit, household, members }) => members.map((member, index) => [id, index === 0 ? cell(unit) : '', member.id, ...ofHousehold.map((name) => (index === 0 ? cell((household as Answers)[name]) : '')), ...ofMembers.map((name) => cell(member[name]))]))
  return [['household', 'unit', 'member', ...ofHousehold, ...ofMembers], ...lines].map((line) => line.join(sign)).join('\r\n')
}

describe('rules impact', () => {
  it('tells of a file what the interpreter finds household by household', async () => {
    const { code, data, text } = await answerOf<Told>('impact', 'poverty/2026', 'poverty/2027', '--register', ndjson)
    expect(code).toBe(1)
    expect(data).toMatchObject({ at: '2027-01-01', subject: 'class' })
    expect(text).toMatch(/\n40 hộ, \d+ hộ đổi kết quả\.\n[^]*\nTrước \(dòng\) → sau \(cột\)\n[^]*\n {2}• Chuẩn thu nhập \(nông thôn\): 1\.500\.000 → 2\.200\.000 đ\/người\/tháng: \d+\n/)
    const releases = read.programmes.find(({ document }) => document.id === 'poverty')?.releases ?? []
    const recount: Record<string, number> = {}
    for (const { unit, household, members } of households) {
      const input: HouseholdInput = { household, members, unit: attributesOf(unit) }
      const key: string[] = []
      for (const name of ['poverty/2026', 'poverty/2027']) {
        const release = releases.find((each) => each.folder === name)?.release
        if (!release) throw new Error(name)
        const { result: { outcomes: [outcome] } } = await evaluate(assemblePackRelease(read, release, day), { input, moment: momentAt(day) })
        key.push(String(outcome?.value ?? outcome?.state))
      }
      recount[key.join(' → ')] = (recount[key.join(' → ')] ?? 0) + 1
    }
    const { categories, matrix, breakdowns, households: all } = data.figures
    const name = (place: number): string => String(categories[place]?.value ?? categories[place]?.state)
    expect(all).toBe(40)
    expect(Object.fromEntries(matrix.flatMap((line, from) => line.flatMap((count, to) => (count === 0 ? [] : [[`${name(from)} → ${name(to)}`, count]]))))).toEqual(recount)
    expect(breakdowns.find(({ id }) => id === 'unit')?.lines.map(({ label, households: some }) => [label.vi, some])).toEqual(expect.arrayContaining([['Xã Tứ Kỳ', 16], ['Xã Đại Sơn', 16], ['chưa có thông tin', 8]]))
  })

  it('reads the same of a table, with commas or semicolons, with or without a mark of its encoding', async () => {
    const { common, units } = read
    const rowsOf = async (path: string) => {
      const { register } = await readRegister({ file: path, common, units, at: day })
      return households.map((_household, index) => register.read(`00000000-0000-4000-8000-${(index + 1).toString(16).padStart(12, '0')}`))
    }
    const expected = await rowsOf(ndjson)
    expect(expected.map((row) => row?.input.household?.['income_per_person'])).toEqual(households.map(({ household }) => household.income_per_person))
    for (const table of [asTable(','), `\uFEFF${asTable(';')}`]) expect(await rowsOf(file('households.csv', table))).toEqual(expected)
  })

  it('takes the households of some units alone', async () => {
    const { code, text } = await answerOf('impact', 'poverty/2026', 'poverty/2027', '--register', ndjson, '--units', '11074', '--lang', 'en')
    expect(code).toBe(1)
    expect(text).toMatch(/\n16 households, the result of \d+ changes\.\n/)
  })

  it('names every line that cannot be read, and computes nothing', async () => {
    const refused = await refusalOf('impact', 'poverty/2026', 'poverty/2027', '--register', file('bad.ndjson', '{"household":{"floor_area":"x"},"rent":1}\n{oops\n\n{"id":"a","unit":"1","household":{}}\n[]'))
    expect(refused.split('\n').map((line) => line.replace(folder, ''))).toEqual([
      expect.stringMatching(/bad\.ndjson, dòng 1, rent: .*không có trong từ điển/),
      expect.stringMatching(/dòng 1, household\.floor_area: .*“x” không hợp lệ; cần một số/),
      expect.stringMatching(/dòng 2: không phải JSON hợp lệ, lỗi ở cột 2/),
      expect.stringMatching(/dòng 4, unit: không có đơn vị mã “1” vào ngày 01\/01\/2027/),
      expect.stringMatching(/dòng 5: cần một đối tượng/),
    ])
    const table = 'household,unit,member,health_insurance,floor_area\n1,11074,a,có,46\n1,11086,b,maybe,47\n\n2,,a,,\n1,,c,,\n3,11074\n4,,a,"có,'
    expect((await refusalOf('impact', 'poverty/2026', 'poverty/2027', '--register', file('bad.csv', table))).split('\n').map((line) => /dòng .*/.exec(line)?.[0])).toEqual([
      'dòng 3, health_insurance: “maybe” không phải là có hay không; hãy ghi “có” hoặc “không”, để trống nếu chưa biết.',
      'dòng 3, unit: “11086” khác với dòng 2 của cùng hộ; hãy để trống hoặc ghi giống nhau.',
      'dòng 3, floor_area: “47” khác với dòng 2 của cùng hộ; hãy để trống hoặc ghi giống nhau.',
      expect.stringMatching(/^dòng 7: chỉ có 2 ô mà có 5 cột/),
      expect.stringMatching(/^dòng 8: dấu nháy kép mở mà không đóng/),
    ])
    expect(await refusalOf('impact', 'poverty/2026', 'poverty/2027', '--register', file('head.csv', 'household,rent,floor_area,floor_area\n1,2,3,4'))).toMatch(/dòng 1: từ điển không có câu hỏi “rent”.*\n.*dòng 1: cột “floor_area” có hai lần/)
    expect(await refusalOf('impact', 'poverty/2026', 'poverty/2027', '--register', file('again.csv', 'household,member\n1,a\n2,a\n1,b'))).toMatch(/dòng 4: hộ “1” đã có ở dòng 2/)
  })

  it.each([
    ['one release', ['poverty/2026'], 'Cần hai bản quy định'],
    ['no register', ['poverty/2026', 'poverty/2027'], 'Thiếu --register'],
    ['a file that is not there', ['poverty/2026', 'poverty/2027', '--register', 'nowhere.csv'], 'không có tệp này'],
    ['another subject', ['poverty/2026', 'poverty/2027', '--register', ndjson, '--subject', 'rent'], 'chọn một trong: class'],
    ['a share that is none', ['poverty/2026', 'poverty/2027', '--register', ndjson, '--near', '0'], 'không phải số nguyên từ 1 đến 50'],
    ['what all share', ['common', 'poverty/2027', '--register', ndjson], 'so sánh hai bên cùng loại'],
  ])('refuses %s', async (_name, args, words) => {
    expect(await refusalOf('impact', ...args)).toContain(words)
  })
})
