import type { FieldKindUse } from '../documents/field-kind-use.ts'
import type { Language, Text } from '../documents/text.ts'
import { formatValue } from '../values/format.ts'
import { findRefinedKind, type FieldKindOption } from '../values/refined-kinds.ts'

const valueWords = (option: FieldKindOption | undefined, value: boolean | number | string, language: Language): string =>
  (option?.type === 'choice' ? option.choices[String(value)]?.[language] : undefined) ?? formatValue(value, { lists: new Map(), language })

/** The kind of a question with what the question says about it: `Thửa đất (tờ bản đồ có thể để trống: có)`. Of a package that is not installed, its name. */
export const kindPhrase = ({ name, options = {} }: FieldKindUse): Text => {
  const kind = findRefinedKind(name)
  const phrase = (language: Language): string => {
    const said = Object.entries(options).map(([id, value]) => `${kind?.options[id]?.label[language] ?? id}: ${valueWords(kind?.options[id], value, language)}`)
    return `${kind?.label[language] ?? name}${said.length > 0 ? ` (${said.join('; ')})` : ''}`
  }
  return { vi: phrase('vi'), en: phrase('en') }
}
