import { readNumber, writeNumber } from '@tieuchi/designer/src/forms/number-text.ts'
import { describe, expect, test } from 'vitest'

const whole = { language: 'vi', whole: true } as const
const decimal = { language: 'vi', whole: false } as const
const english = { language: 'en', whole: false } as const

describe('Numbers as people type them', () => {
  test.each([
    ['1900000', 1_900_000],
    ['1.900.000', 1_900_000],
    ['1 900 000', 1_900_000],
    ['1\u00A0900\u00A0000', 1_900_000],
    [' 1,5tr ', 1_500_000],
    ['1,5 triệu', 1_500_000],
    ['1,5 Triệu'.normalize('NFD'), 1_500_000],
    ['1.9 triệu', 1_900_000],
    ['1,1 triệu', 1_100_000],
    ['500k', 500_000],
    ['500 nghìn', 500_000],
    ['1.250 nghìn', 1_250_000],
    ['1,25 tỷ', 1_250_000_000],
    ['999999999999999', 999_999_999_999_999],
    ['1,900,000', 1_900_000],
    ['0', 0],
    ['007', 7],
    ['5,00', 5],
  ])('“%s” is the whole number %d', (text, number) => {
    expect(readNumber(text, whole)).toEqual({ number })
  })

  test.each([
    ['1500000đ', 1_500_000],
    ['1.500.000 đồng', 1_500_000],
    ['1,5 triệu VNĐ', 1_500_000],
    ['1.500.000 đ/người/tháng', 1_500_000],
  ])('“%s” is the number in front of its unit', (text, number) => {
    expect(readNumber(text, { ...whole, unit: 'đ/người/tháng' })).toEqual({ number })
  })

  test.each(['1500000 đồng/tháng', '1500000 m2', 'đ'])('“%s” has another unit or no number', (text) => {
    expect(readNumber(text, { ...whole, unit: 'đ/người/tháng' })).toEqual({ problem: 'unreadable' })
  })

  test('an area is written with the 2 of any keyboard', () => {
    expect(readNumber('74,5 m2', { ...decimal, unit: 'm²' })).toEqual({ number: 74.5 })
  })

  test.each([['12,5', 12.5], ['1.900,50', 1900.5], ['0,125', 0.125]])('“%s” is %d where fractions are answers', (text, number) => {
    expect(readNumber(text, decimal)).toEqual({ number })
  })

  test.each([['1,900,000', 1_900_000], ['1,900.50', 1900.5], ['1.5 million', 1_500_000], ['500 thousand', 500_000], ['1,5tr', 1_500_000]])('“%s” is %d in English', (text, number) => {
    expect(readNumber(text, english)).toEqual({ number })
  })

  test.each([
    ['1.900,50', 'fraction'],
    ['1,5', 'fraction'],
    ['1,2345 nghìn', 'fraction'],
    ['-5', 'negative'],
    ['−5', 'negative'],
    ['1e6', 'unreadable'],
    ['1.9', 'unreadable'],
    ['1.90.000', 'unreadable'],
    ['1.900 000', 'unreadable'],
    ['1,900', 'fraction'],
    ['1,900.000,000', 'unreadable'],
    ['hai triệu', 'unreadable'],
    ['5 constructor', 'unreadable'],
    ['1tr5', 'unreadable'],
    ['.', 'unreadable'],
    ['1,', 'unreadable'],
    ['1000000000000000', 'tooLong'],
    ['9.999.999 tỷ', 'tooLong'],
  ])('“%s” is no whole number: %s', (text, problem) => {
    expect(readNumber(text, whole)).toEqual({ problem })
  })

  test('more decimals than are ever written are not rounded away', () => {
    expect(readNumber('0,1234567', decimal)).toEqual({ problem: 'tooFine' })
    expect(readNumber('1234567890,123456', decimal)).toEqual({ problem: 'tooLong' })
  })

  test('a number below zero is one where the question allows it', () => {
    expect(readNumber('-5', { ...whole, negative: true })).toEqual({ number: -5 })
  })

  test.each([1_900_000, 1900.5, -5, 0, 0.000001, 999_999_999_999_999])('%d is read again as it is written', (number) => {
    for (const language of ['vi', 'en'] as const) expect(readNumber(writeNumber(number, language), { language, whole: false, negative: true })).toEqual({ number })
  })
})
