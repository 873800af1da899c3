import type { Language } from '../documents/text.ts'

const signs: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = { vi: { group: '.', decimal: ',' }, en: { group: ',', decimal: '.' } }

/** Decimals of the smallest number that is written out. */
const DECIMALS = 20

const plain = (number: number): string => (String(number).includes('e') ? number.toFixed(DECIMALS).replace(/\.?0+$/, '') : String(number))

/** A number in full, with its thousands apart: it reads back as exactly that number. */
export const writeFormulaNumber = (number: number, language: Language): string => {
  const { group, decimal } = signs[language]
  const [whole = '0', fraction] = plain(Math.abs(number)).split('.')
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, group)
  return `${number < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : decimal + fraction}`
}

const powers: Readonly<Record<string, number>> = { '%': -2, đ: 0, đồng: 0, vnd: 0, k: 3, nghìn: 3, ngàn: 3, tr: 6, triệu: 6, tỷ: 9, tỉ: 9, million: 6, billion: 9 }

const patterns: Readonly<Record<Language, RegExp>> = {
  vi: /^(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?: ?(%|k(?!\p{L})|nghìn|ngàn|triệu|tr(?!\p{L})|tỷ|tỉ|đồng|đ(?!\p{L})))?/iu,
  en: /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?: ?(%|k(?!\p{L})|million|billion|vnd))?/iu,
}

/** The number a text begins with, and how much of the text it is; undefined where it begins with none. */
export const readFormulaNumber = (text: string, language: Language): { readonly number: number; readonly length: number } | undefined => {
  const match = patterns[language].exec(text)
  if (!match) return undefined
  const [all, whole = '', fraction = '0', suffix = ''] = match
  const power = powers[suffix.toLowerCase()] ?? 0
  return { number: Number(`${whole.replaceAll(signs[language].group, '')}.${fraction}e${power}`), length: all.length }
}
