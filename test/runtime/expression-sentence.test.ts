import { sentenceOfExpression, sentenceOfPiece, type Expression, type LogicPiece, type Text } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { assemblyOf, leaf } from './fixture.ts'

const titled = (vi: string, en: string): Text => ({ vi, en })

const vouched: LogicPiece = { kind: 'condition', id: 'vouched', title: titled('Được bảo lãnh', 'Is vouched for'), conditions: leaf('cargo', 'greaterThan', 5) }

const logic: readonly LogicPiece[] = [
  { kind: 'fact', id: 'age', of: 'members', title: titled('Tuổi', 'Age'), unit: 'years', value: { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] } },
  { kind: 'fact', id: 'has_card', of: 'members', title: titled('Có thẻ bảo hiểm', 'Has an insurance card'), value: true },
  { kind: 'fact', id: 'area', title: titled('Diện tích khoang', 'Hold area'), unit: 'm2', value: 40 },
  { kind: 'fact', id: 'crew', title: titled('Số thủy thủ', 'Number of sailors'), unit: 'persons', value: { count: 'members' } },
  { kind: 'rules', id: 'defects', title: titled('Các khiếm khuyết', 'Defects'), rules: [
    { id: 'hull', title: titled('Vỏ hỏng', 'Hull broken'), conditions: leaf('hull_sound', 'equal', false), event: { type: 'defect' } },
    { id: 'idle', title: titled('Tàu nhàn rỗi', 'Boat idle'), conditions: { not: { any: [leaf('cargo', 'between', [1, 9]), leaf('gear', 'contains', 'net')] } }, event: { type: 'defect' } },
  ] },
  vouched,
  { kind: 'table', id: 'fees', title: titled('Mức phí', 'Fees'), hit: 'sum', inputs: ['area'], outputs: ['fee'], rows: [
    { id: 'aaaaaaaaaa', when: [{ lessThan: { parameter: 'small' } }], then: [1000] }, { id: 'bbbbbbbbbb', when: [null], then: [{ parameter: 'basic_fee' }] }] },
  { kind: 'outcome', id: 'fee', title: titled('Phí phải nộp', 'Fee due'), from: 'fees', unit: 'VND' },
  { kind: 'outcome', id: 'port', title: titled('Bến đỗ', 'Port'), from: 'fees', list: 'harbour' },
]

const parameter = (vi: string, en: string, more: object) => ({ title: titled(vi, en), unit: 'count', certainty: 'seen' as const, ...more })
const assembly = assemblyOf(logic, {
  small: parameter('Mức khoang nhỏ', 'Small hold', { unit: 'm2', value: 20 }),
  basic_fee: parameter('Phí cơ bản', 'Basic fee', { unit: 'VND', by: 'harbour', values: { north: 5000, south: 7000 } }),
  undecided: parameter('Mức trần', 'Ceiling', { certainty: 'open' }),
})

const adults = leaf('age', 'greaterThanInclusive', 6)
const uninsured = { all: [adults, leaf('has_card', 'equal', false)] }
const area: Expression = { fact: 'area' }
const crew: Expression = { fact: 'crew' }

const golden: readonly (readonly [name: string, expression: Expression, vi: string, en: string])[] = [
  ['a number', 1234567.5, '1.234.567,5', '1,234,567.5'],
  ['a yes', true, 'có', 'yes'],
  ['a day', '2026-06-01', '01/06/2026', '01/06/2026'],
  ['a fact', area, 'diện tích khoang', 'hold area'],
  ['a parameter', { parameter: 'small' }, 'mức khoang nhỏ (20 m²)', 'small hold (20 m²)'],
  ['a parameter by a field', { parameter: 'basic_fee' }, 'phí cơ bản (north: 5.000 đ; south: 7.000 đ)', 'basic fee (north: 5,000 VND; south: 7,000 VND)'],
  ['a parameter looked up', { parameter: 'basic_fee', at: { harbour: 'south' } }, 'phí cơ bản (7.000 đ)', 'basic fee (7,000 VND)'],
  ['an open parameter', { parameter: 'undecided' }, 'mức trần (chưa được xác định trong văn bản)', 'ceiling (not established in the law)'],
  ['the day of the facts', { moment: 'facts_at' }, 'ngày xét', 'the day of assessment'],
  ['the day of the law', { moment: 'law_at' }, 'ngày áp dụng văn bản', 'the day whose law applies'],
  ['the day of the unit', { moment: 'unit_at' }, 'ngày xét địa bàn', 'the day as of which the place is taken'],
  ['a sum', { add: [area, crew, 2] }, 'tổng của diện tích khoang, số thủy thủ và 2', 'the sum of hold area, number of sailors and 2'],
  ['a difference of composed parts', { subtract: [{ add: [area, 1] }, crew] }, '(tổng của diện tích khoang và 1) trừ số thủy thủ', '(the sum of hold area and 1) minus number of sailors'],
  ['a product', { multiply: [area, 3] }, 'diện tích khoang nhân với 3', 'hold area times 3'],
  ['a quotient', { divide: [area, crew] }, 'diện tích khoang chia cho số thủy thủ', 'hold area divided by number of sailors'],
  ['the least of several', { min: [area, 10] }, 'số nhỏ nhất trong diện tích khoang và 10', 'the least of hold area and 10'],
  ['the greatest of several', { max: [area, 10] }, 'số lớn nhất trong diện tích khoang và 10', 'the greatest of hold area and 10'],
  ['rounding at a half', { round: area, mode: 'half_up', unit: 1000 }, 'diện tích khoang làm tròn đến bội số gần nhất của 1.000', 'hold area rounded to the nearest multiple of 1,000'],
  ['rounding to the even', { round: area, mode: 'half_even', unit: 1 }, 'diện tích khoang làm tròn đến bội số gần nhất (ở chính giữa thì lấy bội số chẵn) của 1', 'hold area rounded to the nearest (at a half, the even) multiple of 1'],
  ['rounding up', { round: area, mode: 'up', unit: 0.5 }, 'diện tích khoang làm tròn lên đến bội số của 0,5', 'hold area rounded up to a multiple of 0.5'],
  ['rounding down', { round: area, mode: 'down', unit: 100 }, 'diện tích khoang làm tròn xuống đến bội số của 100', 'hold area rounded down to a multiple of 100'],
  ['whole numbers', { floor: { divide: [area, 2] } }, '(diện tích khoang chia cho 2) làm tròn xuống số nguyên', '(hold area divided by 2) rounded down to a whole number'],
  ['a count of earlier decisions', { count: 'history', outcome: 'boats.port', where: leaf('value', 'equal', 'north') }, 'số quyết định trước đây về bến đỗ mà bến đỗ là “North”', 'the number of earlier decisions on port where port is “North”'],
  ['the latest decision', { last: 'history', outcome: 'boats.port', value: { fact: 'to' }, where: leaf('from', 'lessThan', '2024-01-01') }, 'ngày kết thúc trong quyết định trước đây về bến đỗ gần nhất mà ngày bắt đầu < 01/01/2024', 'last day in the latest earlier decision on port where first day < 01/01/2024'],
  ['an age in years', { ageInYears: [{ fact: 'born_on' }, { moment: 'facts_at' }] }, 'số tuổi tròn từ born on đến ngày xét', 'completed years from born on to the day of assessment'],
  ['an age in months', { ageInMonths: [{ fact: 'born_on' }, { moment: 'facts_at' }] }, 'số tháng tuổi tròn từ born on đến ngày xét', 'completed months of age from born on to the day of assessment'],
  ['months between', { monthsBetween: [{ fact: 'built_on' }, { moment: 'law_at' }] }, 'số tháng tròn từ built on đến ngày áp dụng văn bản', 'completed months from built on to the day whose law applies'],
  ['a year', { yearOf: { fact: 'built_on' } }, 'năm của built on', 'the year of built on'],
  ['the sex in a number', { personalNumberSex: { fact: 'number' } }, 'giới tính thể hiện trong number', 'the sex shown by the number'],
  ['the year in a number', { personalNumberBirthYear: { fact: 'number' } }, 'năm sinh thể hiện trong number', 'the year of birth shown by the number'],
  ['a choice', { if: { condition: 'vouched' }, then: 1, else: area }, '1 nếu được bảo lãnh, nếu không thì diện tích khoang', '1 if the household is vouched for, otherwise hold area'],
  ['a count of all', { count: 'members' }, 'số thành viên', 'the number of members'],
  ['a count of some', { count: 'members', where: uninsured }, 'số thành viên mà tuổi ≥ 6 và không có thẻ bảo hiểm', 'the number of members where age ≥ 6 and the member does not have an insurance card'],
  ['one of them', { any: 'members', where: adults }, 'có ít nhất một thành viên mà tuổi ≥ 6', 'there is at least one member where age ≥ 6'],
  ['all of them', { all: 'members', where: adults }, 'với mọi thành viên đều đúng là tuổi ≥ 6', 'it is true of every member that age ≥ 6'],
  ['none of them', { none: 'members', where: leaf('has_card', 'notEqual', false) }, 'không có thành viên nào mà có thẻ bảo hiểm', 'there is no member where the member has an insurance card'],
  ['a share', { share: 'members', where: leaf('swims', 'equal', true) }, 'tỷ lệ thành viên mà mục “Swims” là “có”', 'the share of members where “Swims” is “yes”'],
  ['a share among some', { share: 'members', where: leaf('has_card', 'equal', true), among: adults }, 'tỷ lệ thành viên mà có thẻ bảo hiểm, tính trong số những thành viên mà tuổi ≥ 6', 'the share of members where the member has an insurance card, out of those members where age ≥ 6'],
  ['a sum over members', { sum: 'members', value: { fact: 'voyages' }, where: adults }, 'tổng voyages của các thành viên mà tuổi ≥ 6', 'the sum of voyages over the members where age ≥ 6'],
  ['the least over members', { min: 'members', value: { fact: 'age' } }, 'tuổi nhỏ nhất trong các thành viên', 'the least age among the members'],
  ['the greatest over members', { max: 'members', value: { fact: 'age' }, where: leaf('role', 'in', ['captain', 'hand']) }, 'tuổi lớn nhất trong các thành viên mà role là một trong “captain”, “hand”', 'the greatest age among the members where role is one of “captain”, “hand”'],
  ['a count of rules', { countEvents: 'defects' }, 'số nội dung đúng trong “Các khiếm khuyết”', 'the number that hold of “Defects”'],
]

describe('an expression in words', () => {
  it.each(golden)('says %s', (_name, expression, vi, en) => {
    expect(sentenceOfExpression(assembly, expression)).toEqual({ vi, en })
  })
})

const withHit = (hit: 'first' | 'unique' | 'collect' | 'sum' | 'max') => assemblyOf(logic.map((piece) => (piece.kind === 'table' ? { ...piece, hit } : piece)))

describe('a piece in words', () => {
  it.each([
    ['crew', 'Số thủy thủ là số thành viên.', 'Number of sailors is the number of members.'],
    ['vouched', 'Được bảo lãnh khi cargo > 5.', 'Is vouched for when cargo > 5.'],
    ['defects', 'Các khiếm khuyết, xét riêng từng nội dung: (1) Vỏ hỏng khi mục “Hull sound” là “không”; (2) Tàu nhàn rỗi khi không phải (cargo từ 1 đến 9 hoặc gear có “net”).',
      'Defects, each judged on its own: (1) Hull broken when “Hull sound” is “no”; (2) Boat idle when not (cargo is from 1 to 9 or gear contains “net”).'],
    ['fees', 'Mức phí, cộng kết quả của mọi trường hợp đúng: (1) 1.000 đ khi diện tích khoang < mức khoang nhỏ (20 m²); (2) phí cơ bản (north: 5.000 đ; south: 7.000 đ) trong mọi trường hợp.',
      'Fees, the results of all cases that hold are added up: (1) 1,000 VND when hold area < small hold (20 m²); (2) basic fee (north: 5,000 VND; south: 7,000 VND) in all cases.'],
    ['fee', 'Kết luận “Phí phải nộp” lấy theo “Mức phí”.', 'The conclusion “Fee due” is taken from “Fees”.'],
    ['port', 'Kết luận “Bến đỗ” lấy theo “Mức phí”, là một trong các kết quả “North” hoặc “South”.', 'The conclusion “Port” is taken from “Fees”; it is one of “North” or “South”.'],
  ])('says %s', (id, vi, en) => {
    expect(sentenceOfPiece(assembly, id)).toEqual({ vi, en })
  })

  it.each([
    ['first', 'lấy trường hợp đúng đầu tiên', 'the first case that holds decides'],
    ['unique', 'nhiều nhất một trường hợp đúng', 'at most one case holds'],
    ['collect', 'lấy kết quả của mọi trường hợp đúng', 'the results of all cases that hold'],
    ['sum', 'cộng kết quả', 'are added up'],
    ['max', 'lấy kết quả lớn nhất', 'the greatest result'],
  ] as const)('says in words what the hit policy %s means', (hit, vi, en) => {
    const sentence = sentenceOfPiece(withHit(hit), 'fees')
    expect(sentence.vi).toContain(vi)
    expect(sentence.en).toContain(en)
  })

  it('refuses a name that leads nowhere', () => {
    expect(() => sentenceOfPiece(assembly, 'keel')).toThrow('No piece')
  })
})
