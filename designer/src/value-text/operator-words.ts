import { operatorEntries, type OperatorName } from '@tieuchi/runtime'
import { foldedWord } from './masked-text.ts'

interface Beginning {
  readonly operator: OperatorName
  readonly word: string
}

/** Every way to begin, the longest first, so that “không quá” is not taken for “quá” with something before it. */
const beginningsOf = (operators: ReturnType<typeof operatorEntries>): readonly Beginning[] =>
  operators.flatMap(([operator, { cell }]) => (cell?.words ?? []).map((word) => ({ operator, word: foldedWord(word) }))).toSorted((a, b) => b.word.length - a.word.length)

let made: { readonly names: string; readonly beginnings: readonly Beginning[] } = { names: '', beginnings: [] }

/** Made anew only where there are other operators than before. */
const beginnings = (): readonly Beginning[] => {
  const operators = operatorEntries()
  const names = operators.map(([name]) => name).join(' ')
  if (names !== made.names) made = { names, beginnings: beginningsOf(operators) }
  return made.beginnings
}

/** The operator a text begins with, and where what it compares with begins. */
export const beginningOf = (mask: string, allowed: (operator: OperatorName) => boolean): { readonly operator: OperatorName; readonly length: number } | undefined => {
  const found = beginnings().find(({ operator, word }) => allowed(operator) && mask.startsWith(word) && mask.length > word.length && (/[^a-z]$/.test(word) || /[^a-z]/.test(mask.charAt(word.length))))
  return found && { operator: found.operator, length: mask.startsWith(':', found.word.length) ? found.word.length + 1 : found.word.length }
}

/** “6 trở lên”, “từ 6 trở lên”, “6 or more”. */
export const suffixes: readonly { readonly operator: OperatorName; readonly pattern: RegExp }[] = [
  { operator: 'greaterThanInclusive', pattern: /^(?:tu du |tu |from )?(.+?) ?(?: tro len| or more| or over| and over| and above| and more|\+)$/d },
  { operator: 'lessThanInclusive', pattern: /^(?:tu |from )?(.+?)(?: tro xuong| or less| or fewer| or under| and under| and below)$/d },
]

/** How a range is written: which ends belong to it is in its words. */
export interface RangePattern {
  readonly pattern: RegExp
  readonly from: 'inclusive' | 'exclusive'
  readonly to: 'inclusive' | 'exclusive'
}

const lowers = { inclusive: '(?:tu du |tu |from |between )?', exclusive: '(?:tren |lon hon |hon |sau |over |above |after |more than )' } as const
const joiners = { exclusive: ' (?:den|toi|to|va|and)(?: duoi| truoc| nho hon| chua den| below| under| before| less than) ', inclusive: ' (?:den het|den|toi|to|and|va|[-–—]) ' } as const

const ends = ['exclusive', 'inclusive'] as const

/** The narrowest first: “đến dưới” is no “đến” with “dưới …” behind it. */
export const rangePatterns: readonly RangePattern[] = ends.flatMap((to) => ends.map((from): RangePattern => ({ from, to, pattern: new RegExp(`^${lowers[from]}(.+?)${joiners[to]}(.+)$`, 'd') })))

/** `6-16`, of numbers alone. */
export const hyphenRange: RangePattern = { from: 'inclusive', to: 'inclusive', pattern: /^([\d.,]+) ?[-–—] ?([\d.,]+.*)$/d }

export const anyValue: ReadonlySet<string> = new Set(['bat ky', 'bat ki', 'tuy y', 'moi gia tri', 'any'])
export const noValue: ReadonlySet<string> = new Set(['', '-', '–', '—', '*'])

/** What parts two comparisons of one value, and the entries of a list. */
export const andWords = / (?:va|and) |; |, /g
/** What parts the two values of a comparison with a pair. */
export const pairSeparator = /;/g
export const listWords = / (?:hoac|or) |;/g
export const commas = { text: /,| (?:hoac|or) /g, other: /, | (?:hoac|or) /g } as const

export const shownRange = { vi: ['từ', 'đến'], en: ['from', 'to'] } as const

export const shownEstablished = { vi: { yes: 'đã xác định', no: 'chưa xác định' }, en: { yes: 'established', no: 'not established' } } as const

export const establishedWords: ReadonlyMap<string, boolean> = new Map([
  ...['đã xác định', 'xác định', 'đã có', 'có', 'established', 'yes', 'known'].map((word) => [foldedWord(word), true] as const),
  ...['chưa xác định', 'không xác định', 'chưa có', 'không', 'not established', 'no', 'unknown'].map((word) => [foldedWord(word), false] as const),
])
