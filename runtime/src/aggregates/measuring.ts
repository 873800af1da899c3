import type { Text } from '../documents/text.ts'
import { greatestOfElements, leastOfElements, sumOfElements } from '../logic/aggregates.ts'
import { those, type Aggregate, type AggregateWords } from './aggregate.ts'

/** `<value> <words> các thành viên mà …`. */
const overAll = ({ noun, value, where }: AggregateWords, join: (value: Text, all: Text) => Text): Text => join(value, those(`các ${noun.vi}`, `the ${noun.many}`, where))

export const sum: Aggregate = {
  members: { label: { vi: 'tổng của các thành viên', en: 'sum over members' }, formula: { vi: 'TỔNG THÀNH VIÊN', en: 'SUM OF MEMBERS' } },
  history: { label: { vi: 'tổng của các quyết định trước đây', en: 'sum over earlier decisions' }, formula: { vi: 'TỔNG QUYẾT ĐỊNH TRƯỚC', en: 'SUM OF DECISIONS' } },
  takes: 'value where?',
  gives: 'number',
  unit: 'together',
  sentence: (words) => overAll(words, (value, all) => ({ vi: `tổng ${value.vi} của ${all.vi}`, en: `the sum of ${value.en} over ${all.en}` })),
  compute: sumOfElements,
  plan: (forms, list) => forms.sum(list),
}

export const least: Aggregate = {
  members: { label: { vi: 'nhỏ nhất trong các thành viên', en: 'least among members' }, formula: { vi: 'NHỎ NHẤT THÀNH VIÊN', en: 'MIN OF MEMBERS' } },
  history: { label: { vi: 'nhỏ nhất trong các quyết định trước đây', en: 'least among earlier decisions' }, formula: { vi: 'NHỎ NHẤT QUYẾT ĐỊNH TRƯỚC', en: 'MIN OF DECISIONS' } },
  takes: 'value where?',
  gives: 'number',
  unit: 'each',
  sentence: (words) => overAll(words, (value, all) => ({ vi: `${value.vi} nhỏ nhất trong ${all.vi}`, en: `the least ${value.en} among ${all.en}` })),
  compute: leastOfElements,
  plan: (forms, list) => forms.leastOf(list),
}

export const greatest: Aggregate = {
  members: { label: { vi: 'lớn nhất trong các thành viên', en: 'greatest among members' }, formula: { vi: 'LỚN NHẤT THÀNH VIÊN', en: 'MAX OF MEMBERS' } },
  history: { label: { vi: 'lớn nhất trong các quyết định trước đây', en: 'greatest among earlier decisions' }, formula: { vi: 'LỚN NHẤT QUYẾT ĐỊNH TRƯỚC', en: 'MAX OF DECISIONS' } },
  takes: 'value where?',
  gives: 'number',
  unit: 'each',
  sentence: (words) => overAll(words, (value, all) => ({ vi: `${value.vi} lớn nhất trong ${all.vi}`, en: `the greatest ${value.en} among ${all.en}` })),
  compute: greatestOfElements,
  plan: (forms, list) => forms.greatestOf(list),
}
