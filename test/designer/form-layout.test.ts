import { attachmentsOf, commonChoices, questionsOfParts, shownParts } from '@tieuchi/designer/src/forms/form-layout.ts'
import type { LayoutPart } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { sectionToOpen } from '@tieuchi/designer/src/review/draft-form-props.ts'

const parts: readonly LayoutPart[] = [
  { kind: 'text', id: 'note', paragraphs: ['Read.'] },
  { kind: 'questions', fields: ['street', 'fenced'] },
  { kind: 'group', id: 'garden', title: 'Garden', columns: 2, parts: [{ kind: 'matrix', id: 'sizes', title: 'Sizes', fields: ['wide', 'long'] }, { kind: 'questions', fields: ['trees'] }] },
]
const shown = (...hidden: readonly string[]) => shownParts(parts, 'household', new Set(hidden))

describe('The layout of a form', () => {
  it('asks in order, however deep a question stands', () => {
    expect(questionsOfParts(parts)).toEqual(['street', 'fenced', 'wide', 'long', 'trees'])
  })

  it('leaves out what is hidden, and what has nothing left to show', () => {
    expect(questionsOfParts(shown('household.fenced', 'household.wide', 'members.a.long'))).toEqual(['street', 'long', 'trees'])
    expect(shown('household.wide', 'household.long', 'household.trees').map(({ kind }) => kind)).toEqual(['text', 'questions'])
    expect(shown('household.garden', 'household.note', 'household.street', 'household.fenced')).toEqual([])
  })

  it('makes a table of questions whose choices are the same and not too many to stand side by side', () => {
    const yesNo = [{ value: true, label: 'Yes' }, { value: false, label: 'No' }]
    const codes = (count: number) => ({ type: 'string' as const, oneOf: Array.from({ length: count }, (_code, index) => ({ const: `c${index}`, title: `C${index}` })) })
    const group = {
      properties: { a: { type: 'boolean' as const }, b: { type: 'boolean' as const }, six: codes(6), other: codes(5), seven: codes(7), note: { type: 'string' as const } },
      uiSchema: Object.fromEntries([['a', 'yes-no'], ['b', 'yes-no'], ['six', 'choice'], ['other', 'choice'], ['seven', 'choice'], ['note', 'text']].map(([field, kind]) => [field, { 'ui:widget': kind ?? '' }])),
    }
    expect(commonChoices(group, ['a', 'b'], yesNo)).toEqual(yesNo)
    expect(commonChoices(group, ['six'], yesNo)).toHaveLength(6)
    for (const fields of [['seven'], ['six', 'other'], ['a', 'six'], ['note'], []]) expect(commonChoices(group, fields, yesNo), fields.join(' ')).toBeUndefined()
  })

  it('knows where files are attached, of the household and of members', () => {
    const file = (id: string): LayoutPart => ({ kind: 'attachment', id, title: `File ${id}`, required: false, accept: ['pdf'], most: 1 })
    const form = {
      sections: [
        { id: 'one', title: '', columns: 2 as const, parts: [], fields: [] },
        { id: 'two', title: '', columns: 2 as const, fields: [], parts: [{ kind: 'group', id: 'g', title: '', columns: 2, parts: [file('deed')] } satisfies LayoutPart], roster: { fields: [], parts: [file('card')], columns: [] } },
      ],
    }
    expect([...attachmentsOf(form)]).toEqual([['deed', 'File deed'], ['card', 'File card']])
  })

  it('opens the section after one that is hidden, and where there is none the one before', () => {
    const form = { title: '', schema: {}, uiSchema: {}, sections: ['one', 'two', 'three'].map((id) => ({ id, title: id, columns: 2 as const, parts: [], fields: [] })) }
    const open = (wanted: string, ...hidden: readonly string[]) => sectionToOpen(form, wanted, new Set(hidden.map((id) => `sections.${id}`)))
    expect([open('two'), open('two', 'two'), open('three', 'three', 'two'), open('one', 'one', 'two', 'three')]).toEqual(['two', 'three', 'one', 'one'])
  })
})
