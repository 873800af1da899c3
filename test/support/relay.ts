import { spawnServer, type ServerProcess, type StartingProcess } from './server-process.ts'

/** Programs one after the other on one database; the next ones start while the present one works. */
export class Relay {
  readonly #start: () => StartingProcess
  readonly #starting: StartingProcess[] = []

  constructor(args: readonly string[], env: Readonly<Record<string, string>>, ahead = 2) {
    this.#start = () => spawnServer(args, env)
    for (let index = 0; index < ahead; index += 1) this.#starting.push(this.#start())
  }

  /** The next program, ready. */
  async next(): Promise<ServerProcess> {
    this.#starting.push(this.#start())
    const server = this.#starting.shift()
    if (!server) throw new Error('A program is always starting')
    return server.ready
  }

  async stop(): Promise<void> {
    await Promise.all(this.#starting.map((server) => server.stop('SIGKILL')))
  }
}
