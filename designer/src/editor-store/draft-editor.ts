import { mergeDrafts, type DraftDocument } from '@tieuchi/runtime'
import type { Draft } from '../api/contract.ts'
import { createAutosave, type Autosave } from '../autosave/autosave.ts'
import type { AutosaveState, Saved } from '../autosave/autosave-state.ts'
import { unsavedContentOf, type UnsavedContent } from '../autosave/unsaved-content.ts'
import type { Command } from './command.ts'
import { beginHistory, perform, receive, redo, undo, type History } from './history.ts'
import type { KeptHistory } from './kept-history.ts'
import { tellCommand, type ToldCommand } from './told-command.ts'

/** What the editors of one draft show: the document, whether it is saved, and what can be undone. */
export interface DraftEditorState {
  readonly document: DraftDocument
  readonly save: AutosaveState<DraftDocument, Draft>
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** What undoing takes back, and what doing again brings back. */
  readonly undoes?: ToldCommand | undefined
  readonly redoes?: ToldCommand | undefined
}

/** One draft open on one page: every editor gives commands to it, and all share its history. */
export interface DraftEditor {
  readonly subscribe: (listener: () => void) => () => void
  readonly getState: () => DraftEditorState
  readonly perform: (command: Command) => void
  readonly undo: () => void
  readonly redo: () => void
  /** Sends what is waiting now; true once everything is saved. */
  readonly flush: () => Promise<boolean>
  /** Saves what was changed here on top of what somebody else saved, where both changed the same. */
  readonly merge: () => Promise<boolean>
  /** Goes on from what the server holds. */
  readonly adopt: (draft: Draft) => void
  /** Takes in what the server holds now, and keeps what was changed here. */
  readonly receive: (draft: Draft) => void
  readonly stop: () => void
}

export interface DraftEditorParts {
  readonly draft: Draft
  readonly person: string
  readonly send: (version: number, document: DraftDocument, patience: AbortSignal) => Promise<Saved>
  readonly load: () => Promise<Draft>
  readonly onSaved: (saved: Saved, document: DraftDocument) => void
  readonly onReceived: (draft: Draft) => void
  readonly kept: KeptHistory
  /** Where what is not saved yet is kept; at once and on this machine where it is absent. */
  readonly unsaved?: UnsavedContent<DraftDocument>
  readonly delay?: number
}

const isDocument = (value: unknown): value is DraftDocument => typeof value === 'object' && value !== null && 'release' in value && 'additions' in value && 'programme' in value

/** What of a draft the server has not confirmed yet. */
export const unsavedDraftOf = (person: string, draft: string): UnsavedContent<DraftDocument> => unsavedContentOf(person, `draft.${draft}`, isDocument)

class DraftStore implements DraftEditor {
  readonly #autosave: Autosave<DraftDocument, Draft>
  readonly #kept: KeptHistory
  readonly #listeners = new Set<() => void>()
  #history: History
  #state: DraftEditorState

  constructor({ draft, person, send, load, onSaved, onReceived, kept, unsaved = unsavedDraftOf(person, draft.id), delay }: DraftEditorParts) {
    this.#kept = kept
    this.#autosave = createAutosave<DraftDocument, Draft>({
      source: draft,
      contentOf: ({ document }) => document,
      isOpen: ({ state }) => state !== 'published' && state !== 'discarded',
      join: (base, mine, theirs) => {
        const { document, both, lost } = mergeDrafts(base, mine, theirs)
        return { content: document, contested: both.length > 0 || lost.length > 0 }
      },
      nothing: draft.document,
      storable: (document) => document,
      unsaved, send, load, onSaved, onReceived,
      ...(delay !== undefined && { delay }),
    })
    this.#history = kept.read(this.#autosave.getState().content) ?? beginHistory(this.#autosave.getState().content)
    this.#state = this.#read()
    this.#autosave.subscribe(() => {
      if (this.#autosave.getState().content === this.#history.document) this.#publish()
      else this.#receive()
    })
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  readonly getState = (): DraftEditorState => this.#state

  readonly perform = (command: Command): void => this.#goOn(perform(this.#history, command))
  readonly undo = (): void => this.#goOn(undo(this.#history))
  readonly redo = (): void => this.#goOn(redo(this.#history))
  readonly flush = (): Promise<boolean> => this.#autosave.flush()
  readonly stop = (): void => this.#autosave.stop()

  readonly adopt = (draft: Draft): void => {
    this.#autosave.adopt(draft)
    this.#begin(beginHistory(this.#autosave.getState().content))
  }

  readonly receive = (draft: Draft): void => this.#autosave.receive(draft)

  readonly merge = (): Promise<boolean> => {
    const { base, content, theirs } = this.#autosave.getState()
    return this.#autosave.settle(theirs ? mergeDrafts(base, content, theirs.document).document : content)
  }

  /** What came from elsewhere cannot be undone here, own steps before it can. */
  #receive(): void {
    const { content, base } = this.#autosave.getState()
    this.#begin(receive(this.#history, content, { base: this.#state.save.base, theirs: base }))
  }

  #begin(history: History): void {
    this.#history = history
    this.#kept.write(history)
    this.#publish()
  }

  #goOn(next: History): void {
    if (next === this.#history) return
    this.#history = next
    this.#kept.write(next)
    this.#autosave.change(next.document)
    this.#publish()
  }

  #read(): DraftEditorState {
    const { document, done, undone } = this.#history
    const [last, next] = [done.at(-1), undone.at(-1)]
    return {
      document, save: this.#autosave.getState(), canUndo: last !== undefined, canRedo: next !== undefined,
      undoes: last && tellCommand(last.before, last.command), redoes: next && tellCommand(document, next),
    }
  }

  #publish(): void {
    this.#state = this.#read()
    for (const listener of this.#listeners) listener()
  }
}

/** Opens a draft for writing: its history goes on where this person left it on this machine. */
export const openDraftEditor = (parts: DraftEditorParts): DraftEditor => new DraftStore(parts)
