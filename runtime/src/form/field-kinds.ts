import type { CodeList, FieldSchema } from '../documents/common-document.ts'
import type { Language, Text } from '../documents/text.ts'
import { refinementOf } from '../values/refined-kinds.ts'
import { choice } from './field-kinds/choice.ts'
import { choices } from './field-kinds/choices.ts'
import { date } from './field-kinds/date.ts'
import type { FieldKind, FieldKindDefinition, PlainSchema } from './field-kinds/field-kind.ts'
import { number } from './field-kinds/number.ts'
import { personalNumber } from './field-kinds/personal-number.ts'
import { restricted } from './field-kinds/restricted.ts'
import { text } from './field-kinds/text.ts'
import { yesNo } from './field-kinds/yes-no.ts'

/** Every way to ask a question. A kind without its definition does not compile. */
export const fieldKinds: Readonly<Record<FieldKind, FieldKindDefinition>> = {
  text,
  number,
  date,
  'yes-no': yesNo,
  choice,
  choices,
  'personal-number': personalNumber,
}

const isFieldKind = (name: string): name is FieldKind => name in fieldKinds

/** How a dictionary field is asked and its answers are kept; of one with a kind of a package, the kind that says more about. */
export const fieldKindOf = (schema: FieldSchema): FieldKind => {
  const kind = Object.keys(fieldKinds).filter(isFieldKind).find((name) => fieldKinds[name].matches(schema))
  if (kind === undefined) throw new Error(`No field kind fits ${JSON.stringify(schema)}`)
  return kind
}

/** What the answers to a question are chosen from, the same text for the same choices; undefined where they are not chosen, or several at once. */
export const choicesOf = (schema: FieldSchema): string | undefined => {
  const kind = fieldKindOf(schema)
  if (kind === 'yes-no') return kind
  return kind === 'choice' ? `list ${schema['x-list'] ?? ''}` : undefined
}

/** What an answer to a field looks like, behind "expected": as the kind of a package says, or else the core's own. */
export const expectedOf = (schema: FieldSchema): Text | undefined => {
  const refined = refinementOf(schema['x-kind'])
  return refined ? refined.kind.expected(refined.options) : fieldKinds[fieldKindOf(schema)].expected?.(schema)
}

/** Plain JSON Schema of a dictionary field, with the titles of its codes; with a kind of a package, what that demands too. */
export const plainFieldSchema = (schema: FieldSchema, lists: ReadonlyMap<string, CodeList>, language: Language): PlainSchema => {
  const entries = schema['x-list'] === undefined ? [] : (lists.get(schema['x-list'])?.entries ?? [])
  const plain = fieldKinds[fieldKindOf(schema)].schema(schema, entries, language)
  const refined = refinementOf(schema['x-kind'])
  return refined ? restricted(plain, refined.kind.restrict(refined.options)) : plain
}
