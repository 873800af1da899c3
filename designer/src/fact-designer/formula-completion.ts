import { autocompletion, type Completion, type CompletionContext, type CompletionResult } from '@codemirror/autocomplete'
import type { Extension } from '@codemirror/state'
import { formulaFunctions, formulaOperators, formulaWords, type Language, type ReferenceNames } from '@tieuchi/runtime'
import { matchesSearch, searchText } from '../ui/search-text.ts'

interface Suggestion extends Completion {
  /** What is searched, without brackets. */
  readonly searched: string
}

/** Suggestions shown at once. */
const SHOWN = 40

const functionsIn = (language: Language): readonly Suggestion[] =>
  [...formulaFunctions().values()].map((signature) => {
    const name = signature[language]
    const takes = signature.takes[language]
    return {
      label: `${name}()`, searched: name, detail: takes, type: 'function',
      apply: (view, _completion, from, to) => view.dispatch({ changes: { from, to, insert: `${name}()` }, selection: { anchor: from + name.length + (takes === '' ? 2 : 1) } }),
    }
  })

const wordsIn = (language: Language): readonly Suggestion[] => [...Object.values(formulaWords), ...formulaOperators().map(([, words]) => words).filter(({ vi }) => /\p{L}/u.test(vi))].map((word) => ({ label: word[language], searched: word[language], type: 'keyword' }))

/** What stands before the cursor and could be the beginning of a name: after a bracket anything, else words. */
const begun = (context: CompletionContext): { readonly from: number; readonly text: string; readonly bracketed: boolean } | undefined => {
  const bracketed = context.matchBefore(/\[[^\][]*$/)
  if (bracketed) return { from: bracketed.from, text: bracketed.text.slice(1), bracketed: true }
  const words = context.matchBefore(/[\p{L}\p{M}][\p{L}\p{M}\d ]*$/u)
  if (words) return { from: words.from, text: words.text, bracketed: false }
  return context.explicit ? { from: context.pos, text: '', bracketed: false } : undefined
}

/** Suggests names, functions and words by any of their words, without diacritics; those that begin with what is typed first. */
export const formulaCompletion = (names: () => ReferenceNames, language: Language): Extension => {
  const others = [...functionsIn(language), ...wordsIn(language)]
  // Asked anew at each key, at once: what Enter takes is what is seen.
  const source = (context: CompletionContext): CompletionResult | null => {
    const at = begun(context)
    if (!at) return null
    const { all, write } = names()
    const named = all.map(({ name, reference }): Suggestion => ({ label: name, searched: name, apply: write(reference), type: 'variable' }))
    const search = at.text.trim()
    const found = [...named, ...(at.bracketed ? [] : others)].filter(({ searched }) => matchesSearch(searched, search))
    const first = found.filter(({ searched }) => searchText(searched).startsWith(searchText(search)))
    const end = at.bracketed && context.state.sliceDoc(context.pos, context.pos + 1) === ']' ? context.pos + 1 : context.pos
    return { from: at.from, to: end, options: [...new Set([...first, ...found])].slice(0, SHOWN), filter: false, update: (_before, _from, _to, next) => source(next) }
  }
  return autocompletion({ override: [source], icons: false, activateOnTyping: true, maxRenderedOptions: SHOWN, interactionDelay: 0 })
}
