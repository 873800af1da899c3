import { formatNumber, type Language } from '@tieuchi/runtime'

/** Why a text is no number that can be stored. */
export type NumberProblem = 'unreadable' | 'negative' | 'fraction' | 'tooFine' | 'tooLong'

export type ReadNumber = { readonly number: number } | { readonly problem: NumberProblem }

interface NumberTextOptions {
  readonly language: Language
  /** Only whole numbers are answers. */
  readonly whole: boolean
  readonly negative?: boolean
  /** More decimals than are ever asked for; only where a text must give back the very number. */
  readonly decimals?: number
  /** As it stands beside the field: it may be written behind the number too, whole or without what it is for. */
  readonly unit?: string | undefined
}

/** As many digits as a stored number keeps exactly, and as many decimals as are ever written. */
const MOST_DIGITS = 15
const MOST_DECIMALS = 6

const separators = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } } as const

/** What people write behind a number for its thousands, as a power of ten. */
const multiples: Readonly<Record<string, number>> = {
  k: 3, nghìn: 3, nghin: 3, ngàn: 3, ngan: 3, thousand: 3,
  tr: 6, triệu: 6, trieu: 6, million: 6,
  tỷ: 9, tỉ: 9, ty: 9, billion: 9,
}

const money = ['đồng', 'vnđ', 'vnd', 'đ', '₫']

/** The unit behind a number; `đồng/tháng` is none of `đ/người/tháng`, for it would be another number. */
const withoutUnit = (written: string, unit: string): string => {
  const [base = ''] = unit.toLowerCase().split('/')
  const words = [unit.toLowerCase(), ...(money.includes(base) ? money : [base]), ...(base === 'm²' ? ['m2'] : [])]
  const word = words.find((each) => each !== '' && written.endsWith(each))
  const rest = word === undefined ? '' : written.slice(0, -word.length).trimEnd()
  return /[\d\p{L}]$/u.test(rest) ? rest : written
}

/** Thousands as the other language writes them: two groups can be nothing else. */
const foreignGroups = /^\d{1,3}(?:,\d{3}){2,}$|^\d{1,3}(?:\.\d{3}){2,}$/

const groupsOfThree = /^\d{1,3}(?:([ .,])\d{3}(?:\1\d{3})*)?$/

const wholeDigits = (text: string, group: string): string | undefined => {
  if (/^\d+$/.test(text)) return text
  const separator = groupsOfThree.exec(text)?.[1]
  return separator === group || separator === ' ' ? text.replaceAll(separator, '') : undefined
}

/** Digits before and behind the decimal sign. In front of "triệu" either sign may stand for it, for `1.9 triệu` has one reading. */
const partsOf = (text: string, language: Language, multiple: boolean): readonly [whole: string, fraction: string] | undefined => {
  if (foreignGroups.test(text)) return [text.replaceAll(/[.,]/g, ''), '']
  const { group, decimal } = separators[language]
  const [before = '', after, ...more] = text.split(decimal)
  const whole = wholeDigits(before, group)
  if (whole !== undefined && after === undefined) return [whole, '']
  if (whole !== undefined && after !== undefined && more.length === 0 && /^\d+$/.test(after)) return [whole, after]
  const other = multiple ? /^(\d+)[.,](\d{1,2})$/.exec(text) : null
  return other ? [other[1] ?? '', other[2] ?? ''] : undefined
}

/** `1.900.000`, `1 900 000`, `1,900,000`, `1,5tr`, `500 nghìn`; in English `1.5 million`. Nothing is guessed: what has no one reading is a problem. */
export const readNumber = (text: string, { language, whole, negative = false, decimals = MOST_DECIMALS, unit }: NumberTextOptions): ReadNumber => {
  const typed = text.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
  const written = unit === undefined ? typed : withoutUnit(typed, unit)
  const match = /^([-−–]?) ?(\d[\d., ]*?) ?(\p{L}*)$/u.exec(written)
  if (!match) return { problem: 'unreadable' }
  const [, sign = '', figures = '', word = ''] = match
  const power = word === '' ? 0 : Object.hasOwn(multiples, word) ? multiples[word] : undefined
  const parts = power === undefined ? undefined : partsOf(figures, language, word !== '')
  if (power === undefined || !parts) return { problem: 'unreadable' }
  if (sign !== '' && !negative) return { problem: 'negative' }
  return numberOf(sign, parts, power, { whole, most: decimals })
}

const numberOf = (sign: string, [before, after]: readonly [string, string], power: number, { whole, most }: { readonly whole: boolean; readonly most: number }): ReadNumber => {
  const fraction = after.replace(/0+$/, '')
  const digits = `${before}${fraction}`.replace(/^0+/, '')
  const decimals = fraction.length - power
  if (whole && decimals > 0) return { problem: 'fraction' }
  if (digits.length + Math.max(0, -decimals) > MOST_DIGITS && digits !== '') return { problem: 'tooLong' }
  if (decimals > most) return { problem: 'tooFine' }
  const number = Number(`${digits === '' ? '0' : digits}e${-decimals}`)
  return { number: sign === '' || number === 0 ? number : -number }
}

/** A number as its field shows it once it is left. */
export const writeNumber = (number: number, language: Language): string => formatNumber(number, language)
