import { isParameterReference } from '../conditions/condition-tree.ts'
import { operandPlace } from '../conditions/operand-place.ts'
import type { Leaf, OperatorName } from '../documents/condition-document.ts'
import type { Language } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { listOfFact, typeOfFact, typeOfParameter } from '../release/value-types.ts'
import { isDay } from '../values/day.ts'
import { formatDate } from '../values/format.ts'
import type { ValueType } from '../values/value-type.ts'
import { plainWords } from './formula-names.ts'

/** What a text stands beside, as far as its reading depends on it. */
export interface LiteralSide {
  readonly type: ValueType | undefined
  readonly list: string | undefined
}

export const leftSideOf = (assembly: Assembly, leaf: Leaf): LiteralSide =>
  isParameterReference(leaf) ? { type: typeOfParameter(assembly, leaf), list: undefined } : { type: typeOfFact(assembly, leaf), list: listOfFact(assembly, leaf) }

/** The side a text stands beside at a place on the right of an operator. */
export const sideAt = (operator: OperatorName, side: LiteralSide, index: number): LiteralSide => {
  const place = operandPlace(operator, index)
  return place ? { type: place.type, list: undefined } : side
}

const dayPattern = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/

/** What a text between double quotes stands for: the code of an entry with that title, a day, or itself. */
export const readLiteralText = (assembly: Assembly, text: string, { type, list }: LiteralSide): string => {
  const entries = list === undefined ? [] : (assembly.lists.get(list)?.entries ?? [])
  const titled = entries.filter(({ title }) => plainWords(title.vi) === plainWords(text) || plainWords(title.en) === plainWords(text))
  if (titled.length === 1 && titled[0]) return titled[0].code
  const day = type === 'date' || type === undefined ? dayPattern.exec(text.trim()) : null
  const iso = day ? `${day[3]}-${(day[2] ?? '').padStart(2, '0')}-${(day[1] ?? '').padStart(2, '0')}` : ''
  return isDay(iso) ? iso : text
}

/** A text as it stands in a formula: by the title of its entry, as a day, or exactly as it is stored where that could be read otherwise. */
export const writeLiteralText = (assembly: Assembly, text: string, side: LiteralSide, language: Language): string => {
  const title = side.list === undefined ? undefined : assembly.lists.get(side.list)?.entries.find(({ code }) => code === text)?.title[language]
  const friendly = title ?? (isDay(text) ? formatDate(text) : text)
  return readLiteralText(assembly, friendly, side) === text ? `"${friendly.replaceAll('"', '""')}"` : `'${text.replaceAll("'", "''")}'`
}
