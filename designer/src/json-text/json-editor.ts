import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { json, jsonParseLinter } from '@codemirror/lang-json'
import { bracketMatching, foldGutter, foldKeymap, syntaxHighlighting, HighlightStyle } from '@codemirror/language'
import { setDiagnostics, type Diagnostic } from '@codemirror/lint'
import { Compartment, EditorState, type Extension } from '@codemirror/state'
import { EditorView, keymap, lineNumbers } from '@codemirror/view'
import type { Issue } from '@tieuchi/runtime'
import { tags } from '@lezer/highlight'
import { schemaHelp } from './json-completion.ts'
import { rangeOf } from './json-places.ts'
import type { SchemaNode } from './schema-help.ts'

export interface JsonEditorParts {
  readonly parent: HTMLElement
  readonly text: string
  readonly label: string
  readonly schema: SchemaNode
  readonly readOnly: boolean
  readonly onText: (text: string) => void
  /** Escape: out of the text. */
  readonly onLeave: () => void
}

const theme = EditorView.theme({
  '&': { fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--accent-text)' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: '1.5' },
  '.cm-gutters': { background: 'var(--ground)', color: 'var(--quiet)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'currentcolor' },
  '.cm-tooltip': { border: '1px solid var(--line)', borderRadius: '4px', background: 'var(--paper)', color: 'inherit', padding: '4px 8px', maxWidth: 'min(560px, 90vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent-soft)', color: 'inherit' },
  '.cm-completionDetail': { marginLeft: '8px', color: 'var(--quiet)', fontStyle: 'normal' },
})

const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--accent-text)' },
  { tag: tags.number, color: 'var(--needs-you)' },
  { tag: [tags.bool, tags.null], color: 'var(--needs-you)' },
])

/** A text that is a JSON document: with its structure folded and marked, and help from its schema. */
export class JsonEditor {
  readonly #view: EditorView
  readonly #readOnly = new Compartment()

  constructor(parts: JsonEditorParts) {
    this.#view = new EditorView({ parent: parts.parent, state: EditorState.create({ doc: parts.text, extensions: [extensionsOf(parts), this.#readOnly.of(EditorState.readOnly.of(parts.readOnly))] }) })
  }

  get text(): string {
    return this.#view.state.doc.toString()
  }

  setText(text: string): void {
    if (text !== this.text) this.#view.dispatch({ changes: { from: 0, to: this.text.length, insert: text } })
  }

  setReadOnly(is: boolean): void {
    this.#view.dispatch({ effects: this.#readOnly.reconfigure(EditorState.readOnly.of(is)) })
  }

  /** Marks what is wrong where it stands, and answers the line of the first. */
  mark(issues: readonly Issue[], words: (issue: Issue) => string): number | undefined {
    const { state } = this.#view
    const diagnostics = issues.map((issue): Diagnostic => ({ ...rangeOf(state, issue.path), severity: issue.severity === 'error' ? 'error' : 'warning', message: words(issue) }))
    this.#view.dispatch(setDiagnostics(state, diagnostics))
    const [first] = diagnostics
    return first && state.doc.lineAt(first.from).number
  }

  /** Where the text stops being JSON; undefined where it does not. */
  brokenLine(): number | undefined {
    const [found] = jsonParseLinter()(this.#view)
    if (!found) return undefined
    this.#view.dispatch(setDiagnostics(this.#view.state, [found]))
    return this.#view.state.doc.lineAt(found.from).number
  }

  goTo(line: number): void {
    const { from } = this.#view.state.doc.line(Math.min(line, this.#view.state.doc.lines))
    this.#view.dispatch({ selection: { anchor: from }, scrollIntoView: true })
    this.#view.focus()
  }

  destroy(): void {
    this.#view.destroy()
  }
}

const extensionsOf = ({ label, schema, onText, onLeave }: JsonEditorParts): Extension => [
  lineNumbers(),
  foldGutter(),
  history(),
  json(),
  bracketMatching(),
  EditorView.lineWrapping,
  syntaxHighlighting(colours),
  theme,
  schemaHelp(schema),
  EditorView.contentAttributes.of({ 'aria-label': label }),
  keymap.of([{ key: 'Escape', run: () => (onLeave(), true) }, indentWithTab, ...foldKeymap, ...historyKeymap, ...defaultKeymap]),
  EditorView.updateListener.of((update) => {
    if (update.docChanged) onText(update.state.doc.toString())
  }),
]
