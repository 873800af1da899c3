import type pg from 'pg'

/** The rows of a statement that was not sent at once. Asking for them sends it, where nothing else has. */
export interface Later<Row> {
  readonly rows: () => Promise<Row[]>
}

/** How a statement goes on its way. */
export interface Manner {
  /** With the one after it, and nobody waits for what it answers, a `Later`. */
  readonly isHeld: (text: string) => boolean
  /** With the end of its transaction. */
  readonly isLast: (text: string) => boolean
}

interface Answer {
  readonly command: string
  readonly rowCount: number | null
  readonly rows: unknown[]
}

type Send = (...parts: unknown[]) => Promise<Answer>

interface Held {
  readonly parts: readonly unknown[]
  readonly settle: (answer: Promise<Answer>) => void
}

type Client = Pick<pg.PoolClient, 'connection'> & { pipeline: boolean }

const readsItself = (query: unknown): boolean => typeof query === 'object' && query !== null && 'submit' in query

const answerOf = (command: string, rows: unknown[] = []): Answer => ({ command, rowCount: rows.length, rows })

/**
 * Each way to the database and back costs the program and the database more than most statements do. So what begins a transaction goes with
 * the first statement in it, and its end with the one that is said to be the last: sent before anything is answered. Where that one fails,
 * the database ends the transaction with nothing done. A connection that cannot send before it was answered takes the ends by themselves.
 */
export class RoundTrips {
  readonly #client: Client
  /** Whether the connection may send before it was answered. */
  readonly #pipeline: boolean
  readonly #send: Send
  readonly #manner: Manner
  #held: readonly Held[] = []
  /** The answer to the end of a transaction that was sent with its last statement. */
  #end: Promise<Answer> | undefined

  constructor(client: Client, send: Send, manner: Manner) {
    this.#client = client
    this.#pipeline = client.pipeline
    this.#send = send
    this.#manner = manner
  }

  /** What the client's own `query` takes. */
  query(...parts: unknown[]): Promise<Answer> {
    const [text] = parts
    // `pg` takes what reads its answers itself only by itself; nothing else is sent until it was answered.
    this.#client.pipeline = this.#pipeline && !readsItself(text)
    if (text === 'commit' || text === 'rollback') return this.#finish(text)
    if (this.#end !== undefined) throw new Error('A statement came after the last one of its transaction')
    if (text === 'begin') return this.#hold(parts, () => answerOf('BEGIN'))
    if (typeof text === 'string' && this.#manner.isHeld(text)) return this.#hold(parts, (later) => answerOf('SELECT', [later]))
    if (typeof text === 'string' && this.#pipeline && this.#manner.isLast(text)) return this.#sendLast(parts)
    return this.#held.length === 0 ? this.#send(...parts) : this.#sendWithHeld(parts)
  }

  async #hold(parts: readonly unknown[], answer: (later: Later<unknown>) => Answer): Promise<Answer> {
    const { promise, resolve } = Promise.withResolvers<Answer>()
    promise.catch(() => undefined)
    this.#held = [...this.#held, { parts, settle: resolve }]
    const rows = async () => {
      await Promise.all(this.#sendTogether([]))
      return (await promise).rows
    }
    return answer({ rows })
  }

  async #sendWithHeld(parts: readonly unknown[]): Promise<Answer> {
    const answers = await Promise.all(this.#sendTogether([parts]))
    return answers.at(-1) ?? answerOf('')
  }

  async #sendLast(parts: readonly unknown[]): Promise<Answer> {
    const sent = this.#sendTogether([parts, ['commit']])
    this.#end = sent.at(-1)
    const answers = await Promise.all(sent)
    return answers.at(-2) ?? answerOf('')
  }

  #finish(text: string): Promise<Answer> {
    const [end, held] = [this.#end, this.#held]
    this.#end = undefined
    this.#held = []
    held.forEach(({ settle }) => settle(Promise.reject(new Error('The transaction ended before anything in it was sent'))))
    // Where nothing was sent there is nothing to end.
    return held.length > 0 ? Promise.resolve(answerOf(text.toUpperCase())) : end ?? this.#send(text)
  }

  /** Sends what was held, and then these. */
  #sendTogether(next: readonly (readonly unknown[])[]): Promise<Answer>[] {
    const held = this.#held
    this.#held = []
    const all = [...held.map(({ parts }) => parts), ...next]
    const answers = this.#pipeline ? this.#atOnce(all) : this.#inTurn(all)
    held.forEach(({ settle }, index) => settle(answers[index] ?? Promise.reject(new Error('A statement was not sent'))))
    return answers
  }

  /** As one piece, for each piece wakes the database. */
  #atOnce(all: readonly (readonly unknown[])[]): Promise<Answer>[] {
    const { stream } = this.#client.connection
    stream.cork()
    try {
      return all.map((parts) => this.#send(...parts))
    } finally {
      stream.uncork()
    }
  }

  #inTurn(all: readonly (readonly unknown[])[]): Promise<Answer>[] {
    const answers: Promise<Answer>[] = []
    for (const parts of all) answers.push(answers.at(-1)?.then(() => this.#send(...parts)) ?? this.#send(...parts))
    return answers
  }
}
