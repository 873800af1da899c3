import { fixOf, itemsOf, lintRelease, type CommonDocument, type FormDocument, type FormFix, type FormItem, type FormSection, type Issue, type LintCodeName, type Release } from '@tieuchi/runtime'
import { validateDocument } from '@tieuchi/runtime/validation/server'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseOf } from './fixture.ts'
import { randomForms } from './form-exchange/form-arbitraries.ts'
import { compare, documentsOf, newId, say, section, type Change } from './lint-fixture.ts'
import { lintSamples } from './lint-samples.ts'

const fixable: readonly LintCodeName[] = ['unused_field', 'section_empty', 'check_never_fails', 'field_twice', 'matrix_choices', 'roster_column', 'visible_reads_later']

const fixed = (release: Release, { path }: Issue, fix: FormFix): Release => ({ ...release, forms: release.forms.map((form, index) => (index === path[1] ? fix.form : form)) })

/** How much is left to correct; what an empty part stood in may be empty then, so that parts are counted. */
const leftOf = (common: CommonDocument, release: Release, { code, path }: Issue): number => {
  const form = release.forms[Number(path[1])]
  return code === 'section_empty' && form ? form.sections.length + itemsOf(form).length : lintRelease(common, release).filter((issue) => issue.code === code).length
}

/** Questions that do not fit in a table of questions are told against its first, which a fix may take out. */
const errorsOf = (issues: readonly Issue[]): number => issues.filter(({ severity, code }) => severity === 'error' && code !== 'matrix_choices').length

/** Everything a fix may not do: leave the problem, make others that stop a release, or a form that is none. */
const expectGood = (common: CommonDocument, release: Release, issue: Issue, fix: FormFix): void => {
  const [before, after] = [lintRelease(common, release), lintRelease(common, fixed(release, issue, fix))]
  expect(leftOf(common, fixed(release, issue, fix), issue), issue.code).toBeLessThan(leftOf(common, release, issue))
  expect(errorsOf(after), issue.code).toBeLessThanOrEqual(errorsOf(before))
  if (!before.some(({ code }) => code === 'matrix_choices')) expect(after.map(({ code }) => code)).not.toContain('matrix_choices')
  const schemaErrors = (forms: readonly FormDocument[]) => validateDocument('release', JSON.parse(JSON.stringify({ ...releaseOf([]), forms }))).length
  expect(schemaErrors([fix.form])).toBeLessThanOrEqual(schemaErrors([release.forms[Number(issue.path[1])] ?? fix.form]))
}

const question = (field: string, more: object = {}): FormItem => ({ kind: 'field', field, ...more })

const fixIn = (code: LintCodeName, sections: readonly FormSection[], more: Change = {}): FormFix | undefined => {
  const { common, release } = documentsOf({ ...more, form: { sections, ...more.form } })
  const issue = lintRelease(common, release).find((each) => each.code === code)
  if (!issue) throw new Error(`The lint finds no ${code}`)
  const fix = fixOf({ common, release }, issue)
  if (fix) expectGood(common, release, issue, fix)
  return fix
}

const outline = (items: readonly FormItem[]): unknown => items.map((item) => ('items' in item ? { [item.kind]: outline(item.items) } : item.kind === 'field' ? item.field : item.kind))

const outlineOf = (fix: FormFix | undefined): unknown => fix?.form.sections.map(({ items }) => outline(items))

describe('a fix for a problem of a form', () => {
  it.each(fixable)('takes %s away and makes no other', (code) => {
    const { common, release } = documentsOf(code === 'section_empty' ? { form: { sections: [section(), section(question('spare'))] } } : lintSamples[code].bad)
    const made = lintRelease(common, release).filter((issue) => issue.code === code).flatMap((issue) => {
      const fix = fixOf({ common, release }, issue)
      return fix ? [[issue, fix] as const] : []
    })
    expect(made.length).toBeGreaterThan(0)
    for (const [issue, fix] of made) {
      expectGood(common, release, issue, fix)
      expect(fix.title.vi).toMatch(/^(Bỏ|Đưa) /)
      expect(fix.title.en).toMatch(/^(Remove|Move) /)
    }
  })

  it('is offered for nothing that a person has to decide', () => {
    for (const [code, { bad }] of Object.entries(lintSamples)) {
      const { common, release } = documentsOf(bad)
      if ((fixable as readonly string[]).includes(code)) continue
      for (const issue of lintRelease(common, release).filter((each) => each.code === code)) expect(fixOf({ common, release }, issue), code).toBeUndefined()
    }
  })

  it('changes no form while it is made, and is as good wherever problems come together', () => {
    const made = { fixes: 0 }
    fc.assert(fc.property(randomForms, ({ common, form }) => {
      const release = { ...releaseOf([]), forms: [form] }
      const text = JSON.stringify(release)
      for (const issue of lintRelease(common, release)) {
        const fix = fixOf({ common, release }, issue)
        if (!fix) continue
        made.fixes += 1
        expectGood(common, release, issue, fix)
      }
      expect(JSON.stringify(release)).toBe(text)
    }), { numRuns: 100, endOnFailure: true })
    expect(made.fixes).toBeGreaterThan(10)
  })
})

describe('moving a question up', () => {
  const spare = { visible: compare('spare', 'equal', true) }
  const group = (items: readonly FormItem[], more: object = {}): FormItem => ({ kind: 'group', id: newId(), title: say('group'), items, ...more }) as FormItem
  const matrix = (items: readonly FormItem[], more: object = {}): FormItem => ({ kind: 'matrix', id: newId(), title: say('both'), items, ...more }) as FormItem
  const crew = (items: readonly FormItem[]): FormItem => ({ kind: 'roster', id: newId(), items, columns: ['sailor'] }) as FormItem

  it('puts it before the one that reads it, out of the part it stood in', () => {
    expect(outlineOf(fixIn('visible_reads_later', [section(question('length'), question('home_port', spare), question('leased')), section(group([question('rent'), question('spare')]))]))).toEqual([['length', 'spare', 'home_port', 'leased'], [{ group: ['rent'] }]])
  })

  it('puts it before the part that is shown by it', () => {
    expect(outlineOf(fixIn('visible_reads_later', [section(group([question('length'), question('rent')], spare), question('spare'))]))).toEqual([['spare', { group: ['length', 'rent'] }]])
  })

  it('puts it before the table of questions or the members, where it cannot stand in them', () => {
    expect(outlineOf(fixIn('visible_reads_later', [section(matrix([question('leased', { visible: compare('length', 'greaterThan', 3) })]), question('length'))]))).toEqual([['length', { matrix: ['leased'] }]])
    expect(outlineOf(fixIn('visible_reads_later', [section(crew([question('sailor'), question('swims', spare)]), question('spare'))]))).toEqual([['spare', { roster: ['sailor', 'swims'] }]])
    expect(outlineOf(fixIn('visible_reads_later', [section(crew([question('swims', { visible: compare('sailor', 'equal', 'Ann') }), question('sailor')]))]))).toEqual([[{ roster: ['sailor', 'swims'] }]])
    expect(outlineOf(fixIn('visible_reads_later', [section(matrix([question('leased', spare), question('spare')], { visible: compare('length', 'greaterThan', 3) }))]))).toEqual([[{ matrix: ['spare', 'leased'] }]])
  })

  it('is not offered where the question would be hidden otherwise, or has no place before', () => {
    expect(fixIn('visible_reads_later', [section(question('length', spare)), { ...section(question('spare')), visible: compare('leased', 'equal', true) }])).toBeUndefined()
    expect(fixIn('visible_reads_later', [section(group([question('length', spare)], { visible: compare('leased', 'equal', true) }), question('spare'))])).toBeUndefined()
    expect(fixIn('visible_reads_later', [{ ...section(question('length')), ...spare }, section(question('spare'))])).toBeUndefined()
    expect(fixIn('visible_reads_later', [section(question('length', spare), question('leased'), question('spare', { visible: compare('leased', 'equal', true) }))])).toBeUndefined()
  })
})

describe('removing from a form', () => {
  it('leaves a question alone at which a check speaks', () => {
    const check = { id: newId(), severity: 'soft' as const, field: 'spare', conditions: compare('length', 'lessThan', 3), message: say('short') }
    expect(fixIn('unused_field', [section(question('spare'), question('length'))], { form: { checks: [check] } })).toBeUndefined()
  })

  it('takes an emptied table of questions along, and the column of the members', () => {
    const wage = { kind: 'roster', id: newId(), columns: ['wage'], items: [question('wage'), question('sailor')] } as FormItem
    const fix = fixIn('unused_field', [section(wage)])
    expect(fix?.form.sections[0]?.items[0]).toMatchObject({ columns: ['sailor'], items: [{ field: 'sailor' }] })
    expect(outlineOf(fixIn('unused_field', [section({ kind: 'matrix', id: newId(), title: say('one'), items: [{ kind: 'field', field: 'spare' }] }, question('length'))]))).toEqual([['length']])
    expect(fixIn('unused_field', [section({ kind: 'roster', id: newId(), columns: ['wage'], items: [{ kind: 'field', field: 'wage' }] })])).toBeUndefined()
  })

  it('keeps the last section, and a table that can be hidden as it is', () => {
    expect(fixIn('section_empty', [section()])).toBeUndefined()
    const hidden = { kind: 'matrix', id: newId(), title: say('both'), visible: compare('leased', 'equal', true), items: [question('spare'), question('length')] } as FormItem
    expect(fixIn('matrix_choices', [section(hidden)])).toBeUndefined()
  })
})
