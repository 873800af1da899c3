import { operatorEntries } from '../conditions/operators.ts'
import type { OperatorName } from '../documents/condition-document.ts'
import type { Text } from '../documents/text.ts'
import { plainLetters } from '../values/plain-letters.ts'

/** What a formula calls by name, besides the signs of arithmetic. */
export type FormulaFunction =
  | 'total' | 'product' | 'least' | 'greatest' | 'round' | 'roundUp' | 'roundDown' | 'roundEven' | 'roundDigits' | 'roundUpDigits' | 'roundDownDigits' | 'floor'
  | 'ageInYears' | 'ageInMonths' | 'monthsBetween' | 'yearOf' | 'personalNumberSex' | 'personalNumberBirthYear'
  | 'factsAt' | 'lawAt' | 'unitAt' | 'if' | 'countEvents'
  | 'countMembers' | 'anyMember' | 'allMembers' | 'noMember' | 'shareOfMembers' | 'sumOfMembers' | 'leastOfMembers' | 'greatestOfMembers'
  | 'countDecisions' | 'anyDecision' | 'allDecisions' | 'noDecision' | 'shareOfDecisions' | 'sumOfDecisions' | 'leastOfDecisions' | 'greatestOfDecisions' | 'lastDecision'

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

const memberCondition = ['điều kiện của thành viên', 'condition on the member'] as const
const memberValue = ['giá trị của thành viên; điều kiện', 'value of the member; condition'] as const
const decisionValue = ['kết quả; giá trị; điều kiện', 'outcome; value; condition'] as const
const decisionCondition = ['kết quả; điều kiện', 'outcome; condition'] as const

/** Functions by the words they are written with. */
export const formulaFunctions: Readonly<Record<FormulaFunction, FunctionSignature>> = {
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
  countMembers: taking('SỐ THÀNH VIÊN', 'COUNT MEMBERS', ...memberCondition, ['COUNTIF', 'COUNT', 'ĐẾM', 'ĐẾM THÀNH VIÊN']),
  anyMember: taking('CÓ THÀNH VIÊN', 'ANY MEMBER', ...memberCondition),
  allMembers: taking('MỌI THÀNH VIÊN', 'EVERY MEMBER', ...memberCondition),
  noMember: taking('KHÔNG THÀNH VIÊN NÀO', 'NO MEMBER', ...memberCondition),
  shareOfMembers: taking('TỶ LỆ THÀNH VIÊN', 'SHARE OF MEMBERS', 'điều kiện; tính trong số', 'condition; out of those'),
  sumOfMembers: taking('TỔNG THÀNH VIÊN', 'SUM OF MEMBERS', ...memberValue),
  leastOfMembers: taking('NHỎ NHẤT THÀNH VIÊN', 'MIN OF MEMBERS', ...memberValue),
  greatestOfMembers: taking('LỚN NHẤT THÀNH VIÊN', 'MAX OF MEMBERS', ...memberValue),
  countDecisions: taking('SỐ QUYẾT ĐỊNH TRƯỚC', 'COUNT DECISIONS', ...decisionCondition),
  anyDecision: taking('CÓ QUYẾT ĐỊNH TRƯỚC', 'ANY DECISION', ...decisionCondition),
  allDecisions: taking('MỌI QUYẾT ĐỊNH TRƯỚC', 'EVERY DECISION', ...decisionCondition),
  noDecision: taking('KHÔNG QUYẾT ĐỊNH TRƯỚC NÀO', 'NO DECISION', ...decisionCondition),
  shareOfDecisions: taking('TỶ LỆ QUYẾT ĐỊNH TRƯỚC', 'SHARE OF DECISIONS', 'kết quả; điều kiện; tính trong số', 'outcome; condition; out of those'),
  sumOfDecisions: taking('TỔNG QUYẾT ĐỊNH TRƯỚC', 'SUM OF DECISIONS', ...decisionValue),
  leastOfDecisions: taking('NHỎ NHẤT QUYẾT ĐỊNH TRƯỚC', 'MIN OF DECISIONS', ...decisionValue),
  greatestOfDecisions: taking('LỚN NHẤT QUYẾT ĐỊNH TRƯỚC', 'MAX OF DECISIONS', ...decisionValue),
  lastDecision: taking('QUYẾT ĐỊNH GẦN NHẤT', 'LAST DECISION', ...decisionValue),
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
  ...Object.entries(formulaFunctions).flatMap(([name, signature]) => spellings(signature).map((spelling) => [spelling, { kind: 'function', name: name as FormulaFunction }] as const)),
  ...Object.entries(formulaWords).flatMap(([name, word]) => spellings(word).map((spelling) => [spelling, { kind: 'word', name: name as FormulaWord }] as const)),
  ...formulaOperators().flatMap(([name, words]) => spellings(words).filter(hasLetters).map((spelling) => [spelling, { kind: 'operator', name }] as const)),
])
