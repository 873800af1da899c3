import type { SubmissionAnswers } from '@tieuchi/designer/src/api/contract.ts'
import type { PlacedIssue } from '@tieuchi/designer/src/review/places.ts'
import { asksNothing, isDone, nextMissing, sectionStates } from '@tieuchi/designer/src/review/sections/section-state.ts'
import { layoutOf } from '@tieuchi/designer/src/review/sections/section-layout.ts'
import type { GeneratedForm, GeneratedSection } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'

const section = (id: string, fields: readonly string[], ofMembers?: readonly string[], rules?: string): GeneratedSection => ({
  id, title: id, columns: 2, parts: [{ kind: 'questions', fields }], fields, ...(rules !== undefined && { rules }),
  ...(ofMembers && { roster: { fields: ofMembers, parts: [{ kind: 'questions', fields: ofMembers }], columns: [] } }),
})

const form: GeneratedForm = { title: '', schema: {}, uiSchema: {}, sections: [section('place', ['street', 'fenced']), section('people', [], ['name']), section('tax', ['paid'], ['leash'], 'Tax')] }
const answers: SubmissionAnswers = { household: { street: 'Quay', fenced: true }, members: [{ id: 'a', name: 'Ann' }, { id: 'b' }] }
const statesWith = (hidden: readonly string[] = [], wrong: readonly PlacedIssue[] = [], given = answers) => sectionStates(form, new Set(hidden), given, wrong)

describe('How far the sections of a form are', () => {
  it('counts what is shown and has no answer, of the household and of each member', () => {
    const states = statesWith()
    expect(states.get('place')).toEqual({ missing: [], errors: 0, warnings: 0, asks: true })
    expect(states.get('people')?.missing).toEqual([{ field: 'name', member: 'b' }])
    expect(states.get('tax')?.missing).toEqual([{ field: 'paid' }, { field: 'leash', member: 'a' }, { field: 'leash', member: 'b' }])
    expect(statesWith(['household.paid', 'members.a.leash']).get('tax')?.missing).toEqual([{ field: 'leash', member: 'b' }])
  })

  it('is done once all is answered and nothing is wrong', () => {
    const wrong: PlacedIssue = { issue: { code: 'x', severity: 'error', path: ['household', 'street'], params: {}, message: { vi: '', en: '' } }, place: { field: 'street' } }
    expect([...statesWith().values()].map(isDone)).toEqual([true, false, false])
    expect(statesWith([], [wrong]).get('place')).toMatchObject({ errors: 1 })
    expect([...statesWith([], [wrong]).values()].map(isDone)).toEqual([false, false, false])
  })

  it('tells the pages of other programmes that ask nothing of this household, and never a section of the form itself', () => {
    const asking = (...hidden: readonly string[]) => form.sections.filter((each) => asksNothing(each, statesWith(hidden))).map(({ id }) => id)
    expect(asking('household.paid', 'members.a.leash')).toEqual([])
    expect(asking('household.paid', 'members.a.leash', 'members.b.leash', 'household.street', 'household.fenced')).toEqual(['tax'])
    const empty = statesWith(['household.paid'], [], { household: {}, members: [] })
    for (const id of ['people', 'tax']) expect(empty.get(id), id).toEqual({ missing: [{ field: 'members' }], errors: 0, warnings: 0, asks: true })
  })

  it('leads from one question without an answer to the next, and from the last to the first', () => {
    const next = (open: string, field?: string, member?: string) => nextMissing(form.sections, statesWith(), open, field === undefined ? undefined : { field, ...(member !== undefined && { member }) })
    expect(next('place')).toEqual({ section: 'people', question: { field: 'name', member: 'b' } })
    expect(next('tax')?.question).toEqual({ field: 'paid' })
    expect(next('tax', 'paid')?.question).toEqual({ field: 'leash', member: 'a' })
    expect(next('tax', 'leash', 'b')?.question).toEqual({ field: 'name', member: 'b' })
    expect(nextMissing(form.sections.slice(0, 1), statesWith(), 'place', undefined)).toBeUndefined()
  })

  it('stands as tabs where sections are few, beside the questions where they are many or of others too, over them where there is no room', () => {
    const own = Array.from({ length: 8 }, (_each, index) => section(`s${index}`, []))
    expect([layoutOf(own.slice(0, 7), true), layoutOf(own, false), layoutOf(form.sections, false), layoutOf(form.sections, true)]).toEqual(['tabs', 'list', 'list', 'sheet'])
  })
})
