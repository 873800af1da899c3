/** A stretch of a text by its offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Counts the lines of a text that hold code: neither blank nor comment. */
export class CodeLines {
  readonly #starts: readonly number[]
  readonly #holdsCode: readonly boolean[]

  constructor(text: string, comments: readonly Span[]) {
    const lines = withoutComments(text, comments).split('\n')
    this.#holdsCode = lines.map((line) => line.trim() !== '')
    let offset = 0
    this.#starts = lines.map((line) => {
      const start = offset
      offset += line.length + 1
      return start
    })
  }

  /** Line of an offset, from 1. */
  lineAt(offset: number): number {
    return this.#starts.findLastIndex((start) => start <= offset) + 1
  }

  /** Lines with code that a span touches; each of the parts counts as one line, for it is measured elsewhere or is data. */
  count({ start, end }: Span, parts: readonly Span[] = []): number {
    return this.#between(start, end) - parts.reduce((sum, part) => sum + this.#between(part.start, part.end) - 1, 0)
  }

  #between(start: number, end: number): number {
    return this.#holdsCode.slice(this.lineAt(start) - 1, this.lineAt(end)).filter(Boolean).length
  }
}

const withoutComments = (text: string, comments: readonly Span[]): string =>
  comments.toReversed().reduce((rest, { start, end }) => rest.slice(0, start) + rest.slice(start, end).replaceAll(/[^\n]/g, ' ') + rest.slice(end), text)
