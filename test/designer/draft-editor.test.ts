import { openDraftEditor } from '@tieuchi/designer/src/editor-store/draft-editor.ts'
import { keptHistoryOf } from '@tieuchi/designer/src/editor-store/kept-history.ts'
import { ProblemError } from '@tieuchi/designer/src/api/problem-error.ts'
import { noAdditions, type DraftDocument } from '@tieuchi/runtime'
import type { Draft } from '@tieuchi/server/contract'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { dogProgramme, dogReleases } from '../support/dog-licences.ts'

const person = { id: 'p', name: 'A' }

const first: DraftDocument = { format: 1, programme: dogProgramme, release: dogReleases[1].release, additions: noAdditions }

const draftAt = (version: number, document: DraftDocument): Draft => ({
  id: 'd', programme: 'dog-licence', scope: 'national', state: 'draft', version, title: document.release.title, created_by: person, updated_by: person,
  updated_at: '2026-01-01T00:00:00Z', document, common: 'c', reads: {}, events: [],
})

/** Storage of a browser, in memory. */
const memory = (): Storage => {
  const items = new Map<string, string>()
  return { length: 0, clear: () => items.clear(), key: () => null, getItem: (key) => items.get(key) ?? null, setItem: (key, value) => void items.set(key, value), removeItem: (key) => void items.delete(key) }
}

const titled = (title: string) => ({ name: 'release.title', args: { title: { vi: title, en: title } } }) as const

describe('A draft open in the editors', () => {
  let held: Draft
  let storage: Storage

  beforeEach(() => {
    vi.useFakeTimers()
    held = draftAt(1, first)
    storage = memory()
    vi.stubGlobal('localStorage', memory())
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  const open = () => openDraftEditor({
    draft: held, person: 'p', kept: keptHistoryOf('p', 'd', storage), load: async () => held, onSaved: () => undefined, onReceived: () => undefined,
    send: async (version, document) => {
      if (version !== held.version) throw new ProblemError({ status: 409, code: 'draft_changed', detail: { vi: 'B', en: 'B' } })
      held = draftAt(version + 1, document)
      return { version: held.version, updated_at: held.updated_at }
    },
  })
  const later = () => vi.advanceTimersByTimeAsync(1000)

  it('is saved after each change and each undoing', async () => {
    const editor = open()
    editor.perform(titled('Một'))
    await later()
    expect(held.document.release.title.vi).toBe('Một')
    editor.undo()
    await later()
    expect(held.document).toEqual(first)
    expect(editor.getState()).toMatchObject({ canUndo: false, canRedo: true, redoes: { verb: 'change', changed: 'title' }, save: { status: 'saved', version: 3 } })
  })

  it('can be undone after a reload, unless somebody else saved meanwhile', async () => {
    const before = open()
    before.perform(titled('Một'))
    before.perform(titled('Hai'))
    await later()
    const after = open()
    after.undo()
    expect(after.getState().document.release.title.vi).toBe('Một')
    await later()
    held = draftAt(9, { ...held.document, valid_from: '2030-01-01' })
    expect(open().getState().canUndo).toBe(false)
  })

  it('puts another’s save and its own changes together, and asks where both changed the same', async () => {
    const editor = open()
    held = draftAt(2, { ...first, valid_from: '2030-01-01' })
    editor.perform(titled('Của tôi'))
    await later()
    expect(held).toMatchObject({ version: 3, document: { valid_from: '2030-01-01', release: { title: { vi: 'Của tôi' } } } })
    expect(editor.getState()).toMatchObject({ document: held.document, save: { status: 'saved' } })
    held = draftAt(4, { ...held.document, release: { ...held.document.release, title: { vi: 'Của người kia', en: 'Theirs' } } })
    editor.perform(titled('Vẫn của tôi'))
    await later()
    expect(editor.getState().save).toMatchObject({ status: 'conflict', theirs: { version: 4 } })
    const merging = editor.merge()
    await later()
    expect(await merging).toBe(true)
    expect(held.document).toMatchObject({ valid_from: '2030-01-01', release: { title: { vi: 'Vẫn của tôi' } } })
    expect(editor.getState().document).toEqual(held.document)
  })

  it('can undo its own steps after somebody else saved, whose changes stay', async () => {
    const editor = open()
    editor.perform(titled('Một'))
    await later()
    editor.perform(titled('Hai'))
    editor.receive(draftAt(3, { ...held.document, valid_from: '2030-01-01' }))
    expect(editor.getState().document).toMatchObject({ valid_from: '2030-01-01', release: { title: { vi: 'Hai' } } })
    editor.undo()
    expect(editor.getState().document).toMatchObject({ valid_from: '2030-01-01', release: { title: { vi: 'Một' } } })
    editor.undo()
    expect(editor.getState().document).toEqual({ ...first, valid_from: '2030-01-01' })
  })

  it('shows what the other saved without a reload', () => {
    const editor = open()
    editor.receive(draftAt(2, { ...first, valid_from: '2030-01-01' }))
    expect(editor.getState()).toMatchObject({ document: { valid_from: '2030-01-01' }, save: { status: 'saved', version: 2 } })
  })

  it('takes over what the other saved where that is wished', async () => {
    const editor = open()
    held = draftAt(2, { ...first, release: { ...first.release, title: { vi: 'Của người kia', en: 'Theirs' } } })
    editor.perform(titled('Của tôi'))
    await later()
    editor.adopt(held)
    expect(editor.getState()).toMatchObject({ document: { release: { title: { vi: 'Của người kia' } } }, canUndo: false, save: { status: 'saved' } })
  })
})
