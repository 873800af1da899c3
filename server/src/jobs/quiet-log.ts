import type { FastifyBaseLogger } from 'fastify'

const quietMilliseconds = 60_000

/** Says an error once a minute: while a database is away, who asks it twice a second would fill the log. */
export class QuietLog {
  readonly #log: Pick<FastifyBaseLogger, 'error'>
  readonly #said = new Map<string, number>()

  constructor(log: Pick<FastifyBaseLogger, 'error'>) {
    this.#log = log
  }

  error(error: Error): void {
    const now = Date.now()
    for (const [message, at] of this.#said) if (now - at >= quietMilliseconds) this.#said.delete(message)
    if (this.#said.has(error.message)) return
    this.#said.set(error.message, now)
    this.#log.error({ err: error }, 'Jobs cannot be worked on')
  }
}
