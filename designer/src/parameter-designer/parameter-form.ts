import type { Language, Literal, Parameter } from '@tieuchi/runtime'
import { readLiteral, writeLiteral } from '../forms/literal-text.ts'
import { isAuthorId } from '../ui/author-id.ts'

/** A parameter as its form holds it: everything as text until it is applied. */
export interface ParameterForm {
  readonly id: string
  readonly vi: string
  readonly en: string
  readonly unit: string
  readonly by: string
  readonly value: string
  readonly values: Readonly<Record<string, string>>
  readonly certainty: Parameter['certainty']
  readonly document: string
  readonly article: string
  readonly item: string
  readonly confirmed: string
  readonly overridable: 'false' | 'true' | 'raise' | 'lower'
  readonly note: string
  readonly noteEn: string
}

/** What is wrong with a field, by its name; of values by the key. */
export type FormProblems = Readonly<Record<string, 'unreadable' | 'missing' | 'wrong' | 'taken'>>

export const formOf = (id: string | undefined, parameter: Parameter | undefined, language: Language): ParameterForm => {
  const { title, unit = 'count', by = '', value, values = {}, certainty = 'seen', citation, confirmed = '', overridable = false, note } = parameter ?? {}
  return {
    id: id ?? '', vi: title?.vi ?? '', en: title?.en ?? '', unit, by, value: writeLiteral(value, unit, language),
    values: Object.fromEntries(Object.entries(values).map(([key, each]) => [key, writeLiteral(each, unit, language)])),
    certainty, document: citation?.document ?? '', article: citation?.article ?? '', item: citation?.item ?? '', confirmed,
    overridable: String(overridable) as ParameterForm['overridable'], note: note?.vi ?? '', noteEn: note?.en ?? '',
  }
}

/** English that nobody wrote follows the note. */
export const withNote = ({ note, noteEn }: ParameterForm, text: string): Pick<ParameterForm, 'note' | 'noteEn'> => ({ note: text, noteEn: noteEn === note ? text : noteEn })

/** The numbers of a parameter changed: nobody has compared them with the text yet. */
export const withChangedNumbers = ({ confirmed: _confirmed, ...parameter }: Parameter, change: Pick<Parameter, 'value' | 'values'>): Parameter => ({ ...parameter, ...change })

type WrittenValues = Pick<ParameterForm, 'value' | 'values'>

/** Whether a form says another value than the parameter it began with. */
export const saysOtherValue = ({ unit, value, values }: ParameterForm, begun: Parameter, language: Language): boolean => {
  const isOther = (text: string, literal: Literal | undefined): boolean => readLiteral(text, unit, language) !== literal
  return isOther(value, begun.value) || Object.entries(values).some(([key, text]) => isOther(text, begun.values?.[key]))
}

/** A form whose value was written: another one than before is to be compared with the text anew, the same one was compared when it was. */
export const withWrittenValue = (form: ParameterForm, written: Partial<WrittenValues>, begun: Parameter | undefined, language: Language): ParameterForm => {
  const next = { ...form, ...written }
  if (begun?.confirmed === undefined) return next
  return { ...next, confirmed: saysOtherValue(next, begun, language) ? '' : begun.confirmed }
}

/** The parameter a form says, or what keeps it from being one. `keys` are the answers it is looked up by. */
export const parameterOf = (form: ParameterForm, keys: readonly string[], taken: readonly string[], language: Language): { readonly parameter: Parameter } | { readonly problems: FormProblems } => {
  const problems: Record<string, FormProblems[string]> = {}
  if (!isAuthorId(form.id)) problems['id'] = 'wrong'
  else if (taken.includes(form.id)) problems['id'] = 'taken'
  if (form.vi.trim() === '') problems['vi'] = 'missing'
  if (form.document.trim() === '' && form.certainty !== 'open') problems['document'] = 'missing'
  const open = form.certainty === 'open'
  const read = (name: string, text: string): Literal | undefined => {
    const literal = readLiteral(text, form.unit, language)
    if (!open && literal === undefined) problems[name] = text.trim() === '' ? 'missing' : 'unreadable'
    return literal
  }
  const single = form.by === '' && !open ? read('value', form.value) : undefined
  const each = form.by === '' || open ? [] : keys.map((key) => [key, read(`values.${key}`, form.values[key] ?? '')] as const)
  if (Object.keys(problems).length > 0) return { problems }
  return {
    parameter: {
      title: { vi: form.vi.trim(), en: form.en.trim() || form.vi.trim() },
      unit: form.unit.trim() || 'count',
      ...(single !== undefined && { value: single }),
      ...(each.length > 0 && { by: form.by, values: Object.fromEntries(each.flatMap(([key, literal]) => (literal === undefined ? [] : [[key, literal] as const]))) }),
      ...(form.document.trim() !== '' && { citation: { document: form.document.trim(), ...(form.article.trim() && { article: form.article.trim() }), ...(form.item.trim() && { item: form.item.trim() }) } }),
      certainty: form.certainty,
      ...(form.confirmed && { confirmed: form.confirmed }),
      ...(form.overridable !== 'false' && { overridable: form.overridable === 'true' ? true : form.overridable }),
      ...(form.note.trim() && { note: { vi: form.note.trim(), en: form.noteEn.trim() || form.note.trim() } }),
    },
  }
}
