import { optionsList } from '@rjsf/utils'
import type { Answer, GeneratedForm, LayoutPart } from '@tieuchi/runtime'
import type { GroupSchema } from './group-schema.ts'

/** An answer to choose, with its words. */
export interface Choice {
  readonly value: Answer
  readonly label: string
}

/** More choices than these make no columns of a table: its questions are asked one by one. */
const MOST_COLUMNS = 6

/** What of a part is to be seen, by `hidden` of the state of the form; `whose` is `household` or `members.<id>`. What holds nothing to be seen goes too. */
export const shownParts = (parts: readonly LayoutPart[], whose: string, hidden: ReadonlySet<string>): readonly LayoutPart[] => {
  const isShown = (name: string): boolean => !hidden.has(`${whose}.${name}`)
  return parts.flatMap((part): readonly LayoutPart[] => {
    if (part.kind !== 'questions' && !isShown(part.id)) return []
    if (part.kind === 'group') return withAny({ ...part, parts: shownParts(part.parts, whose, hidden) }, ({ parts: inner }) => inner)
    if (part.kind === 'questions' || part.kind === 'matrix') return withAny({ ...part, fields: part.fields.filter(isShown) }, ({ fields }) => fields)
    return [part]
  })
}

const withAny = <Part extends LayoutPart>(part: Part, within: (part: Part) => readonly unknown[]): readonly Part[] => (within(part).length === 0 ? [] : [part])

/** The questions of some parts, in their order, however deep they stand. */
export const questionsOfParts = (parts: readonly LayoutPart[]): readonly string[] =>
  parts.flatMap((part) => (part.kind === 'group' ? questionsOfParts(part.parts) : 'fields' in part ? part.fields : []))

/** The places for attachments among some parts, by id with what they are called, however deep they stand. */
export const attachmentsOfParts = (parts: readonly LayoutPart[]): ReadonlyMap<string, string> =>
  new Map(parts.flatMap((part) => (part.kind === 'group' ? [...attachmentsOfParts(part.parts)] : part.kind === 'attachment' ? [[part.id, part.title] as const] : [])))

/** The same of a whole form, of the household and of members. */
export const attachmentsOf = ({ sections }: Pick<GeneratedForm, 'sections'>): ReadonlyMap<string, string> =>
  new Map(sections.flatMap(({ parts, roster }) => [...attachmentsOfParts(parts), ...attachmentsOfParts(roster?.parts ?? [])]))

/** The choices that all of some questions have, where they make the columns of a table; undefined where there are none or too many. */
export const commonChoices = ({ properties, uiSchema }: GroupSchema, fields: readonly string[], yesNo: readonly Choice[]): readonly Choice[] | undefined => {
  const choicesOf = (field: string): readonly Choice[] => {
    const kind: unknown = uiSchema[field]?.['ui:widget']
    if (kind === 'yes-no') return yesNo
    return kind === 'choice' ? (optionsList(properties[field] ?? {}) ?? []).map(({ value, label }) => ({ value: String(value), label })) : []
  }
  const written = (choices: readonly Choice[]): string => JSON.stringify(choices.map(({ value }) => value))
  const [first = [], ...others] = fields.map(choicesOf)
  return first.length > 0 && first.length <= MOST_COLUMNS && others.every((other) => written(other) === written(first)) ? first : undefined
}
