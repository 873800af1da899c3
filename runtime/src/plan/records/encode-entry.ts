import type { Answer, HistoryEntry } from '../../documents/input-document.ts'
import { addDays, endOfTime, isDay } from '../../values/day.ts'
import type { ValueType } from '../../values/value-type.ts'
import { entryTypes } from '../compile/entries.ts'
import { dayCode } from '../dictionary/day-code.ts'
import { numberScaleOf, scaledNumber } from '../dictionary/number-scale.ts'
import type { PlanDictionary } from '../dictionary/plan-dictionary.ts'

/** As yes and no share a property. */
export const yesCode = 1
export const noCode = 2

/** Lanes of an entry by their property; undefined where a record cannot hold it. */
export type EncodedEntry = Readonly<Record<string, number>>

/** Fields by their place in `historyFieldIds`: value, from, to, decided_on, standard. */
const blank: Readonly<Record<string, number>> = { l0: 1, x0: 0, x0k: 0, x0f: -Infinity, x0t: Infinity, x0c: 0, x1f: -Infinity, x1t: Infinity, x2f: -Infinity, x2t: Infinity, x3f: -Infinity, x3t: Infinity, x4c: 0 }

/** An entry of which nothing is known. */
export const blankEntry: EncodedEntry = blank

const typeOf = (answer: Answer): ValueType => {
  if (typeof answer === 'boolean') return 'boolean'
  if (typeof answer === 'number') return 'number'
  if (typeof answer !== 'string') return 'list'
  return isDay(answer) ? 'date' : 'text'
}

const numbers = numberScaleOf({ type: 'number', 'x-label': { vi: '', en: '' } })

/** A list of codes as the sum of 2 to the place of each; undefined where another stands in it. */
const listNumber = (answer: readonly string[], codes: readonly string[]): number | undefined => {
  const places = [...new Set(answer)].map((code) => codes.indexOf(code))
  return places.includes(-1) ? undefined : places.reduce((sum, place) => sum + 2 ** place, 0)
}

const valueLanes = (answer: Answer | undefined, dictionary: PlanDictionary, codes: readonly string[]): Readonly<Record<string, number>> | undefined => {
  if (answer === undefined) return {}
  const type = { x0k: entryTypes.indexOf(typeOf(answer)) + 1 }
  if (typeof answer === 'boolean') return { ...type, x0: answer ? yesCode : noCode }
  if (typeof answer === 'number') {
    const number = numbers && scaledNumber(answer, numbers)
    return number === undefined ? undefined : { ...type, x0f: number, x0t: number }
  }
  if (typeof answer !== 'string') {
    const number = codes.length === 0 ? 0 : listNumber(answer, codes)
    return number === undefined ? undefined : { ...type, x0f: number, x0t: number }
  }
  return isDay(answer) ? { ...type, x0f: dayCode(answer), x0t: dayCode(answer) } : { ...type, x0c: dictionary.freeTexts.code(answer) }
}

/** A decision that was listed, on a history by its number. */
export const encodeEntry = (entry: HistoryEntry, dictionary: PlanDictionary, history: number): EncodedEntry | undefined => {
  const value = valueLanes(entry.value, dictionary, dictionary.codesListed(history))
  if (!value) return undefined
  const [from, to] = [dayCode(entry.from), dayCode(entry.to ?? endOfTime)]
  const lanes: Record<string, number> = { ...blank, ...value, x1f: from, x1t: from, x2f: to, x2t: to }
  if (entry.decided_on !== undefined) lanes['x3t'] = lanes['x3f'] = dayCode(entry.decided_on)
  if (entry.standard !== undefined) lanes['x4c'] = dictionary.freeTexts.code(entry.standard)
  return lanes
}

/** The stand-in of decisions that nobody listed: all had ended before the history is complete. */
export const unlistedEntry = (since: string | undefined): EncodedEntry => {
  const last = since === undefined ? Infinity : dayCode(addDays(since, -1))
  return { ...blank, l0: 0, x1t: last, x2t: last }
}
