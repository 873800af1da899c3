import type { EntitlementResult } from '../documents/evaluation-document.ts'
import type { Answer } from '../documents/input-document.ts'
import { boundOfLevel, type Bound, type EntitlementPiece, type PeriodName } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { formatDate, formatValue } from '../values/format.ts'
import { phrase } from './phrase.ts'
import { amountNoun, entitlementStates, levelNoun, notEstablished, notKnown } from './readable.ts'

/** How often an entitlement is given, in words. */
export const periodNames: Readonly<Record<PeriodName, Text>> = {
  once: phrase('một lần', 'once'),
  month: phrase('hằng tháng', 'every month'),
  quarter: phrase('hằng quý', 'every quarter'),
  year: phrase('hằng năm', 'every year'),
  school_month: phrase('theo tháng thực học', 'every month of school'),
  school_year: phrase('theo năm học', 'every school year'),
}

/** How often at most. */
export const timesPhrase = ({ vi, en }: Text): Text => phrase(`tối đa ${vi} lần`, `at most ${en} times`)

/** What stands before a level or amount that is not exact. */
export const boundWords: Readonly<Record<Bound, Text>> = { exact: phrase('', ''), at_least: phrase('ít nhất ', 'at least '), at_most: phrase('nhiều nhất ', 'at most ') }

const before = (vi: string, en: string, text: Text): Text => phrase(`${vi} ${text.vi}`, `${en} ${text.en}`)

/** What became of a benefit and on which terms: `được hưởng, số tiền ít nhất 500.000 đ, hằng tháng`. */
export const entitlementPhrase = (assembly: Assembly, result: EntitlementResult): Text => {
  const terms = entitlementTerms(assembly, result)
  const state = entitlementStates[result.state]
  return terms ? phrase(`${state.vi}, ${terms.vi}`, `${state.en}, ${terms.en}`) : state
}

/**
 * Level, amount and period of a benefit that is granted; nothing where it has none or is not granted. What is not known
 * yet, or left open by the law, is said and never left out.
 */
export const entitlementTerms = (assembly: Assembly, result: EntitlementResult): Text | undefined => {
  const piece = assembly.pieces.get(result.id)?.piece
  if (piece?.kind !== 'entitlement') throw new Error(`No entitlement is named ${result.id}`)
  const terms = result.state === 'granted' ? [...levelPhrase(assembly, piece, result), ...amountPhrase(assembly, piece, result), ...periodPhrases(result)] : []
  return terms.length === 0 ? undefined : phrase(terms.map(({ vi }) => vi).join(', '), terms.map(({ en }) => en).join(', '))
}

const levelPhrase = (assembly: Assembly, piece: EntitlementPiece, result: EntitlementResult): readonly Text[] =>
  piece.level === undefined ? [] : [given(levelNoun, written(assembly, result.level, result.level_unit, result.level_list), result, boundOfLevel(result))]

const amountPhrase = (assembly: Assembly, piece: EntitlementPiece, result: EntitlementResult): readonly Text[] =>
  piece.amount === undefined ? [] : [given(amountNoun(piece), written(assembly, result.amount, result.unit), result, result.bound)]

const given = (noun: Text, value: Text | undefined, { missing, open }: EntitlementResult, bound: Bound): Text => {
  if (!value) return before(noun.vi, noun.en, missing.length > 0 || open.length === 0 ? notKnown : notEstablished)
  return before(`${noun.vi} ${boundWords[bound].vi}`.trim(), `${noun.en} ${boundWords[bound].en}`.trim(), value)
}

const written = (assembly: Assembly, value: Answer | undefined, unit?: string, list?: string): Text | undefined => {
  if (value === undefined) return undefined
  const write = (language: 'vi' | 'en') => formatValue(value, { unit, list, lists: assembly.lists, language })
  return phrase(write('vi'), write('en'))
}

const periodPhrases = ({ period }: EntitlementResult): readonly Text[] => {
  if (!period) return []
  const { every, at_most: atMost, from, to } = period
  const day = (vi: string, en: string, at: string | undefined): readonly Text[] => (at === undefined ? [] : [before(vi, en, phrase(formatDate(at), formatDate(at)))])
  return [periodNames[every], ...(atMost === undefined ? [] : [timesPhrase(phrase(String(atMost), String(atMost)))]), ...spanPhrase(day('từ', 'from', from), day('đến', 'until', to))]
}

/** `từ … đến …` as one. */
const spanPhrase = (from: readonly Text[], to: readonly Text[]): readonly Text[] => {
  const parts = [...from, ...to]
  return parts.length === 0 ? [] : [phrase(parts.map(({ vi }) => vi).join(' '), parts.map(({ en }) => en).join(' '))]
}
