import { openDraftEditor } from '@tieuchi/designer/src/editor-store/draft-editor.ts'
import { DraftReader } from '@tieuchi/designer/src/editor-store/draft-reading.ts'
import type { FormDesign } from '@tieuchi/designer/src/form-designer/form-design.ts'
import { keptPaletteEntries, paletteEntries } from '@tieuchi/designer/src/form-designer/palette-entries.ts'
import { keptIssues } from '@tieuchi/designer/src/form-designer/part-issues.ts'
import { areSameLines, linesBySection } from '@tieuchi/designer/src/form-designer/part-lines.ts'
import { canvasRows, keptRows } from '@tieuchi/designer/src/form-designer/part-rows.ts'
import { only } from '@tieuchi/designer/src/form-designer/part-selection.ts'
import { assemble, noAdditions, type Assembly, type DraftDocument, type FieldItem, type FormDocument, type FormSection, type Issue } from '@tieuchi/runtime'
import type { Draft } from '@tieuchi/server/contract'
import { describe, expect, it } from 'vitest'
import { dogCommon, dogProgramme, dogReleases } from '../support/dog-licences.ts'

const text = (words: string) => ({ vi: words, en: words })
const field = (id: string): FieldItem => ({ kind: 'field', field: id })
const open = new Set<string>()
const [{ release }] = dogReleases
const place = (...fields: readonly string[]): FormSection => ({ id: 'sectionon2', title: text('Place'), items: fields.map(field) })
const members: FormSection = { id: 'sectiontw2', title: text('Members'), items: [{ kind: 'roster', id: 'rosterrost', columns: ['call_name'], items: [field('call_name'), field('part')] }] }
const formOf = (...sections: readonly FormSection[]): FormDocument => ({ kind: 'form', id: 'visit', title: text('Visit'), sections })
const form = formOf(place('garden_area', 'fenced'), members)
const moved = { ...form, sections: [place('fenced', 'garden_area'), ...form.sections.slice(1)] }
const assemblyWith = (of: FormDocument): Assembly => assemble({ programme: 'dog-licence', layer: 'national', common: dogCommon, releases: { 'dog-licence': { ...release, forms: [of] } } })
const designOf = (of: FormDocument): Pick<FormDesign, 'assembly' | 'selection' | 'renaming' | 'issues'> => ({ assembly: assemblyWith(of), selection: only('field.fenced'), renaming: undefined, issues: new Map() })

describe('What a change of a form draws again', () => {
  it('is the section it is in, and no other', () => {
    const rows = canvasRows(form, open)
    const drawn = linesBySection(designOf(form), rows, 'field.fenced', (_assembly, part) => JSON.stringify(part))
    const next = linesBySection(designOf(moved), keptRows(rows, canvasRows(moved, open)), 'field.fenced', (_assembly, part) => JSON.stringify(part))
    expect(drawn.map((lines, index) => areSameLines(lines, next[index] ?? []))).toEqual([false, true])
  })

  it('is nothing where nothing is said otherwise', () => {
    const rows = canvasRows(form, open)
    expect(keptRows(rows, canvasRows(structuredClone(form), open))).not.toBe(rows)
    expect(keptRows(rows, canvasRows({ ...form, title: text('Other') }, open))).toBe(rows)
    const entries = paletteEntries(assemblyWith(form), form)
    expect(keptPaletteEntries(entries, paletteEntries(assemblyWith(moved), moved))).toBe(entries)
    const without = formOf(members)
    expect(keptPaletteEntries(entries, paletteEntries(assemblyWith(without), without))).not.toEqual(entries)
    const issue = (): Issue => ({ severity: 'warning', code: 'x', path: ['forms', 0], params: {}, message: text('X') })
    const found = new Map([['form', [issue()]]])
    expect(keptIssues(found, new Map([['form', [issue()]]]))).toBe(found)
    expect(keptIssues(found, new Map())).toEqual(new Map())
  })
})

describe('A draft as it is read on its page', () => {
  const document: DraftDocument = { format: 1, programme: dogProgramme, release: dogReleases[1].release, additions: noAdditions }
  const person = { id: 'p', name: 'A' }
  const draft: Draft = { id: 'd', programme: 'dog-licence', scope: 'national', state: 'draft', version: 1, title: release.title, created_by: person, updated_by: person, updated_at: '2026-01-01T00:00:00Z', document, common: 'c', reads: {}, events: [] }

  it('is read once for each change, and joined anew only where its release changes', async () => {
    const editor = openDraftEditor({
      draft, person: 'p', send: async (version) => ({ version: version + 1, updated_at: '2026-01-01T00:00:01Z' }), load: async () => draft, onSaved: () => undefined, onReceived: () => undefined,
      kept: { read: () => undefined, write: () => undefined }, unsaved: { read: () => undefined, write: () => undefined, clear: () => undefined }, delay: 0,
    })
    const reader = new DraftReader(editor, dogCommon, {})
    const before = reader.read()
    expect(reader.read()).toBe(before)
    editor.perform({ name: 'release.title', args: { title: text('Otherwise') } })
    const after = reader.read()
    expect(after.assembly).not.toBe(before.assembly)
    expect(after.assembly.release.title).toEqual(text('Otherwise'))
    expect(after.common).toBe(before.common)
    await editor.flush()
    expect(reader.read().state.save.status).toBe('saved')
    expect(reader.read().assembly).toBe(after.assembly)
  })
})
