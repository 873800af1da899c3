import { readCitation, writeCitation } from '@tieuchi/designer/src/value-text/citation-text.ts'
import { readCell } from '@tieuchi/designer/src/value-text/read-cell.ts'
import { readResult, writeResult } from '@tieuchi/designer/src/value-text/result-text.ts'
import { suggestionsFor } from '@tieuchi/designer/src/value-text/suggestions.ts'
import type { NamedOperand, ValueContext } from '@tieuchi/designer/src/value-text/value-context.ts'
import { writeCell } from '@tieuchi/designer/src/value-text/write-cell.ts'
import type { Cell, OperatorName, Language, SingleOperand } from '@tieuchi/runtime'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'

const parameter = (title: string, id: string): NamedOperand => ({ title, tag: id, operand: { parameter: id } })
const fact = (title: string, id: string): NamedOperand => ({ title, tag: id, operand: { fact: id } })
const entry = (title: string, code: string): NamedOperand => ({ title, tag: code, operand: code })

const names = [
  parameter('Chuẩn nông thôn', 'rural_line'), parameter('Mức từ 6 đến 10', 'range_level'), parameter('Ho', 'ho'), parameter('Hổ', 'tiger'), parameter('Trùng tên', 'first'), parameter('Trùng tên', 'second'),
  parameter('Chuẩn, loại “A”', 'quoted'), fact('Số người', 'member_count'), parameter('≤ 5', 'sign'), parameter('6', 'six'), parameter('Mức [b]', 'bracket'), parameter('không thuộc: thôn', 'odd'),
]

const entries = [
  entry('Thôn', 'village'), entry('Bản', 'hamlet'), entry('Không có nhà tiêu, hố xí', 'none'), entry('Có', 'yes'), entry('Không', 'no'), entry('Khác', 'other'), entry('Khác', 'other_too'),
  entry('Thôn, bản', 'both'), entry('Từ A đến B', 'span'), entry('Hố hoặc hầm', 'pit'),
]

const context = (part: Partial<ValueContext> = {}): ValueContext => ({ language: 'vi', type: 'number', whole: false, names: [], ...part })

const number = context({ unit: 'VND/person/month', names })
const years = context({ unit: 'years', whole: true, names })
const share = context({ unit: 'share' })
const day = context({ type: 'date', names: [parameter('Ngày hiệu lực', 'start')] })
const truth = context({ type: 'boolean', names: [fact('Có rào', 'fenced')] })
const code = context({ type: 'text', entries, names: [fact('Nơi khác', 'elsewhere')] })
const free = context({ type: 'text', names: [fact('Đường chính', 'main_street')] })
const choices = context({ type: 'list', entries, names: [fact('Loại đã chọn', 'chosen')] })
const unknown = context({ type: undefined, names })
const english = (of: ValueContext): ValueContext => ({ ...of, language: 'en' })

const cell = (text: string, of: ValueContext): unknown => {
  const read = readCell(text, of)
  return 'cell' in read ? read.cell : read.problem.kind
}

const same = (texts: readonly string[], of: ValueContext, expected: unknown): void =>
  expect(texts.map((text) => [text, cell(text, of)])).toEqual(texts.map((text) => [text, expected]))

describe('A cell is read as people write it', () => {
  test('amounts, with their words and units, on either side of a limit', () => {
    same(['<= 1,5tr', '≤1.500.000', 'không quá 1,5 triệu đồng', 'khong qua 1.500.000 đ/người/tháng', '1,5tr trở xuống', 'từ 1.500.000 trở xuống', 'tối đa 1500000'], number, { lessThanInclusive: 1_500_000 })
    same(['trên 60', 'tren 60', '> 60', '>60 tuổi', 'lớn hơn 60', 'hơn 60'], years, { greaterThan: 60 })
    same(['dưới 6', 'duoi 6', '< 6', 'nhỏ hơn 6', 'chưa đủ 6 tuổi'], years, { lessThan: 6 })
    same(['từ 6 trở lên', '6 tro len', '>= 6', 'ít nhất 6', 'từ đủ 6', 'từ 6', '6+'], years, { greaterThanInclusive: 6 })
    same(['6', '= 6', 'là 6', 'bằng 6 tuổi'], years, { equal: 6 })
    same(['≠ 6', '<> 6', 'khác 6', 'không phải 6'], years, { notEqual: 6 })
    same(['1; 2; 3', '1, 2, 3', '1 hoặc 2 hoặc 3', 'một trong: 1; 2; 3', 'là một trong 1; 2; 3', '1\n2\n3'], years, { in: [1, 2, 3] })
    same(['at most 1.5 million', '<= 1,500,000', 'up to 1,500,000 VND', '1,500,000 or less'], english(number), { lessThanInclusive: 1_500_000 })
  })

  test('ranges hold both ends; of whole numbers and days an end can be left out', () => {
    same(['từ 6 đến 15', 'tu 6 den 15', '6 đến 15', '6 - 15', '6–15', '6-15', 'từ 6 đến dưới 16', '≥ 6 và < 16', '>= 6, < 16', 'từ đủ 6 tuổi đến dưới 16 tuổi', 'trên 5 đến 15', 'trên 5 đến dưới 16'], years, { between: [6, 15] })
    same(['from 6 to 15', 'between 6 and 15', 'from 6 to below 16', 'at least 6 and less than 16'], english(years), { between: [6, 15] })
    same(['từ 6 đến dưới 16', '≥ 6 và < 16', 'từ 6 đến dưới Chuẩn nông thôn'], number, 'halfOpen')
    same(['từ 6 đến dưới 6'], years, 'emptyRange')
    same(['từ 6 đến Chuẩn nông thôn'], number, { between: [6, { parameter: 'rural_line' }] })
    same(['từ 01/01/2026 đến trước 01/07/2026', 'từ 1/1/2026 đến 30/06/2026', '2026-01-01 - 2026-06-30'], day, { between: ['2026-01-01', '2026-06-30'] })
  })

  test('names without diacritics: parameters, computed values, entries of a list', () => {
    same(['≤ Chuẩn nông thôn', '<= chuan nong thon', 'không quá chuẩn nông thôn', '≤ “Chuẩn nông thôn” [rural_line]'], number, { lessThanInclusive: { parameter: 'rural_line' } })
    same(['thôn', 'Thôn', 'thon', 'là thôn'], code, { equal: 'village' })
    same(['bản; thôn', 'ban hoặc thon', 'một trong: Bản; Thôn'], code, { in: ['hamlet', 'village'] })
    same(['bản,thôn', 'bản, thôn'], code, { in: ['hamlet', 'village'] })
    same(['không thuộc thôn, bản'], code, { notIn: ['both'] })
    same(['không thuộc: bản; thôn', 'khong thuoc ban, thon', 'ngoài bản, thôn'], code, { notIn: ['hamlet', 'village'] })
    same(['khong', 'không'], code, { equal: 'no' })
    same(['không có nhà tiêu, hố xí'], code, { equal: 'none' })
    same(['≠ thôn', 'không phải thôn', 'khác thôn'], code, { notEqual: 'village' })
    same(['thôn', 'có thôn', 'gồm Thôn'], choices, { contains: 'village' })
    same(['khác'], code, 'ambiguous')
    same(['“Khác” [other_too]'], code, { equal: 'other_too' })
    same(['xã'], code, 'unknownName')
    same(['dưới 5'], code, 'operator')
  })

  test('yes and no, days, shares, any value', () => {
    same(['có', 'co', 'C', 'đúng', 'x'], truth, { equal: true })
    same(['không', 'khong', 'k', 'sai'], truth, { equal: false })
    same(['yes', 'y'], english(truth), { equal: true })
    same(['trước 01/07/2026', '< 1/7/2026', 'before 2026-07-01'], day, { lessThan: '2026-07-01' })
    same(['sau Ngày hiệu lực'], day, { greaterThan: { parameter: 'start' } })
    same(['≥ 4,5 %', 'từ 4,5% trở lên', '≥ 4,5'], share, { greaterThanInclusive: 0.045 })
    same(['', '-', '–', 'bất kỳ', 'bat ki', 'any', '*'], number, null)
    same(['đã xác định', 'da xac dinh', 'có'], context({ asksEstablished: true, type: 'boolean' }), { isKnown: true })
    same(['một triệu rưỡi', '1.5.0', '≤', 'từ đến'], number, 'unreadable')
    same(['31/02/2026'], day, 'unreadable')
    same(['Ngõ 3'], free, { equal: 'Ngõ 3' })
    same(['đường chính'], free, { equal: { fact: 'main_street' } })
    same(['“đường chính”'], free, { equal: 'đường chính' })
  })
})

const places: Readonly<Record<string, ValueContext>> = { number, years, share, day, truth, code, free, choices, unknown }

const literals: Readonly<Record<string, fc.Arbitrary<SingleOperand>>> = {
  number: fc.oneof(fc.integer({ min: -999_999_999, max: 999_999_999_999 }), fc.tuple(fc.integer({ min: -9_999_999, max: 9_999_999 }), fc.integer({ min: 1, max: 9 })).map(([mantissa, places_]) => Number(`${mantissa}e-${places_}`))),
  date: fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  boolean: fc.boolean(),
  text: fc.oneof(fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('không', 'Ngõ 3, phố Bạch Mai', '≤ 5', 'đường chính', 'a “b” c', 'một trong: a', 'từ 1 đến 2', '-', 'bất kỳ', '5', '01/02/2026', 'có')).map((text) => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')).filter((text) => text !== ''),
}

const operandFor = ({ type, entries: listed, names: named }: ValueContext): fc.Arbitrary<SingleOperand> => {
  const other = named.map(({ operand }) => operand)
  const own = listed ? fc.constantFrom(...listed.map(({ operand }) => operand)) : (literals[type ?? 'number'] ?? fc.boolean())
  return other.length === 0 ? own : fc.oneof({ weight: 3, arbitrary: own }, { weight: 1, arbitrary: fc.constantFrom(...other) })
}

const ordered = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive'] as const
const one: Readonly<Record<string, readonly OperatorName[]>> = {
  number: ['equal', 'notEqual', ...ordered], date: ['equal', 'notEqual', ...ordered], boolean: ['equal', 'notEqual'], text: ['equal', 'notEqual'], list: ['contains'], any: ['equal', 'notEqual', ...ordered],
}

const cellFor = (of: ValueContext): fc.Arbitrary<Cell | null> => {
  const operand = operandFor(of)
  const single = fc.tuple(fc.constantFrom(...(one[of.type ?? 'any'] ?? [])), operand).map(([operator, value]): Cell => ({ [operator]: value }))
  if (of.type === 'boolean' || of.type === 'list') return fc.oneof(fc.constant(null), single)
  const several = fc.tuple(fc.constantFrom('in' as const, 'notIn' as const), fc.array(operand, { minLength: 1, maxLength: 4 })).map(([operator, values]): Cell => ({ [operator]: values }))
  if (of.type === 'text') return fc.oneof(single, several)
  return fc.oneof(single, several, fc.tuple(operand, operand).map((between): Cell => ({ between })))
}

describe('A cell that is shown', () => {
  test.each(Object.entries(places).flatMap(([name, of]) => (['vi', 'en'] as const).map((language): readonly [string, Language, ValueContext] => [name, language, { ...of, language }])))('is read as the very same cell: %s, %s', (_name, _language, of) => {
    fc.assert(fc.property(cellFor(of), (shown) => {
      const text = writeCell(shown, of)
      expect(readCell(text, of), text).toEqual({ cell: shown })
      expect(text).toBe(text.normalize('NFC').trim())
    }), { numRuns: 120 })
  })

  test('is shown the same again after it was read', () => {
    fc.assert(fc.property(fc.constantFrom('<= 1,5tr', 'tu 6 den duoi 16', 'tren 60', '1; 2', 'chuan nong thon', 'khác 5', '6+', '≥ 6 và < 9'), (typed) => {
      const read = readCell(typed, years)
      if (!('cell' in read)) throw new Error(typed)
      const text = writeCell(read.cell, years)
      expect(readCell(text, years)).toEqual(read)
    }))
  })

  test('is as short as it can be', () => {
    const shown = (typed: string, of: ValueContext): string => {
      const read = readCell(typed, of)
      return 'cell' in read ? writeCell(read.cell, of) : read.problem.kind
    }
    expect([shown('<= 1,5tr', number), shown('từ 6 đến dưới 16', years), shown('khong', truth), shown('<= chuan nong thon', number), shown('ban, thon', code), shown('>= 4,5%', share), shown('truoc 1/7/2026', day), shown('6+', english(years)), shown('không thuộc bản, khong', code)])
      .toEqual(['≤ 1.500.000', 'từ 6 đến 15', 'không', '≤ Chuẩn nông thôn', 'Bản, Thôn', '≥ 4,5 %', '< 01/07/2026', '≥ 6', 'không thuộc: Bản, Không'])
  })
})

describe('A result', () => {
  test('is one value of its column, by name or written out', () => {
    expect(readResult('thon', code)).toEqual({ result: 'village' })
    expect(readResult('1,5tr', number)).toEqual({ result: 1_500_000 })
    expect(readResult('', code)).toEqual({ result: '' })
    expect(readResult('≤ 5 %', share)).toEqual({ problem: { kind: 'unreadable', text: '≤ 5 %' } })
  })

  test('that is shown is read as the very same', () => {
    for (const of of Object.values(places)) {
      fc.assert(fc.property(operandFor(of), (result) => {
        expect(readResult(writeResult(result, of), of)).toEqual({ result })
      }), { numRuns: 60 })
    }
  })
})

test('A citation is read and shown as it is cited', () => {
  const citation = { document: '07/2021/NĐ-CP', article: '3', item: 'khoản 2, điểm a' }
  expect(writeCitation(citation, 'vi')).toBe('07/2021/NĐ-CP, Điều 3, khoản 2, điểm a')
  for (const language of ['vi', 'en'] as const) expect(readCitation(writeCitation(citation, language))).toEqual(citation)
  expect(readCitation('07/2021/NĐ-CP')).toEqual({ document: '07/2021/NĐ-CP' })
  expect(readCitation('07/2021/NĐ-CP, phụ lục I')).toEqual({ document: '07/2021/NĐ-CP', article: 'phụ lục I' })
  expect(readCitation(' ')).toBeUndefined()
})

test('What could be written goes on from what was typed', () => {
  expect(suggestionsFor('<= chuan', number)).toContain('<= Chuẩn nông thôn')
  expect(suggestionsFor('thon, b', code)).toContain('thon, Bản')
  expect(suggestionsFor('', truth).slice(0, 2)).toEqual(['có', 'không'])
  expect(suggestionsFor('không thuộc ba', code)).toEqual(['không thuộc Bản', 'không thuộc Thôn, bản'])
})
