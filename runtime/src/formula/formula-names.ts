import type { AggregateList, AggregateTakes } from '../aggregates/aggregate.ts'
import { aggregateEntries, aggregateOf } from '../aggregates/aggregates.ts'
import { operatorEntries } from '../conditions/operators.ts'
import type { OperatorName } from '../documents/condition-document.ts'
import type { AggregateName } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'
import { plainLetters } from '../values/plain-letters.ts'

/** What a formula calls by name, besides the signs of arithmetic and aggregates. */
export type PlainFunction =
  | 'total' | 'product' | 'least' | 'greatest' | 'round' | 'roundUp' | 'roundDown' | 'roundEven' | 'roundDigits' | 'roundUpDigits' | 'roundDownDigits' | 'floor'
  | 'ageInYears' | 'ageInMonths' | 'monthsBetween' | 'yearOf' | 'personalNumberSex' | 'personalNumberBirthYear'
  | 'factsAt' | 'lawAt' | 'unitAt' | 'if' | 'countEvents' | 'lastDecision'

/** An aggregate over the members or over earlier decisions. */
export type AggregateFunction = `${AggregateList}.${AggregateName}`

export type FormulaFunction = PlainFunction | AggregateFunction

/** Words between conditions and values. */
export type FormulaWord = 'and' | 'or' | 'not' | 'allOf' | 'anyOf' | 'yes' | 'no' | 'from' | 'to' | 'known' | 'unknown'

interface Name extends Text {
  /** Also understood, in either language; names of spreadsheets among them. */
  readonly also?: readonly string[]
}

/** What a function takes, in words, for whoever types it. */
export interface FunctionSignature extends Name {
  readonly takes: Text
}

const taking = (vi: string, en: string, takesVi: string, takesEn: string, also?: readonly string[]): FunctionSignature => ({ vi, en, takes: { vi: takesVi, en: takesEn }, ...(also && { also }) })

/** What aggregates take, over members and over earlier decisions. */
const taken: Readonly<Record<AggregateTakes, Readonly<Record<AggregateList, Text>>>> = {
  'where?': { members: { vi: 'điều kiện của thành viên', en: 'condition on the member' }, history: { vi: 'kết quả; điều kiện', en: 'outcome; condition' } },
  where: { members: { vi: 'điều kiện của thành viên', en: 'condition on the member' }, history: { vi: 'kết quả; điều kiện', en: 'outcome; condition' } },
  'where among?': { members: { vi: 'điều kiện; tính trong số', en: 'condition; out of those' }, history: { vi: 'kết quả; điều kiện; tính trong số', en: 'outcome; condition; out of those' } },
  'value where?': { members: { vi: 'giá trị của thành viên; điều kiện', en: 'value of the member; condition' }, history: { vi: 'kết quả; giá trị; điều kiện', en: 'outcome; value; condition' } },
}

/** Functions of the core by the words they are written with. */
const plainFunctions: Readonly<Record<PlainFunction, FunctionSignature>> = {
  total: taking('TỔNG', 'SUM', 'giá trị; giá trị; …', 'value; value; …'),
  product: taking('TÍCH', 'PRODUCT', 'giá trị; giá trị; …', 'value; value; …'),
  least: taking('NHỎ NHẤT', 'MIN', 'giá trị; giá trị; …', 'value; value; …'),
  greatest: taking('LỚN NHẤT', 'MAX', 'giá trị; giá trị; …', 'value; value; …'),
  round: taking('LÀM TRÒN ĐẾN', 'MROUND', 'giá trị; bội số của', 'value; a multiple of'),
  roundUp: taking('LÀM TRÒN LÊN ĐẾN', 'CEILING', 'giá trị; bội số của', 'value; a multiple of'),
  roundDown: taking('LÀM TRÒN XUỐNG ĐẾN', 'FLOOR', 'giá trị; bội số của', 'value; a multiple of'),
  roundEven: taking('LÀM TRÒN CHẴN ĐẾN', 'ROUND EVEN TO', 'giá trị; bội số của', 'value; a multiple of'),
  // As in spreadsheets: one decimal is 1, thousands are -3.
  roundDigits: taking('LÀM TRÒN', 'ROUND', 'giá trị; số chữ số thập phân', 'value; number of decimals'),
  roundUpDigits: taking('LÀM TRÒN LÊN', 'ROUNDUP', 'giá trị; số chữ số thập phân', 'value; number of decimals', ['ROUND UP']),
  roundDownDigits: taking('LÀM TRÒN XUỐNG', 'ROUNDDOWN', 'giá trị; số chữ số thập phân', 'value; number of decimals', ['ROUND DOWN']),
  floor: taking('PHẦN NGUYÊN', 'INT', 'giá trị', 'value'),
  ageInYears: taking('TUỔI', 'AGE', 'ngày sinh; đến ngày', 'date of birth; on the day'),
  ageInMonths: taking('THÁNG TUỔI', 'AGE IN MONTHS', 'ngày sinh; đến ngày', 'date of birth; on the day'),
  monthsBetween: taking('SỐ THÁNG', 'MONTHS BETWEEN', 'từ ngày; đến ngày', 'from day; to day'),
  yearOf: taking('NĂM', 'YEAR', 'ngày', 'day'),
  personalNumberSex: taking('GIỚI TÍNH THEO SỐ ĐỊNH DANH', 'SEX BY PERSONAL NUMBER', 'số định danh', 'personal number'),
  personalNumberBirthYear: taking('NĂM SINH THEO SỐ ĐỊNH DANH', 'BIRTH YEAR BY PERSONAL NUMBER', 'số định danh', 'personal number'),
  factsAt: taking('NGÀY XÉT', 'DAY OF ASSESSMENT', '', '', ['TODAY', 'HÔM NAY']),
  lawAt: taking('NGÀY ÁP DỤNG VĂN BẢN', 'DAY OF THE LAW', '', ''),
  unitAt: taking('NGÀY XÉT ĐỊA BÀN', 'DAY OF THE PLACE', '', ''),
  if: taking('NẾU', 'IF', 'điều kiện; giá trị khi đúng; giá trị khi sai', 'condition; value if true; value if false'),
  countEvents: taking('SỐ QUY TẮC ĐÚNG', 'RULES THAT HOLD', 'nhóm quy tắc', 'rule set'),
  lastDecision: taking('QUYẾT ĐỊNH GẦN NHẤT', 'LAST DECISION', 'kết quả; giá trị; điều kiện', 'outcome; value; condition'),
}

const aggregateFunctions = (list: AggregateList): readonly (readonly [FormulaFunction, FunctionSignature])[] =>
  aggregateEntries().map(([name]) => [`${list}.${name}`, signatureOf(`${list}.${name}`)])

/** Every function with the words it is written with, by name: an aggregate as `members.count` and `history.count`. */
export const formulaFunctions = (): ReadonlyMap<FormulaFunction, FunctionSignature> => new Map<FormulaFunction, FunctionSignature>([
  ...(Object.entries(plainFunctions) as [PlainFunction, FunctionSignature][]), ...aggregateFunctions('members'), ...aggregateFunctions('history'),
])

export const isAggregateFunction = (name: FormulaFunction): name is AggregateFunction => name.includes('.')

/** The aggregate that is called so, and over which list. */
export const aggregateCalled = (name: AggregateFunction): { readonly list: AggregateList; readonly aggregate: AggregateName; readonly takes: AggregateTakes } => {
  const list = name.startsWith('members.') ? 'members' : 'history'
  const aggregate = name.slice(list.length + 1) as AggregateName
  return { list, aggregate, takes: aggregateOf(aggregate).takes }
}

/** Whether nothing needs to stand in its brackets though something may. */
export const isBare = (name: FormulaFunction): boolean => isAggregateFunction(name) && name.startsWith('members.') && aggregateCalled(name).takes === 'where?'

/** The words of a function, and what it takes. */
export const signatureOf = (name: FormulaFunction): FunctionSignature => {
  if (!isAggregateFunction(name)) return plainFunctions[name]
  const { list, aggregate, takes } = aggregateCalled(name)
  return { ...aggregateOf(aggregate)[list].formula, takes: taken[takes][list] }
}

export const formulaWords: Readonly<Record<FormulaWord, Name>> = {
  and: { vi: 'VÀ', en: 'AND' },
  or: { vi: 'HOẶC', en: 'OR' },
  not: { vi: 'KHÔNG PHẢI', en: 'NOT' },
  allOf: { vi: 'TẤT CẢ', en: 'ALL OF' },
  anyOf: { vi: 'MỘT TRONG', en: 'ANY OF' },
  yes: { vi: 'CÓ', en: 'YES', also: ['ĐÚNG', 'TRUE'] },
  no: { vi: 'KHÔNG', en: 'NO', also: ['SAI', 'FALSE'] },
  from: { vi: 'TỪ', en: 'FROM' },
  to: { vi: 'ĐẾN', en: 'TO' },
  known: { vi: 'ĐÃ XÁC ĐỊNH', en: 'IS KNOWN' },
  unknown: { vi: 'CHƯA XÁC ĐỊNH', en: 'IS UNKNOWN' },
}

/** Words as they are compared: without diacritics, capitals and doubled blanks. */
export const plainWords = (text: string): string => plainLetters(text).replaceAll(/\s+/g, ' ').trim()

export type Phrase =
  | { readonly kind: 'function'; readonly name: FormulaFunction }
  | { readonly kind: 'word'; readonly name: FormulaWord }
  | { readonly kind: 'operator'; readonly name: OperatorName }

const spellings = ({ vi, en, also = [] }: Name): readonly string[] => [vi, en, ...also].map(plainWords)

const hasLetters = (words: string): boolean => /\p{L}/u.test(words)

/** Operators by the words, or the sign, they stand between their sides with; some have a form of their own. */
export const formulaOperators = (): readonly (readonly [OperatorName, Text])[] => operatorEntries().flatMap(([name, { formula }]) => (formula ? [[name, formula] as const] : []))

/** Every phrase a formula may contain, by its plain words. */
export const formulaPhrases = (): ReadonlyMap<string, Phrase> => new Map<string, Phrase>([
  ...[...formulaFunctions()].flatMap(([name, signature]) => spellings(signature).map((spelling) => [spelling, { kind: 'function', name }] as const)),
  ...Object.entries(formulaWords).flatMap(([name, word]) => spellings(word).map((spelling) => [spelling, { kind: 'word', name: name as FormulaWord }] as const)),
  ...formulaOperators().flatMap(([name, words]) => spellings(words).filter(hasLetters).map((spelling) => [spelling, { kind: 'operator', name }] as const)),
])
