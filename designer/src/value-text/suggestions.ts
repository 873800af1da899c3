import { matchesSearch, searchText } from '../ui/search-text.ts'
import { soundWritings } from './atom-text.ts'
import { writeLiteral } from './literal-text.ts'
import { masked, slice } from './masked-text.ts'
import { beginningOf, shownEstablished } from './operator-words.ts'
import type { ValueContext } from './value-context.ts'

const MOST = 12

/** Where the value that is being written begins: behind an operator, behind the last entry of a list, behind “đến”. */
const beginningOfValue = (mask: string): number => {
  const separator = [...mask.matchAll(/; ?|, | (?:den(?: duoi| het)?|to|va|and|hoac|or) /g)].at(-1)
  const from = separator ? separator.index + separator[0].length : 0
  return from + (beginningOf(mask.slice(from), () => true)?.length ?? 0)
}

const valuesOf = (context: ValueContext): readonly string[] => {
  if (context.asksEstablished === true) return [shownEstablished[context.language].yes, shownEstablished[context.language].no]
  const named = [...(context.entries ?? []), ...context.names].flatMap(({ operand }) => soundWritings(operand, context).slice(0, 1))
  return context.type === 'boolean' ? [writeLiteral(true, context), writeLiteral(false, context), ...named] : named
}

/** Whole texts that what was typed could become: with the operator and the entries already there, and a name that goes on from it. */
export const suggestionsFor = (typed: string, context: ValueContext): readonly string[] => {
  const whole = masked(typed)
  const from = beginningOfValue(whole.mask)
  const begun = slice(whole, from).text
  const before = whole.text.slice(0, from).trimEnd()
  const search = searchText(begun.replaceAll(/[“”"]/g, ''))
  const found = valuesOf(context).filter((value) => matchesSearch(value, search))
  const ordered = [...found.filter((value) => searchText(value).startsWith(search)), ...found.filter((value) => !searchText(value).startsWith(search))]
  return [...new Set(ordered)].slice(0, MOST).map((value) => (before === '' ? value : `${before} ${value}`))
}
