import { isOperatorName, operatorOf } from '../conditions/operators.ts'
import type { Text } from '../documents/text.ts'
import type { ValueType } from '../values/value-type.ts'

const words: Readonly<Record<ValueType, Text>> = {
  number: { vi: 'số', en: 'number' },
  date: { vi: 'ngày', en: 'date' },
  boolean: { vi: 'có hoặc không', en: 'yes or no' },
  text: { vi: 'chữ hoặc mã', en: 'text or code' },
  list: { vi: 'nhiều lựa chọn', en: 'several choices' },
}

const isValueType = (name: unknown): name is ValueType => typeof name === 'string' && Object.hasOwn(words, name)

/** What a type of values is called. A name that is none is left as it is. */
export const typeWords = (type: unknown): Text => (isValueType(type) ? words[type] : { vi: String(type), en: String(type) })

const kindNames: Readonly<Record<string, Text>> = {
  text: { vi: 'chữ', en: 'texts' },
  number: { vi: 'số', en: 'numbers' },
  date: { vi: 'ngày', en: 'days' },
  choice: { vi: 'một mục của danh mục', en: 'one code of a list' },
  choices: { vi: 'nhiều mục của danh mục', en: 'several codes of a list' },
}

/** What the answers of a kind of the core are called. A name that is none is left as it is. */
export const kindWords = (kind: unknown): Text => kindNames[String(kind)] ?? { vi: String(kind), en: String(kind) }

/** What an operator is called. A name that is none is left as it is. */
export const operatorWords = (name: unknown): Text =>
  typeof name === 'string' && isOperatorName(name) ? operatorOf(name).label : { vi: String(name), en: String(name) }
