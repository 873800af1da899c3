import { EditorView } from '@codemirror/view'

/** The field looks like every other, its suggestions like every other list. */
export const formulaTheme = EditorView.theme({
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', fontSize: '15px', lineHeight: '1.45' },
  '.cm-content': { padding: '7px 0', caretColor: 'currentcolor' },
  '.cm-line': { padding: '0 12px' },
  '.cm-cursor': { borderLeftColor: 'currentcolor' },
  '.cm-placeholder': { color: 'var(--quiet)' },
  '.formula-wrong': { textDecoration: 'underline wavy var(--error)', textUnderlineOffset: '3px' },
  '.cm-tooltip': { border: '1px solid var(--line)', borderRadius: '4px', background: 'var(--paper)', color: 'inherit' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { maxWidth: 'min(520px, 90vw)', maxHeight: '320px', fontFamily: 'inherit', fontSize: '14px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '5px 10px', lineHeight: '1.45' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': { background: 'var(--accent-soft)', color: 'inherit' },
  '.cm-completionDetail': { marginLeft: '8px', color: 'var(--quiet)', fontStyle: 'normal' },
})
