import { acceptCompletion, closeCompletion, completionStatus } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { Compartment, EditorState, StateEffect, StateField, type Extension } from '@codemirror/state'
import { Decoration, EditorView, keymap, placeholder, type DecorationSet } from '@codemirror/view'
import type { Language, ReferenceNames } from '@tieuchi/runtime'
import { formulaCompletion } from './formula-completion.ts'
import { formulaTheme } from './formula-theme.ts'

/** Part of the text that keeps it from being a formula. */
export interface Marked {
  readonly from: number
  readonly to: number
}

const setMark = StateEffect.define<Marked | undefined>()

const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (shown, transaction) => {
    const effect = transaction.effects.find((each) => each.is(setMark))
    if (!effect) return shown.map(transaction.changes)
    const { value } = effect
    const end = transaction.newDoc.length
    return value && value.from < end ? Decoration.set([Decoration.mark({ class: 'formula-wrong' }).range(value.from, Math.min(end, Math.max(value.to, value.from + 1)))]) : Decoration.none
  },
  provide: (field) => EditorView.decorations.from(field),
})

export interface FormulaEditorParts {
  readonly parent: HTMLElement
  readonly text: string
  readonly label: string
  readonly hint: string
  readonly suggestions: string
  readonly language: Language
  readonly names: () => ReferenceNames
  readonly onText: (text: string) => void
  /** Told that Enter was pressed or the field left. */
  readonly onCommit: () => void
  readonly onCancel: () => void
}

/** A field for a formula: one that suggests, marks what is wrong, and takes Enter as done. */
export class FormulaEditor {
  readonly #view: EditorView
  readonly #label = new Compartment()

  constructor(parts: FormulaEditorParts) {
    this.#view = new EditorView({ parent: parts.parent, state: EditorState.create({ doc: parts.text, extensions: [extensionsOf(parts), this.#label.of(labelled(parts.label))] }) })
  }

  get text(): string {
    return this.#view.state.doc.toString()
  }

  setText(text: string): void {
    if (text !== this.text) this.#view.dispatch({ changes: { from: 0, to: this.text.length, insert: text } })
  }

  mark(marked: Marked | undefined): void {
    this.#view.dispatch({ effects: setMark.of(marked) })
  }

  focus(): void {
    this.#view.focus()
  }

  destroy(): void {
    this.#view.destroy()
  }
}

const labelled = (label: string): Extension => EditorView.contentAttributes.of({ 'aria-label': label })

const extensionsOf = ({ hint, suggestions, language, names, onText, onCommit, onCancel }: FormulaEditorParts): Extension => [
  history(),
  marks,
  formulaTheme,
  placeholder(hint),
  EditorView.lineWrapping,
  EditorState.phrases.of({ Completions: suggestions }),
  formulaCompletion(names, language),
  keymap.of([
    { key: 'Tab', run: acceptCompletion },
    { key: 'Enter', run: (view) => completionStatus(view.state) !== 'active' && (onCommit(), true) },
    { key: 'Escape', run: (view) => completionStatus(view.state) !== 'active' && (onCancel(), true) },
    ...historyKeymap,
    ...defaultKeymap,
  ]),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onText(update.state.doc.toString())
  }),
  EditorView.domEventHandlers({
    blur: (_event, view) => {
      closeCompletion(view)
      onCommit()
    },
  }),
]
