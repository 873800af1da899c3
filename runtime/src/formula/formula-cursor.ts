import type { FormulaFunction, FormulaWord } from './formula-names.ts'
import { formulaProblems, type FormulaProblem } from './formula-problem.ts'
import type { Token } from './formula-tokens.ts'

/** Stops the reading of a formula where it goes wrong; caught where the reading began. */
export class FormulaStop extends Error {
  readonly problem: FormulaProblem

  constructor(problem: FormulaProblem) {
    super(problem.message.en)
    this.problem = problem
  }
}

/** Walks through the parts of a formula. */
export class FormulaCursor {
  readonly #text: string
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text
    this.#tokens = tokens
  }

  get next(): Token | undefined {
    return this.#tokens[this.#at]
  }

  /** Where the next part stands, or the end. */
  get place(): { readonly from: number; readonly to: number } {
    const { next } = this
    return next ? { from: next.from, to: next.to } : { from: this.#text.length, to: this.#text.length }
  }

  take(): Token {
    const { next } = this
    if (!next) throw new FormulaStop(formulaProblems.unfinished(this.place))
    this.#at += 1
    return next
  }

  isSign(...signs: readonly string[]): boolean {
    const { next } = this
    return next?.kind === 'sign' && signs.includes(next.sign)
  }

  isWord(name: FormulaWord): boolean {
    const { next } = this
    return next?.kind === 'phrase' && next.phrase.kind === 'word' && next.phrase.name === name
  }

  /** Passes a sign or word where it stands here. */
  pass(what: FormulaWord | { readonly sign: string }): boolean {
    const found = typeof what === 'string' ? this.isWord(what) : this.isSign(what.sign)
    if (found) this.#at += 1
    return found
  }

  demand(sign: string): void {
    if (this.pass({ sign })) return
    if (!this.next && sign === ')') throw new FormulaStop(formulaProblems.openBracket(this.place))
    this.stop()
  }

  /** The function that is called here; undefined where none is. */
  get called(): FormulaFunction | undefined {
    const { next } = this
    return next?.kind === 'phrase' && next.phrase.kind === 'function' ? next.phrase.name : undefined
  }

  /** Whether what is called here has its brackets; without them it may be a name. */
  get isCall(): boolean {
    const behind = this.#tokens[this.#at + 1]
    return behind === undefined || (behind.kind === 'sign' && behind.sign === '(')
  }

  /** Takes the longest run of words and numbers from here that is the name of something; undefined where none is. */
  takeWords(isName: (words: string) => boolean): string | undefined {
    const start = this.next
    if (!start) return undefined
    let end = this.#at
    while (['strange', 'phrase', 'number'].includes(this.#tokens[end]?.kind ?? '')) end += 1
    for (let last = end - 1; last >= this.#at; last -= 1) {
      const words = this.#text.slice(start.from, this.#tokens[last]?.to)
      if (!isName(words)) continue
      this.#at = last + 1
      return words
    }
    return undefined
  }

  /** Nothing that can be read stands here. */
  stop(): never {
    const { next, place } = this
    if (!next) throw new FormulaStop(formulaProblems.unfinished(place))
    const text = this.#text.slice(next.from, next.to)
    if (text === ',') throw new FormulaStop(formulaProblems.comma(place))
    if (text === '[') throw new FormulaStop(formulaProblems.openName(place))
    throw new FormulaStop(next.kind === 'strange' && /\p{L}/u.test(text) ? formulaProblems.unknownWord(text)(place) : formulaProblems.unexpected(text)(place))
  }
}
