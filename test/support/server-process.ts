import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const start = fileURLToPath(new URL('../../server/src/commands/start.ts', import.meta.url))

/** To make the embedded database's machine code better takes a program that lives for seconds longer than it saves: a start costs a fifth less processor time. */
export const shortLived = '--liftoff-only'

export interface ServerProcess {
  readonly address: string
  /** All that was printed so far. */
  output(): string
  stop(signal: 'SIGINT' | 'SIGKILL'): Promise<number | null>
}

export interface StartingProcess extends Omit<ServerProcess, 'address'> {
  /** Rejects with what was printed where the program ends before it is ready. */
  readonly ready: Promise<ServerProcess>
}

/** Starts the real program on a free port, on the embedded database unless the environment says otherwise. */
export function spawnServer(args: readonly string[], env: Readonly<Record<string, string>> = {}): StartingProcess {
  const child = spawn(process.execPath, [shortLived, start, '--port', '0', ...args], { env: { ...process.env, DATABASE_URL: '', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  const output = () => printed
  const stop = (signal: 'SIGINT' | 'SIGKILL') => stopProcess(child, signal)
  const ready = new Promise<ServerProcess>((resolve, reject) => {
    const read = (data: Buffer) => {
      printed += String(data)
      const address = /is ready:\s+(http:\S+)/.exec(printed)?.[1]
      if (address !== undefined) resolve({ address, output, stop })
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', (code) => reject(new Error(`The program ended with ${code}:\n${printed}`)))
  })
  ready.catch(() => undefined)
  return { ready, output, stop }
}

async function stopProcess(child: ChildProcess, signal: 'SIGINT' | 'SIGKILL'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    child.kill(signal)
    await once(child, 'exit')
  }
  return child.exitCode
}

export interface RemoteClient {
  /** The headers of the session. */
  readonly credentials: Readonly<Record<string, string>>
  /** The same session at a program that was started again elsewhere. */
  at(address: string): RemoteClient
  send(method: string, path: string, body?: unknown): Promise<{ readonly status: number; readonly body: ReturnType<JSON['parse']> }>
}

/** Signs in to a running program over the network. */
export async function signInRemotely(address: string, login: string, password: string): Promise<RemoteClient> {
  const response = await fetch(`${address}/api/session`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ login, password }) })
  if (!response.ok) throw new Error(await response.text())
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  const session: { csrf: string } = JSON.parse(await response.text())
  return openSession(address, { cookie, 'x-csrf-token': session.csrf })
}

const openSession = (address: string, credentials: Readonly<Record<string, string>>): RemoteClient => ({
  credentials,
  at: (other) => openSession(other, credentials),
  send: async (method, path, body) => {
    const headers = { ...credentials, ...(body === undefined ? {} : { 'content-type': 'application/json' }) }
    const answer = await fetch(`${address}${path}`, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
    return { status: answer.status, body: JSON.parse((await answer.text()) || 'null') }
  },
})
