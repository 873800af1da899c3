/** A line as it was sent: its number from 1, and its bytes; none where it is longer than a line may be. */
export interface SentLine {
  readonly number: number
  readonly bytes?: Buffer
}

/** A household with many members and everything known of each takes a tenth of it. */
export const longestLine = 128 * 1024

const newline = 0x0a

/** Cuts what comes into lines. It never holds more than one line that is not at its end, and of one that is too long nothing. */
export class LineSplitter {
  readonly #longest: number
  #number = 0
  #held: Buffer[] = []
  #length = 0

  constructor(longest = longestLine) {
    this.#longest = longest
  }

  /** The lines that end in this piece. */
  *split(piece: Buffer): Generator<SentLine> {
    let start = 0
    for (let end = piece.indexOf(newline); end >= 0; end = piece.indexOf(newline, start)) {
      this.#hold(piece.subarray(start, end))
      start = end + 1
      yield this.#take()
    }
    this.#hold(piece.subarray(start))
  }

  /** What stands behind the last line end. */
  *rest(): Generator<SentLine> {
    if (this.#length > 0) yield this.#take()
  }

  #hold(part: Buffer): void {
    this.#length += part.length
    if (this.#length > this.#longest) this.#held = []
    else if (part.length > 0) this.#held.push(part)
  }

  #take(): SentLine {
    this.#number += 1
    const line = this.#length > this.#longest ? { number: this.#number } : { number: this.#number, bytes: Buffer.concat(this.#held) }
    this.#held = []
    this.#length = 0
    return line
  }
}

/** Lines in groups of at most so many, each as soon as it has come: whoever sends one line and waits is answered. */
export async function* linesTogether(pieces: AsyncIterable<Buffer>, most: number): AsyncGenerator<readonly SentLine[]> {
  const splitter = new LineSplitter()
  for await (const piece of pieces) yield* groups(splitter.split(piece), most)
  yield* groups(splitter.rest(), most)
}

function* groups(lines: Iterable<SentLine>, most: number): Generator<readonly SentLine[]> {
  let group: SentLine[] = []
  for (const line of lines) {
    group.push(line)
    if (group.length < most) continue
    yield group
    group = []
  }
  if (group.length > 0) yield group
}
