import { formatDate, formatNumber, formatUnit, isDay, type Language, type Literal } from '@tieuchi/runtime'
import { readNumber } from '../forms/number-text.ts'
import { parseDay } from '../ui/day-text.ts'
import { foldedWord, unquoted } from './masked-text.ts'
import { isFreeText, type Unread, type ValueContext } from './value-context.ts'

type ReadLiteral = { readonly literal: Literal } | Unread | undefined

/** As exact as a number of a document can be. */
const MOST_DECIMALS = 15

const hundred = 100

const words = {
  yes: ['có', 'co', 'c', 'đúng', 'yes', 'y', 'true', 'x'],
  no: ['không', 'khong', 'k', 'ko', 'sai', 'no', 'n', 'false'],
} as const

const written: Readonly<Record<Language, { readonly yes: string; readonly no: string }>> = { vi: { yes: 'có', no: 'không' }, en: { yes: 'yes', no: 'no' } }

const money = ['đồng', 'vnđ', 'vnd', 'đ']
const spoken: Readonly<Record<string, readonly string[]>> = { years: ['tuổi', 'năm', 'year'], months: ['month'], persons: ['people', 'person'], points: ['point'], m2: ['m2'], share: ['%'], percent: ['%'] }

const unitsKnown = new Map<string, readonly string[]>()

/** How a unit may be written behind a number, the longest first. */
const unitWords = (unit: string): readonly string[] => {
  const known = unitsKnown.get(unit) ?? writtenUnit(unit)
  unitsKnown.set(unit, known)
  return known
}

const writtenUnit = (unit: string): readonly string[] => {
  const [base = ''] = unit.split('/')
  const all = [...(['vi', 'en'] as const).flatMap((language) => [formatUnit(unit, language), formatUnit(base, language)]), ...(spoken[base] ?? []), ...(base.endsWith('VND') ? money : [])]
  return [...new Set(all.map((word) => foldedWord(word.trim())))].filter(Boolean).toSorted((a, b) => b.length - a.length)
}

const withoutUnit = (text: string, unit: string): string => {
  if (/^[\d., ]+$/.test(text)) return text
  const plain = foldedWord(text)
  const word = unitWords(unit).find((each) => plain.endsWith(each))
  const rest = word === undefined ? '' : text.slice(0, text.length - word.length).trim()
  return /[\d\p{L}]$/u.test(rest) ? rest : text
}

const readNumberText = (text: string, { language, unit }: ValueContext): ReadLiteral => {
  const read = readNumber(unit === undefined ? text : withoutUnit(text, unit), { language, whole: false, negative: true, decimals: MOST_DECIMALS })
  if ('number' in read) return { literal: unit === 'share' ? Number((read.number / hundred).toPrecision(MOST_DECIMALS)) : read.number }
  return read.problem === 'tooLong' || read.problem === 'tooFine' ? { problem: { kind: 'tooLong', text } } : undefined
}

const readDayText = (text: string): ReadLiteral => {
  const day = isDay(text) ? text : parseDay(text)
  return day === undefined ? undefined : { literal: day }
}

const readYesNo = (text: string): ReadLiteral => {
  const word = text.toLowerCase()
  const answer = words.yes.some((each) => each === word) ? true : words.no.some((each) => each === word) ? false : undefined
  return answer === undefined ? undefined : { literal: answer }
}

/** A value written out, of the type of its place; undefined where the text is none. Codes are names and not read here. */
export const readLiteral = (text: string, context: ValueContext): ReadLiteral => {
  if (text === '') return undefined
  if (context.type === 'number') return readNumberText(text, context)
  if (context.type === 'date') return readDayText(text)
  if (context.type === 'boolean') return readYesNo(text)
  if (context.type === undefined) return readAny(text, context)
  return isFreeText(context) ? { literal: unquoted(text) ?? text } : undefined
}

const readAny = (text: string, context: ValueContext): ReadLiteral => {
  const own = unquoted(text)
  if (own !== undefined) return { literal: own }
  return readNumberText(text, context) ?? readDayText(text) ?? (text.length > 1 ? readYesNo(text) : undefined) ?? { literal: text }
}

const decimalsOf = (number: number): number => {
  const [mantissa = '', exponent = '0'] = String(number).split('e')
  return Math.max(0, (mantissa.split('.')[1]?.length ?? 0) - Number(exponent))
}

/** Digits in groups of three, with every decimal there is. */
const writeExactly = (number: number, language: Language): string => {
  const decimals = decimalsOf(number)
  if (decimals <= 6) return formatNumber(number, language)
  const [whole = '', fraction = ''] = Math.abs(number).toFixed(decimals).split('.')
  return `${number < 0 ? '-' : ''}${formatNumber(Number(whole), language)}${language === 'vi' ? ',' : '.'}${fraction}`
}

const writeNumberText = (number: number, { unit, language }: ValueContext): string => {
  if (unit === 'share') return `${writeExactly(Number((number * hundred).toPrecision(MOST_DECIMALS)), language)} %`
  if (unit === 'calendar_year') return String(number)
  return `${writeExactly(number, language)}${unit === 'percent' ? ' %' : ''}`
}

/** A value as its place shows it: 1.500.000, 4,5 %, 31/12/2026, có; a text as it is. */
export const writeLiteral = (literal: Literal, context: ValueContext): string => {
  if (typeof literal === 'number') return writeNumberText(literal, context)
  if (typeof literal === 'boolean') return literal ? written[context.language].yes : written[context.language].no
  return (context.type === 'date' || context.type === undefined) && isDay(literal) ? formatDate(literal) : literal
}
