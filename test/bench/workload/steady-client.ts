import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { signInRemotely, type RemoteClient } from '../../support/server-process.ts'

/**
 * Signed in at a running program by connections that stay open and write HTTP as plainly as it goes, for parts that measure how much the program
 * takes in: `fetch` asks several times as much of the processors that the program works on too.
 */
export async function signInSteadily(address: string, login: string, password: string): Promise<Pick<RemoteClient, 'send'>> {
  const { credentials } = await signInRemotely(address, login, password)
  const { hostname, port, host } = new URL(address)
  const head = [`host: ${host}`, ...Object.entries(credentials).map(([name, value]) => `${name}: ${value}`)].join('\r\n')
  const idle: Line[] = []
  const connected = async (): Promise<Line> => {
    const socket = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(socket, 'connect')
    return new Line(socket)
  }
  return {
    send: async (method, path, body) => {
      const line = idle.pop() ?? (await connected())
      const text = body === undefined ? '' : JSON.stringify(body)
      const about = body === undefined ? '' : `\r\ncontent-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}`
      const { status, text: answer } = await line.ask(`${method} ${path} HTTP/1.1\r\n${head}${about}\r\n\r\n${text}`)
      idle.push(line)
      return { status, body: JSON.parse(answer || 'null') }
    },
  }
}

interface Answer {
  readonly status: number
  readonly text: string
}

const endOfHead = '\r\n\r\n'

/** A connection on which one thing is asked at a time. */
class Line {
  readonly #socket: Socket
  #come: Buffer = Buffer.alloc(0)
  #asked: PromiseWithResolvers<Answer> | undefined

  constructor(socket: Socket) {
    this.#socket = socket
    socket.on('data', (chunk: Buffer) => this.#take(chunk))
    socket.on('error', (error) => this.#asked?.reject(error))
    socket.on('close', () => this.#asked?.reject(new Error('The program closed the connection')))
  }

  ask(request: string): Promise<Answer> {
    this.#asked = Promise.withResolvers<Answer>()
    this.#socket.write(request)
    return this.#asked.promise
  }

  #take(chunk: Buffer): void {
    this.#come = this.#come.length === 0 ? chunk : Buffer.concat([this.#come, chunk])
    const end = this.#come.indexOf(endOfHead)
    if (end < 0) return
    const head = this.#come.toString('latin1', 0, end)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
    const start = end + endOfHead.length
    if (Number.isNaN(length)) this.#asked?.reject(new Error(`An answer without its length: ${head}`))
    if (this.#come.length < start + length) return
    this.#asked?.resolve({ status: Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length)), text: this.#come.toString('utf8', start, start + length) })
    this.#come = Buffer.alloc(0)
  }
}
