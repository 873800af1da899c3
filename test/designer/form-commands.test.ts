import { applyCommand, type Command } from '@tieuchi/designer/src/editor-store/command.ts'
import { partsOf } from '@tieuchi/designer/src/editor-store/commands/form-parts.ts'
import { beginHistory, perform, redo, undo } from '@tieuchi/designer/src/editor-store/history.ts'
import { noAdditions, type DraftDocument, type FieldSchema, type FormDocument, type Leaf } from '@tieuchi/runtime'
import { describe, expect, it } from 'vitest'
import { dogProgramme, dogReleases } from '../support/dog-licences.ts'

const text = (words: string) => ({ vi: words, en: words })
const leaf: Leaf = { id: 'leafleaf22', fact: 'fenced', operator: 'equal', value: true }
const form: FormDocument = {
  kind: 'form', id: 'visit', title: text('Visit'),
  sections: [
    { id: 'sectionon2', title: text('Place'), items: [{ kind: 'field', field: 'garden_area' }, { kind: 'field', field: 'fenced' }, { kind: 'text', id: 'texttext22', text: text('Read this.') }] },
    { id: 'sectiontw2', title: text('Members'), items: [{ kind: 'roster', id: 'rosterrost', columns: ['call_name', 'part'], items: [{ kind: 'field', field: 'call_name' }, { kind: 'field', field: 'part' }] }] },
  ],
  checks: [{ id: 'checkcheck', severity: 'hard', field: 'fenced', conditions: leaf, message: text('Fence!') }],
}
const draft: DraftDocument = { format: 1, programme: dogProgramme, release: { ...dogReleases[1].release, forms: [form] }, additions: noAdditions }

const formOf = ({ release }: DraftDocument): FormDocument => {
  const found = release.forms.find(({ id }) => id === 'visit')
  if (!found) throw new Error('There is a form')
  return found
}
/** The parts in their order, indented by what they stand in. */
const outline = (document: DraftDocument): readonly string[] => partsOf(formOf(document)).map(({ key, within }) => `${'> '.repeat(within.length)}${key}`)
const [place, area, fenced, read, members, roster, name, part] = outline(draft)
const field = (id: string) => ({ kind: 'field', field: id }) as const
const pond: FieldSchema = { type: 'boolean', 'x-label': text('Pond') }

/** Each command with what it does, as the form designer gives it. */
const examples: readonly (readonly [Command, (document: DraftDocument) => unknown, unknown])[] = [
  [{ name: 'form.add', args: { form: { ...form, id: 'other' } } }, ({ release }) => release.forms.map(({ id }) => id), ['visit', 'other']],
  [{ name: 'form.remove', args: { id: 'visit' } }, ({ release }) => release.forms, []],
  [{ name: 'form.title', args: { form: 'visit', title: text('Look') } }, (document) => formOf(document).title, text('Look')],
  [{ name: 'form.replace', args: { form: { ...form, sections: form.sections.slice(1) } } }, outline, [members, roster, name, part]],
  [
    { name: 'form.insert', args: { form: 'visit', into: 'section.sectionon2', before: 'field.fenced', parts: [field('pond')], along: { fields: { household: { pond } } } } },
    (document) => [outline(document), document.additions.fields.household],
    [[place, area, '> field.pond', fenced, read, members, roster, name, part], { pond }],
  ],
  [{ name: 'form.insert', args: { form: 'visit', into: 'form', before: 'section.sectiontw2', parts: [{ id: 'newnewnew2', title: text('New'), items: [] }] } }, outline, [place, area, fenced, read, 'section.newnewnew2', members, roster, name, part]],
  [{ name: 'form.write', args: { form: 'visit', parts: { 'field.fenced': { ...field('fenced'), required: true }, 'section.sectionon2': { ...form.sections[0], title: text('Garden') } as FormDocument['sections'][number] } } }, (document) => [formOf(document).sections[0]?.title, formOf(document).sections[0]?.items[1]], [text('Garden'), { ...field('fenced'), required: true }]],
  [{ name: 'form.write', args: { form: 'visit', parts: { 'field.fenced': { ...field('fenced'), required: true } } } }, (document) => formOf(document).sections[0]?.items[1], { ...field('fenced'), required: true }],
  [{ name: 'form.move', args: { form: 'visit', parts: ['text.texttext22', 'field.garden_area'], into: 'section.sectiontw2' } }, outline, [place, fenced, members, roster, name, part, area, read]],
  [{ name: 'form.move', args: { form: 'visit', parts: ['section.sectiontw2'], into: 'form', before: 'section.sectionon2' } }, outline, [members, roster, name, part, place, area, fenced, read]],
  [{ name: 'form.move', args: { form: 'visit', parts: ['field.garden_area'], into: 'section.sectionon2', before: 'text.texttext22' } }, outline, [place, fenced, area, read, members, roster, name, part]],
  [
    { name: 'form.group', args: { form: 'visit', group: { kind: 'group', id: 'groupgroup', title: text('Both'), items: [] }, parts: ['field.garden_area', 'text.texttext22'] } }, outline,
    [place, '> group.groupgroup', `> ${area}`, `> ${read}`, fenced, members, roster, name, part],
  ],
  [{ name: 'form.take', args: { form: 'visit', parts: ['field.fenced'] } }, (document) => [outline(document), formOf(document).checks], [[place, area, read, members, roster, name, part], undefined]],
  [{ name: 'form.take', args: { form: 'visit', parts: ['field.call_name'] } }, (document) => formOf(document).sections[1]?.items[0], { kind: 'roster', id: 'rosterrost', columns: ['part'], items: [field('part')] }],
  [{ name: 'form.check.put', args: { form: 'visit', check: { id: 'checknew22', severity: 'soft', field: 'garden_area', conditions: leaf, message: text('Sure?') } } }, (document) => formOf(document).checks?.map(({ id }) => id), ['checkcheck', 'checknew22']],
  [{ name: 'form.check.put', args: { form: 'visit', check: { id: 'checkcheck', severity: 'soft', field: 'fenced', conditions: leaf, message: text('Fence?') } } }, (document) => formOf(document).checks, [{ id: 'checkcheck', severity: 'soft', field: 'fenced', conditions: leaf, message: text('Fence?') }]],
  [{ name: 'form.check.remove', args: { form: 'visit', id: 'checkcheck' } }, (document) => formOf(document).checks, undefined],
  [{ name: 'condition.write', args: { site: { form: 'visit', place: ['sections', 'sectionon2', 'items', 'garden_area', 'visible'] }, condition: leaf } }, (document) => formOf(document).sections[0]?.items[0], { ...field('garden_area'), visible: leaf }],
  [{ name: 'condition.write', args: { site: { form: 'visit', place: ['sections', 'sectiontw2', 'visible'] }, condition: leaf } }, (document) => formOf(document).sections[1]?.visible, leaf],
]

describe('A command of the form designer', () => {
  it.each(examples)('does, undoes and does again: $name', (command, look, expected) => {
    const before = beginHistory(draft)
    const after = perform(before, command)
    expect(look(after.document)).toEqual(expected)
    expect(undo(after).document).toBe(draft)
    expect(redo(undo(after)).document).toEqual(after.document)
    expect(JSON.parse(JSON.stringify(command))).toEqual(command)
  })

  it('about parts that are no longer there, or that stay where they are, is no step', () => {
    const before = beginHistory(draft)
    const commands: readonly Command[] = [
      { name: 'form.title', args: { form: 'gone', title: text('Look') } },
      { name: 'form.write', args: { form: 'visit', parts: { 'field.gone': field('gone') } } },
      { name: 'form.take', args: { form: 'visit', parts: ['field.gone'] } },
      { name: 'form.move', args: { form: 'visit', parts: ['field.garden_area'], into: 'section.sectionon2', before: 'field.fenced' } },
      { name: 'form.move', args: { form: 'visit', parts: ['section.sectionon2'], into: 'section.sectionon2' } },
      { name: 'form.insert', args: { form: 'visit', into: 'group.gone', parts: [field('pond')], along: { fields: { household: { pond } } } } },
    ]
    for (const command of commands) expect(perform(before, command)).toBe(before)
  })

  it('a group and its opposite leave the form as it was', () => {
    const grouped = applyCommand(draft, { name: 'form.group', args: { form: 'visit', group: { kind: 'group', id: 'groupgroup', title: text('Both'), items: [] }, parts: ['field.garden_area', 'field.fenced'] } })
    expect(formOf(applyCommand(grouped, { name: 'form.ungroup', args: { form: 'visit', group: 'group.groupgroup' } }))).toEqual(form)
  })

  it('that leaves nothing of a condition leaves none', () => {
    const site = { form: 'visit', place: ['sections', 'sectionon2', 'items', 'fenced', 'visible'] }
    const written = applyCommand(draft, { name: 'condition.write', args: { site, condition: leaf } })
    expect(formOf(applyCommand(written, { name: 'condition.write', args: { site, condition: { all: [] } } }))).toEqual(form)
    const added: DraftDocument = { ...draft, additions: { ...noAdditions, fields: { ...noAdditions.fields, household: { pond } } } }
    const applying = applyCommand(added, { name: 'condition.write', args: { site: { field: 'pond', of: 'household', place: ['applies'] }, condition: leaf } })
    expect(applying.additions.fields.household['pond']).toEqual({ ...pond, applies: leaf })
  })
})
