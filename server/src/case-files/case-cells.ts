import { formatValue, isDay, parseDays, refinementOf, type Answer, type Language, type Literal, type Refinement, type Text } from '@tieuchi/runtime'
import { dayCell, type Cell } from '../excel/excel-file.ts'
import type { ReadCell } from '../excel/excel-reading.ts'
import { plainText } from '../households/household-search.ts'
import type { CellKind } from './case-columns.ts'
import { cellWords, problemWords } from './case-file-words.ts'

/** An answer or an expectation as its cell shows it. */
export function writeValue(value: Answer, kind: CellKind, language: Language): Cell {
  if (refinementOf(kind.fieldKind)) return formatValue(value, { fieldKind: kind.fieldKind, lists: new Map(), language })
  if (typeof value === 'boolean') return (value ? cellWords.yes : cellWords.no)[language]
  if (typeof value === 'number') return value
  if (typeof value !== 'string') return value.length === 0 ? cellWords.none[language] : value.map((code) => titleOf(code, kind, language)).join('; ')
  if (kind.states && (value === 'undetermined' || value === 'not_applicable') && !kind.codes?.some(({ code }) => code === value)) return cellWords[value][language]
  if (kind.type === 'list') return writeValue(value === '' ? [] : value.split(listSign), kind, language)
  if (kind.type === 'date' && isDay(value)) return dayCell(value)
  return kind.type === 'date' ? value.split('-').toReversed().join('/') : titleOf(value, kind, language)
}

/** What stands between several codes that are one expected text. */
export const listSign = ', '

/** Where two entries are called the same, diacritics or not, their codes tell them apart. */
function titleOf(code: string, { codes = [] }: CellKind, language: Language): string {
  const entry = codes.find((each) => each.code === code)
  return entry && codes.filter(({ title }) => same(entry.title[language], title)).length === 1 ? entry.title[language] : code
}

/** What a cell says, or what is wrong with it. */
export type ReadValue = { readonly value: Answer } | { readonly problem: Text }

/** A cell as text; a blank one is empty. */
export const textOf = (cell: ReadCell): string => (cell === undefined ? '' : inWords(cell))

const inWords = (cell: Exclude<ReadCell, undefined>): string => (cell instanceof Date ? cell.toISOString().slice(0, 10) : String(cell))

const same = (written: string, words: Text): boolean => plainText(written) === plainText(words.vi) || plainText(written) === plainText(words.en)

/** Reads a cell as what its column holds. */
export function readValue(cell: Exclude<ReadCell, undefined>, kind: CellKind): ReadValue {
  const written = inWords(cell)
  if (kind.states) for (const state of ['undetermined', 'not_applicable'] as const) if (same(written, cellWords[state])) return { value: state }
  const refined = refinementOf(kind.fieldKind)
  if (refined) return readRefined(written, refined)
  if (kind.type === 'list') return readEntries(written, kind)
  if (kind.codes && kind.type !== 'number') return readEntry(written, kind)
  if (kind.type === 'number') return readNumber(cell)
  if (kind.type === 'date') return readDay(cell, kind)
  if (kind.type === 'boolean') return readYesNo(cell)
  return { value: kind.type === undefined ? plainRead(cell) : written }
}

function readRefined(written: string, { kind, options }: Refinement): ReadValue {
  const value = kind.parse(written, options)
  return value === undefined ? { problem: problemWords.refined(written, kind.expected(options)) } : { value }
}

/** A cell of which only evaluation can tell what it holds. */
function plainRead(cell: Exclude<ReadCell, undefined>): Answer {
  if (typeof cell !== 'string') return cell instanceof Date ? inWords(cell) : cell
  return same(cell, cellWords.yes) || (!same(cell, cellWords.no) && cell)
}

function readNumber(cell: Exclude<ReadCell, undefined>): ReadValue {
  if (typeof cell === 'number') return { value: cell }
  const written = inWords(cell)
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(written) ? written.replaceAll('.', '').replace(',', '.') : /^-?\d+,\d+$/.test(written) ? written.replace(',', '.') : written
  return /^-?\d+(\.\d+)?$/.test(plain) ? { value: Number(plain) } : { problem: problemWords.number(written) }
}

function readDay(cell: Exclude<ReadCell, undefined>, { partial = false }: CellKind): ReadValue {
  const written = inWords(cell)
  const iso = written.includes('/') ? written.split('/').toReversed().map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-') : written
  return (partial ? parseDays(iso) !== undefined : isDay(iso)) ? { value: iso } : { problem: problemWords.day(written) }
}

const yes = ['co', 'yes', 'x', 'dung', 'true']
const no = ['khong', 'no', 'sai', 'false']

function readYesNo(cell: Exclude<ReadCell, undefined>): ReadValue {
  const word = plainText(inWords(cell))
  if (yes.includes(word)) return { value: true }
  return no.includes(word) ? { value: false } : { problem: problemWords.yesNo(inWords(cell)) }
}

/** More entries than these say no more than the first. */
const mostNamed = 8

function readEntry(written: string, { codes = [] }: CellKind): ReadValue & ({ readonly value: Literal } | { readonly problem: Text }) {
  const titled = codes.filter(({ title }) => same(written, title))
  const [entry] = titled.length === 1 ? titled : codes.filter(({ code }) => code === written)
  if (entry) return { value: entry.code }
  const named = codes.slice(0, mostNamed)
  const more = codes.length > mostNamed ? ['…'] : []
  return { problem: problemWords.entry(written, { vi: [...named.map(({ title }) => title.vi), ...more].join('; '), en: [...named.map(({ title }) => title.en), ...more].join('; ') }) }
}

function readEntries(written: string, kind: CellKind): ReadValue {
  if (same(written, cellWords.none)) return { value: [] }
  const read = written.split(';').map((part) => part.trim()).filter(Boolean).map((part) => (kind.codes ? readEntry(part, kind) : { value: part }))
  const wrong = read.find((each) => 'problem' in each)
  if (wrong) return wrong
  return { value: read.flatMap((each) => ('value' in each ? [String(each.value)] : [])) }
}
