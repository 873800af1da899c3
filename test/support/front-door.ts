import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'

/** One address in front of programs that come and go; while none is there connections break off at once. */
export class FrontDoor {
  readonly #server: Server
  readonly #open = new Set<Socket>()
  #target: URL | undefined

  private constructor() {
    this.#server = createServer((visitor) => this.#lead(visitor))
  }

  static async open(): Promise<FrontDoor> {
    const door = new FrontDoor()
    door.#server.listen(0, '127.0.0.1')
    await once(door.#server, 'listening')
    return door
  }

  get address(): string {
    const bound = this.#server.address()
    if (bound === null || typeof bound === 'string') throw new Error('The door is closed')
    return `http://127.0.0.1:${bound.port}`
  }

  /** Leads to a program from now on, or nowhere. */
  leadTo(address: string | undefined): void {
    this.#target = address === undefined ? undefined : new URL(address)
  }

  async close(): Promise<void> {
    for (const socket of this.#open) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #lead(visitor: Socket): void {
    if (this.#target === undefined) {
      visitor.destroy()
      return
    }
    const inside = connect(Number(this.#target.port), this.#target.hostname)
    visitor.pipe(inside).pipe(visitor)
    for (const [socket, other] of [[visitor, inside], [inside, visitor]] as const) {
      this.#open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        this.#open.delete(socket)
        other.destroy()
      })
    }
  }
}
