import type { CodeList, FieldSchema } from '../documents/common-document.ts'
import type { FieldKindUse } from '../documents/field-kind-use.ts'
import type { Answer } from '../documents/input-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { endOfTime } from './day.ts'
import { refinementOf, writeRefined } from './refined-kinds.ts'

export interface FormatOptions {
  readonly unit?: string | undefined
  readonly list?: string | undefined
  /** The kind of a package that says how it is written. */
  readonly fieldKind?: FieldKindUse | undefined
  readonly lists: ReadonlyMap<string, CodeList>
  readonly language: Language
}

/** How answers to a question are written, whatever the language. */
export const formatOfField = (schema: FieldSchema | undefined): Omit<FormatOptions, 'lists' | 'language'> => ({ unit: schema?.['x-unit'], list: schema?.['x-list'], fieldKind: schema?.['x-kind'] })

const separators: Readonly<Record<Language, { readonly group: string; readonly decimal: string }>> = {
  vi: { group: '.', decimal: ',' },
  en: { group: ',', decimal: '.' },
}

/** What stands behind a number, by its unit of measure. A unit not listed is written as it is. */
const unitSuffixes: Readonly<Record<string, Text>> = {
  VND: { vi: ' đ', en: ' VND' },
  thousand_VND: { vi: ' nghìn đ', en: ' thousand VND' },
  million_VND: { vi: ' triệu đ', en: ' million VND' },
  billion_VND: { vi: ' tỷ đ', en: ' billion VND' },
  years: { vi: ' tuổi', en: ' years' },
  quarters: { vi: ' quý', en: ' quarters' },
  months: { vi: ' tháng', en: ' months' },
  weeks: { vi: ' tuần', en: ' weeks' },
  days: { vi: ' ngày', en: ' days' },
  calendar_year: { vi: ' năm dương lịch', en: ' calendar year' },
  points: { vi: ' điểm', en: ' points' },
  persons: { vi: ' người', en: ' persons' },
  households: { vi: ' hộ', en: ' households' },
  m2: { vi: ' m²', en: ' m²' },
  ha: { vi: ' ha', en: ' ha' },
  share: { vi: ' tỷ lệ', en: ' share' },
  percent: { vi: ' %', en: ' %' },
  count: { vi: '', en: '' },
}

const rateWords: Readonly<Record<string, Text>> = {
  person: { vi: 'người', en: 'person' },
  day: { vi: 'ngày', en: 'day' },
  week: { vi: 'tuần', en: 'week' },
  month: { vi: 'tháng', en: 'month' },
  quarter: { vi: 'quý', en: 'quarter' },
  year: { vi: 'năm', en: 'year' },
  household: { vi: 'hộ', en: 'household' },
}

/** Digits in groups of three; at most six decimals, none where the number is whole. */
export const formatNumber = (number: number, language: Language): string => {
  const { group, decimal } = separators[language]
  const [whole = '0', fraction] = String(Number.isInteger(number) ? number : Number(number.toFixed(6))).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
  return fraction === undefined ? grouped : `${grouped}${decimal}${fraction}`
}

/** `VND/person/month` → ` đ/người/tháng`. */
export const formatUnit = (unit: string, language: Language): string => {
  const [base = '', ...rates] = unit.split('/')
  const suffix = unitSuffixes[base]?.[language] ?? ` ${base}`
  return [suffix, ...rates.map((rate) => rateWords[rate]?.[language] ?? rate)].join('/')
}

/** `2026-12-31` → `31/12/2026`, `2026-12` → `12/2026`. */
export const formatDate = (date: string): string => date.split('-').toReversed().join('/')

const isDateText = (text: string): boolean => /^\d{4}-\d{2}(-\d{2})?$/.test(text)

const formatText = (text: string, { list, lists, language }: FormatOptions): string => {
  const entry = list === undefined ? undefined : lists.get(list)?.entries.find(({ code }) => code === text)
  if (entry) return entry.title[language]
  if (text === endOfTime) return notEnded[language]
  return isDateText(text) ? formatDate(text) : text
}

const notEnded: Text = { vi: 'chưa kết thúc', en: 'not ended' }

const nothing: Text = { vi: 'không có', en: 'none' }
const yes: Text = { vi: 'có', en: 'yes' }
const no: Text = { vi: 'không', en: 'no' }

/** An answer as people write it: 1.500.000 đ, 31/12/2026, the title of a code, có or không. */
export const formatValue = (value: Answer, options: FormatOptions): string => {
  const refined = refinementOf(options.fieldKind)
  if (refined) return writeRefined(refined, value, options.language)
  if (typeof value === 'boolean') return (value ? yes : no)[options.language]
  if (typeof value === 'string') return formatText(value, options)
  if (typeof value !== 'number') return value.length === 0 ? nothing[options.language] : value.map((code) => formatText(code, options)).join(', ')
  if (options.unit === 'share') return `${formatNumber(value * 100, options.language)} %`
  if (options.unit === 'calendar_year') return String(value)
  return formatNumber(value, options.language) + (options.unit === undefined ? '' : unitAfter(value, options.unit, options.language))
}

/** An answer as it stands on a form. Titles of a list may hold commas, so several are kept apart by semicolons. */
export const writeAnswer = (answer: Answer, options: FormatOptions): string =>
  typeof answer === 'object' && answer.length > 0 && refinementOf(options.fieldKind) === undefined ? answer.map((code) => formatValue(code, options)).join('; ') : formatValue(answer, options)

/** English says "1 person" and "2 persons". */
const unitAfter = (number: number, unit: string, language: Language): string => {
  const written = formatUnit(unit, language)
  return language === 'en' && number === 1 ? written.replace(/(person|household|year|quarter|month|week|day|point)s$/, '$1') : written
}
