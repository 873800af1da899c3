import { Agent, request } from 'node:http'
import { signInRemotely, type RemoteClient } from '../../support/server-process.ts'

/**
 * Signed in at a running program by connections that stay open, for parts that measure how much the program takes in: `fetch` asks twice as
 * much of the processors that the program works on too.
 */
export async function signInSteadily(address: string, login: string, password: string): Promise<Pick<RemoteClient, 'send'>> {
  const { credentials } = await signInRemotely(address, login, password)
  const agent = new Agent({ keepAlive: true })
  return { send: (method, path, body) => sendBy(agent, `${address}${path}`, { method, credentials, body }) }
}

interface Asked {
  readonly method: string
  readonly credentials: Readonly<Record<string, string>>
  readonly body: unknown
}

const sendBy = (agent: Agent, url: string, { method, credentials, body }: Asked): ReturnType<RemoteClient['send']> => {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<RemoteClient['send']>>>()
  const text = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
  const headers = { ...credentials, ...(text && { 'content-type': 'application/json', 'content-length': text.length }) }
  const asked = request(url, { agent, method, headers }, (answer) => {
    const chunks: Buffer[] = []
    answer.on('data', (chunk: Buffer) => void chunks.push(chunk)).on('error', reject)
    answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: JSON.parse(Buffer.concat(chunks).toString() || 'null') }))
  })
  asked.on('error', reject)
  asked.end(text)
  return promise
}
