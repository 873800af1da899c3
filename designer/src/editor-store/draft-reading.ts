import { assemble, extendCommon, type Assembly, type CommonDocument, type Release } from '@tieuchi/runtime'
import type { DraftEditor, DraftEditorState } from './draft-editor.ts'

/** A draft as it is on this page now, joined with what it reads. */
export interface DraftReading {
  readonly state: DraftEditorState
  readonly assembly: Assembly
  /** What all share, as published, and with what the draft adds. */
  readonly common: { readonly published: CommonDocument; readonly extended: CommonDocument }
}

/** Reads the draft of an editor for everything that shows it: once for each change, and anew only what the change touches. */
export class DraftReader {
  readonly subscribe: DraftEditor['subscribe']
  readonly #editor: DraftEditor
  readonly #published: CommonDocument
  readonly #others: Readonly<Record<string, Release>>
  #reading: DraftReading

  constructor(editor: DraftEditor, published: CommonDocument, others: Readonly<Record<string, Release>>) {
    this.subscribe = editor.subscribe
    this.#editor = editor
    this.#published = published
    this.#others = others
    this.#reading = this.#readAnew(editor.getState(), undefined)
  }

  readonly read = (): DraftReading => {
    const state = this.#editor.getState()
    if (state !== this.#reading.state) this.#reading = this.#readAnew(state, this.#reading)
    return this.#reading
  }

  #readAnew(state: DraftEditorState, before: DraftReading | undefined): DraftReading {
    const { release, additions } = state.document
    const common = before?.state.document.additions === additions ? before.common : { published: this.#published, extended: extendCommon(this.#published, additions).common }
    if (before?.state.document.release === release && before.common === common) return { state, assembly: before.assembly, common }
    const assembly = assemble({ programme: release.programme, layer: 'national', common: common.extended, releases: { ...this.#others, [release.programme]: release } })
    return { state, assembly, common }
  }
}
