import { once } from 'node:events'
import { request, type ClientRequest, type IncomingMessage } from 'node:http'
import { createInterface } from 'node:readline'
import type { FastifyInstance } from 'fastify'
import type { NewPartner, PartnerWithKey } from '@tieuchi/server/contract'
import { inject, type Answer, type Client, type RunningApp } from './app.ts'

/** What the partner of the tests may do unless said. */
export const dogPartner: NewPartner = {
  name: 'Bảo hiểm Đảo', purpose: 'Giảm phí cho chủ nuôi', unit: 'harbour', programmes: ['dog-licence'], explanations: true, requests_per_minute: 1000, households_per_day: 1_000_000, valid_to: '2027-06-30',
}

/** Makes a partner with its key. */
export async function makePartner(administrator: Client, more: Partial<NewPartner> = {}): Promise<PartnerWithKey> {
  const { status, body } = await administrator.send('POST', '/api/partners', { ...dogPartner, ...more })
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

export const bearer = (key: string) => ({ authorization: `Bearer ${key}` })

/** Has a partner ask for one decision. */
export const askByKey = ({ app }: RunningApp, key: string, body: object): Promise<Answer> => inject(app, { method: 'POST', url: '/api/decisions', payload: JSON.stringify(body), headers: bearer(key) })

/** Sends whole lines and reads all lines of the answer. */
export async function streamByKey({ app }: RunningApp, key: string, query: string, lines: readonly unknown[]) {
  const payload = lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join('')
  const response = await app.inject({ method: 'POST', url: `/api/decisions?${query}`, payload, headers: { ...bearer(key), 'content-type': 'application/x-ndjson' } })
  const answer = response.body.split('\n').filter((line) => line !== '').map((line): ReturnType<JSON['parse']> => JSON.parse(line))
  return { status: response.statusCode, type: response.headers['content-type'], lines: answer, end: answer.at(-1)?.end }
}

/** A stream over a connection, written and read a line at a time. */
export interface OpenStream {
  readonly sending: ClientRequest
  readonly answer: Promise<IncomingMessage>
  write(line: unknown): void
  /** The next line of the answer. */
  read(): Promise<ReturnType<JSON['parse']>>
}

export async function listen(app: FastifyInstance): Promise<string> {
  return app.listen({ port: 0, host: '127.0.0.1' })
}

export function openStream(address: string, key: string, query: string): OpenStream {
  const sending = request(`${address}/api/decisions?${query}`, { method: 'POST', headers: { ...bearer(key), 'content-type': 'application/x-ndjson' } })
  sending.on('error', () => undefined)
  const answer = once(sending, 'response').then(([response]: IncomingMessage[]) => response as IncomingMessage)
  const lines = answer.then((response) => {
    response.on('error', () => undefined)
    return createInterface({ input: response })[Symbol.asyncIterator]()
  })
  lines.catch(() => undefined)
  sending.flushHeaders()
  return {
    sending,
    answer,
    write: (line) => void sending.write(`${typeof line === 'string' ? line : JSON.stringify(line)}\n`),
    read: async () => {
      const { value, done } = await (await lines).next()
      return done ? undefined : JSON.parse(String(value))
    },
  }
}
