/** Whole numbers for texts, from 1 in order of first use; 0 stands for no text. */
export class TextCodes {
  readonly #codes = new Map<string, number>()
  readonly #texts: string[] = ['']

  constructor(texts: Iterable<string> = []) {
    for (const text of texts) this.code(text)
  }

  /** How many codes there are, with that of no text. */
  get size(): number {
    return this.#texts.length
  }

  /** The code of a text; a new one where it was not met before. */
  code(text: string): number {
    const before = this.#codes.get(text)
    if (before !== undefined) return before
    this.#codes.set(text, this.#texts.length)
    return this.#texts.push(text) - 1
  }

  find(text: string): number | undefined {
    return this.#codes.get(text)
  }

  /** The text of a code that was given out. */
  text(code: number): string {
    const text = this.#texts[code]
    if (text === undefined || code === 0) throw new Error(`No text has the code ${code}`)
    return text
  }

  /** Every text, by its code less one. */
  texts(): readonly string[] {
    return this.#texts.slice(1)
  }
}
