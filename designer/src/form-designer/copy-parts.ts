import { itemsOf, questionsOf, referencesOfCondition, suggestCode, type Assembly, type CodeList, type Condition, type FieldItem, type FieldSchema, type FormCheck, type FormDocument, type FormItem, type Subject } from '@tieuchi/runtime'
import type { FormAlong } from '../editor-store/commands/form-commands.ts'
import { isHolder, isSection, partsOf, keyOfPart, type FormPart, type PartKey } from '../editor-store/commands/form-parts.ts'
import { copyOf } from '../rule-designer/clipboard.ts'
import { withFreshIds } from '../rule-designer/condition-edits.ts'
import { randomId } from '../ui/random-id.ts'
import { withPart } from './with-part.ts'

/** Parts of a form with everything they need to stand in another one. */
export interface CopiedParts {
  readonly programme: string
  readonly parts: readonly FormPart[]
  readonly checks: readonly FormCheck[]
  /** The questions asked, as the dictionary has them, and the lists of their answers. */
  readonly fields: Readonly<Record<string, { readonly of: Subject; readonly schema: FieldSchema }>>
  readonly lists: readonly CodeList[]
  /** What conditions of the parts read of their release. */
  readonly along: FormAlong
}

/** The parts that were chosen, without those that go along with what they stand in. */
export const chosenParts = (form: FormDocument, keys: readonly PartKey[]): readonly FormPart[] =>
  partsOf(form).filter(({ key, within }) => keys.includes(key) && !within.some((holder) => keys.includes(keyOfPart(holder)))).map(({ part }) => part)

/** Some parts as a form of their own, so that a walk over forms can be taken over them. */
const asForm = (parts: readonly FormPart[]): FormDocument => {
  const items = parts.filter((part): part is FormItem => !isSection(part))
  const sections = parts.filter(isSection)
  return { kind: 'form', id: 'copied', title: { vi: '', en: '' }, sections: [...sections, { id: 'copied', title: { vi: '', en: '' }, items }] }
}

export const fieldsOfParts = (parts: readonly FormPart[]): readonly string[] => questionsOf(asForm(parts)).map(({ item }) => item.field)

const conditionsOf = (parts: readonly FormPart[], checks: readonly FormCheck[]): readonly Condition[] => {
  const form = asForm(parts)
  const visible = [...form.sections, ...itemsOf(form).map(({ item }) => item)].flatMap((part) => ('visible' in part && part.visible ? [part.visible] : []))
  return [...visible, ...checks.map(({ conditions }) => conditions)]
}

/** Copies parts of a form with the checks of their questions. */
export const copyParts = (assembly: Assembly, form: FormDocument, keys: readonly PartKey[]): CopiedParts => {
  const parts = chosenParts(form, keys)
  const asked = fieldsOfParts(parts)
  const checks = (form.checks ?? []).filter(({ field }) => asked.includes(field))
  const conditions = conditionsOf(parts, checks)
  const needed = conditions.map((condition) => copyOf(assembly, { title: { vi: '', en: '' }, condition }))
  const read = conditions.flatMap((condition) => referencesOfCondition(condition, [], 'members')).flatMap((reference) => (reference.kind === 'fact' ? [reference.reference.fact] : []))
  const fields = [...new Set([...asked, ...read])].flatMap((id) => {
    const field = assembly.fields.get(id)
    return field && (field.place === 'household' || field.place === 'members') ? [[id, { of: field.place, schema: field.schema }] as const] : []
  })
  const lists = [...new Set(fields.flatMap(([, { schema }]) => schema['x-list'] ?? []))].flatMap((id) => assembly.lists.get(id) ?? [])
  return {
    programme: assembly.release.programme, parts, checks, fields: Object.fromEntries(fields), lists,
    along: { put: needed.flatMap(({ pieces }) => pieces), parameters: Object.assign({}, ...needed.map(({ parameters }) => parameters)) },
  }
}

/** How questions are called in a copy. */
type Renaming = ReadonlyMap<string, string>

const renamedCondition = (condition: Condition, names: Renaming): Condition =>
  JSON.parse(JSON.stringify(withFreshIds(condition, randomId)), (key, value: unknown) => (key === 'fact' && typeof value === 'string' ? (names.get(value) ?? value) : value)) as Condition

/** A copy of a section is no place that other programmes know. */
const freshPart = <Part extends FormPart>(copied: Part, names: Renaming): Part => {
  const part = withPart(copied, { anchor: undefined })
  const visible = 'visible' in part && part.visible ? { visible: renamedCondition(part.visible, names) } : {}
  const id = 'id' in part ? { id: randomId() } : {}
  const field = 'kind' in part && part.kind === 'field' ? { field: names.get(part.field) ?? part.field } : {}
  const columns = 'kind' in part && part.kind === 'roster' ? { columns: part.columns.map((column) => names.get(column) ?? column) } : {}
  const items = isHolder(part) ? { items: part.items.map((item: FormItem) => freshPart(item, names)) } : {}
  return { ...part, ...visible, ...id, ...field, ...columns, ...items }
}

const freshChecks = (checks: readonly FormCheck[], names: Renaming): readonly FormCheck[] =>
  checks.map((check) => ({ ...check, id: randomId(), field: names.get(check.field) ?? check.field, conditions: renamedCondition(check.conditions, names) }))

const isAllowed = (part: FormPart, left: ReadonlySet<string>): boolean => !('kind' in part) || part.kind !== 'field' || left.has((part as FieldItem).field)

const withoutAsked = (parts: readonly FormPart[], left: ReadonlySet<string>): readonly FormPart[] =>
  parts.filter((part) => isAllowed(part, left)).map((part) => (isHolder(part) ? ({ ...part, items: withoutAsked(part.items, left) } as FormPart) : part))

/** What is put into a form, and the questions left out because it asks them already. */
export interface Pasted {
  readonly parts: readonly FormPart[]
  readonly along: FormAlong
  readonly leftOut: readonly string[]
}

/** Copied parts as they come into a form: a question stands in it once; what its release lacks comes along. */
export const pasteParts = (assembly: Assembly, form: FormDocument, { parts, checks, fields, lists, along }: CopiedParts): Pasted => {
  const asked = new Set(questionsOf(form).map(({ item }) => item.field))
  const all = fieldsOfParts(parts)
  const left = new Set(all.filter((field) => !asked.has(field)))
  const lacking = Object.entries(fields).filter(([id]) => !assembly.fields.has(id))
  const ofSubject = (subject: Subject) => Object.fromEntries(lacking.flatMap(([id, { of, schema }]) => (of === subject ? [[id, schema] as const] : [])))
  const names: Renaming = new Map()
  const own = new Set(assembly.release.logic.map(({ id }) => id))
  return {
    parts: withoutAsked(parts, left).map((part) => freshPart(part, names)),
    leftOut: all.filter((field) => asked.has(field)),
    along: {
      put: (along.put ?? []).filter(({ id }) => !own.has(id)),
      ...(along.parameters && { parameters: along.parameters }),
      fields: { household: ofSubject('household'), members: ofSubject('members') },
      lists: lists.filter(({ id }) => !assembly.lists.has(id)),
      checks: freshChecks(checks.filter(({ field }) => left.has(field)), names),
    },
  }
}

/** A whole form with ids of its own, for it may stand beside the one it was made from. */
export const freshForm = (form: FormDocument, id: string): FormDocument => {
  const names: Renaming = new Map()
  const checks = freshChecks(form.checks ?? [], names)
  return { ...form, id, sections: form.sections.map((section) => freshPart(section, names)), ...(checks.length > 0 && { checks }) }
}

const copyName = (text: string, language: 'vi' | 'en'): string => `${text} (${language === 'vi' ? 'bản sao' : 'copy'})`

/** Parts once more in the same form: their questions are new ones of the dictionary, answered the same way. */
export const duplicateParts = (assembly: Assembly, form: FormDocument, keys: readonly PartKey[]): Pasted => {
  const { parts, checks } = copyParts(assembly, form, keys)
  const names = new Map<string, string>()
  const isTaken = (id: string): boolean => assembly.fields.has(id) || assembly.pieces.has(id) || [...names.values()].includes(id)
  for (const field of fieldsOfParts(parts)) names.set(field, suggestCode(field.replaceAll('_', ' '), isTaken))
  const renamed = (subject: Subject) => Object.fromEntries([...names].flatMap(([before, id]) => {
    const field = assembly.fields.get(before)
    if (field?.place !== subject) return []
    const { applies, ...schema } = field.schema
    const label = schema['x-label']
    return [[id, { ...schema, 'x-label': { vi: copyName(label.vi, 'vi'), en: copyName(label.en, 'en') }, ...(applies && { applies: renamedCondition(applies, names) }) } as FieldSchema] as const]
  }))
  return {
    parts: parts.map((part) => freshPart(part, names)),
    leftOut: [],
    along: { fields: { household: renamed('household'), members: renamed('members') }, checks: freshChecks(checks, names) },
  }
}

const KEY = 'tieuchi.copied.parts'

export const keepCopiedParts = (copied: CopiedParts): void => localStorage.setItem(KEY, JSON.stringify(copied))

/** What was copied last, in any tab of this browser. */
export const readCopiedParts = (): CopiedParts | undefined => {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? 'null')
    return typeof kept === 'object' && kept !== null && 'parts' in kept && 'fields' in kept && 'along' in kept ? (kept as CopiedParts) : undefined
  } catch {
    return undefined
  }
}
