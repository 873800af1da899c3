import type { AttachmentKind, CodeList, ColumnCount, CommonDocument, Condition, FieldItem, FieldSchema, FormCheck, FormDocument, FormItem, GroupedItem, GroupItem, RosterItem, Text } from '@tieuchi/runtime'
import fc from 'fast-check'
import { commonDocument } from '../fixture.ts'

/** Names of JSON Schema and of forms among them: nothing may depend on how a question is called. */
const names = ['properties', 'items', 'title', 'field', 'fact', 'columns', 'type', 'required', 'household', 'members', 'enum', 'q_1', 'q_2', 'age_group', 'mo_ta', 'x', 'y', 'z9', 'tieuchi', 'defs'] as const

const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom('Diện tích', 'Area', 'Có điện không?', 'ui:order', 'Số — 1', '"', ' x ', '*') }, { weight: 1, arbitrary: fc.string({ minLength: 1, maxLength: 12, unit: 'binary' }).filter((made) => !made.includes('\0')) })

const text: fc.Arbitrary<Text> = fc.record({ vi: word, en: word })

const id = fc.stringMatching(/^[a-z2-7]{10}$/)

const day = fc.constantFrom('2020-01-01', '2024-06-30', '2026-12-31')

const list = (listId: string): fc.Arbitrary<CodeList> => fc.record({
  kind: fc.constant('list' as const),
  id: fc.constant(listId),
  title: text,
  entries: fc.array(fc.record({ code: fc.constantFrom('a', 'b', 'c', 'Mã 1', '0', 'true'), title: text, tone: fc.constantFrom('red' as const, 'green' as const), valid_from: day, valid_to: day }, { requiredKeys: ['code', 'title'] }), { minLength: 1, maxLength: 4 }),
})

const lists = fc.tuple(list('colours'), list('kinds'))

const number = fc.oneof(fc.integer({ min: -9, max: 9 }), fc.constantFrom(0.5, 2.25))
const length = fc.integer({ min: 0, max: 12 })

const answer: fc.Arbitrary<Omit<FieldSchema, 'x-label'>> = fc.oneof(
  fc.constant({ type: 'boolean' as const }),
  fc.record({ type: fc.constantFrom('integer' as const, 'number' as const), minimum: number, maximum: number, 'x-unit': fc.constantFrom('VND', 'm2', 'VND/person/month') }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('string' as const), minLength: length, maxLength: length }, { requiredKeys: ['type'] }),
  fc.record({ type: fc.constant('string' as const), format: fc.constantFrom('date' as const, 'partial-date' as const, 'personal-number' as const) }),
  fc.record({ type: fc.constant('string' as const), 'x-list': fc.constantFrom('colours', 'kinds') }),
  fc.record({ type: fc.constant('array' as const), items: fc.constant({ type: 'string' as const }), uniqueItems: fc.constant(true), 'x-list': fc.constantFrom('colours', 'kinds') }),
)

const condition = (fact: string): fc.Arbitrary<Condition> => fc.record({ leaf: id, value: fc.boolean() }).map(({ leaf, value }) => ({ all: [{ id: leaf, fact, operator: 'equal', value }] }) as Condition)

const field: fc.Arbitrary<FieldSchema> = fc.tuple(answer, fc.record({ 'x-label': text, 'x-help': text, 'x-sensitive': fc.boolean(), 'x-fixed': fc.boolean(), 'x-purpose': text, applies: fc.constantFrom(...names).chain(condition) }, { requiredKeys: ['x-label'] }))
  .map(([schema, more]) => ({ ...schema, ...more }))

/** A dictionary of up to a dozen questions of every kind, with their lists. */
const dictionary: fc.Arbitrary<CommonDocument> = fc.tuple(lists, fc.shuffledSubarray([...names], { minLength: 2, maxLength: 12 }), fc.array(field, { minLength: 12, maxLength: 12 }), fc.integer({ min: 1, max: 11 }))
  .map(([own, ids, fields, ofHousehold]) => {
    const entries = ids.map((name, index) => [name, fields[index]] as const)
    const group = (some: typeof entries) => ({ type: 'object' as const, properties: Object.fromEntries(some) as Readonly<Record<string, FieldSchema>> })
    const { dictionary: { properties: { unit }, ...rest } } = commonDocument
    return { ...commonDocument, lists: own, dictionary: { ...rest, properties: { unit, household: group(entries.slice(0, ofHousehold)), members: { type: 'array', items: group(entries.slice(ofHousehold)) } } } }
  })

const shown = { visible: fc.constantFrom(...names).chain(condition) }

const question = (name: string): fc.Arbitrary<FieldItem> => fc.record(
  { kind: fc.constant('field' as const), field: fc.constant(name), label: text, help: text, required: fc.boolean(), prefill: fc.boolean(), wide: fc.boolean(), lines: fc.integer({ min: 2, max: 20 }), ...shown },
  { requiredKeys: ['kind', 'field'] },
)

const beside: fc.Arbitrary<GroupedItem> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), id, text, ...shown }, { requiredKeys: ['kind', 'id', 'text'] }),
  fc.record({ kind: fc.constant('fact' as const), id, fact: fc.constantFrom(...names), label: text, help: text, ...shown }, { requiredKeys: ['kind', 'id', 'fact'] }),
  fc.record(
    { kind: fc.constant('attachment' as const), id, title: text, help: text, required: fc.boolean(), accept: fc.constantFrom<readonly AttachmentKind[]>(['photo'], ['pdf'], ['photo', 'pdf']), most: fc.integer({ min: 1, max: 10 }), ...shown },
    { requiredKeys: ['kind', 'id', 'title', 'accept', 'most'] },
  ),
)

const grouped = (fields: readonly string[]): fc.Arbitrary<readonly GroupedItem[]> => fc.tuple(fc.tuple(...fields.map(question)), fc.array(beside, { maxLength: 2 }), fc.boolean(), id, text).map(([questions, others, asMatrix, matrix, title]) => {
  const asked: readonly GroupedItem[] = asMatrix && questions.length > 0 ? [{ kind: 'matrix', id: matrix, title, items: questions }] : questions
  return others.length > 1 ? [...others.slice(0, 1), ...asked, ...others.slice(1)] : [...asked, ...others]
})

const columns = fc.constantFrom<ColumnCount>(1, 2, 3)

const group = (fields: readonly string[]): fc.Arbitrary<GroupItem> => grouped(fields).chain((items) => fc.record({ kind: fc.constant('group' as const), id, title: text, help: text, columns, items: fc.constant(items), ...shown }, { requiredKeys: ['kind', 'id', 'title', 'items'] }))

/** Questions of one part: some in a group, some beside it. */
const parts = (fields: readonly string[]): fc.Arbitrary<readonly (GroupedItem | GroupItem)[]> => fc.integer({ min: 0, max: fields.length })
  .chain((cut) => fc.tuple(grouped(fields.slice(0, cut)), group(fields.slice(cut))).map(([before, inner]) => [...before, inner]))

const roster = (fields: readonly string[]): fc.Arbitrary<readonly RosterItem[]> => (fields.length === 0 ? fc.constant([]) : fc.tuple(parts(fields), id).map(([items, itself]) => [{ kind: 'roster', id: itself, items, columns: fields.slice(0, 2) }]))

const checks = (fields: readonly string[]): fc.Arbitrary<readonly FormCheck[]> => fc.array(fc.record(
  { id, severity: fc.constantFrom('hard' as const, 'soft' as const), of: fc.constantFrom('household' as const, 'members' as const), field: fc.constantFrom(...fields), conditions: fc.constantFrom(...fields).chain(condition), message: text },
  { requiredKeys: ['id', 'severity', 'field', 'conditions', 'message'] },
), { maxLength: 2 })

/** A complete form with every kind of item over a dictionary, which it may ask in part. */
const formOver = ({ dictionary: { properties } }: CommonDocument): fc.Arbitrary<FormDocument> => {
  const [household, members] = [Object.keys(properties.household.properties), Object.keys(properties.members.items.properties)]
  return fc.tuple(fc.shuffledSubarray(household, { minLength: 1 }), fc.shuffledSubarray(members)).chain(([ofHousehold, ofMembers]) =>
    fc.tuple(fc.integer({ min: 0, max: ofHousehold.length }), roster(ofMembers)).chain(([cut, people]) => {
      const section = (items: readonly FormItem[]) => fc.record({ id, title: text, help: text, columns, items: fc.constant(items), ...shown }, { requiredKeys: ['id', 'title', 'items'] })
      return fc.tuple(parts(ofHousehold.slice(0, cut)), parts(ofHousehold.slice(cut))).chain(([first, second]) => fc.record(
        { kind: fc.constant('form' as const), id: fc.constantFrom('visit', 'form', 'phieu_1'), title: text, sections: fc.tuple(section(first), section([...second, ...people])), checks: checks([...ofHousehold, ...ofMembers]) },
        { requiredKeys: ['kind', 'id', 'title', 'sections'] },
      ))
    }))
}

/** A dictionary, and a form over it. */
export const randomForms: fc.Arbitrary<{ readonly common: CommonDocument; readonly form: FormDocument }> = dictionary.chain((common) => formOver(common).map((form) => ({ common, form: JSON.parse(JSON.stringify(form)) as FormDocument })))
